import { describe, expect, it } from "vitest";
import type { Event, Ledger } from "./ledger.ts";
import { ledgerOf } from "./ledger.fixture.ts";
import { inDateOrder, monthsOfTalks, neighboursOf, periodsOf } from "./timeline.ts";

const event = (id: string, date: string, topic: Event["topic"] = "plan") => ({ id, date, topic }) as Event;
const events = [
  event("c", "2025-11-20"),
  event("b", "2025-11"),
  event("d", "2025-11-20", "corruption"),
  event("a", "2025"),
  event("e", "2026-01-06"),
  event("z", "2024-02-16", "france"),
];
const ledger = { events } as unknown as Ledger;
const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);

describe("date order", () => {
  it("puts what is known by year or month first in it, and keeps the order of the file within a day", () => {
    expect(ids(inDateOrder(events))).toEqual(["z", "a", "b", "c", "d", "e"]);
  });

  it("follows the order that events of a day say they have", () => {
    const day = [
      { id: "b", date: "2025-12-01" },
      { id: "a", date: "2025-12-01", order: 1 },
    ];
    expect(ids(inDateOrder(day))).toEqual(["a", "b"]);
  });
});

describe("periods", () => {
  const shape = (monthly: string) =>
    periodsOf([...events, event("f", "2025-11-28")], monthly).map(({ year, periods }) => [
      year,
      ...periods.map(({ id, events }) => `${id}: ${ids(events).join(" ")}`),
    ]);

  it("run from the latest back; what has no day or no month ends its month or year", () => {
    expect(shape("2025")).toEqual([
      ["2026", "2026-01: e"],
      ["2025", "2025-11: f c d b", "2025: a"],
      ["2024", "2024: z"],
    ]);
  });

  it("are months from a year on that is told, and whole years before", () => {
    expect(shape("2026").slice(1)).toEqual([
      ["2025", "2025: f c d b a"],
      ["2024", "2024: z"],
    ]);
    expect(shape("2024").at(-1)).toEqual(["2024", "2024-02: z"]);
  });

  it("are none without events", () => {
    expect(periodsOf([], "2025")).toEqual([]);
  });
});

it("the talks last from the month of the first draft to that of the last", () => {
  const drafts = [
    { id: "b", date: "2026-02-18" },
    { id: "a", date: "2025-11-20" },
  ];
  expect(monthsOfTalks(ledgerOf({ drafts }))).toEqual({ from: "2025-11", to: "2026-02" });
  expect(() => monthsOfTalks(ledgerOf({}))).toThrow("no drafts");
});

describe("around an event", () => {
  it("finds the one before and after in its own story", () => {
    const { previous, next } = neighboursOf(ledger, events[0]!);
    expect([previous?.id, next?.id]).toEqual(["b", "e"]);
    expect(neighboursOf(ledger, events[3]!).previous).toBeUndefined();
    expect(neighboursOf(ledger, events[2]!)).toEqual({ previous: undefined, next: undefined });
  });
});
