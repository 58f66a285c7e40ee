import { describe, expect, test } from "vitest";
import { LAYOUTS } from "../charts/chart.ts";
import { metricsOf } from "../charts/lib/text.tsx";
import {
  elementCode,
  EMBED_MARGIN_PX,
  embedBox,
  type EmbedFacts,
  embedHeight,
  CREDIT_LINE_PX,
  FRAME_NARROW_MAX_PX,
  FRAME_WIDE_FROM_PX,
  frameCode,
  heightCss,
  oEmbed,
  oEmbedAddress,
  pictureCode,
} from "./codes.ts";

const SHAPES: [name: string, ratios: EmbedFacts["ratios"]][] = [
  ["flat", { narrow: 0.2, wide: 0.1 }],
  ["square", { narrow: 1.0123, wide: 1 }],
  ["wildly shaped", { narrow: 6, wide: 0.2 }],
];
const CHART: EmbedFacts = {
  what: "chart",
  id: "roses",
  title: 'Caps & "limits" <rose>',
  description: 'It <rose> & "fell".',
  root: "https://a.example/base/",
  page: "https://a.example/base/charts/roses/",
  files: "https://a.example/base/charts/roses",
  ratios: { narrow: 1.5, wide: 0.8 },
  pictures: { wide: { width: 1200, height: 800 }, narrow: { width: 750, height: 1000 } },
  site: "A Site",
  licence: { name: "CC BY 4.0", url: "https://licence.example/" },
};
const CLAUSE: EmbedFacts = {
  ...CHART,
  what: "clause",
  id: "clause/thorns",
  page: "https://a.example/base/clauses/flowers/#thorns",
  files: "https://a.example/base/clauses/thorns",
};
const LIGHT = { colours: "light", width: 600 } as const;
const CREDIT = `<a href="${CHART.page}">Chart: A Site</a>, <a href="${CHART.licence.url}">CC BY 4.0</a>`;

/** The value of a CSS length of min, max, px and cqw in a container of `width` px. */
function evaluate(css: string, width: number): number {
  const script = css.replaceAll("100cqw", String(width)).replaceAll(/(\d)px/g, "$1");
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- The browser would calculate it.
  const calculate = new Function("min", "max", `return ${script}`) as (min: object, max: object) => number;
  return calculate(Math.min, Math.max);
}

describe.for(SHAPES)("the height of a %s embed", ([, ratios]) => {
  test("in CSS is the exact height at every width, also between two pixels where the drawings change", () => {
    const css = heightCss(ratios);
    const widths = Array.from({ length: 1000 }, (_, i) => 200 + i);
    // Browsers lay out in 64ths of a pixel.
    for (let width = FRAME_WIDE_FROM_PX - 2; width <= FRAME_WIDE_FROM_PX + 2; width += 1 / 64)
      widths.push(width);
    for (const width of widths)
      expect(Math.ceil(evaluate(css, width) - 1e-6), `${width} px`).toBe(embedHeight(ratios, width));
  });

  test("is that of the wide drawing from the width on at which its letters are 13 px high", () => {
    const widths = [FRAME_WIDE_FROM_PX - 1, FRAME_WIDE_FROM_PX, 2560];
    const heights = widths.map((width) => embedHeight(ratios, width));
    expect(heights[0]).toBe(Math.ceil(FRAME_NARROW_MAX_PX * ratios.narrow + CREDIT_LINE_PX));
    expect(heights[1]).toBe(Math.ceil(FRAME_WIDE_FROM_PX * ratios.wide + CREDIT_LINE_PX));
    // It stops growing with that.
    expect(heights[2]).toBe(Math.ceil(760 * ratios.wide + CREDIT_LINE_PX));
    const scale = FRAME_WIDE_FROM_PX / (LAYOUTS.wide.width + 2 * EMBED_MARGIN_PX);
    expect(metricsOf("small").size * scale).toBeGreaterThanOrEqual(13);
  });

  test("never exceeds that of the box, be it the box's height that is kept or its shape", () => {
    const box = embedBox(ratios);
    for (let width = 280; width <= 960; width += 10)
      expect(embedHeight(ratios, width), `${width} px`).toBeLessThanOrEqual(
        Math.min(box.height, (width * box.height) / box.width),
      );
  });
});

describe("the exact frame", () => {
  const code = frameCode(CHART, LIGHT);
  test("has a name, loads late, and has its height in CSS and one that is enough without", () => {
    expect(code).toContain(' title="Caps &amp; &quot;limits&quot; &lt;rose&gt; – A Site" loading="lazy"');
    expect(code).toContain(`;height:${heightCss(CHART.ratios)}"></iframe>`);
    expect(code).toContain(` height="${embedBox(CHART.ratios).height}" `);
  });
  test("leaves its credit when a filter takes the frame out", () =>
    expect(code.replace(/<div.*<\/div>\n/, "")).toBe(`<p>${CREDIT}</p>`));
  test("gives the colours; none follow the reader", () => {
    expect(code).toContain(`src="https://a.example/base/embed/roses/#light"`);
    expect(frameCode(CHART, { ...LIGHT, colours: "auto" })).toContain(`embed/roses/" `);
  });
});

test("the element keeps its height and holds a link until its script is there", () => {
  expect(elementCode(CLAUSE, LIGHT)).toContain(
    `<draft-chart clause="thorns" theme="light" style="display:block;min-height:${heightCss(CHART.ratios)}"><a href="${CLAUSE.page}">`,
  );
  expect(elementCode(CHART, LIGHT)).toContain(
    '<script async src="https://a.example/base/embed.js"></script>',
  );
});

describe("the picture", () => {
  test("is narrow in narrow windows", () => {
    const sources = (facts: EmbedFacts) =>
      [...pictureCode(facts, LIGHT).matchAll(/src(?:set)?="[^"]*\/(\w+[^"/]*)"/g)].map((m) => m[1]);
    expect(sources(CHART)).toEqual(["roses-narrow.png", "roses.png"]);
    expect(sources(CLAUSE)).toEqual(["thorns.png"]);
  });
  test("has its text, its size and its credit", () => {
    const code = pictureCode(CHART, LIGHT);
    expect(code).toContain(' alt="It &lt;rose&gt; &amp; &quot;fell&quot;." width="600" height="400" ');
    expect(code).toContain(`<figcaption>${CREDIT}</figcaption>`);
  });
});

test("oEmbed has one box, and a quotation with a link before the frame, by which WordPress knows it", () => {
  const answer = oEmbed(CLAUSE);
  expect(answer).toMatchObject({ version: "1.0", type: "rich", ...embedBox(CLAUSE.ratios) });
  expect(answer.html).toMatch(
    /^<blockquote><a [^>]*>[^<]*<\/a><\/blockquote><div [^>]*><iframe src="https:\/\/a\.example\/base\/embed\/clause\/thorns\/" /,
  );
  expect(answer.html).toContain(` height="${answer.height}" `);
  expect([oEmbedAddress(CHART), oEmbedAddress(CLAUSE)]).toEqual([
    CHART.page,
    "https://a.example/base/embed/clause/thorns/",
  ]);
});
