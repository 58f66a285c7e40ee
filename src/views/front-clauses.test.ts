import { describe, expect, it } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { thenAndNow } from "./front-clauses.ts";

const long = "A demilitarised zone that Ukrainian troops leave and Russian troops do not enter";
const rows = {
  drafts: [
    { id: "kyiv", date: "2025-12-23", read_out: true },
    { id: "leak", date: "2025-11-20" },
    { id: "rounds", date: "2026-02-18" },
  ],
  themes: [
    { id: "army", order: 2, questions: [{ id: "army-cap", text: "How large?" }] },
    { id: "nato", order: 3, questions: [{ id: "nato-membership", text: "Join?" }] },
    { id: "land", order: 1, questions: [{ id: "donetsk-rest", text: "Who holds it?" }] },
  ],
  provisions: [
    { draft: "leak", question: "army-cap", answer: "600,000" },
    { draft: "kyiv", question: "army-cap", answer: "800,000" },
    { draft: "leak", question: "nato-membership", answer: "No" },
    { draft: "kyiv", question: "nato-membership", answer: "Not mentioned" },
    { draft: "leak", question: "donetsk-rest", answer: long, gist: "A demilitarised zone" },
    { draft: "kyiv", question: "donetsk-rest", answer: "Not settled", status: "open" },
  ],
};

const ids = ["army-cap", "nato-membership", "donetsk-rest"];

describe("the clauses of the front page", () => {
  it("run from the first draft to the one last read out, each to its clause, in the words that are short enough", () => {
    const { first, last, clauses } = thenAndNow(ledgerOf(rows), ids);
    expect([first.id, last.id]).toEqual(["leak", "kyiv"]);
    expect(clauses.map(({ href, before, after }) => [href, before.text, after.text])).toEqual([
      ["/clauses/army/#army-cap", "600,000", "800,000"],
      ["/clauses/nato/#nato-membership", "No", "Not mentioned"],
      ["/clauses/land/#donetsk-rest", "A demilitarised zone", "Not settled"],
    ]);
  });

  it("are any others by their questions, in the order given", () => {
    const { clauses } = thenAndNow(ledgerOf(rows), ["donetsk-rest", "army-cap"]);
    expect(clauses.map(({ question, after }) => [question.id, after.draft.id])).toEqual([
      ["donetsk-rest", "kyiv"],
      ["army-cap", "kyiv"],
    ]);
  });

  it.each([
    [
      "an answer is missing",
      { provisions: rows.provisions.slice(1) },
      "answer of `leak` to `army-cap`: there is none",
    ],
    [
      "a newer text leaves one out",
      { drafts: [...rows.drafts, { id: "new", date: "2026-11-05", read_out: true }] },
      "answer of `new` to `army-cap`",
    ],
    [
      "an answer fills the screen",
      { provisions: rows.provisions.map(({ gist: _, ...row }: { gist?: string }) => row) },
      "give the row a `gist`",
    ],
    ["nobody asks the question", { themes: rows.themes.slice(1) }, "no theme asks `army-cap`"],
    ["there is one draft", { drafts: rows.drafts.slice(0, 1) }, "one draft only"],
  ])("are refused where %s", (_, changed, message) => {
    expect(() => thenAndNow(ledgerOf({ ...rows, ...changed }), ids)).toThrow(message);
  });
});
