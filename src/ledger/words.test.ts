import { describe, expect, test } from "vitest";
import { countWords, findExcerpt, haveSameWords, normalizeWord, splitWords } from "./words.ts";

describe("words are compared", () => {
  test.for([
    ["To be ineligible a second time", "to be ineligible, a second time;"],
    ["fortunes, & our sacred honour", "Fortunes and our sacred Honour"],
    ["the “three fifths” — of all", "the 'three fifths' of all"],
    ["by two-thirds of each", "by two thirds of each"],
    ["a U.S.-led force of 600,000", "a US–led force of 600000"],
  ])("without case, punctuation and typographic signs: %s", ([a, b]) =>
    expect(haveSameWords(a!, b!)).toBe(true),
  );
  test("and in all else to the letter", () => {
    expect(haveSameWords("1.5 million", "15 million")).toBe(false);
    expect(haveSameWords("unremitting injuries", "repeated injuries")).toBe(false);
    expect(normalizeWord("$100")).toBe("$100");
    expect(haveSameWords("a term of —— years", "a term of years")).toBe(false);
  });
});

describe("an excerpt", () => {
  const passage = splitWords(
    "The Executive shall not be re-elected, and — for seven years — shall receive “a fixed” pay.",
  );
  test.for([
    ["shall not be re-elected", 2, 7],
    ["The Executive […] shall receive", 0, 13],
    ["“a fixed” pay", 13, 16],
  ] as const)("is found in its passage: %s", ([words, ...range]) =>
    expect(findExcerpt(passage, words)).toEqual(range),
  );
  test("is found before a dash without spaces", () =>
    expect(findExcerpt(splitWords("In such States—that the object is"), "such States")).toEqual([1, 3]));
  test.for([
    "shall be re-elected",
    "the executive shall",
    "shall receive […] The Executive",
    "a fixed salary",
  ])("is not found where a word, a letter or the order differs: %s", (words) =>
    expect(findExcerpt(passage, words)).toBeUndefined(),
  );
});

test("a gap and a dash are not words", () =>
  expect(countWords("Ukraine — […] receives 100 … percent")).toBe(4));
