import { expect, test } from "vitest";
import { descriptionOfResult, titleOfResult } from "./search-result.ts";

test("a title has the name of the site where both fit, and is never cut", () => {
  expect(titleOfResult("t".repeat(43))).toBe(`${"t".repeat(43)} – Draft by Draft`);
  expect(titleOfResult("t".repeat(44))).toBe("t".repeat(44));
  expect(titleOfResult("t".repeat(90))).toBe("t".repeat(90));
});

const first = `${"a".repeat(99)}.`;
const long = `${first} ${"B".repeat(99)}.`;

test("a description of texts and numbers ends with the last sentence that fits", () => {
  expect(descriptionOfResult(long, "draft", "plan")).toBe(first);
  expect(descriptionOfResult(first, "draft", "plan")).toBe(first);
});

test("a first sentence that says too little brings all others", () => {
  const text = `A start. ${"B".repeat(200)}.`;
  expect(descriptionOfResult(text, "draft", "plan")).toBe(text);
});

test("what is told of somebody is told to its end", () => {
  for (const kind of ["event", "person", "day", "organisation", undefined] as const)
    expect(descriptionOfResult(long, kind, "plan")).toBe(long);
  expect(descriptionOfResult(long, "chart", "corruption")).toBe(long);
});
