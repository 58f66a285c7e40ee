import { describe, expect, test } from "vitest";
import {
  compareDrafts,
  comparePair,
  followClause,
  stateOf,
  summarizeClause,
  type Verdict,
} from "./compare-answers.ts";
import { ledgerOf, textOf } from "./ledger.fixture.ts";
import type { Draft, Ledger } from "./ledger.ts";
import type { Run } from "./redline.ts";

/** What a draft says, or `silent`: it was read whole and does not say; or nothing is known. */
type Given = object | "silent" | undefined;

const based_on = (draft: string) => [{ draft, how: "cut", sources: ["ap-2025"] }];

/** Two drafts, the second of which reworks the first, and their answers to one clause. */
function pairOf(
  before: Given,
  after: Given,
  more: Parameters<typeof ledgerOf>[0] = {},
  texts: Parameters<typeof ledgerOf>[1] = [],
) {
  const given = { a: before, b: after };
  const drafts = Object.entries(given).map(([id, answer], i) => ({
    id,
    date: `2025-12-0${i + 1}`,
    based_on: id === "b" ? based_on("a") : [],
    ...(answer === "silent"
      ? { absence: undefined, read_whole: { day: "2025-12-31", source: "whole" }, silent_on: ["clause"] }
      : {}),
  }));
  const answers = Object.entries(given).flatMap(([draft, answer]) =>
    typeof answer === "object" ? { draft, ...answer } : [],
  );
  const ledger = ledgerOf({ drafts, themes: [{}], answers, ...more }, texts);
  const [first, second] = ledger.drafts as [Draft, Draft];
  const state = stateOf(ledger, followClause(ledger, "clause"), second);
  return { ...comparePair(ledger, first, second, "clause"), state };
}

const plain = (runs: readonly Run[]) =>
  runs.map(({ kind, text }) => (kind === "kept" ? text : `${kind[0]}:${text}`)).join(" ");

describe("a verdict holds for two drafts", () => {
  const cases: [before: Given, after: Given, verdict: Verdict][] = [
    [{ says: "The king’s 60 ships" }, { says: "The King's 60  ships." }, "same"],
    [{ says: "60 ships" }, { says: "80 ships" }, "changed"],
    [{ says: "60 ships" }, { says: "To be agreed", open: true }, "open"],
    [{ says: "To be agreed", open: true }, { says: "Left to the captains", open: true }, "still-open"],
    [{ says: "Later", open: true }, { says: "60 ships" }, "changed"],
    [{ says: "60 ships" }, { absent: true }, "not-mentioned"],
    [{ says: "60 ships" }, "silent", "not-mentioned"],
    [{ says: "60 ships" }, { absent: true, dropped: true }, "dropped"],
    ["silent", { says: "60 ships" }, "new"],
    [{ absent: true }, { says: "Later", open: true }, "new"],
    ["silent", { absent: true, dropped: true }, "not-mentioned"],
    // What nobody has written down is never silence.
    [undefined, { says: "60 ships" }, "missing"],
  ];
  test.for(cases)("%j → %j is %s", ([before, after, verdict]) =>
    expect(pairOf(before, after).verdict).toBe(verdict),
  );

  test("silence rests on the page that was read whole", () =>
    expect(pairOf(undefined, "silent").after.answer?.sources).toEqual(["whole"]));

  test("softer and stronger only where an editor says so of these two, with the reason", () => {
    const judged = { judgements: [{ from: "a", to: "b", verdict: "softer", reason: "Fewer ships." }] };
    expect(pairOf({ says: "80 ships" }, { says: "60 ships" }, judged)).toMatchObject({
      verdict: "softer",
      judgement: { reason: "Fewer ships." },
    });
    expect(pairOf({ says: "80 ships" }, { says: "Later", open: true }, judged).verdict).toBe("open");
    const other = { judgements: [{ from: "b", to: "a", verdict: "softer", reason: "Fewer ships." }] };
    expect(pairOf({ says: "80 ships" }, { says: "60 ships" }, other).verdict).toBe("changed");
  });

  test("dropped where the alignment of the texts says so of every passage of the answer", () => {
    const texts = [textOf("a", { 1: "Sixty ships.", 2: "In peace." }), textOf("b", { 1: "In war." })];
    const answer = { says: "60 ships", passages: ["1", "2"] };
    const aligned = (...alignments: object[]) => {
      const { verdict, state } = pairOf(answer, "silent", { alignments }, texts);
      expect(state).toBe(verdict);
      return verdict;
    };
    expect(aligned({ drafts: ["a", "b"], from: ["1", "2"], to: [] })).toBe("dropped");
    expect(
      aligned({ drafts: ["a", "b"], from: ["1"], to: [] }, { drafts: ["a", "b"], from: ["2"], to: ["1"] }),
    ).toBe("not-mentioned");
    const row = { drafts: ["a", "b"], from: ["1", "2"], to: [] };
    const fromNone = pairOf({ says: "60 ships" }, "silent", { alignments: [row] }, texts);
    expect(fromNone.verdict).toBe("not-mentioned");
    // A passage without a row is not aligned yet.
    expect(aligned({ drafts: ["a", "b"], from: ["1"], to: [] })).toBe("not-mentioned");
  });

  test("reworded where both say the same in other words of one language", () => {
    const held = (words: string) => ({ says: "60 ships", words, passages: ["1"] });
    const texts = (before: string, after: string, more = {}) => [
      textOf("a", { 1: before }),
      textOf("b", { 1: after }, more),
    ];
    const verdict = (before: string, after: string, more = {}) =>
      pairOf(held(before), held(after), {}, texts(before, after, more)).verdict;
    expect(verdict("Sixty ships", "Three score ships")).toBe("reworded");
    expect(verdict("Sixty ships, and crews", "sixty Ships & crews")).toBe("same");
    expect(verdict("Sixty ships", "Soixante navires", { lang: "fr" })).toBe("same");
    // Where the quotations were cut says nothing about the texts.
    const whole = texts("Sixty ships in peace", "Sixty ships in peace");
    expect(pairOf(held("Sixty ships"), held("ships in peace"), {}, whole).verdict).toBe("same");
    expect(pairOf(held("Sixty ships"), { says: "60 ships" }, {}, texts("Sixty ships", "x")).verdict).toBe(
      "same",
    );
  });
});

