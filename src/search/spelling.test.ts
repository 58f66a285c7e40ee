import { expect, test } from "vitest";
import { correct, isNear, type Variants } from "./spelling.ts";

const VARIANTS: Variants = {
  kowalskyy: "Kowalsky",
  ковальський: "Kowalsky",
  "jan kowalsky": "Kowalsky",
  kowalsky: "Kowalsky",
  kowalska: "Kowalska",
  danzig: "Gdansk",
  miller: "Miller",
  steiner: "Steiner",
};

const isKnown = (word: string) => Promise.resolve(word === "steines");

test.each([
  ["Kowalskyy in Danzig", "Kowalsky in Gdansk"],
  ["Ковальський", "Kowalsky"],
  ["Jan Kowalsky resigns", "Kowalsky resigns"],
  ['"Danzig talks" in Danzig', '"Danzig talks" in Gdansk'],
  ["“Danzig talks", "“Danzig talks"],
  ["constructor toString __proto__", "constructor toString __proto__"],
  ["steine", "Steiner"],
  ["kowalksy  in Gdansk", "Kowalsky  in Gdansk"],
  ['"kowalksy" and kowalksy', '"kowalksy" and Kowalsky'],
  ["Kovalskj", "Kowalsky"],
  ["stainor", "stainor"],
  ["kawalskii", "Kowalsky"],
  ["steines", "steines"],
])("%s becomes %s", async (typed, expected) =>
  expect(await correct(typed, VARIANTS, isKnown)).toBe(expected),
);

test.each([
  ["frankiln", "franklin", true],
  ["franklin", "frenklin", true],
  ["franklin", "frnaklni", false],
  ["franklin", "franklin", true],
  ["aa", "aaa", true],
])("%s and %s are one letter apart: %s", (a, b, expected) => {
  expect(isNear(a, b)).toBe(expected);
  expect(isNear(b, a)).toBe(expected);
});
