import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LAYOUTS } from "../drawing.ts";
import { readDrawing, textFaults } from "../read-drawing.ts";
import { stackedBars, type StackedBarsData, type StackedBarsRow } from "./stacked-bars.tsx";

const row = (id: string, values: number[], extra: Partial<StackedBarsRow> = {}): StackedBarsRow => ({
  id,
  label: `Country ${id}`,
  values,
  text: String(values.length),
  says: "so much",
  href: `/x/${id}/`,
  ...extra,
});
const data = (rows: StackedBarsRow[], parts = ["military", "financial", "humanitarian"]): StackedBarsData => ({ parts, rows });
const layouts = [LAYOUTS.narrow, LAYOUTS.wide];

/** Length of each part of each bar, px, by row id. */
function barLengths(drawing: ReturnType<typeof stackedBars.draw>): Map<string, number[]> {
  const found = new Map<string, number[]>();
  let id = "";
  for (const { name, attributes } of readDrawing(drawing).elements) {
    if (attributes["data-row"]) found.set((id = attributes["data-row"]), []);
    // The third part is drawn with an outline that lies inside its length.
    if (name === "rect" && attributes.class !== "accent")
      found.get(id)!.push(Number(attributes.width) + (attributes.class === "line-ink" ? 1.3 : 0));
  }
  return found;
}

describe("stacked bars refuse", () => {
  it.each([
    ["too few values", data([row("a", [1, 2])]), "row `a` has 2 values for 3 parts"],
    ["a negative value", data([row("a", [1, -2, 3])]), "row `a` has the value -2 for financial"],
    ["a value that is no number", data([row("a", [1, 2, Number.NaN])]), "row `a` has the value NaN for humanitarian"],
    ["a repeated id", data([row("a", [1, 2, 3]), row("a", [1, 2, 3])]), "`a` stands twice"],
    ["four parts", data([], ["a", "b", "c", "d"]), "there are 4 parts; one to 3 can be told apart"],
  ])("%s", (_, bad, reason) => expect(stackedBars.refuse(bad)).toContain(reason));

  it("nothing that is sound", () => expect(stackedBars.refuse(data([row("a", [0, 0, 0]), row("b", [1, 2, 3])]))).toEqual([]));
});

describe.each(layouts)("stacked bars, $name", (layout) => {
  it("draw nothing, one row, ties and nothing but zeros", () => {
    for (const rows of [[], [row("a", [1, 2, 3])], [row("a", [1, 2, 3]), row("b", [1, 2, 3])], [row("a", [0, 0, 0])]]) {
      const drawing = stackedBars.draw(data(rows), layout);
      expect(drawing.hits).toHaveLength(rows.length);
      expect(barLengths(drawing).size).toBe(rows.length);
      expect(textFaults(drawing)).toEqual([]);
    }
  });

  it("give a long label lines of its own", () => {
    const drawing = stackedBars.draw(
      data([row("a", [1, 2, 3], { label: "The institutions of the European Union, all of them together" }), row("b", [3, 2, 1])]),
      layout,
    );
    expect(textFaults(drawing)).toEqual([]);
  });

  it("mark the row that the title is about", () => {
    const { texts, elements } = readDrawing(stackedBars.draw(data([row("a", [1, 2, 3], { marked: true }), row("b", [3, 2, 1])]), layout));
    expect(elements.filter(({ name, attributes }) => name === "text" && attributes.class === "bold accent")).toHaveLength(2);
    expect(texts.map(({ text }) => text)).toContain("Country a");
  });

  it("are as long as their values, whatever the rows", () => {
    const values = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(values, { maxLength: 200 }), (all) => {
        const rows = all.map((values, i) => row(String(i), values));
        const drawing = stackedBars.draw(data(rows), layout);
        expect(drawing.hits).toHaveLength(rows.length);
        const total = (row: StackedBarsRow) => row.values.reduce((a, b) => a + b, 0);
        const largest = rows.reduce((a, row) => Math.max(a, total(row)), 0);
        const lengths = barLengths(drawing);
        const longest = Math.max(0, ...rows.map((row) => (total(row) === largest ? lengths.get(row.id)!.reduce((a, b) => a + b, 0) : 0)));
        for (const row of rows) {
          const drawn = lengths.get(row.id)!;
          row.values
            .filter((value) => value > 0)
            .forEach((value, i) => expect(Math.abs(drawn[i]! - (value / (largest || 1)) * longest)).toBeLessThan(1.4));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("keep all text inside and apart", () => {
    const rows = Array.from({ length: 200 }, (_, i) => row(String(i), [i, 200 - i, i % 7], { text: `${i * 1000}` }));
    expect(textFaults(stackedBars.draw(data(rows), layout))).toEqual([]);
  });
});
