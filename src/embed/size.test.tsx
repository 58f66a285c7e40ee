import { describe, expect, test } from "vitest";
import type { Embeddable } from "../charts/embeddable.ts";
import { EMBED_LAYOUTS, embedDrawing } from "./embed-drawing.ts";
import {
  embedBox,
  embedHeight,
  embedHeightCss,
  embedRatios,
  FOOT,
  heightCss,
  WIDE_FROM,
  WIDE_MAX,
} from "./size.ts";

/** Something whose drawings have these heights before words are set around them. */
function embedOf(narrow: number, wide: number): Embeddable {
  const files = "/charts/chart";
  return {
    ...{ what: "chart", id: "chart", path: `${files}/`, files, title: "Title", subtitle: "Subtitle" },
    ...{ description: "", notes: [], topic: "plan", table: { columns: [], rows: [] }, sources: [] },
    key: () => [],
    draw: ({ name, width }) => ({
      width,
      height: { narrow, wide, full: wide }[name],
      hits: [],
      body: <g />,
    }),
  };
}
const EMBEDS: [name: string, embed: Embeddable][] = [
  ["flat", embedOf(60, 40)],
  ["square", embedOf(340, 600)],
  ["very tall", embedOf(3000, 4000)],
  ["wildly shaped", embedOf(2000, 100)],
];

/** The value of a CSS length of min, max, px and cqw in a container of `width` px. */
function evaluate(css: string, width: number): number {
  const script = css.replaceAll("100cqw", String(width)).replaceAll(/(\d)px/g, "$1");
  if (!/^[\d.,()*+\-\s]*$/.test(script.replaceAll(/\b(min|max)\(/g, "(")))
    throw new Error(`not a length: ${css}`);
  return new Function("min", "max", `return ${script}`)(Math.min, Math.max) as number;
}

describe.for(EMBEDS)("a %s drawing", ([, embed]) => {
  test("has the shape of its framed drawings", () => {
    const ratios = embedRatios(embed);
    for (const name of EMBED_LAYOUTS) {
      const { width, height } = embedDrawing(embed, name);
      expect(ratios[name]).toBeCloseTo(height / width, 4);
    }
  });

  test("grows with the frame, changes at two widths and stops growing at a third", () => {
    const { narrow, wide } = embedRatios(embed);
    expect(embedHeight(embed, 320)).toBe(Math.ceil(320 * narrow + FOOT));
    expect(embedHeight(embed, WIDE_FROM - 1)).toBe(Math.ceil((WIDE_FROM - 1) * narrow + FOOT));
    expect(embedHeight(embed, WIDE_FROM)).toBe(Math.ceil(WIDE_FROM * wide + FOOT));
    expect(embedHeight(embed, 2560)).toBe(Math.ceil(WIDE_MAX * wide + FOOT));
  });

  test("is reserved the same height by CSS at every width", () => {
    const css = embedHeightCss(embed);
    for (let width = 200; width <= 1200; width++)
      expect(Math.ceil(evaluate(css, width) - 1e-6), `${width} px`).toBe(embedHeight(embed, width));
  });

  test("is reserved it also at widths between two pixels, as zoomed pages have them", () => {
    const css = embedHeightCss(embed);
    // Browsers lay out in 64ths of a pixel.
    for (const change of [WIDE_FROM])
      for (let width = change - 2; width <= change + 2; width += 1 / 64)
        expect(Math.ceil(evaluate(css, width) - 1e-6), `${width} px`).toBe(embedHeight(embed, width));
  });
});

describe.for(EMBEDS)("the box of a %s drawing", ([, embed]) => {
  test("is high enough at every width, be it its height that is kept or its shape", () => {
    const box = embedBox(embed);
    for (let width = 280; width <= 1200; width += 10) {
      expect(embedHeight(embed, width), `${width} px`).toBeLessThanOrEqual(box.height);
      if (width <= 960)
        expect(embedHeight(embed, width), `shape, ${width} px`).toBeLessThanOrEqual(
          (width * box.height) / box.width,
        );
    }
  });
});

test("the height can be written with custom properties", () => {
  const [, embed] = EMBEDS[1]!;
  const names = EMBED_LAYOUTS.map((_, i) => `var(--${i})`);
  const ratios = embedRatios(embed);
  const written = EMBED_LAYOUTS.reduce(
    (css, name, i) => css.replaceAll(`var(--${i})`, `${ratios[name]}`),
    heightCss(names),
  );
  expect(written).toBe(embedHeightCss(embed));
});
