import { expect, test } from "vitest";
import { charts } from "../content.ts";
import { wholeSentences } from "./whole-sentences.ts";

test.for([
  ["all that fits", "One is here. Two is there.", 26, "One is here. Two is there."],
  ["no part of a sentence", "One is here. Two is there.", 25, "One is here."],
  ["a point in a number is no end", "It was $7.4m in all. Then it rose.", 30, "It was $7.4m in all."],
  ["a first sentence that is too long", "One is here. Two is there.", 5, "One is here."],
  ["text without an end", "No end at all", 5, "No end at all"],
  ["nothing", "", 5, ""],
] as const)("%s", ([, text, limit, kept]) => expect(wholeSentences(text, limit)).toBe(kept));

test.for(charts)("the description of $id for search engines ends with a sentence", ({ view }) => {
  const kept = wholeSentences(view.description, 300);
  expect(kept).toMatch(/[.”)]$/);
  expect(kept.length).toBeLessThanOrEqual(300);
  expect(view.description.slice(kept.length)).toMatch(/^( \S|$)/);
});
