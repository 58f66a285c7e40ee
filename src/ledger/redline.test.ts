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
