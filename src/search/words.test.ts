import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutCommon, words, wordsIn } from "./words.ts";

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
  ["king and wing", ["king", "wing"]],
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
