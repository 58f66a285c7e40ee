import { expect, test } from "vitest";
import type { Scheme } from "../files/pictures.ts";
import { contrast, PAPER, SIDE_COLOURS } from "../site.ts";
import tokensCss from "../styles/tokens.css?raw";

/** `token("paper").light` is `#fbfaf5`. */
function token(name: string): Record<Scheme, string> {
  const [, light = "", dark = ""] =
    new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(tokensCss) ?? [];
  return { light, dark };
}

const SCHEMES = ["light", "dark"] as const;
const INKS = ["ink", "ink-2", "struck", "inserted"];
const PAIRS = [
  ["gone", "paper"],
  ...INKS.flatMap((ink) => ["paper", "wash"].map((ground) => [ink, ground])),
] as [string, string][];

test.each(PAIRS)("text in %s on %s has the 7 to 1 of WCAG's level AAA", (ink, ground) => {
  for (const theme of SCHEMES)
    expect(contrast(token(ink)[theme], token(ground)[theme]), theme).toBeGreaterThanOrEqual(7);
});

test.each(SIDE_COLOURS)("the colour of a side, $light, has the 4.5 to 1 of level AA on paper", (colour) => {
  expect(PAPER).toEqual(token("paper"));
  for (const theme of SCHEMES)
    expect(contrast(colour[theme], PAPER[theme]), theme).toBeGreaterThanOrEqual(4.5);
});

test("marks have 3 to 1 on paper", () => {
  for (const theme of SCHEMES)
    expect(contrast(token("mark")[theme], PAPER[theme]), theme).toBeGreaterThanOrEqual(3);
});