describe("words are marked", () => {
  const answer = (words: string) => ({ says: words, words, passages: ["1"] });
  const texts = (before: string, after: string, more = {}) => [
    textOf("a", { 1: before }),
    textOf("b", { 1: after }, more),
  ];

  test("never words of another passage that one became, or came from", () => {
    const ships = "Sixty ships in peace, of oak";
    const whole = { 1: `${ships}, and forty crews` };
    const parts = { 2: ships, 3: "In peace, of oak, and forty crews" };
    const [all, part] = [answer(whole[1]), { ...answer("of oak, and forty crews"), passages: ["3"] }];
    const split = [textOf("a", whole), textOf("b", parts)];
    const merged = [textOf("a", parts), textOf("b", whole)];
    const by = (from: string[], to: string[]) => ({ alignments: [{ drafts: ["a", "b"], from, to }] });
    expect(pairOf(all, part, by(["1"], ["2", "3"]), split).marks.kind).toBe("phrases");
    expect(pairOf(part, all, by(["2", "3"], ["1"]), merged).marks.kind).toBe("phrases");
    expect(pairOf(all, part, {}, split).marks.kind).toBe("redline");
  });

  test("never between texts of which neither reworks the other", () => {
    const ledger = ledgerOf(
      {
        drafts: [{ id: "a" }, { id: "b" }],
        themes: [{ clauses: ["clause", "new"].map((id) => ({ id, text: "How many ships?" })) }],
        answers: [
          ...["a", "b"].map((draft) => ({ draft, ...answer("Sixty ships in peace") })),
          { draft: "a", clause: "new", absent: true, says: undefined },
          { draft: "b", clause: "new", ...answer("Sixty ships in peace") },
        ],
      },
      texts("Sixty ships in peace", "Sixty ships in peace"),
    );
    const { marks } = comparePair(ledger, ledger.drafts[0]!, ledger.drafts[1]!, "clause");
    const before = [{ kind: "shared", text: "Sixty ships in peace" }];
    expect(marks).toMatchObject({ kind: "phrases", before, line: [] });
    const fresh = comparePair(ledger, ledger.drafts[0]!, ledger.drafts[1]!, "new");
    expect([fresh.verdict, plain(fresh.marks.after)]).toEqual(["alone", "p:Sixty ships in peace"]);
  });

  test("never on a translation but by an editor’s hand, and never on our short answers", () => {
    const translated = texts("Sixty ships", "Eighty ships", { translated_by: "ours" });
    const after = { says: "80 ships", english: "Eighty ships", passages: ["1"] };
    const { marks } = pairOf(answer("Sixty ships"), after, {}, translated);
    expect([marks.kind, plain(marks.before), plain(marks.after)]).toEqual([
      "plain",
      "p:Sixty ships",
      "p:Eighty ships",
    ]);
    const judgements = [
      { from: "a", to: "b", verdict: "stronger", reason: "More.", marks: "[-Sixty-]{+Eighty+} ships" },
    ];
    const byHand = pairOf(answer("Sixty ships"), after, { judgements }, translated).marks;
    expect([byHand.kind, plain(byHand.line)]).toEqual(["by-hand", "s:Sixty i:Eighty ships"]);
    const short = pairOf({ says: "60 ships" }, { says: "80 ships" }).marks;
    expect([short.kind, short.before, short.after]).toEqual(["plain", [], []]);
  });

  test("on originals of one language, which are shown in place of translations", () => {
    const [old, now] = ["Decem naves", "Decem naves novae"];
    const latin = [textOf("a", { 1: old }, { lang: "la" }), textOf("b", { 1: now }, { lang: "la" })];
    const english = textOf("b", { 1: "Ten ships" }, { translated_by: "ap" });
    const later = { ...answer(now), english: "Ten ships" };
    const { marks, after } = pairOf(answer(old), later, {}, [...latin, english]);
    expect([marks.kind, after.held?.text.lang]).toEqual(["redline", "la"]);
  });

  test("as struck where they were dropped, and as inserted on a new matter", () => {
    const held = texts("Sixty ships", "Sixty ships");
    expect(plain(pairOf(answer("Sixty ships"), { absent: true, dropped: true }, {}, held).marks.before)).toBe(
      "s:Sixty ships",
    );
    expect(plain(pairOf(answer("Sixty ships"), { absent: true }, {}, held).marks.before)).toBe(
      "p:Sixty ships",
    );
    expect(plain(pairOf("silent", answer("Sixty ships"), {}, held).marks.after)).toBe("i:Sixty ships");
  });
});

