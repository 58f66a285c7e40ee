import fc from "fast-check";
import { expect, test } from "vitest";
import { normalise } from "./normalise.ts";

test.each([
  ["l’Ukraine", "l'Ukraine"],
  ["об’єкт", "об'єкт"],
  ["cœur, Œuvre, æ", "coeur, Oeuvre, ae"],
  ["800\u202f000 and 1\u00a0000\u2009000", "800000 and 1000000"],
  ["90 billion, 3.5 million", "90bn, 3.5m"],
  ["Mar\u2011a\u2011Lago", "Mar-a-Lago"],
  ["20\u00a0November", "20 November"],
])("%s is searched as %s", (text, expected) => {
  expect(normalise(text)).toBe(expected);
});

test("years side by side are not one number", () => {
  expect(normalise("in 2025 2026")).toBe("in 2025 2026");
});

test("what is normal stays as it is: index and query meet", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(normalise(normalise(text))).toBe(normalise(text));
    }),
  );
});
