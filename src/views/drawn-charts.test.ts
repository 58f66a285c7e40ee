import { Resvg } from "@resvg/resvg-js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allCases } from "../charts/cases/all-cases.ts";
import type { Cases, Pair } from "../charts/cases/cases.ts";
import { type Drawing, LAYOUTS } from "../charts/drawing.ts";
import type { KindName } from "../charts/kinds.ts";
import { readDrawing, textFaults } from "../charts/read-drawing.ts";
import { recorded } from "../charts/recorded.ts";
import { renderStandalone } from "../charts/render.tsx";
import { readLedger } from "../ledger/read-ledger.ts";
import { readCharts } from "./read-charts.ts";

const charts = readCharts("content/charts", readLedger("content/ledger"));
const layouts = Object.values(LAYOUTS);
const kinds = Object.entries(allCases) as [KindName, Cases<unknown>][];

/** Pairs that are off the straight line through the first and the last of them by value, by more than rounding. */
function bends(pairs: readonly Pair[]): string[] {
  const [first, ...others] = [...pairs].sort((a, b) => a[0] - b[0]);
  const last = others.at(-1);
  if (!first || !last || first[0] === last[0]) return [];
  const slope = (last[1] - first[1]) / (last[0] - first[0]);
  return others
    .filter(([value, px]) => !(Math.abs(px - (first[1] + slope * (value - first[0]))) < 0.3))
    .map(([value, px]) => `${value} stands at ${px}, not at ${first[1] + slope * (value - first[0])}`);
}

/** What no drawing may have, whatever its rows; marks and lengths are read back from the SVG. */
function faults(of: Cases<unknown>, data: unknown, drawing: Drawing): string[] {
  const { elements } = readDrawing(drawing);
  const drawn = elements.flatMap(({ attributes }) => attributes["data-row"] ?? []);
  const svg = renderStandalone(drawing, { id: "x", title: "A title", description: "A description" }, "");
  const size = new Resvg(svg, { font: { loadSystemFonts: false } });
  return [
    ...textFaults(drawing),
    ...(drawn.toSorted().join() === of.marked(data).toSorted().join()
      ? []
      : [`marks: ${drawn.join()}; rows: ${of.marked(data).join()}`]),
    ...of.scales(data, elements).flatMap(bends),
    ...(size.width === Math.round(drawing.width) && size.height === Math.round(drawing.height)
      ? []
      : ["the file has another size"]),
    ...(/<title id="title">A title<\/title><desc id="desc">A description<\/desc>/.test(svg)
      ? []
      : ["title or description is missing"]),
    ...(/style=|<script|\son\w+=/.test(svg.replace("<style></style>", ""))
      ? ["it carries a style or a script"]
      : []),
    ...drawing.hits
      .filter(
        ({ x, y, width, height }) =>
          !(
            width > 0 &&
            height > 0 &&
            x >= -1 &&
            y >= -1 &&
            x + width <= drawing.width + 1 &&
            y + height <= drawing.height + 1
          ),
      )
      .map(
        ({ label, x, y, width, height }) => `the area of “${label}” is ${width} × ${height} at ${x}, ${y}`,
      ),
    ...(readDrawing(drawing).svg === readDrawing(of.kind.draw(data, LAYOUTS[layoutOf(drawing)])).svg
      ? []
      : ["it comes out another way the second time"]),
  ];
}

function layoutOf(drawing: Drawing): keyof typeof LAYOUTS {
  return layouts.find(({ width }) => width === drawing.width)!.name;
}

describe.each(charts)("the chart $id", (chart) => {
  it.each(layouts)("has its marks in place and its words inside and apart, $name", (layout) => {
    const drawing = chart.kind.draw(chart.view.data, layout);
    expect(drawing.width).toBe(layout.width);
    expect(faults(allCases[chart.view.kind] as Cases<unknown>, chart.view.data, drawing)).toEqual([]);
  });

  it("has a row of cells a column, and sources", () => {
    for (const row of chart.view.table.rows) expect(row).toHaveLength(chart.view.table.columns.length);
    expect(chart.view.sources.length).toBeGreaterThan(0);
    expect(chart.view.description).not.toMatch(/NaN|undefined|null/);
  });
});

describe.each(kinds)("the kind %s", (kind, of) => {
  describe.each(Object.entries(of.cases))("%s", (name, data) => {
    const refused = of.refused?.[name as keyof typeof of.refused];
    it(refused ? "is refused" : "is taken", () => expect(of.kind.refuse(data)).toEqual(refused ?? []));
    if (refused) return;
    it.each(layouts)("is drawn soundly, $name", (layout) => {
      const drawing = of.kind.draw(data, layout);
      expect(drawing.width).toBe(layout.width);
      expect(faults(of, data, drawing)).toEqual([]);
    });
  });

  it("draws whatever rows it takes soundly", () => {
    fc.assert(
      fc.property(of.random, fc.constantFrom(...layouts), (data, layout) => {
        expect(of.kind.refuse(data)).toEqual([]);
        expect(faults(of, data, of.kind.draw(data, layout))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  // Old and new stand side by side at /dev/charts/ of `npm run dev`; -u keeps the new one.
  it.each(layouts)("looks as it did when it was last looked at, $name", async ({ name }) => {
    const drawing = of.kind.draw(of.cases.ties, LAYOUTS[name]);
    await expect(recorded(drawing)).toMatchFileSnapshot(`../charts/kinds/snapshots/${kind}-${name}.svg`);
  });
});
