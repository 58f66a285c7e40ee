import { readFileSync } from "node:fs";
import { Resvg } from "@resvg/resvg-js";
import { describe, expect, test } from "vitest";
import { CONTENT_DIR } from "../settings.ts";
import { getSite, siteIds } from "../site.ts";
import { EMBED_MARGIN_PX } from "../embed/codes.ts";
import { readLedger } from "../ledger/read-ledger.ts";
import { type Layout, WIDE_FROM_PX } from "./chart.ts";
import { drawingFaults, readDrawing } from "./lib/read-drawing.fixture.ts";
import { renderStandalone } from "../files/render-drawing.tsx";
import { readCharts } from "./read-charts.ts";

const charts = readCharts(`${CONTENT_DIR}/charts`, readLedger(`${CONTENT_DIR}/ledger`, siteIds(getSite())));

const css = readFileSync("src/styles/chart.css", "utf8");

/** Least width at which a layout is shown, px: a phone of 320 px, an article column, a page. */
const LEAST_WIDTH: Readonly<Record<Layout["name"], number>> = { narrow: 300, wide: WIDE_FROM_PX, full: 1000 };

const drawn = charts.flatMap((chart) =>
  chart.layouts.map((layout) => ({ id: chart.id, layout, chart, drawing: chart.draw(layout) })),
);

describe.each(drawn)("$id, $layout.name", ({ layout, chart, drawing }) => {
  test("has its words inside, and apart from each other and from marks", () =>
    expect(drawingFaults(drawing)).toEqual([]));

  test("has them apart in system fonts, which are up to 3 % wider, in the margin of an embed", () =>
    expect(drawingFaults(drawing, 1.03, EMBED_MARGIN_PX - 2)).toEqual([]));

  test("has no text under 13 px where it is smallest", () => {
    const scale = LEAST_WIDTH[layout.name] / layout.width;
    const small = readDrawing(drawing).texts.filter(({ size }) => size * scale < 13);
    expect(small.map(({ text }) => text)).toEqual([]);
  });

  test("has its areas inside, each with words", () => {
    expect(drawing.hitAreas.length).toBeGreaterThan(0);
    for (const { x, y, width, height, label } of drawing.hitAreas) {
      expect(label.trim()).not.toBe("");
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(-16);
      expect(x + width).toBeLessThanOrEqual(drawing.width + 40);
      expect(y + height).toBeLessThanOrEqual(drawing.height + 24);
    }
  });

  test("has a rule of the style sheet for each of its classes", () => {
    const used = new Set(
      readDrawing(drawing).elements.flatMap((mark) => mark.attributes.class?.split(/ +/) ?? []),
    );
    expect([...used].filter((name) => !name.startsWith("side-") && !css.includes(`.${name}`))).toEqual([]);
  });

  test("is a well-formed file, the same each time", () => {
    const file = () => renderStandalone(chart.draw(layout), chart, "");
    const svg = file();
    expect(new Resvg(svg).width).toBe(layout.width);
    expect(file()).toBe(svg);
    expect(svg).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });
});
