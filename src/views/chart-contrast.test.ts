import { toMarkup } from "../charts/markup.ts";
import { describe, expect, it } from "vitest";
import { allCases } from "../charts/cases/all-cases.ts";
import type { Cases } from "../charts/cases/cases.ts";
import { type Drawing, LAYOUTS } from "../charts/drawing.ts";
import { GLYPHS } from "../charts/glyphs.tsx";
import { type DrawnElement, readDrawing } from "../charts/read-drawing.ts";
import { readLedger } from "../ledger/read-ledger.ts";
import chartCss from "../styles/chart.css?raw";
import tokensCss from "../styles/tokens.css?raw";
import { readCharts } from "./read-charts.ts";

const charts = readCharts("content/charts", readLedger("content/ledger"));
const THEMES = ["light", "dark"] as const;
const TOPICS = ["plan", "france", "corruption"] as const;

/** What carries nothing that is not said otherwise: grid, ground, silhouettes; a tile's state is told by its sign. */
const GROUND = new Set([
  "paper",
  "hair",
  "rule",
  "land",
  "tile",
  "tile-strong",
  "tile-ground",
  "inserted-ground",
]);

/** Classes with the colours they set, from the weakest selector to the strongest; `@media` left out. */
const rules = [
  ...chartCss
    .replace(/\/\*.*?\*\//gs, "")
    .replace(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}/g, "")
    .matchAll(/([^{}]+)\{([^{}]*)\}/g),
]
  .flatMap(([, selectors = "", body = ""]) =>
    selectors.split(",").map((selector) => ({
      classes: [...selector.matchAll(/\.([\w-]+)/g)]
        .map(([, name]) => name!)
        .filter((name) => name !== "chart"),
      colours: Object.fromEntries(
        [...body.matchAll(/(?:^|;)\s*(fill|stroke):\s*([^;]+)/g)].map(([, property, value]) => [
          property!,
          value!.trim(),
        ]),
      ),
      element: /\s[a-z]+\s*$/.test(selector),
    })),
  )
  .filter(({ element }) => !element)
  .sort((a, b) => a.classes.length - b.classes.length);

function coloursOf(look: string): { fill?: string; stroke?: string } {
  const classes = look.split(" ");
  return Object.assign(
    {},
    ...rules
      .filter((rule) => rule.classes.every((name) => classes.includes(name)))
      .map(({ colours }) => colours),
  );
}

/** Red, green and blue of a colour of the style sheet. */
function rgb(colour: string, theme: (typeof THEMES)[number], topic: string): number[] {
  const token = /^var\(--([\w-]+)/.exec(colour)?.[1];
  if (!token) throw new Error(`the colour ${colour} is no token`);
  const name = token === "accent" ? topic : token;
  const pair = new RegExp(`--${name}: light-dark\\(#(\\w{6}), #(\\w{6})\\)`).exec(tokensCss);
  if (!pair) throw new Error(`there is no token --${name}`);
  return pair[theme === "light" ? 1 : 2]!.match(/../g)!.map((part) => parseInt(part, 16));
}

/** Contrast as WCAG 2 has it. */
function contrast(a: readonly number[], b: readonly number[]): number {
  const luminance = (colour: readonly number[]) =>
    colour
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i]!, 0);
  const [bright, dim] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (bright + 0.05) / (dim + 0.05);
}

/** Fill of the last tile or level below a point. */
function groundAt(elements: readonly DrawnElement[], x: number, y: number): string {
  const below = elements.findLast(({ name, attributes, dx, dy }) => {
    const [left, top, width, height] = ["x", "y", "width", "height"].map((key) =>
      Number(attributes[key]),
    ) as [number, number, number, number];
    const inside = x > left + dx && x < left + dx + width && y > top + dy && y < top + dy + height;
    return (
      name === "rect" &&
      inside &&
      /(^| )(tile|tile-strong|level|inserted-ground)( |$)/.test(attributes.class ?? "")
    );
  });
  return coloursOf(below?.attributes.class ?? "paper").fill!;
}

