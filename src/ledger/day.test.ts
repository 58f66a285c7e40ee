import { describe, expect, it } from "vitest";
import { dayOf, daysAround, daysOf, standingOn } from "./day.ts";
import { ledgerOf } from "./ledger.fixture.ts";

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
  themes: [
    {
      id: "army",
      questions: [
        { id: "cap", text: "How large?" },
        { id: "arms", text: "Which arms?" },
      ],
    },
  ],
  provisions: [
    { draft: "leak", question: "cap", answer: "600,000", value: 600_000 },
    { draft: "rework", question: "cap", answer: "No number", status: "open" },
    { draft: "rework", question: "arms", answer: "Not settled", status: "open" },
    { draft: "statement", question: "arms", answer: "No word", status: "open" },
  ],
  agreements: [
    { id: "later", date: "2025-12-02" },
    { id: "vague", date: "2025-11" },
    { id: "intent", date: "2025-11-17" },
    { id: "list", date: "2025-11-17" },
    { id: "old", date: "2024-02-16" },
  ],
  people: [
    {
      id: "early",
      side: "ukraine",
      roles: [
        { title: "Head", leads: true, from: "2025-11-22", to: "2025-11-28" },
        { title: "Clerk", from: "2025-11" },
      ],
    },
    { id: "late", side: "ukraine", roles: [{ title: "Head", leads: true, from: "2025-11-28" }] },
    { id: "undated", side: "russia", roles: [{ title: "Head", leads: true }] },
    { id: "month", side: "europe", roles: [{ title: "Head", leads: true, from: "2025-12", to: "2025-12" }] },
    { id: "nobodys", roles: [{ title: "Head", leads: true, from: "2025-01" }] },
  ],
});
const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);

describe("days", () => {
  it("are those on which something begins that has a day, each once", () => {
    expect(daysOf(ledger)).toEqual(["2025-11-20", "2025-11-25", "2025-11-30", "2025-12-01", "2025-12-03"]);
  });

  it("know the next and the previous one that has something, also from a day that has nothing", () => {
    const days = daysOf(ledger);
    expect(daysAround(days, "2025-12-01")).toEqual({ previous: "2025-11-30", next: "2025-12-03" });
    expect(daysAround(days, "2025-12-02")).toEqual({ previous: "2025-12-01", next: "2025-12-03" });
    expect([daysAround(days, "2025-11-20").previous, daysAround(days, "2025-12-03").next]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe("a day", () => {
  it("has what began on it in its order, and apart from that what had begun before and was not over", () => {
    const day = dayOf(ledger, "2025-12-01");
    expect(ids(day.events)).toEqual(["first", "second", "unplaced"]);
    expect([ids(day.meetings), ids(day.drafts), ids(day.steps)]).toEqual([[], ["statement"], []]);
    expect([ids(day.lasting.events), ids(day.lasting.meetings)]).toEqual([["long"], ["talks"]]);
  });
});

describe("where things stood", () => {
  const standing = (date: string) => standingOn(ledger, date, "cap");

  it("is the latest text of the plan, what it leaves open, and the latest number with its draft", () => {
    const { text, open, figure } = standing("2025-12-01");
    expect(text?.id).toBe("rework");
    expect(open.map(({ question }) => question.id)).toEqual(["cap", "arms"]);
    expect([figure?.draft.id, figure?.provision.value]).toEqual(["leak", 600_000]);
  });

  it("is every draft dated by then, and the latest papers with France", () => {
    expect(ids(standing("2025-12-01").known)).toEqual(["leak", "rework", "statement"]);
    expect(ids(standing("2025-12-01").agreements)).toEqual(["intent", "list"]);
  });

  it("knows nothing that came later", () => {
    expect(standing("2025-11-29").text?.id).toBe("leak");
    expect(standing("2024-02-15")).toEqual({
      known: [],
      text: undefined,
      open: [],
      figure: undefined,
      leads: [],
      agreements: [],
    });
  });

  it("names who led by office and day, and nobody whose first day or side is not on record", () => {
    const leads = (date: string) =>
      standing(date).leads.map(({ person, side }) => `${person.id} for ${side}`);
    expect(leads("2025-11-27")).toEqual(["early for ukraine"]);
    expect(leads("2025-11-28")).toEqual(["early for ukraine", "late for ukraine"]);
    expect(leads("2025-12-31")).toEqual(["late for ukraine", "month for europe"]);
    expect(standing("2025-11-28").leads.map(({ after }) => after?.id)).toEqual([undefined, "early"]);
    expect(leads("2026-01-01")).toEqual(["late for ukraine"]);
  });
});
