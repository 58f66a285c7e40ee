import { describe, expect, it } from "vitest";
import { kinds } from "../charts/kinds.ts";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { linesOf } from "./table.fixture.ts";
import { eightDays } from "./eight-days.ts";

const ledger = ledgerOf({
  sources: [{ id: "ap" }, { id: "ft" }],
  people: [
    { id: "first", name: "First Head" },
    { id: "second", name: "Second Head" },
  ],
  events: [
    { id: "named", date: "2025-11-22", sources: ["ap"] },
    {
      id: "searched",
      date: "2025-11-24",
      statement: "They searched.",
      status: "reported",
      attributed_to: "AP",
      sources: ["ft"],
    },
    { id: "replaced", date: "2025-11-24", statement: "He was replaced.", sources: ["ap"] },
    { id: "talks", date: "2025-11-25", sources: ["ap"] },
    { id: "later", date: "2025-12-01" },
  ],
});
const options = {
  from: "2025-11-22",
  to: "2025-11-25",
  before: { person: "first", event: "named" },
  after: { person: "second", event: "replaced" },
  before_talks: "talks",
  talks: [
    { event: "talks", label: "Talks" },
    { event: "replaced", label: "Replaced" },
  ],
  case: [{ event: "searched", label: "Searched" }],
};
const drawn = () => eightDays(ledger, options);

describe("eight days", () => {
  it("has every day, who led from when on, and what happened in date order", () => {
    expect(drawn().data.days.map(({ id, head, date }) => [id, head, date].join())).toEqual([
      "2025-11-22,22,22 Nov",
      "2025-11-23,23,23 Nov",
      "2025-11-24,24,24 Nov",
      "2025-11-25,25,25 Nov",
    ]);
    expect(drawn().data.terms.map(({ label, day }) => [label, day])).toEqual([
      ["First Head", "2025-11-22"],
      ["Second Head", "2025-11-24"],
    ]);
    expect(drawn().data.rows.map(({ id, lane, reported }) => [id, lane, reported])).toEqual([
      ["searched", "case", true],
      ["replaced", "talks", false],
      ["talks", "talks", false],
    ]);
    expect(kinds["day-strip"].refuse(drawn().data)).toEqual([]);
  });

  it("counts the days between the change and the talks", () => {
    expect([drawn().numbers, drawn().values.days]).toEqual([{ days: 1 }, "one"]);
    expect(drawn().description).toBe(
      "First Head headed the delegation from 22 November 2025; Second Head took over on 24 November 2025, one day before the talks of 25 November 2025.",
    );
  });

  it.each([
    ["replaced", "on the day of the talks of 24 November 2025."],
    ["named", "two days after the talks of 22 November 2025."],
  ])("says in words how the change stands to the talks: %s", (before_talks, words) => {
    expect(eightDays(ledger, { ...options, before_talks }).description).toContain(words);
  });

  it("tells each step in its table, on its receipts", () => {
    expect(linesOf(drawn().table)).toEqual([
      "Date | Where | What happened",
      "2025-11-24 | Corruption case | They searched. → /events/searched/",
      "2025-11-24 | Talks | He was replaced. → /events/replaced/",
      "2025-11-25 | Talks | They talked. → /events/talks/",
    ]);
    expect(drawn().sources).toEqual(["ap", "ft"]);
  });

  it("says at each mark what happened and when, and who led", () => {
    expect(drawn().data.rows[0]).toMatchObject({
      label: "Searched",
      says: "24 November 2025: They searched.",
      href: "/events/searched/",
    });
    expect(drawn().data.terms[1]).toMatchObject({ id: "second", href: "/events/replaced/" });
    expect(drawn().values.span).toBe("22–25 November 2025");
  });

  it.each([
    ["after", "2025-12-01"],
    ["before", "2025-11-21"],
    ["within, without its day", "2025-11"],
  ])("refuses an event %s", (_, date) => {
    const events = ledger.events.map((event) => (event.id === "later" ? { ...event, date } : event));
    expect(() =>
      eightDays({ ...ledger, events }, { ...options, case: [{ event: "later", label: "Later" }] }),
    ).toThrow(`\`later\` of ${date} lies outside`);
  });
});