test("two drafts are compared on every question, and what nobody entered is told as not recorded", () => {
  const clauses = ["both", "marked", "unmarked", "neither"].map((id) => ({ id, text: "What?" }));
  const ledger = ledgerOf({
    drafts: [{ id: "a" }, { id: "b", unknown_on: ["marked"] }],
    themes: [{ clauses }],
    answers: [
      ...["both", "marked", "unmarked"].map((clause) => ({ draft: "a", clause, says: "60" })),
      ...["a", "b"].map((draft) => ({ draft, clause: "neither", absent: true })),
      { draft: "b", clause: "both", says: "80" },
    ],
  });
  const [a, b] = ledger.drafts as [Draft, Draft];
  const told = compareDrafts(ledger, a, b).map(({ clause, verdict }) => [clause.id, verdict]);
  expect(told).toEqual([
    ["both", "different"],
    ["marked", "unknown"],
    ["unmarked", "missing"],
    ["neither", "neither"],
  ]);
  const stateAt = (clause: string) => stateOf(ledger, followClause(ledger, clause), b);
  expect(["marked", "unmarked"].map(stateAt)).toEqual(["unknown", "missing"]);
});

test("nothing is a change between texts of which neither reworks the other", () => {
  const between = (a?: string, paper?: string, isOpen = false) => {
    const ledger = ledgerOfRows(["a", a], ["paper", paper, isOpen]);
    return comparePair(ledger, ledger.drafts[0]!, ledger.drafts[3]!, "fleet").verdict;
  };
  expect([between("60", "80"), between("60", "Later", true)]).toEqual(["different", "different"]);
  expect([between("60"), between(undefined, "60")]).toEqual(["alone", "alone"]);
  const later = { says: "Later", open: true };
  const drafts = ["a", "b"].map((id, i) => ({ id, date: `2025-12-0${i + 1}` }));
  expect(pairOf({ says: "60" }, { absent: true, dropped: true }, { drafts }).verdict).toBe("alone");
  expect(pairOf(later, later, { drafts }).verdict).toBe("same");
});

