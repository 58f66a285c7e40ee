import fc from "fast-check";
import { expect, test } from "vitest";
import { normalize, parseExcerpt, withoutCommon, words, wordsIn } from "./words.ts";

test.each([
  ["frozen asset", "Frozen assets"],
  ["guarantees", "guarantee"],
  ["negotiating", "negotiated"],
  ["Elysee", "Élysée"],
  ["800,000", "800\u202f000"],
  ["Yermak", "Yermak’s"],
  ["800 000", "800,000"],
])("%s is found in %s", (query, text) => {
  const stems = wordsIn(text).map((word) => word.stem);
  for (const word of words(query)) expect(stems).toContain(word);
});

test.each([
  ["Securing troops", ["secur", "troop"]],
  ["kind and wind", ["kind", "wind"]],
  ["needs feeds", ["need", "feed"]],
  ["Red bed", ["red", "bed"]],
  ["F-16s in 2025", ["f", "16s", "2025"]],
  ["1.500 or 28bn", ["1.500", "28bn"]],
  ["bring string", ["bring", "str"]],
  ["policies, policy", ["policy"]],
  ["armies of the army", ["army"]],
  ["police policy", ["police", "policy"]],
  ["a unit of the United Nations", ["unit", "united", "nation"]],
  ["a plan of the plan", ["plan"]],
])("of %s is looked for %j", (query, expected) => expect(words(query)).toEqual(expected));

test("every word knows where it stands", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      let last = 0;
      for (const { from, to } of wordsIn(text)) {
        expect(from).toBeGreaterThanOrEqual(last);
        expect(to).toBeGreaterThan(from);
        last = to;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
  );
});

test("common words are left out, unless there is nothing else or the words are quoted", () => {
  expect(withoutCommon("what is the reassurance force?")).toBe("reassurance force?");
  expect(withoutCommon("who is who")).toBe("who is who");
  expect(withoutCommon("army  cap, who?! and WHO.")).toBe("army cap,");
  expect(withoutCommon('"coalition of the willing"')).toBe('"coalition of the willing"');
});

test.each([
  ["l’Ukraine", "l'Ukraine"],
  ["об’єкт", "об'єкт"],
  ["cœur, Œuvre, æ", "coeur, Oeuvre, ae"],
  ["800\u202f000 and 1\u00a0000\u2009000", "800000 and 1000000"],
  ["90 billion, 3.5 million", "90bn, 3.5m"],
  ["Mar\u2011a\u2011Lago", "Mar-a-Lago"],
  ["20\u00a0November", "20 November"],
])("%s is searched as %s", (text, expected) => {
  expect(normalize(text)).toBe(expected);
});

test("years side by side are not one number", () => {
  expect(normalize("in 2025 2026")).toBe("in 2025 2026");
});

test("what is normal stays as it is: index and query meet", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(normalize(normalize(text))).toBe(normalize(text));
    }),
  );
});

test("an excerpt is plain and found text in turn", () => {
  expect(parseExcerpt("the <mark>Rafale</mark> jets", "Title")).toEqual(["the ", "Rafale", " jets"]);
  expect(parseExcerpt("a <mark>ceasefire.</mark>", "Title")).toEqual(["a ", "ceasefire", "."]);
  expect(parseExcerpt("“a <mark>ceasefire?”</mark>", "Title")).toEqual(["“a ", "ceasefire", "?”"]);
  expect(parseExcerpt("the 1990's 'plan'", "Title")).toEqual(["the 1990’s 'plan’"]);
  expect(parseExcerpt("<mark>Yermak's</mark>", "Title")).toEqual(["", "Yermak’s", ""]);
});

test("what a text has of markup stays text", () => {
  expect(parseExcerpt("&lt;img src=x&gt; <mark>a</mark>", "Title")).toEqual(["<img src=x> ", "a", ""]);
});

test("an excerpt does not repeat the title", () => {
  expect(parseExcerpt("A <mark>Rafale</mark> deal. Signed in <mark>Paris</mark>", "A Rafale deal")).toEqual([
    "",
    "",
    "Signed in ",
    "Paris",
    "",
  ]);
});
