import { describe, expect, test } from "vitest";
import { followClause, inShort } from "./follow-clause.ts";
import { ledgerOf } from "./ledger.fixture.ts";
import type { Run } from "./redline.ts";

type Row = [draft: string, answer: string, status?: string];

/** Six drafts, one a day, of which `paper` deals with other matters, and one question with these answers. */
const ledger = (...rows: Row[]) =>
  ledgerOf({
    drafts: ["a", "b", "c", "paper", "d", "e"].map((id, i) => ({
      id,
      short: id.toUpperCase(),
      date: `2025-12-0${i + 1}`,
      absence: id === "paper" ? "out-of-scope" : "unreported",
    })),
    themes: [{ questions: [{ id: "cap", text: "How large?" }] }],
    provisions: rows
      .toReversed()
      .map(([draft, answer, status = "stated"]) => ({ draft, question: "cap", answer, status })),
  });

const plain = (runs: Run[]) =>
  runs
    .map(({ kind, text }) => (kind === "kept" ? text : kind === "struck" ? `[-${text}-]` : `{+${text}+}`))
    .join(" ");

const follow = (...rows: Row[]) =>
  followClause(ledger(...rows), "cap").steps.map(({ draft, kind, against, runs, unchanged }) => [
    draft.id,
    kind,
    against?.id,
    plain(runs),
    ...unchanged.map(({ draft }) => draft.id),
  ]);

describe("a clause is followed in date order", () => {
  test("each answer is marked against the one before it", () =>
    expect(
      follow(["a", "600,000 at most"], ["b", "800,000 at most"], ["d", "800,000 at most, in peacetime"]),
    ).toEqual([
      ["a", "first", undefined, "600,000 at most"],
      ["b", "changed", "a", "[-600,000 at most-] {+800,000 at most+}"],
      ["d", "changed", "b", "800,000 at most, {+in peacetime+}"],
    ]));

  test("drafts that say the same are no steps of their own, whether known or open", () =>
    expect(
      follow(["a", "No"], ["b", "No"], ["c", "Not agreed", "open"], ["d", "Not agreed", "open"]),
    ).toEqual([
      ["a", "first", undefined, "No", "b"],
      ["c", "open", "b", "Not agreed", "d"],
    ]));

  test("what is left open strikes nothing, and the next answer is marked against the last known one", () =>
    expect(follow(["a", "600,000 at most"], ["b", "Not settled", "open"], ["c", "800,000 at most"])).toEqual([
      ["a", "first", undefined, "600,000 at most"],
      ["b", "open", "a", "Not settled"],
      ["c", "changed", "a", "[-600,000 at most-] {+800,000 at most+}"],
    ]));

  test("an answer that comes back after it was open has no marks, and is a step", () =>
    expect(follow(["a", "No"], ["b", "Not settled", "open"], ["c", "No"]).at(-1)).toEqual([
      "c",
      "again",
      "a",
      "No",
    ]));

  test("the same words are not the same answer where one leaves the matter open", () =>
    expect(follow(["a", "Later"], ["b", "Later", "open"])).toEqual([
      ["a", "first", undefined, "Later"],
      ["b", "open", "a", "Later"],
    ]));

  test("drafts without an answer are named, with theme and question", () => {
    const { silent, theme, question } = followClause(ledger(["b", "No"]), "cap");
    expect(silent.map(({ id }) => id)).toEqual(["a", "c", "paper", "d", "e"]);
    expect([theme.id, question.text]).toEqual(["theme", "How large?"]);
    expect(() => followClause(ledger(), "nowhere")).toThrow("`nowhere`");
  });
});

describe("a clause in short", () => {
  const short = (...rows: Row[]) => {
    const found = inShort(followClause(ledger(...rows), "cap"));
    return found && [found.first.draft.id, found.last.draft.id, plain(found.runs), found.open];
  };
  test("is its first answer against its last", () =>
    expect(short(["a", "600,000 at most"], ["b", "Not settled", "open"], ["e", "800,000 at most"])).toEqual([
      "a",
      "e",
      "[-600,000 at most-] {+800,000 at most+}",
      undefined,
    ]));
  test("strikes the first where the last leaves the matter open", () =>
    expect(short(["a", "Ruled out"], ["e", "Not settled", "open"])).toEqual([
      "a",
      "e",
      "[-Ruled out-]",
      "Not settled",
    ]));
  test("does not take a paper on other matters for the last word, unless it says something", () => {
    expect(short(["a", "Yes"], ["b", "No"], ["paper", "No number", "open"])).toEqual([
      "a",
      "b",
      "[-Yes-] {+No+}",
      undefined,
    ]);
    expect(short(["a", "Yes"], ["b", "No"], ["paper", "Perhaps"])?.[1]).toBe("paper");
  });
  test("strikes nothing that was never known", () => {
    expect(short(["a", "Not settled", "open"], ["b", "No"])).toEqual(["a", "b", "No", undefined]);
    expect(short(["a", "Not settled", "open"], ["b", "Not agreed", "open"])).toEqual([
      "a",
      "b",
      "",
      "Not agreed",
    ]);
  });
  test("reaches to the last draft that says the same", () =>
    expect(short(["a", "No"], ["d", "No"])).toEqual(["a", "d", "No", undefined]));
  test("needs two drafts", () => {
    expect(short(["a", "No"])).toBeUndefined();
    expect(short()).toBeUndefined();
  });
});
