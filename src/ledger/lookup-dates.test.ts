import { expect, test } from "vitest";
import { ledgerOf } from "./ledger.fixture.ts";
import { dayOf, daysOf, inDateOrder, monthsOfTalks, periodsOf } from "./lookup.ts";

const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id).join(" ");

const dated = ledgerOf({
  events: [
    { id: "c", date: "2025-11-20" },
    { id: "b", date: "2025-11" },
    { id: "d", date: "2025-11-20", topic: "corruption" },
    { id: "a", date: "2025" },
    { id: "e", date: "2026-01-06" },
    { id: "z", date: "2024-02-16", topic: "france" },
  ],
});

test("rows are in date order: first those dated by year or month alone; a day has an order of its own", () => {
  expect(ids(inDateOrder(dated.events))).toBe("z a b c d e");
  const day = { date: "2025-12-01" };
  expect(
    ids(
      inDateOrder([
        { id: "b", ...day },
        { id: "a", ...day, order: 1 },
      ]),
    ),
  ).toBe("a b");
});

test("periods run from the latest back: by month since a given year, whole years before; vague dates end theirs", () => {
  const shape = (monthly: string) =>
    periodsOf(dated.events, monthly).map(([period, events]) => `${period}: ${ids(events)}`);
  expect(shape("2025")).toEqual(["2026-01: e", "2025-11: c d b", "2025: a", "2024: z"]);
  expect(shape("2026").slice(1)).toEqual(["2025: c d b a", "2024: z"]);
});

test("the talks last from the month of the first draft to that of the last", () => {
  const drafts = [{ date: "2026-02-18" }, { date: "2025-11-20" }];
  expect(monthsOfTalks(ledgerOf({ drafts }))).toEqual({ from: "2025-11", to: "2026-02" });
});

const ledger = ledgerOf({
  events: [
    { id: "vague", date: "2025-12" },
    { id: "second", date: "2025-12-01", order: 2 },
    { id: "unplaced", date: "2025-12-01" },
    { id: "first", date: "2025-12-01", order: 1 },
    { id: "long", date: "2025-11-25", end: "2025-12-01" },
    { id: "over", date: "2025-11-25", end: "2025-11-30" },
    { id: "until-some-day", date: "2025-11-25", end: "2025-12" },
  ],
  meetings: [{ id: "talks", date: "2025-11-30", end: "2025-12-01" }],
  "case-steps": [{ id: "step", date: "2025-12-03" }],
  drafts: [
    { id: "leak", date: "2025-11-20" },
    { id: "rework", date: "2025-11-30" },
    { id: "statement", date: "2025-12-01", absence: "out-of-scope" },
  ],
});

test("days are those on which something begins, each once", () => {
  const days = daysOf(ledger);
  expect(days).toEqual(["2025-11-20", "2025-11-25", "2025-11-30", "2025-12-01", "2025-12-03"]);
});

test("a day has what began on it, in order, and the meetings that had begun before and were not over", () => {
  const day = dayOf(ledger, "2025-12-01");
  expect([day.events, day.meetings, day.drafts, day.steps].map(ids)).toEqual([
    "first second unplaced",
    "talks",
    "statement",
    "",
  ]);
  expect(ids(dayOf(ledger, "2025-12-02").meetings)).toBe("");
});
