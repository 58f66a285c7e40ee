import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { allCases } from "../../src/charts/cases/all-cases.ts";
import type { Cases } from "../../src/charts/cases/cases.ts";
import { type Layout, LAYOUTS } from "../../src/charts/drawing.ts";
import { renderInline } from "../../src/charts/render.tsx";
import { charts } from "../../src/content.ts";
import { launchChromium, serveSite } from "./chromium.ts";

/** Width of a drawing on a phone that is 320 px wide: the page keeps 12 px on each side. */
const PHONE = 296;
/** How far two texts may reach into each other, or one over the edge, px: what nobody sees. */
const TOLERANCE = 1;

const require = createRequire(import.meta.url);
const layouts = Object.values(LAYOUTS);
let browser: Browser;
let page: Page;

/** The fonts of the site, whole: the drawings of the cases have words in Cyrillic. */
function fonts(): string {
  const face = (family: string, file: string, range: string) => {
    const data = readFileSync(require.resolve(`@fontsource-variable/${file}`)).toString("base64");
    return `@font-face{font-family:"${family}";font-weight:200 900;src:url(data:font/woff2;base64,${data});unicode-range:${range}}`;
  };
  return [
    face(
      "Source Sans 3",
      "source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
      "U+0000-00FF,U+2000-206F,U+20AC",
    ),
    face(
      "Source Sans 3",
      "source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2",
      "U+0100-02FF,U+1E00-1EFF",
    ),
    face(
      "Source Sans 3",
      "source-sans-3/files/source-sans-3-cyrillic-wght-normal.woff2",
      "U+0400-045F,U+0490-0491",
    ),
  ].join("");
}

beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
  const css = ["tokens", "chart"].map((name) => readFileSync(`src/styles/${name}.css`, "utf8")).join("");
  await page.setContent(`<!doctype html><style>${fonts()}${css}.hits{display:none}</style><body>`);
});
afterAll(() => browser.close());

/** Faults of the words of some drawings, each drawn at `width` px: outside, one on another, or too small. */
async function faults(drawings: readonly { name: string; html: string }[], width: number): Promise<string[]> {
  await page.evaluate(
    ({ drawings, width }) => {
      document.body.innerHTML = drawings
        .map(({ html }) => `<div style="width:${width}px">${html}</div>`)
        .join("");
      for (const svg of document.querySelectorAll<SVGElement>("svg.chart"))
        svg.style.cssText = "width:100%;height:auto";
    },
    { drawings, width },
  );
  await page.evaluate(() =>
    Promise.all(
      ["400 14px 'Source Sans 3'", "600 14px 'Source Sans 3'"].map((font) =>
        document.fonts.load(font, "aіŠ"),
      ),
    ),
  );
  return page.evaluate(
    ({ names, tolerance }) =>
      [...document.querySelectorAll<SVGSVGElement>("svg.chart")].flatMap((svg, i) => {
        const paper = svg.getBoundingClientRect();
        const scale = paper.width / svg.viewBox.baseVal.width;
        const texts = [...svg.querySelectorAll("text")]
          .filter((text) => text.textContent.trim())
          .map((text) => {
            const { left, right, top, bottom } = text.getBoundingClientRect();
            const size = parseFloat(getComputedStyle(text).fontSize) * scale;
            // A line box is higher than its letters: what is left are those of b, g and p.
            const air = (bottom - top - size) / 2;
            return {
              words: text.textContent,
              left,
              right,
              top: top + air + size * 0.12,
              bottom: bottom - air - size * 0.12,
              size,
            };
          });
        return texts.flatMap((text, j) => [
          ...(text.size < 12 ? [`${names[i]}: “${text.words}” is ${text.size.toFixed(1)} px high`] : []),
          ...(text.left < paper.left - tolerance ||
          text.right > paper.right + tolerance ||
          text.top < paper.top - tolerance ||
          text.bottom > paper.bottom + tolerance
            ? [`${names[i]}: “${text.words}” leaves the drawing`]
            : []),
          ...texts
            .slice(j + 1)
            .filter(
              (other) =>
                Math.min(text.right, other.right) - Math.max(text.left, other.left) > tolerance &&
                Math.min(text.bottom, other.bottom) - Math.max(text.top, other.top) > tolerance,
            )
            .map((other) => `${names[i]}: “${text.words}” lies on “${other.words}”`),
        ]);
      }),
    { names: drawings.map(({ name }) => name), tolerance: TOLERANCE },
  );
}

