import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { redline, type Run } from "./redline.ts";

/** Runs as one line: kept words as they are, [-struck-], {+inserted+}. */
const plain = (runs: Run[]) =>
  runs
    .map(({ kind, text }) => (kind === "kept" ? text : kind === "struck" ? `[-${text}-]` : `{+${text}+}`))
    .join(" ");

describe("a redline", () => {
  const cases: [name: string, before: string, after: string, struck: string, inserted: string][] = [
    [
      "keeps shared words",
      "Ukraine leaves Donetsk region",
      "Ukraine holds Donetsk region",
      "Ukraine [-leaves-] Donetsk region",
      "Ukraine {+holds+} Donetsk region",
    ],
    [
      "marks nothing in identical texts",
      "At most 600,000",
      "At most 600,000",
      "At most 600,000",
      "At most 600,000",
    ],
    [
      "strikes and inserts whole what has nothing in common",
      "Kyiv decides",
      "Nobody knows yet",
      "[-Kyiv decides-]",
      "{+Nobody knows yet+}",
    ],
    [
      "strikes and inserts whole what shares too little",
      "No to it, and in no case ever at all",
      "Maybe later in spring",
      "[-No to it, and in no case ever at all-]",
      "{+Maybe later in spring+}",
    ],
    [
      "does not take shared white space or signs for kinship",
      "One, two, three.",
      "Four, five, six.",
      "[-One, two, three.-]",
      "{+Four, five, six.+}",
    ],
    [
      "bridges the white space between changed words",
      "Talks on land in spring begin",
      "Talks on seats of power begin",
      "Talks on [-land in spring-] begin",
      "Talks on {+seats of power+} begin",
    ],
    [
      "strikes whole what would change in as many places as it keeps words",
      "a1 keep b1 keep c1",
      "a2 keep b2 keep c2",
      "[-a1 keep b1 keep c1-]",
      "{+a2 keep b2 keep c2+}",
    ],
    [
      "marks each place where more words are kept than changed places",
      "a1 keep this b1 keep",
      "a2 keep this b2 keep",
      "[-a1-] keep this [-b1-] keep",
      "{+a2+} keep this {+b2+} keep",
    ],
    [
      "marks words, not the space around them",
      "He leaves Donetsk region",
      "He holds the Donetsk region",
      "He [-leaves-] Donetsk region",
      "He {+holds the+} Donetsk region",
    ],
    [
      "joins the words around what only the other text has",
      "He leaves Donetsk region",
      "He leaves the whole Donetsk region",
      "He leaves Donetsk region",
      "He leaves {+the whole+} Donetsk region",
    ],
    [
      "lets a sign go with its word, and takes a word with another sign for the same",
      "800,000 at most, in peacetime",
      "800,000, in peacetime",
      "800,000 [-at most,-] in peacetime",
      "800,000, in peacetime",
    ],
    ["never splits a word", "in peace", "in peacetime, at most", "in [-peace-]", "in {+peacetime, at most+}"],
    [
      "keeps what three words of ten share",
      "a1 a2 a3 a4 a5 a6 a7 one two three",
      "b1 b2 b3 b4 b5 b6 b7 one two three",
      "[-a1 a2 a3 a4 a5 a6 a7-] one two three",
      "{+b1 b2 b3 b4 b5 b6 b7+} one two three",
    ],
    [
      "does not keep what two words of seven share",
      "a1 a2 a3 a4 a5 one two",
      "b1 b2 b3 b4 b5 one two",
      "[-a1 a2 a3 a4 a5 one two-]",
      "{+b1 b2 b3 b4 b5 one two+}",
    ],
    [
      "keeps a short text inside a long one",
      "No limit",
      "No limit in the text that was read out, although the press had told of one",
      "No limit",
      "No limit {+in the text that was read out, although the press had told of one+}",
    ],
    [
      "takes a number with its separators as one word",
      "At most 600,000, in war and peace",
      "At most 800,000, in peacetime",
      "At most [-600,000,-] in [-war and peace-]",
      "At most {+800,000,+} in {+peacetime+}",
    ],
    [
      "takes a hyphenated word as one",
      "the 28-point plan",
      "the 20-point plan",
      "the [-28-point-] plan",
      "the {+20-point+} plan",
    ],
    [
      "takes a word with an apostrophe as one",
      "on Kyiv’s terms",
      "on Moscow’s terms",
      "on [-Kyiv’s-] terms",
      "on {+Moscow’s+} terms",
    ],
    [
      "works in Cyrillic",
      "Україна отримає гарантії",
      "Україна дасть гарантії",
      "Україна [-отримає-] гарантії",
      "Україна {+дасть+} гарантії",
    ],
    [
      "shows words at the end",
      "Elections in 100 days",
      "Elections in 100 days or later",
      "Elections in 100 days",
      "Elections in 100 days {+or later+}",
    ],
  ];
  test.for(cases)("%s", ([, before, after, struck, inserted]) => {
    const { before: left, after: right } = redline(before, after);
    expect(plain(left)).toBe(struck);
    expect(plain(right)).toBe(inserted);
  });

  test("in one line strikes before it inserts", () =>
    expect(plain(redline("600,000 at most, in war and peace", "800,000 at most, in peacetime").line)).toBe(
      "[-600,000-] {+800,000+} at most, in [-war and peace-] {+peacetime+}",
    ));
});

/** Texts that share words, so that both ways of comparing occur; and texts of any characters. */
const vocabulary = fc
  .array(
    fc.constantFrom("Kyiv", "Moscow", "600,000", "800,000", "in", "peace", "no", ",", ".", "–", "NATO"),
    { maxLength: 14 },
  )
  .map((words) => words.join(" "));
const texts = fc.oneof(
  vocabulary,
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 20 }),
);

const inOneLine = (text: string) => text.split(/\s+/).filter(Boolean).join(" ");

test("no redline loses or adds a word, and each side has only its own kinds of run", () => {
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      const { before, after } = redline(a, b);
      expect(before.map(({ text }) => text).join(" ")).toBe(inOneLine(a));
      expect(after.map(({ text }) => text).join(" ")).toBe(inOneLine(b));
      expect(before.every(({ kind }) => kind === "kept" || kind === "struck")).toBe(true);
      expect(after.every(({ kind }) => kind === "kept" || kind === "inserted")).toBe(true);
      for (const runs of [before, after])
        runs.forEach((run, i) => expect(run.kind).not.toBe(runs[i + 1]?.kind));
    }),
    { numRuns: 500 },
  );
});

test("a text against itself has nothing struck or inserted", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { before, after } = redline(text, text);
      expect([...before, ...after].filter(({ kind }) => kind !== "kept")).toEqual([]);
    }),
  );
});

test("both sides keep the same words", () => {
  fc.assert(
    fc.property(vocabulary, vocabulary, (a, b) => {
      const kept = (runs: Run[]) =>
        runs
          .filter(({ kind }) => kind === "kept")
          .flatMap(({ text }) => text.match(/[\p{L}\p{N}][^\s]*[\p{L}\p{N}]/gu) ?? []);
      const { before, after } = redline(a, b);
      expect(kept(before)).toEqual(kept(after));
    }),
  );
});
