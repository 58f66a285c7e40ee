import { expect, test } from "vitest";
import { correct, isOneLetterOff, nameKey, ownSpellings, type Variants } from "./spelling.ts";

const VARIANTS: Variants = {
  zelenskyy: "Zelensky",
  зеленський: "Zelensky",
  "volodymyr zelensky": "Zelensky",
  zelensky: "Zelensky",
  zelenska: "Zelenska",
  kiev: "Kyiv",
  yermak: "Yermak",
  witkoff: "Witkoff",
};

const isKnown = (word: string) => Promise.resolve(word === "witkofs");

test.each([
  ["Zelenskyy in Kiev", "Zelensky in Kyiv"],
  ["Зеленський", "Zelensky"],
  ["Volodymyr Zelensky resigns", "Zelensky resigns"],
  ['"Kiev talks" in Kiev', '"Kiev talks" in Kyiv'],
  ["“Kiev talks", "“Kiev talks"],
  ["kyivan", "kyivan"],
  ["randolph", "randolph"],
  ["constructor toString __proto__", "constructor toString __proto__"],
  ["witkof", "Witkoff"],
  ["zelenksy  in Kyiv", "Zelensky  in Kyiv"],
  ['"zelenksy" and zelenksy', '"zelenksy" and Zelensky'],
  ["yermka", "Yermak"],
  ["witkofs", "witkofs"],
])("%s becomes %s", async (typed, expected) =>
  expect(await correct(typed, VARIANTS, isKnown)).toBe(expected),
);

test("the index gets the site’s spelling of names that a text spells otherwise, and of no others", () => {
  expect(ownSpellings("Zelenskyy left Kiev for Kyiv", VARIANTS)).toEqual(["Zelensky"]);
});

test.each([
  ["frankiln", "franklin", true],
  ["franklin", "frankln", true],
  ["franklin", "frenklin", true],
  ["franklin", "frnaklni", false],
  ["franklin", "franklin", false],
  ["aa", "aaa", true],
])("%s and %s are one letter apart: %s", (a, b, expected) => {
  expect(isOneLetterOff(a, b)).toBe(expected);
  expect(isOneLetterOff(b, a)).toBe(expected);
});

test.each([
  ["Who wants what?", "who wants what"],
  ["GUARANTEES", "guarantee"],
  ["“Peace Council”", "peace council"],
  ["Alliance’s role", "alliance's role"],
])("%s is known as %s", (typed, key) => expect(nameKey(typed)).toBe(key));
