import { describe, expect, test } from "vitest";
import type { Kind } from "../charts/drawing.ts";
import { kinds } from "../charts/kinds.ts";
import { armyCap } from "../views/army-cap.ts";
import { SMALL } from "../views/plan-views.fixture.ts";
import type { Chart } from "../views/read-charts.ts";
import { frameChart } from "./framed-chart.ts";
import { EMBED_MARGIN, embedHeight, embedHeightCss, embedRatios, FOOT, NARROW_MAX, WIDE_FROM, WIDE_MAX } from "./size.ts";
import { attribute, iframeSnippet } from "./snippets.ts";

/** A chart whose drawings have these heights before words are set around them. */
function chartOf(narrow: number, wide: number): Chart {
  const kind: Kind<unknown> = {
    refuse: () => [],
    key: () => [],
    draw: (_, layout) => ({ width: layout.width, height: layout.name === "narrow" ? narrow : wide, hits: [], body: <g /> }),
  };
  return { id: "chart", topic: "plan", title: "Title", subtitle: "Subtitle", notes: [], full: false, kind, view: { ...armyCap(SMALL) } };
}
const real: Chart = { ...chartOf(0, 0), title: "The ceiling rose from 600,000 to 800,000", kind: kinds.lollipop as Kind<unknown> };
const CHARTS: [name: string, chart: Chart][] = [
  ["flat", chartOf(60, 40)],
  ["square", chartOf(340, 720)],
  ["very tall", chartOf(3000, 4000)],
  ["real", real],
];

/** The value of a CSS length of min, max, px and cqw in a container of `width` px. */
function evaluate(css: string, width: number): number {
  const script = css.replaceAll("100cqw", String(width)).replaceAll(/(\d)px/g, "$1");
  if (!/^[\d.,()*+\-\s]*$/.test(script.replaceAll(/\b(min|max)\(/g, "("))) throw new Error(`not a length: ${css}`);
  return new Function("min", "max", `return ${script}`)(Math.min, Math.max) as number;
}

describe.for(CHARTS)("a %s chart", ([, chart]) => {
  test("has the shape of its framed drawings", () => {
    const { narrow, wide } = embedRatios(chart);
    for (const [name, ratio] of [
      ["narrow", narrow],
      ["wide", wide],
    ] as const) {
      const { width, height } = frameChart(chart, name, EMBED_MARGIN, "");
      expect(ratio).toBeCloseTo(height / width, 4);
    }
  });

  test("grows with the frame, changes its drawing at one width and stops growing at another", () => {
    const { narrow, wide } = embedRatios(chart);
    expect(embedHeight(chart, 320)).toBe(Math.ceil(320 * narrow + FOOT));
    expect(embedHeight(chart, WIDE_FROM - 1)).toBe(Math.ceil(NARROW_MAX * narrow + FOOT));
    expect(embedHeight(chart, WIDE_FROM)).toBe(Math.ceil(WIDE_FROM * wide + FOOT));
    expect(embedHeight(chart, 2560)).toBe(Math.ceil(WIDE_MAX * wide + FOOT));
  });

  test("is reserved the same height by CSS at every width", () => {
    const css = embedHeightCss(chart);
    for (let width = 200; width <= 1200; width++)
      expect(Math.ceil(evaluate(css, width) - 1e-6), `${width} px`).toBe(embedHeight(chart, width));
  });

  test("is reserved it also at widths between two pixels, as zoomed pages have them", () => {
    const css = embedHeightCss(chart);
    // Browsers lay out in 64ths of a pixel.
    for (let width = WIDE_FROM - 2; width <= WIDE_FROM + 2; width += 1 / 64)
      expect(Math.ceil(evaluate(css, width) - 1e-6), `${width} px`).toBe(embedHeight(chart, width));
  });
});

describe("the code to copy", () => {
  const chart = { ...real, title: 'Caps & "limits" <rose>' };
  const snippet = iframeSnippet(chart, 'https://a.example/embed/army-cap/?a=1&b="2"', "Draft & Draft");

  test("is one frame with its address and name, escaped", () => {
    expect(snippet.match(/<iframe /g)).toHaveLength(1);
    expect(snippet).toContain(' src="https://a.example/embed/army-cap/?a=1&amp;b=&quot;2&quot;"');
    expect(snippet).toContain(' title="Caps &amp; &quot;limits&quot; &lt;rose&gt; – Draft &amp; Draft"');
    expect(snippet).toMatch(/<\/iframe><\/div>$/);
  });

  test("loads late, and reserves its height inside a container of its own", () => {
    expect(snippet).toMatch(/^<div style="container-type:inline-size"><iframe /);
    expect(snippet).toContain(' loading="lazy"');
    // A browser that does not know the second height keeps the first.
    expect(snippet).toContain(`height:480px;height:${embedHeightCss(chart)}"`);
  });

  test("asks for no script", () => expect(snippet).not.toMatch(/<script|\son\w+=|javascript:/));
});

test("text in an attribute cannot leave it", () => {
  expect(attribute(`"><script>&quot;'`)).toBe("&quot;&gt;&lt;script&gt;&amp;quot;'");
  expect(attribute("plain – text")).toBe("plain – text");
});
