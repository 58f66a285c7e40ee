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
const data = (
  rows: StackedBarsRow[],
  parts = ["military", "financial", "humanitarian"],
): StackedBarsData => ({ parts, rows });
const layouts = [LAYOUTS.narrow, LAYOUTS.wide];

describe("stacked bars refuse", () => {
  it.each([
    ["too few values", data([row("a", [1, 2])]), "row `a` has 2 values for 3 parts"],
    ["a negative value", data([row("a", [1, -2, 3])]), "row `a` has the value -2 for financial"],
    [
      "a value that is no number",
      data([row("a", [1, 2, Number.NaN])]),
      "row `a` has the value NaN for humanitarian",
    ],
    ["a repeated id", data([row("a", [1, 2, 3]), row("a", [1, 2, 3])]), "`a` stands twice"],
    ["four parts", data([], ["a", "b", "c", "d"]), "there are 4 parts; one to 3 can be told apart"],
  ])("%s", (_, bad, reason) => expect(stackedBars.refuse(bad)).toContain(reason));

  it("nothing that is sound", () =>
    expect(stackedBars.refuse(data([row("a", [0, 0, 0]), row("b", [1, 2, 3])]))).toEqual([]));
});

describe.each(layouts)("stacked bars, $name", (layout) => {
  it("give a long label lines of its own", () => {
    const drawing = stackedBars.draw(
      data([
        row("a", [1, 2, 3], { label: "The institutions of the European Union, all of them together" }),
        row("b", [3, 2, 1]),
      ]),
      layout,
    );
    expect(textFaults(drawing)).toEqual([]);
  });

  it("mark the row that the title is about", () => {
    const { texts, elements } = readDrawing(
      stackedBars.draw(data([row("a", [1, 2, 3], { marked: true }), row("b", [3, 2, 1])]), layout),
    );
    expect(
      elements.filter(({ name, attributes }) => name === "text" && attributes.class === "bold accent"),
    ).toHaveLength(2);
    expect(texts.map(({ text }) => text)).toContain("Country a");
  });
});
