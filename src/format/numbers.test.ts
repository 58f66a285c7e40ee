import { expect, test } from "vitest";
import { countInWords, formatNumber, plural, uncapitalize } from "./numbers.ts";

test("numbers have grouped digits and three decimals at most", () => {
  const written = [0, 7, 1000, 800_000, 1.5, 2.345, -1200, 0.004].map((value) => formatNumber(value));
  expect(written).toEqual(["0", "7", "1,000", "800,000", "1.5", "2.345", "-1,200", "0.004"]);
});

test("counts are words up to twelve, figures above", () =>
  expect([0, 1, 12, 13, 1200].map(countInWords)).toEqual(["none", "one", "twelve", "13", "1,200"]));

test("an initialism keeps its capitals within a sentence", () =>
  expect(["EU entry", "Élan", "A limit"].map(uncapitalize)).toEqual(["EU entry", "élan", "a limit"]));

test("a plural is anything but one", () => {
  expect([0, 1, 2].map((count) => plural(count, "draft"))).toEqual(["0 drafts", "1 draft", "2 drafts"]);
  expect(plural(2, "story", "stories")).toBe("2 stories");
});
