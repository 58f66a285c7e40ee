import { expect, test } from "vitest";
import { readingTime, wholeSentences } from "./english.ts";

test.for([
  ["It leaked. Then it changed.", "It leaked."],
  [
    "It was handed over by Gen. Ada Byron in May. Nobody replied.",
    "It was handed over by Gen. Ada Byron in May.",
  ],
  ["He was removed by decree No. 627/2026. She stayed.", "He was removed by decree No. 627/2026."],
  ["Was it signed? No. It was read out.", "Was it signed?"],
  ["J. D. Byron of the U.S. Senate spoke. Mr. Babbage left.", "J. D. Byron of the U.S. Senate spoke."],
  ["No end", "No end"],
  ["", ""],
] as const)("the first sentence of “%s” is “%s”", ([text, first]) =>
  expect(wholeSentences(text, 0)).toBe(first),
);

test.for([
  ["all that fits", "One is here. Two is there.", 26, "One is here. Two is there."],
  ["no part of a sentence", "One is here. Two is there.", 25, "One is here."],
] as const)("%s", ([, text, limit, kept]) => expect(wholeSentences(text, limit)).toBe(kept));

test("a minute that has begun is a minute to read, and a tag is no word", () =>
  expect([239, 240].map((count) => readingTime(`${"word ".repeat(count)}<Fact id="a b" />.`))).toEqual([
    "1 minute",
    "2 minutes",
  ]));