/** Drafts, one a day, with the one that each reworks; `paper` and `talks` rework none. */
const DRAFTS: [id: string, based_on?: string][] = [
  ["a"],
  ["b", "a"],
  ["c", "b"],
  ["paper"],
  ["d", "c"],
  ["talks"],
];
type Row = [draft: string, says: string | undefined, isOpen?: boolean];
const ledgerOfRows = (...rows: Row[]): Ledger =>
  ledgerOf({
    drafts: DRAFTS.map(([id, origin], i) => ({
      id,
      date: `2025-12-0${i + 1}`,
      absence: id === "paper" ? "out-of-scope" : "unreported",
      based_on: origin ? based_on(origin) : [],
    })),
    themes: [{ clauses: [{ id: "fleet", text: "How many ships?" }] }],
    answers: rows.toReversed().map(([draft, says, open]) => ({
      draft,
      clause: "fleet",
      says,
      open,
      absent: says === undefined ? true : undefined,
    })),
  });

describe("a clause is followed in date order", () => {
  const follow = (...rows: Row[]) =>
    followClause(ledgerOfRows(...rows), "fleet").rows.map(({ draft, against }) => [
      draft.id,
      against?.before.draft.id,
      against?.verdict,
    ]);

  test("each answer against the nearest draft that its draft reworks and that is known on it", () =>
    expect(follow(["a", "60"], ["c", "80"], ["paper", "No"], ["d", "80"], ["talks", "70"])).toEqual([
      ["a", undefined, undefined],
      ["c", "a", "changed"],
      ["paper", undefined, undefined],
      ["d", "c", "same"],
      ["talks", undefined, undefined],
    ]));
});

test("an answer is as the first one or different, whether its text reworks that one or not", () => {
  const states = (...rows: Row[]) => {
    const ledger = ledgerOfRows(...rows);
    const followed = followClause(ledger, "fleet");
    return ledger.drafts.map((draft) => stateOf(ledger, followed, draft)).join(" ");
  };
  const told = states(["a", "60"], ["b", "80"], ["paper", "60"], ["d", "60"], ["talks", "80"]);
  expect(told).toBe("same different unknown same same different");
  // What is left open or not mentioned is no answer.
  const later = states(["a", undefined], ["b", "Later", true], ["c", "60"], ["d", undefined]);
  expect(later).toBe("not-mentioned open same unknown not-mentioned unknown");
});

test("no answer is the first known beside another one that may be as old", () => {
  const isKnown = (date: string, based: object[] = []) => {
    const drafts = [
      { id: "a", date: "2025" },
      { id: "b", date, based_on: based },
    ];
    const answers = ["a", "b"].map((draft) => ({ draft, clause: "clause", says: draft }));
    return followClause(ledgerOf({ drafts, themes: [{}], answers }), "clause").isFirstKnown;
  };
  expect([isKnown("2025-12"), isKnown("2026"), isKnown("2025-12", based_on("a"))]).toEqual([
    false,
    true,
    true,
  ]);
});

describe("a clause in one line", () => {
  const summarize = (...rows: Row[]) => {
    const ledger = ledgerOfRows(...rows);
    const found = summarizeClause(ledger, followClause(ledger, "fleet"));
    return found && [found.first.draft.id, found.last.draft.id, found.verdict];
  };
  test("goes from the first answer that is reworked to the last version of that text", () => {
    expect(summarize(["a", "60"], ["b", "Later", true], ["d", "80"], ["talks", "70"])).toEqual([
      "a",
      "d",
      "changed",
    ]);
    expect(summarize(["a", "60"], ["talks", "60"])).toBeUndefined();
  });
  test("does not take what a paper on other matters leaves open for the last word, and needs two drafts", () => {
    expect(summarize(["a", "60"], ["paper", "No number", true])).toBeUndefined();
    expect(summarize(["a", "60"])).toBeUndefined();
  });
  test("begins with an answer, and counts silence alike, whether a row or the draft says so", () => {
    const clauses = [{ id: "x", text: "What?" }];
    const read = { absence: undefined, read_whole: { day: "2025-12-31", source: "ap-2025" } };
    const ledger = ledgerOf({
      drafts: [
        { id: "a" },
        { id: "b", date: "2025-12-02" },
        { id: "c", date: "2025-12-03", based_on: based_on("b"), ...read, silent_on: ["x"] },
      ],
      themes: [{ clauses }],
      answers: [
        { draft: "a", clause: "x", absent: true },
        { draft: "b", clause: "x", says: "60" },
      ],
    });
    const [, b, c] = ledger.drafts as [Draft, Draft, Draft];
    const found = summarizeClause(ledger, followClause(ledger, "x"));
    expect([found?.first.draft, found?.last.draft]).toEqual([b, c]);
  });
});
