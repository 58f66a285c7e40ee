import { describe, expect, test } from "vitest";
import type { Drawing } from "../charts/drawing.ts";
import { readDrawing } from "../charts/read-drawing.ts";
import { charts } from "../content.ts";
import { embedDrawing } from "./embed-drawing.ts";
import { chartSvg } from "../export/pictures.ts";

const wordsOf = (drawing: Drawing) =>
  readDrawing(drawing)
    .texts.map(({ text }) => text)
    .join(" ");

test("a picture never says to choose something", () => {
  for (const chart of charts) expect(chartSvg(chart), chart.id).not.toMatch(/\bchoose\b/i);
});

describe.for(charts.filter(({ hint }) => hint))("the hint of $id", (chart) => {
  test.for(["narrow", "wide"] as const)("stands behind the subtitle of the %s embed, whose marks are links", (layout) => {
    const drawing = embedDrawing(chart, layout);
    expect(wordsOf(drawing)).toContain(`${chart.subtitle} ${chart.hint}`);
    expect(drawing.hits.some(({ href }) => href)).toBe(true);
  });
});
