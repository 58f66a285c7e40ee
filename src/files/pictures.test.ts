import { Resvg } from "@resvg/resvg-js";
import { describe, expect, test } from "vitest";
import { readDrawing, textFaults } from "../charts/lib/read-drawing.fixture.ts";
import { frameDrawing } from "./render-drawing.tsx";
import { charts, embeds, ledger } from "../content/content.ts";
import { LAYOUTS } from "../charts/chart.ts";
import { chartStyle } from "../styles/chart-style.ts";
import { EMBED_MARGIN_PX, embedHeight } from "../embed/codes.ts";
import { embedFacts } from "../embed/embed.ts";
import { flattenCss, pictureWidth, svgFile } from "./pictures.ts";

const SOURCE_LINE = `${"Sources: AP, Axios and 12 others. ".repeat(4)}CC BY 4.0.`;

describe.for(embeds)("$id with its words around it", (chart) => {
  test.for([
    ["narrow", EMBED_MARGIN_PX, ""],
    ["wide", EMBED_MARGIN_PX, ""],
    ["wide", 24, SOURCE_LINE],
  ] as const)("has all of them inside and apart: %s, margin %i", ([name, margin, sourceLine]) => {
    const framed = frameDrawing(chart.draw(LAYOUTS[name]), chart, margin, sourceLine);
    expect(textFaults(framed)).toEqual([]);
    const words = readDrawing(framed)
      .texts.map(({ text }) => text)
      .join(" ");
    for (const part of [chart.title, chart.subtitle, sourceLine]) expect(words).toContain(part);
  });
});

test.for(embeds.filter(({ what }) => what === "clause"))(
  "$id is well-formed XML, the same each time",
  (embed) => {
    const svg = svgFile(ledger, embed);
    expect(new Resvg(svg).width).toBe(688);
    expect(svgFile(ledger, embed)).toBe(svg);
  },
);

test.for(charts)("$id is 800 px high at most in any frame, and 680 in one of 640", (embed) => {
  const { ratios } = embedFacts(ledger, embed);
  for (let width = 320; width <= 760; width += 10)
    expect(embedHeight(ratios, width), `${width} px`).toBeLessThanOrEqual(width === 640 ? 680 : 800);
});

test("a drawing that is very high has a narrower picture", () => {
  expect(pictureWidth({ width: 688, height: 688 }, "wide")).toBe(1200);
  expect(pictureWidth({ width: 688, height: 1376 }, "wide")).toBe(600);
});

const TOKENS =
  ':root{color-scheme:light dark;--paper:light-dark(#fff,#000);--plan:light-dark(#00f,#88f);--sans:"A B",serif}';

describe("CSS for a renderer of pictures", () => {
  const cases: [name: string, css: string, light: string, dark?: string][] = [
    ["a value of each scheme", ".a{fill:var(--paper)}", ".a{fill:#fff}", ".a{fill:#000}"],
    [
      "the font shorthand taken apart",
      ".a{x:y;font:600 22px/1.2 var(--sans);fill:red}",
      '.a{x:y;font-weight:600;font-size:22px;font-family:"A B",serif;fill:red}',
    ],
    [
      "no at-rules, whatever is in them",
      "@media (forced-colors: active){.a{fill:Canvas}.b{c:d}}.e{f:g}@media print{}",
      ".e{f:g}",
    ],
  ];
  test.for(cases)("has %s", ([, css, light, dark = light]) => {
    expect(flattenCss(TOKENS + css, "light")).toBe(light);
    expect(flattenCss(TOKENS + css, "dark")).toBe(dark);
  });

  test("rejects a property without a value", () =>
    expect(() => flattenCss(`${TOKENS}.a{fill:var(--papre)}`, "light")).toThrow(
      "no value of --papre in tokens.css",
    ));

  test("has nothing else in the site's own style", () =>
    expect(flattenCss(chartStyle(), "light")).not.toMatch(/var\(|light-dark|--|@|font:/));
});
