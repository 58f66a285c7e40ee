import fc from "fast-check";
import { expect, test } from "vitest";
import { redline, type Run } from "./redline.ts";

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
