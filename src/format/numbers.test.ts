import { expect, test } from "vitest";
import { formatNumber, uncapitalize } from "./numbers.ts";

test("numbers have grouped digits and three decimals at most", () => {
  const written = [0, 7, 1000, 800_000, 1.5, 2.345, -1200, 0.004].map((value) => formatNumber(value));
  expect(written).toEqual(["0", "7", "1,000", "800,000", "1.5", "2.345", "-1,200", "0.004"]);
});

test("an initialism keeps its capitals within a sentence", () =>
  expect(["EU entry", "Élan", "A limit"].map(uncapitalize)).toEqual(["EU entry", "élan", "a limit"]));
