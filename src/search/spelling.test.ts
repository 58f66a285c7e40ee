import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nameKey, correct, distance, ownSpellings, spell, suggest, type Variants } from "./spelling.ts";

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

describe("spell", () => {
  test.each([
    ["Zelenskyy in Kiev", "Zelensky in Kyiv"],
    ["Зеленський", "Zelensky"],
    ["Volodymyr Zelensky resigns", "Zelensky resigns"],
    ["witkof", "witkof"],
    ["randolph", "randolph"],
    ['"Kiev talks" in Kiev', '"Kiev talks" in Kyiv'],
    ["“Kiev talks", "“Kiev talks"],
    ["kyivan", "kyivan"],
    ["constructor toString __proto__", "constructor toString __proto__"],
  ])("%s becomes %s", (typed, expected) => {
    expect(spell(typed, VARIANTS)).toBe(expected);
  });
});

describe("correct", () => {
  const held = (word: string) => Promise.resolve(word === "witkofs");
  test.each([
    ["witkof", "Witkoff"],
    ["zelenksy  in Kyiv", "Zelensky  in Kyiv"],
    ['"zelenksy" and zelenksy', '"zelenksy" and Zelensky'],
    ["yermka", "Yermak"],
    ["kyivan", "kyivan"],
    ["franklin", "franklin"],
    ["witkofs", "witkofs"],
  ])("%s becomes %s", async (typed, expected) => expect(await correct(typed, VARIANTS, held)).toBe(expected));
});

test("the index gets the site’s spelling of names that a text spells otherwise, and of no others", () => {
  expect(ownSpellings("Zelenskyy left Kiev for Kyiv", VARIANTS)).toEqual(["Zelensky"]);
});

test("what is two letters off is offered, not taken", () => {
  expect(spell("Xermk", VARIANTS)).toBe("Xermk");
  expect(suggest("who is Xermk", VARIANTS)).toEqual(["who is Yermak"]);
});

test.for(["ab", "ki", "NAB", "e"])("for %s, too short to be a slip, nothing is offered", (typed) =>
  expect(suggest(typed, { ...VARIANTS, e3: "E3", набу: "NABU" })).toEqual([]),
);

describe("distance", () => {
  const text = fc.string({ maxLength: 8 });
  test("is nought for the same, alike both ways, and no more than the longer text", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(distance(a, b) === 0).toBe(a === b);
        expect(distance(a, b)).toBe(distance(b, a));
        expect(distance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
  test("counts two letters that changed places once", () => expect(distance("frankiln", "franklin")).toBe(1));
});

test.each([
  ["Who wants what?", "who wants what"],
  ["“Peace Council”", "peace council"],
  ["Alliance’s role", "alliance's role"],
])("%s is known as %s", (typed, key) => expect(nameKey(typed)).toBe(key));
