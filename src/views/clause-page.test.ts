import { describe, expect, test } from "vitest";
import { followClause } from "../ledger/follow-clause.ts";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { answersOf, clausePage, sharesOf } from "./clause-page.ts";

const drafts = ["a", "b", "c"].map((id, i) => ({ id, date: `2025-12-0${i + 1}` }));

describe("the page of a theme", () => {
  const ledger = ledgerOf({
    sources: [{ id: "ap" }, { id: "ft" }, { id: "rbc" }, { id: "tass" }, { id: "bbc" }],
    drafts,
    themes: [
      { questions: [{ id: "one", text: "One?" }] },
      { id: "other", questions: [{ id: "two", text: "Two?" }] },
    ],
    provisions: [
      { draft: "a", question: "one", sources: ["ap"] },
      { draft: "b", question: "one", sources: ["ap", "ft"] },
      { draft: "a", question: "two", sources: ["tass"] },
    ],
    positions: [
      { id: "early", date: "2025-11-20", sources: ["rbc"] },
      { id: "late", date: "2026-01-02", sources: ["ap"] },
      { id: "elsewhere", theme: "other" },
    ],
    reasons: [
      { id: "of-the-theme", about: ["theme"], sources: ["bbc"] },
      { id: "of-another", about: ["two", "other"], sources: ["tass"] },
      { id: "of-a-question", about: ["one"], sources: ["ap"] },
    ],
    events: [
      { id: "first", date: "2025-11-20", about: ["theme"] },
      { id: "last", date: "2025-12-23", about: ["two", "one"] },
      { id: "on-the-same-page", sources: ["ap"] },
      { id: "of-another-theme", about: ["other", "two"] },
    ],
  });
  const page = clausePage(ledger, ledger.themes[0]!);

  test("has its clauses, and answers of a clause that were left as they were", () => {
    expect(page.clauses.map(({ question }) => question.id)).toEqual(["one"]);
    expect(page.clauses.flatMap(answersOf).map(({ draft }) => draft.id)).toEqual(["a", "b"]);
  });
  test("has what actors said of the theme, and events that tell of it or of one of its questions, newest first", () => {
    expect(page.positions.map(({ id }) => id)).toEqual(["late", "early"]);
    expect(page.events.map(({ id }) => id)).toEqual(["last", "first"]);
  });
  test("has what says why, of the theme or of one of its questions", () =>
    expect(page.reasons.map(({ id }) => id)).toEqual(["of-the-theme", "of-a-question"]));
  test("stands on the sources of answers, reasons and positions, each once", () =>
    expect(page.sources).toEqual(["ap", "ft", "bbc", "rbc"]));
});

describe("numbers of a clause are drawn as shares of the largest", () => {
  const shares = (...rows: { value?: number; unit?: string }[]) => {
    const provisions = rows.map((row, i) => ({
      draft: drafts[i]!.id,
      question: "question",
      answer: `Answer ${i}`,
      ...row,
    }));
    return [...sharesOf(followClause(ledgerOf({ drafts, themes: [{}], provisions }), "question"))];
  };
  test("where they differ in one unit", () =>
    expect(shares({ value: 600, unit: "men" }, {}, { value: 800, unit: "men" })).toEqual([
      ["a", 0.75],
      ["c", 1],
    ]));
  test("but not where all are equal, or one is alone, or none is there", () => {
    expect(shares({ value: 15, unit: "years" }, { value: 15, unit: "years" })).toEqual([]);
    expect(shares({ value: 15, unit: "years" })).toEqual([]);
    expect(shares({})).toEqual([]);
  });
  test("nor across units", () =>
    expect(shares({ value: 15, unit: "years" }, { value: 90, unit: "days" })).toEqual([]));
});
