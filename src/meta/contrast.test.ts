import { expect, test } from "vitest";
import type { Scheme } from "../files/flatten-css.ts";
import tokensCss from "../styles/tokens.css?raw";

/** `token("paper").light` is `#fbfaf5`. */
function token(name: string): Record<Scheme, string> {
  const [, light = "", dark = ""] =
    new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(tokensCss) ?? [];
  return { light, dark };
}

/** Relative luminance of `#rrggbb`, as WCAG 2 has it. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [less = 0, more = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (more + 0.05) / (less + 0.05);
}

const PAIRS = [
  ...["ink", "ink-2", "struck", "inserted"].flatMap((ink) => [
    [ink, "paper"] as const,
    [ink, "wash"] as const,
  ]),
];

test.each(PAIRS)("text in %s on %s has the 7 to 1 of WCAG's level AAA", (ink, ground) => {
  for (const theme of ["light", "dark"] as const)
    expect(contrast(token(ink)[theme], token(ground)[theme]), theme).toBeGreaterThanOrEqual(7);
});

test.each(["blue", "teal", "plum"])("the accent %s has the 4.5 to 1 of level AA on paper", (accent) => {
  for (const theme of ["light", "dark"] as const)
    expect(contrast(token(accent)[theme], token("paper")[theme]), theme).toBeGreaterThanOrEqual(4.5);
});
