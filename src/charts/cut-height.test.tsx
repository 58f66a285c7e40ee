import { expect, test } from "vitest";
import { charts } from "../content.ts";
import { cutHeight } from "./cut-height.ts";
import { type Drawing, LAYOUTS } from "./drawing.ts";
import { readDrawing } from "./read-drawing.ts";

/** Texts with these baselines, and rows with these upper and lower ends. */
function drawing(baselines: number[], rows: [top: number, bottom: number][] = []): Drawing {
  return {
    width: 340,
    height: 1000,
    hits: rows.map(([y, bottom]) => ({ x: 0, y, width: 340, height: bottom - y, label: "row" })),
    body: (
      <g>
        {baselines.map((y) => (
          <text x={0} y={y}>
            Text
          </text>
        ))}
      </g>
    ),
  };
}

test("what fits is not cut", () => {
  expect(cutHeight(drawing([10]), 1200)).toBe(1000);
});

test("the cut is below the last row that fits", () => {
  expect(
    cutHeight(
      drawing(
        [80, 180, 280],
        [
          [60, 100],
          [160, 200],
          [260, 300],
        ],
      ),
      290,
    ),
  ).toBe(200);
});

test("a row that another one overlaps is no place for a cut", () => {
  const rows: [number, number][] = [
    [60, 190],
    [100, 250],
    [180, 310],
  ];
  expect(cutHeight(drawing([], rows), 300)).toBe(300);
});

test("without rows it goes through no text", () => {
  const cut = cutHeight(drawing([295]), 292);
  expect(cut).toBeLessThan(295 - 14 * 0.72);
  expect(cut).toBeGreaterThan(270);
});

test("where there is no such place, or only one much higher, the limit is kept", () => {
  const dense = Array.from({ length: 200 }, (_, i) => i * 5).filter((y) => y < 80 || y > 140);
  expect(cutHeight(drawing(dense), 300)).toBe(300);
  expect(cutHeight(drawing(dense, [[0, 110]]), 300)).toBe(300);
});

test.for(charts)("no text of the thumbnail of $id is cut", (chart) => {
  const narrow = chart.kind.draw(chart.view.data, LAYOUTS.narrow);
  const cut = cutHeight(narrow, 352);
  expect(cut).toBeLessThanOrEqual(352);
  for (const text of readDrawing(narrow).texts)
    expect(text.top + 0.5 < cut && cut < text.bottom - 0.5, text.text).toBe(false);
});
