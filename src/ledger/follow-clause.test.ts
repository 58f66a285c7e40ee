import { describe, expect, test } from "vitest";
import { followClause, summarizeClause } from "./compare-answers.ts";
import { ledgerOf } from "./ledger.fixture.ts";
import type { Run } from "./redline.ts";

type Row = [draft: string, answer: string | undefined, status?: string];

/** Drafts, one a day, with the one that each reworks; `paper` and `talks` rework none. */
const DRAFTS: [id: string, based_on?: string][] = [
  ["a"],
  ["b", "a"],
  ["c", "b"],
  ["paper"],
  ["d", "c"],
  ["talks"],
];
const ledger = (...rows: Row[]) =>
  ledgerOf({
    drafts: DRAFTS.map(([id, origin], i) => ({
      id,
      short: id.toUpperCase(),
      date: `2025-12-0${i + 1}`,
      absence: id === "a" ? "silent" : id === "paper" ? "out-of-scope" : "unreported",
      based_on: origin ? [{ draft: origin, how: "cut", sources: ["ap-2025"] }] : [],
    })),
    themes: [{ clauses: [{ id: "fleet", text: "How many ships?" }] }],
    answers: rows.toReversed().map(([draft, text, status = "stated"]) => ({
      draft,
      clause: "fleet",
      text,
      status,
      absent: text === undefined ? true : undefined,
    })),
  });

const plain = (runs: Run[]) =>
  runs
    .map(({ kind, text }) => (kind === "kept" ? text : kind === "struck" ? `[-${text}-]` : `{+${text}+}`))
    .join(" ");

const follow = (...rows: Row[]) =>
  followClause(ledger(...rows), "fleet").rows.map(({ draft, kind, against, runs }) => [
    draft.id,
    kind,
    against?.id,
    plain(runs),
  ]);

describe("a clause is followed in date order, each answer", () => {
  test("against the nearest text that its draft reworks", () =>
    expect(follow(["a", "60 ships"], ["c", "80 ships"], ["d", "80 ships, in peace"])).toEqual([
      ["a", "plain", undefined, "60 ships"],
      ["c", "changed", "a", "[-60 ships-] {+80 ships+}"],
      ["d", "changed", "c", "80 ships, {+in peace+}"],
    ]));

  test("without marks where its draft reworks no text that answers", () =>
    expect(follow(["a", "60 ships"], ["paper", "No limit"], ["talks", "70 ships"])).toEqual([
      ["a", "plain", undefined, "60 ships"],
      ["paper", "plain", undefined, "No limit"],
      ["talks", "plain", undefined, "70 ships"],
    ]));

  test("as the same where the text that it reworks, or else the row above, has the same words", () =>
    expect(follow(["a", "60 ships"], ["b", "60 ships"], ["d", "80 ships"], ["talks", "80 ships"])).toEqual([
      ["a", "plain", undefined, "60 ships"],
      ["b", "same", "a", "60 ships"],
      ["d", "changed", "b", "[-60 ships-] {+80 ships+}"],
      ["talks", "same", "d", "80 ships"],
    ]));

  test("open without striking anything; the next is marked against the last one that was settled", () =>
    expect(follow(["a", "60 ships"], ["b", "Not settled", "open"], ["c", "80 ships"])).toEqual([
      ["a", "plain", undefined, "60 ships"],
      ["b", "open", "a", "Not settled"],
      ["c", "changed", "a", "[-60 ships-] {+80 ships+}"],
    ]));

  test("absent without words of its own; the next is all new", () =>
    expect(follow(["a", "60 ships"], ["b", undefined], ["c", "80 ships"])).toEqual([
      ["a", "plain", undefined, "60 ships"],
      ["b", "absent", "a", "[-60 ships-]"],
      ["c", "changed", "b", "{+80 ships+}"],
    ]));

  test("all new where the text that it reworks was read in full and says nothing", () =>
    expect(follow(["b", "60 ships"])).toEqual([["b", "changed", "a", "{+60 ships+}"]]));

  test("and drafts without an answer are named, with theme and clause", () => {
    const { silent, theme, clause } = followClause(ledger(["b", "No"]), "fleet");
    expect(silent.map(({ id }) => id)).toEqual(["a", "c", "paper", "d", "talks"]);
    expect([theme.id, clause.text]).toEqual(["theme", "How many ships?"]);
    expect(() => followClause(ledger(), "nowhere")).toThrow("`nowhere`");
  });
});

describe("a clause in one line", () => {
  const summarize = (...rows: Row[]) => {
    const content = ledger(...rows);
    const found = summarizeClause(content, followClause(content, "fleet"));
    return (
      found && [
        found.first.draft.id,
        found.last.draft.id,
        plain([...found.struck, ...found.runs]),
        ...found.later.map(({ draft }) => draft.id),
      ]
    );
  };
  test("goes from the first answer to the last version of that text, and names later answers of others", () =>
    expect(
      summarize(["a", "60 ships"], ["b", "Not settled", "open"], ["d", "80 ships"], ["talks", "70 ships"]),
    ).toEqual(["a", "d", "[-60 ships-] {+80 ships+}", "talks"]));
  test("strikes the first answer where the last leaves the matter open or does not mention it", () => {
    expect(summarize(["a", "60 ships"], ["d", "Not settled", "open"])).toEqual([
      "a",
      "d",
      "[-60 ships-] Not settled",
    ]);
    expect(summarize(["a", "60 ships"], ["d", undefined])).toEqual(["a", "d", "[-60 ships-]"]);
  });
  test("strikes nothing where no later text reworks the first, or the first was never settled", () => {
    expect(summarize(["a", "60 ships"], ["talks", "70 ships"])).toEqual(["a", "talks", "70 ships"]);
    expect(summarize(["a", "Not settled", "open"], ["b", "60 ships"])).toEqual(["a", "b", "60 ships"]);
  });
  test("does not take what a paper on other matters leaves open for the last word", () =>
    expect(summarize(["a", "60 ships"], ["paper", "No number", "open"])).toBeUndefined());
  test("needs two drafts", () => {
    expect(summarize(["a", "60 ships"])).toBeUndefined();
    expect(summarize()).toBeUndefined();
  });
});
