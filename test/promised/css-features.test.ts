import { expect, it } from "vitest";
import { RIGHT } from "../../src/oldest-browsers.ts";
import { since, younger } from "./compat-data.ts";
import { cssFeatures } from "./css-features.ts";

const lateIn = (css: string) => younger(cssFeatures(css), RIGHT);

it.each([
  ["a { color: light-dark(#fff, #000) }", ["css.types.color.light-dark"]],
  ["a { --x: light-dark(#fff, #000) }", ["css.types.color.light-dark"]],
  ["a:has(b) { gap: 1px }", ["css.selectors.has"]],
  ["@container (min-width: 1px) { a { color: red } }", ["css.at-rules.container"]],
  ["a { text-wrap: balance }", ["css.properties.text-wrap", "css.properties.text-wrap.balance"]],
  [
    "a { -webkit-text-decoration: underline red; text-decoration: underline var(--x) }",
    ["css.properties.text-decoration.includes_color-and-style"],
  ],
])("what is young in %s", (css, features) => expect(lateIn(css)).toEqual(features));

it.each([
  "a { color: red; display: grid; gap: 1px }",
  "@supports selector(:has(a)) { a:has(b) { color: red } }",
  "a { -webkit-box-decoration-break: clone; box-decoration-break: clone }",
])("nothing is young in %s", (css) => expect(lateIn(css)).toEqual([]));

it("a name that the data does not know is an error, not old", () => {
  expect(() => cssFeatures("a:hoover { color: red }")).toThrow(":hoover");
  expect(() => since("css.properties.colour")).toThrow("css.properties.colour");
});
