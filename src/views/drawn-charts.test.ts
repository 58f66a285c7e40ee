import { describe, expect, it } from "vitest";
import { LAYOUTS } from "../charts/drawing.ts";
import { textFaults } from "../charts/read-drawing.ts";
import { readLedger } from "../ledger/read-ledger.ts";
import { readCharts } from "./read-charts.ts";

const charts = readCharts("content/charts", readLedger("content/ledger"));

describe.each(charts)("the chart $id", (chart) => {
  it.each([LAYOUTS.narrow, LAYOUTS.wide])("has all its words inside and apart, $name", (layout) => {
    const drawing = chart.kind.draw(chart.view.data, layout);
    expect(drawing.width).toBe(layout.width);
    expect(textFaults(drawing)).toEqual([]);
    for (const { x, y, width, height, label } of drawing.hits) {
      expect([x, y, width, height].every(Number.isFinite) && width > 0 && height > 0, label).toBe(true);
      expect(
        x >= -1 && y >= -1 && x + width <= drawing.width + 1 && y + height <= drawing.height + 1,
        `${label}: ${x}, ${y}, ${width} × ${height}`,
      ).toBe(true);
    }
  });

  it("has a row of cells a column, and sources", () => {
    for (const row of chart.view.table.rows) expect(row).toHaveLength(chart.view.table.columns.length);
    expect(chart.view.sources.length).toBeGreaterThan(0);
    expect(chart.view.description).not.toMatch(/NaN|undefined|null/);
  });
});
