import { describe, expect, test } from "vitest";
import chartCss from "../styles/chart.css?raw";
import tokensCss from "../styles/tokens.css?raw";
import frameScript from "./frame-script.js?raw";
import { minifyCss, minifyScript } from "./minify.ts";

describe("CSS", () => {
  const cases: [name: string, css: string, small: string][] = [
    [
      "loses comments, line breaks and needless spaces",
      "/* a */\n.a,\n.b > .c {\n  color: red;\n  margin: 0 1px;\n}\n",
      ".a,.b>.c{color:red;margin:0 1px}",
    ],
    ["loses comments over several lines, each by itself", "/* a\n * b */.a{}/* c */.b{}", ".a{}.b{}"],
    ["keeps the spaces that join selectors and values", ".a .b { font: 400 14px/1.4 var(--sans) }", ".a .b{font:400 14px/1.4 var(--sans)}"],
    ["keeps the spaces that a sum needs", ".a { width: calc(100% - 2px + 1em) }", ".a{width:calc(100% - 2px + 1em)}"],
    [
      "keeps the spaces around and and or",
      "@media (min-width: 1px) and (color) or (hover) { .a { b: c } }",
      "@media (min-width:1px) and (color) or (hover){.a{b:c}}",
    ],
    ["keeps custom properties", ":root { --ink: #111; }", ":root{--ink:#111}"],
    ["has nothing to do", "", ""],
  ];
  test.for(cases)("%s", ([, css, small]) => expect(minifyCss(css)).toBe(small));

  test("is not changed by a second run", () => {
    const once = minifyCss(tokensCss + chartCss);
    expect(minifyCss(once)).toBe(once);
  });

  test("of the embeds says the same as before, and says it shorter", () => {
    const css = tokensCss + chartCss;
    const small = minifyCss(css);
    expect(css.length).toBeGreaterThan(1000);
    expect(small.length).toBeLessThan(css.length * 0.9);
    // What the little minifier cannot do: a space before a colon that joins a selector to a pseudo-class of any element.
    expect(css).not.toMatch(/[\w.)\]] :[a-z-]+[^;{}]*\{/);
    expect(declarations(small)).toEqual(declarations(css));
  });
});

/** Selectors and declarations in order, without comments and with single spaces only where words meet. */
function declarations(css: string): string[] {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .split(/[{};]/)
    .map((part) =>
      part
        .replace(/\s+/g, " ")
        .replace(/ ?([:,>]) ?/g, "$1")
        .trim(),
    )
    .filter(Boolean);
}

describe("a script", () => {
  test("loses comment lines, blank lines and indentation, and nothing else", () => {
    expect(minifyScript('// Why.\n(() => {\n  const url = "https://a.example"; // kept\n\n  // Why.\n  go(url);\n})();\n')).toBe(
      '(() => {\nconst url = "https://a.example"; // kept\ngo(url);\n})();',
    );
  });

  test("of the embeds is the same code, line by line, and still parses", () => {
    const code = (script: string) =>
      script
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "" && !/^\/\//.test(line));
    expect(code(minifyScript(frameScript))).toEqual(code(frameScript));
    expect(minifyScript(frameScript).length).toBeLessThan(frameScript.length);
    expect(() => new Function(minifyScript(frameScript))).not.toThrow();
    // What the little minifier cannot do: text over several lines.
    expect(frameScript.split("\n").filter((line) => (line.match(/`/g) ?? []).length % 2 === 1 && !line.trim().startsWith("//"))).toEqual(
      [],
    );
  });
});