/** Every colour of text and marks that stands out too little from what lies below it. */
function weak(drawing: Drawing): string[] {
  const { elements, texts } = readDrawing(drawing);
  const inks = [
    ...elements
      .filter(({ name }) => name === "text" || name === "tspan")
      .map((element) => ({ element, look: element.attributes.class ?? "", least: 4.5 })),
    ...elements
      .filter(
        ({ name, attributes }) =>
          name !== "text" &&
          name !== "tspan" &&
          attributes.class &&
          !attributes.class.split(" ").some((part) => GROUND.has(part)),
      )
      .map((element) => ({ element, look: element.attributes.class!, least: 3 })),
    ...elements
      .filter(({ name }) => name === "use")
      .flatMap((element) => {
        const looks = [
          ...toMarkup(GLYPHS[element.attributes.href!.slice(1)]!).matchAll(/class="([^"]+)"/g),
        ].map(([, look]) => look!);
        return looks.filter((look) => !GROUND.has(look)).map((look) => ({ element, look, least: 3 }));
      }),
  ];
  expect(inks.length >= texts.length).toBe(true);
  const seen = new Set<string>();
  return inks.flatMap(({ element, look, least }) => {
    const { attributes, dx, dy } = element;
    const ground = attributes.class?.includes("level")
      ? "var(--paper)"
      : groundAt(elements, Number(attributes.x) + dx, Number(attributes.y) + dy - (least > 4 ? 5 : 0));
    if (seen.has(look + ground + least)) return [];
    seen.add(look + ground + least);
    const { fill = "var(--ink)", stroke } = coloursOf(look);
    const colours = (least > 4 ? [fill] : [fill, stroke]).filter(
      (colour): colour is string => colour !== undefined && colour !== "none",
    );
    return THEMES.flatMap((theme) =>
      TOPICS.flatMap((topic) => {
        const best = Math.max(
          ...colours.map((colour) => contrast(rgb(colour, theme, topic), rgb(ground, theme, topic))),
        );
        return best >= least
          ? []
          : [`${theme}, ${topic}: .${look} on ${ground} has ${best.toFixed(2)}, wants ${least}`];
      }),
    );
  });
}

describe("text stands out by 4.5 to 1 and marks by 3 to 1 in both themes", () => {
  it.each(charts)("in the chart $id", (chart) => {
    for (const layout of Object.values(LAYOUTS))
      expect(weak(chart.kind.draw(chart.view.data, layout))).toEqual([]);
  });

  it.each(Object.entries(allCases) as [string, Cases<unknown>][])("in the kind %s", (_, { kind, cases }) => {
    for (const data of [cases.ties, cases["one row"]])
      expect(weak(kind.draw(data, LAYOUTS.narrow))).toEqual([]);
  });

  it("in every sign of a key", () => {
    for (const glyph of Object.values(GLYPHS))
      expect(weak({ width: 16, height: 16, hits: [], body: glyph })).toEqual([]);
  });
});

describe("marked words of a redline stand out by 7 to 1", () => {
  it.each([
    ["struck", "paper"],
    ["struck", "wash"],
    ["inserted", "inserted-ground"],
  ])("%s on %s", (ink, ground) => {
    for (const theme of THEMES)
      expect(
        contrast(rgb(`var(--${ink})`, theme, ""), rgb(`var(--${ground})`, theme, "")),
      ).toBeGreaterThanOrEqual(7);
  });
});

describe("what is not confirmed looks otherwise than what is", () => {
  it("by shape: each certainty has a sign of its own", () => {
    const signs = ["confirmed", "reported", "alleged", "disputed"].map((name) => toMarkup(GLYPHS[name]!));
    expect(new Set(signs).size).toBe(4);
    expect(signs.filter((sign) => sign.includes("hollow"))).toHaveLength(3);
  });
});
