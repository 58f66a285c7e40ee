import fc from "fast-check";
import { expect, test } from "vitest";
import { correct, isNear, normalize, parseExcerpt, type Variants, withoutCommon } from "./words.ts";

test("common words are omitted, unless the query has no others", () => {
  expect(withoutCommon("what is the reassurance force?")).toBe("reassurance force?");
  expect(withoutCommon("who is who")).toBe("who is who");
  expect(withoutCommon("army  cap, who?! and WHO.")).toBe("army cap,");
  expect(withoutCommon("what May 1866 may bring")).toBe("May 1866 bring");
});

test.each([
  ["l’Italie", "l'Italie"],
  ["об’єкт", "об'єкт"],
  ["cœur, Œuvre, æ", "coeur, Oeuvre, ae"],
  ["800\u202f000 and 1\u00a0000\u2009000", "800000 and 1000000"],
  ["90 billion, 3.5 million", "90bn, 3.5m"],
  ["Port\u2011au\u2011Prince", "Port-au-Prince"],
  ["20\u00a0November", "20 November"],
  // Years side by side are not one number.
  ["in 2025 2026", "in 2025 2026"],
])("%s is searched as %s", (text, expected) => {
  expect(normalize(text)).toBe(expected);
});

test("what is normal stays as it is: index and query meet", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(normalize(normalize(text))).toBe(normalize(text));
    }),
  );
});

test("an excerpt is plain and found text in turn; what a text has of markup stays text", () => {
  expect(parseExcerpt("the <mark>Airbus</mark> jets", "Title")).toEqual(["the ", "Airbus", " jets"]);
  expect(parseExcerpt("a <mark>ceasefire.</mark>", "Title")).toEqual(["a ", "ceasefire", "."]);
  expect(parseExcerpt("“a <mark>ceasefire?”</mark>", "Title")).toEqual(["“a ", "ceasefire", "?”"]);
  expect(parseExcerpt("the 1990's 'plan'", "Title")).toEqual(["the 1990’s 'plan’"]);
  expect(parseExcerpt("<mark>Miller's</mark>", "Title")).toEqual(["", "Miller’s", ""]);
  expect(parseExcerpt("&lt;img src=x&gt; <mark>a</mark>", "Title")).toEqual(["<img src=x> ", "a", ""]);
});

test("an excerpt does not repeat the title", () => {
  expect(parseExcerpt("A <mark>Airbus</mark> deal. Signed in <mark>Paris</mark>", "A Airbus deal")).toEqual([
    "",
    "",
    "Signed in ",
    "Paris",
    "",
  ]);
});

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
