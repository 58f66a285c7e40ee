import { expect, test } from "vitest";
import { descriptionOfResult, titleOfResult } from "./search-result.ts";

test("a title has the name of the site where both fit, and is never cut", () => {
  expect(titleOfResult("t".repeat(43))).toBe(`${"t".repeat(43)} – Draft by Draft`);
  expect(titleOfResult("t".repeat(44))).toBe("t".repeat(44));
  expect(titleOfResult("t".repeat(90))).toBe("t".repeat(90));
});

test("a title that does not fit gives way to its shorter form, one that fits does not", () => {
  expect(titleOfResult("t".repeat(61), "Short")).toBe("Short – Draft by Draft");
  expect(titleOfResult("t".repeat(60), "Short")).toBe("t".repeat(60));
});

const first = `${"a".repeat(99)}.`;
const long = `${first} ${"B".repeat(99)}.`;

test("a description of texts and numbers ends with the last sentence that fits", () => {
  expect(descriptionOfResult(long, "draft", "plan", "Short.")).toBe(first);
  expect(descriptionOfResult(first, "draft", "plan", "Short.")).toBe(first);
  expect(descriptionOfResult(`${"a".repeat(160)}. B.`, "draft", "plan", "Short.")).toBe("Short.");
});

test("what is told of somebody is told to its end, or not at all", () => {
  for (const kind of ["event", "person", "day", "organisation", undefined] as const) {
    expect(descriptionOfResult(long, kind, "plan")).toBe(long);
    expect(descriptionOfResult(long, kind, "plan", "Short.")).toBe("Short.");
    expect(descriptionOfResult(first, kind, "plan", "Short.")).toBe(first);
  }
  expect(descriptionOfResult(long, "chart", "corruption", "Short.")).toBe("Short.");
});
