import { describe, expect, test } from "vitest";
import type { Kind } from "../charts/drawing.ts";
import { charts } from "../content.ts";
import type { Chart } from "../views/read-charts.ts";
import { embedDrawing } from "./embed-drawing.ts";
import { embedHeight, embedHeightCss, embedRatios, FOOT, greatestHeight, heightCss, NARROW_MAX, WIDE_FROM, WIDE_MAX } from "./size.ts";

const [real] = charts as [Chart];

/** A chart whose drawings have these heights before words are set around them. */
function chartOf(narrow: number, wide: number): Chart {
  const kind: Kind<unknown> = {
    refuse: () => [],
    key: () => [],
    draw: (_, layout) => ({ width: layout.width, height: layout.name === "narrow" ? narrow : wide, hits: [], body: <g /> }),
  };
  return { ...real, id: "chart", title: "Title", subtitle: "Subtitle", kind };
}
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
      const { width, height } = embedDrawing(chart, name);
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

describe.for(CHARTS)("a %s chart where style is forbidden", ([, chart]) => {
  test("has room at every width", () => {
    for (let width = 200; width <= 1200; width += 10) expect(embedHeight(chart, width)).toBeLessThanOrEqual(greatestHeight(chart));
    expect([NARROW_MAX, WIDE_MAX].map((width) => embedHeight(chart, width))).toContain(greatestHeight(chart));
  });
});

test("the height can be written with custom properties", () => {
  const { narrow, wide } = embedRatios(real);
  expect(heightCss("var(--n)", "var(--w)").replaceAll("var(--n)", `${narrow}`).replaceAll("var(--w)", `${wide}`)).toBe(
    embedHeightCss(real),
  );
});
