import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openingPhrase, redline, type Run } from "./redline.ts";

/** Runs as one line: kept words as they are, [-struck-], {+inserted+}. */
const plain = (runs: Run[]) =>
  runs
    .map(({ kind, text }) => (kind === "kept" ? text : kind === "struck" ? `[-${text}-]` : `{+${text}+}`))
    .join(" ");

const cases: [name: string, before: string, after: string, line: string][] = [
  ["marks nothing in equal texts", "At most 60 ships", "At most 60 ships", "At most 60 ships"],
  [
    "keeps a phrase that both have",
    "Yes, as agreed, in spring",
    "Yes, as agreed, in autumn",
    "Yes, as agreed, [-in spring-] {+in autumn+}",
  ],
  [
    "marks a phrase at the end that was cut",
    "Once all agree and all ships leave",
    "Once all agree",
    "Once all agree [-and all ships leave-]",
  ],
  [
    "marks what a phrase was continued with",
    "Becomes a member",
    "Becomes a member by a fixed date",
    "Becomes a member {+by a fixed date+}",
  ],
  ["marks words before a phrase", "Jets in port", "Seven jets in port", "{+Seven+} jets in port"],
  [
    "marks a phrase that was put between two others",
    "Ships, in peace",
    "Ships, at sea, in peace",
    "Ships, {+at sea,+} in peace",
  ],
  [
    "splits a short list at “and”",
    "North, East and South",
    "North, East and West",
    "North, East [-and South-] {+and West+}",
  ],
  [
    "keeps a run of three words, two of them with content",
    "If the north attacks the harbour again",
    "If the north attacks the capital again",
    "If the north attacks the [-harbour again-] {+capital again+}",
  ],
  [
    "keeps no run of two words",
    "The fleet stays in old harbours",
    "The crew leaves for old harbours",
    "[-The fleet stays in old harbours-] {+The crew leaves for old harbours+}",
  ],
  [
    "keeps no run of stop words",
    "Ships that are in the harbour",
    "Planes that are in the air",
    "[-Ships that are in the harbour-] {+Planes that are in the air+}",
  ],
  [
    "keeps nothing of a phrase that one side negates",
    "The harbour stays open to all ships",
    "No harbour stays open to all ships",
    "[-The harbour stays open to all ships-] {+No harbour stays open to all ships+}",
  ],
  [
    "strikes whole what keeps less than half",
    "Ships, planes, tanks, guns and three more harbours",
    "Ships or a fee",
    "[-Ships, planes, tanks, guns and three more harbours-] {+Ships or a fee+}",
  ],
  [
    "strikes whole what would change in three places",
    "One, two, three, four, five",
    "One, 2, three, 4, five, six",
    "[-One, two, three, four, five-] {+One, 2, three, 4, five, six+}",
  ],
  [
    "takes words with other signs or letters for the same, as the later text has them",
    "No; ships leave",
    "no, ships leave in May",
    "no, ships leave {+in May+}",
  ],
  [
    "splits no number and no word at its signs",
    "At most 600,000",
    "At most 800,000",
    "[-At most 600,000-] {+At most 800,000+}",
  ],
  [
    "works in Cyrillic",
    "Україна отримає гарантії безпеки, потім мир",
    "Україна отримає гарантії безпеки, потім вибори",
    "Україна отримає гарантії безпеки, [-потім мир-] {+потім вибори+}",
  ],
];

test.for(cases)("a redline %s", ([, before, after, line]) => {
  expect(plain(redline(before, after).line)).toBe(line);
});

test("each side has its own marks", () => {
  const { before, after } = redline("Yes, as agreed, in spring", "Yes, as agreed, in autumn");
  expect([plain(before), plain(after)]).toEqual([
    "Yes, as agreed, [-in spring-]",
    "Yes, as agreed, {+in autumn+}",
  ]);
});

test("an opening phrase ends at its first sign, and is the text if that has none", () => {
  expect(openingPhrase("Not settled; at most 6,000, or none")).toBe("Not settled");
  expect(openingPhrase("At most 6,000")).toBe("At most 6,000");
});

describe("of any two texts", () => {
  /** Texts that share words, so that all ways of comparing occur; and texts of any characters. */
  const vocabulary = fc
    .array(
      fc.constantFrom(
        "ships",
        "Ships,",
        "6,000",
        "harbour;",
        "in",
        "the",
        "peace",
        "no",
        "and",
        ".",
        "–",
        "old",
      ),
      { maxLength: 16 },
    )
    .map((words) => words.join(" "));
  const texts = fc.oneof(
    vocabulary,
    fc.string({ unit: "grapheme", maxLength: 40 }),
    fc.string({ unit: "binary", maxLength: 20 }),
  );
  const inOneLine = (text: string) => text.split(/\s+/).filter(Boolean).join(" ");
  const kept = (runs: Run[]) =>
    runs
      .filter(({ kind }) => kind === "kept")
      .flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}](?:\S*[\p{L}\p{N}])?/gu) ?? []);

  test("no word is lost or added, marks alternate, and at most two places change", () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const { before, after, line } = redline(a, b);
        expect(before.map(({ text }) => text).join(" ")).toBe(inOneLine(a));
        expect(after.map(({ text }) => text).join(" ")).toBe(inOneLine(b));
        for (const runs of [before, after, line])
          runs.forEach((run, i) => expect(run.kind).not.toBe(runs[i + 1]?.kind));
        const places =
          plain(line)
            .replaceAll("-] {+", " ")
            .match(/\[-|\{\+/g) ?? [];
        expect(places.length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 500 },
    );
  });

  test("both sides keep the same words, and half of the shorter text or nothing", () => {
    fc.assert(
      fc.property(vocabulary, vocabulary, (a, b) => {
        const { before, after } = redline(a, b);
        expect(kept(before)).toEqual(kept(after));
        const words = (text: string) => text.split(" ").filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
        if (kept(after).length > 0)
          expect(2 * kept(after).length).toBeGreaterThanOrEqual(Math.min(words(a), words(b)));
      }),
      { numRuns: 500 },
    );
  });

  test("a text against itself has no marks", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(redline(text, text).line.filter(({ kind }) => kind !== "kept")).toEqual([]);
      }),
    );
  });
});
