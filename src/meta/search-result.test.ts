import { expect, test } from "vitest";
import { titleOfResult } from "./search-result.ts";

test("a title has the name of the site where both fit, and is never cut", () => {
  expect(titleOfResult("t".repeat(43))).toBe(`${"t".repeat(43)} – Draft by Draft`);
  expect(titleOfResult("t".repeat(44))).toBe("t".repeat(44));
  expect(titleOfResult("t".repeat(90))).toBe("t".repeat(90));
});

test("a title that does not fit gives way to its shorter form, one that fits does not", () => {
  expect(titleOfResult("t".repeat(61), "Short")).toBe("Short – Draft by Draft");
  expect(titleOfResult("t".repeat(60), "Short")).toBe("t".repeat(60));
});
