import { expect, test } from "vitest";
import { comparePassages, listWithMoves, pairsOfAnswers } from "./compare-passages.ts";
import { ledgerOf, textOf } from "./ledger.fixture.ts";
import type { Draft, Ledger } from "./ledger.ts";

const based_on = [{ draft: "a", how: "cut", sources: ["ap-2025"] }];
const row = (from: string[], to: string[]) => ({ drafts: ["a", "b"], from, to });
const ledger = ledgerOf(
  {
    drafts: [{ id: "a" }, { id: "b", based_on }],
    alignments: [
      { ...row(["1"], ["2"]), note: "Of one." },
      row(["2"], ["1"]),
      row(["3", "4"], ["10"]),
      row(["5"], []),
      row([], ["4"]),
      row(["6"], ["9"]),
      row(["8"], ["8"]),
      row(["9"], ["6"]),
      row(["10"], ["11"]),
    ],
  },
  [
    textOf("a", {
      1: "Each state has one vote.",
      2: "The army is limited to 600 soldiers in all times.",
      3: "Laws bind",
      4: "all the courts.",
      5: "No more.",
      6: "All bills for raising revenue begin in the first house of two.",
      7: "Whatever.",
      8: "One thing only.",
      9: "Ten ships keep the peace in our harbours.",
      10: "We, […] do ordain it.",
    }),
    textOf("b", {
      1: "The army is limited to 800 crews in all times.",
      2: "Each state has one vote.",
      4: "A new one.",
      6: "Nine crews then keep the peace in our harbours.",
      8: "Something quite different was written.",
      9: "Bills for money may begin in both houses; revenue is for all.",
      10: "Laws bind all the courts.",
      11: "We, […] do ordain it.",
    }),
  ],
);
const draftOf = (id: string) => ledger.drafts.find((draft) => draft.id === id) as Draft;
const numbers = (passages: readonly { passage: { number: string } }[]) =>
  passages.map(({ passage }) => passage.number).join("+");

test("passages are compared along their alignments, in the order of the later text", () => {
  const pairs = comparePassages(ledger, draftOf("a"), draftOf("b"));
  expect(pairs.map(({ before, after, change }) => `${numbers(before)}>${numbers(after)} ${change}`)).toEqual([
    "2>1 slight",
    // After the nearest one before it that was not moved.
    "5> dropped",
    "7> unknown",
    "1>2 kept",
    ">4 new",
    // Seven of ten words are kept, fewer than three quarters; of the first pair eight.
    "9>6 much",
    "8>8 rewritten",
    "6>9 much",
    "3+4>10 kept",
    // The words in the gap are not known.
    "10>11 slight",
  ]);
  expect(pairs.map(({ notes }) => notes).slice(2, 4)).toEqual([[], ["Of one."]]);
  // What keeps its number stays.
  expect(pairs.filter(({ isMoved }) => isMoved).map(({ after }) => numbers(after))).toEqual([
    "2",
    "6",
    "9",
    "10",
  ]);
  const rows = listWithMoves(pairs).map(
    ({ pair, isAway }) => (isAway ? "moved " : "") + numbers(pair.before),
  );
  expect(rows.slice(0, 4)).toEqual(["moved 1", "2", "moved 3+4", "5"]);
});

test("a word that its edition spells in another way is not told as a change", () => {
  const old = textOf("a", { 1: "The Kinge keeps ten ships." }, { abbreviations: { kinge: "King" } });
  const given = { drafts: [{ id: "a" }, { id: "b", based_on }], alignments: [row(["1"], ["1"])] };
  const spelled = ledgerOf(given, [old, textOf("b", { 1: "The King keeps ten ships." })]);
  const [a, b] = spelled.drafts as [Draft, Draft];
  expect(comparePassages(spelled, a, b).map(({ change }) => change)).toEqual(["kept"]);
});

test("a passage is new against words held in part only if somebody read that text whole or a source says so", () => {
  const against = (read_whole?: object, more = {}) => {
    const parts = ledgerOf(
      {
        drafts: [
          { id: "a", read_whole },
          { id: "b", based_on },
        ],
        alignments: [{ ...row([], ["2"]), ...more }],
      },
      [textOf("a", { 1: "One." }, { extent: "part" }), textOf("b", { 2: "Two." })],
    );
    const [a, b] = parts.drafts as [Draft, Draft];
    return comparePassages(parts, a, b).find(({ after }) => after.length > 0)?.change;
  };
  const read = against({ day: "2025-12-31", source: "ap-2025" });
  expect([against(), read, against(undefined, { sources: ["ap-2025"] })]).toEqual(["unknown", "new", "new"]);
});

test("where a text has two origins, a passage is aligned only if both ways are, and not called moved otherwise", () => {
  const reworks = (...drafts: string[]) =>
    drafts.map((draft) => ({ draft, how: "cut", sources: ["ap-2025"] }));
  const one = { 1: "Each state has one vote.", 2: "Laws bind all the courts." };
  const two = ledgerOf(
    {
      drafts: [
        { id: "a" },
        { id: "p", based_on: reworks("a") },
        { id: "q", based_on: reworks("a") },
        { id: "z", based_on: reworks("p", "q") },
      ],
      alignments: [
        ...["1", "2"].flatMap((number) => [
          { drafts: ["a", "p"], from: [number], to: [number] },
          { drafts: ["a", "q"], from: [number], to: [] },
        ]),
        { drafts: ["p", "z"], from: ["1"], to: ["2"] },
        { drafts: ["p", "z"], from: ["2"], to: ["1"] },
      ],
    },
    ["a", "p", "q", "z"].map((draft) => textOf(draft, one)),
  );
  const [a, , , z] = two.drafts as [Draft, Draft, Draft, Draft];
  expect(comparePassages(two, a, z).map(({ change, isMoved }) => [change, isMoved])).toEqual([
    ["unknown", false],
    ["unknown", false],
  ]);
});

test("answers are drawn from the passages that changed, where any did", () => {
  const answers = ledgerOf({ answers: [{ passages: ["1", "2"] }, { passages: ["3"] }] }).answers;
  const pairs = comparePassages(ledger, draftOf("a"), draftOf("b"));
  const places = answers.map((answer) =>
    pairsOfAnswers(pairs, answer, answer).map(({ after }) => numbers(after)),
  );
  expect(places).toEqual([["1"], ["10"]]);
});

test("originals of one language are compared, also where readers see translations", () => {
  const english = textOf("a", { 2: "Ten ships.", 5: "No man." }, { translated_by: "ap" });
  const first = textOf("a", { 2: "Decem naves.", 5: "Nullus homo." }, { lang: "la" });
  const later = textOf("b", { 1: "Decem naves novae." }, { lang: "la" });
  const shown = (...texts: Ledger["texts"][number][]) =>
    comparePassages({ ...ledger, texts }, draftOf("a"), draftOf("b")).map(({ before, change, marks }) =>
      [before[0]?.text.lang, change, marks.kind].join(" "),
    );
  expect(shown(english, first, later)).toEqual(["la much redline", "la dropped redline"]);
  // Nothing of a translator is struck.
  expect(shown(english, later)).toEqual(["en uncompared plain", "en dropped plain"]);
});
