import { describe, expect, test } from "vitest";
import chartCss from "../styles/chart.css?raw";
import tokensCss from "../styles/tokens.css?raw";
import { flattenCss } from "./flatten-css.ts";

const TOKENS =
  ':root{color-scheme:light dark;--paper:light-dark(#fff,#000);--plan:light-dark(#00f,#88f);--sans:"A B",serif}';

describe("CSS for a renderer of pictures", () => {
  const cases: [name: string, css: string, light: string, dark: string][] = [
    ["a value of each scheme", ".a{fill:var(--paper)}", ".a{fill:#fff}", ".a{fill:#000}"],
    [
      "the font shorthand taken apart",
      ".a{x:y;font:600 22px/1.2 var(--sans);fill:red}",
      '.a{x:y;font-weight:600;font-size:22px;font-family:"A B",serif;fill:red}',
      '.a{x:y;font-weight:600;font-size:22px;font-family:"A B",serif;fill:red}',
    ],
    [
      "no at-rules, whatever is in them",
      "@media (forced-colors: active){.a{fill:Canvas}.b{c:d}}.e{f:g}@media print{}",
      ".e{f:g}",
      ".e{f:g}",
    ],
  ];
  test.for(cases)("has %s", ([, css, light, dark]) => {
    expect(flattenCss(TOKENS + css, "light")).toBe(light);
    expect(flattenCss(TOKENS + css, "dark")).toBe(dark);
  });

  test("rejects a property without a value", () =>
    expect(() => flattenCss(`${TOKENS}.a{fill:var(--papre)}`, "light")).toThrow(
      "no value of --papre in tokens.css",
    ));

  test("is made of the site's own style, each colour of the tokens in its scheme", () => {
    const colours = [...tokensCss.matchAll(/--(?:ink|paper|rule): light-dark\((#\w+), (#\w+)\)/g)];
    expect(colours).toHaveLength(3);
    const css = `${tokensCss}${chartCss}`;
    for (const [, light, dark] of colours) {
      expect(flattenCss(css, "light")).toContain(light);
      expect(flattenCss(css, "light")).not.toContain(dark);
      expect(flattenCss(css, "dark")).toContain(dark);
      expect(flattenCss(css, "dark")).not.toContain(light);
    }
    expect(flattenCss(css, "light")).not.toMatch(/var\(|light-dark|--|@|font:/);
  });
});