/** Every real chart and every case that is not refused, as it stands in a page. */
function drawn(layout: Layout): { name: string; html: string }[] {
  const real = charts.map(({ id, kind, view }) => ({ id, draw: () => kind.draw(view.data, layout) }));
  const cases = (Object.entries(allCases) as [string, Cases<unknown>][]).flatMap(([name, of]) =>
    Object.entries(of.cases)
      .filter(([, data]) => of.kind.refuse(data).length === 0)
      .map(([which, data]) => ({ id: `${name}, ${which}`, draw: () => of.kind.draw(data, layout) })),
  );
  return [...real, ...cases].map(({ id, draw }, i) => ({
    name: `${id}, ${layout.name}`,
    html: renderInline(
      draw(),
      layout,
      { id: `drawing-${i}`, title: id, description: "" },
      { tooltips: false },
    ),
  }));
}

it.each(layouts)(
  "in the letters of the site, all words are inside their drawing and apart, $name",
  async (layout) => {
    const drawings = drawn(layout);
    expect(drawings.length).toBeGreaterThan(60);
    expect(await faults(drawings, layout.width)).toEqual([]);
  },
);

it("on a phone of 320 px, words are at least 12 px high", async () => {
  expect(await faults(drawn(LAYOUTS.narrow), PHONE)).toEqual([]);
});

it("on pages, drawings have that room on a phone of 320 px, and their words are at least 12 px high at any width", async () => {
  const { server, origin } = await serveSite();
  const site = await browser.newPage();
  const small: string[] = [];
  for (const [path, widths] of [
    ["/charts/drafts-by-theme/", [320, 340, 344, 360, 700, 720, 1440]],
    ["/plan/", [320, 720, 1440]],
  ] as const) {
    await site.goto(origin + path);
    for (const width of widths) {
      await site.setViewportSize({ width, height: 800 });
      const found = await site.evaluate(() =>
        [...document.querySelectorAll<SVGSVGElement>("svg.chart")]
          .filter((svg) => svg.getBoundingClientRect().width > 0)
          .flatMap((svg) => {
            const paper = svg.getBoundingClientRect().width;
            const scale = paper / svg.viewBox.baseVal.width;
            return [...svg.querySelectorAll("text")].map((text) => ({
              paper,
              size: parseFloat(getComputedStyle(text).fontSize) * scale,
            }));
          }),
      );
      const least = Math.min(...found.map(({ size }) => size));
      if (width === 320) expect(found[0]!.paper).toBeGreaterThanOrEqual(PHONE);
      if (!(least >= 12)) small.push(`${path} at ${width} px: ${least.toFixed(2)} px`);
    }
  }
  await site.close();
  server.close();
  expect(small).toEqual([]);
});

it("tells when words lie on each other, leave the drawing or are too small", async () => {
  const html =
    '<svg class="chart" viewBox="0 0 100 40" width="100"><text x="5" y="20">one</text><text x="9" y="22">other</text><text x="90" y="20">out</text></svg>';
  expect(await faults([{ name: "x", html }], 80)).toEqual([
    "x: “one” is 11.2 px high",
    "x: “one” lies on “other”",
    "x: “other” is 11.2 px high",
    "x: “out” is 11.2 px high",
    "x: “out” leaves the drawing",
  ]);
});
