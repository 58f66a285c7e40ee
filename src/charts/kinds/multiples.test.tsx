import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LAYOUTS } from "../drawing.ts";
import { readDrawing, textFaults } from "../read-drawing.ts";
import { multiples, type MultiplesData, type MultiplesPanel } from "./multiples.tsx";

const panel = (id: string, values: (number | null)[], extra: Partial<MultiplesPanel> = {}): MultiplesPanel => ({
  id,
  label: `Panel ${id}`,
  marked: false,
  bars: values.map((value, i) => ({
    period: `p${i}`,
    value,
    text: value === null ? "" : value.toFixed(1),
    says: String(value),
    href: "/x/",
  })),
  ...extra,
});
const data = (panels: MultiplesPanel[], extra: Partial<MultiplesData> = {}): MultiplesData => ({
  periods: Array.from({ length: Math.max(1, ...panels.map(({ bars }) => bars.length)) }, (_, i) => ({
    id: `p${i}`,
    name: `period ${i}`,
    label: i % 4 ? "" : `${2020 + i / 4} H1`,
    short: i % 4 ? "" : `’${20 + i / 4}`,
  })),
  panels,
  missing: "not known",
  numbers: 3,
  ...extra,
});
const marks = (drawing: ReturnType<typeof multiples.draw>) =>
  readDrawing(drawing).elements.filter(({ attributes }) => attributes["data-row"]);

describe("multiples refuse", () => {
  it.each([
    [
      "an unknown period",
      data([panel("a", [1, 2])], { periods: [{ id: "p0", name: "p0", label: "", short: "" }] }),
      "panel `a` has a bar for the unknown period `p1`",
    ],
    [
      "two bars for one period",
      data([panel("a", [1], { bars: [...panel("a", [1]).bars, ...panel("a", [2]).bars] })]),
      "panel `a` has two bars for `p0`",
    ],
    ["a negative value", data([panel("a", [-1])]), "panel `a`, `p0`: the value is -1"],
    ["an infinite value", data([panel("a", [1, Infinity])]), "panel `a`, `p1`: the value is Infinity"],
    [
      "a missing value without its word",
      data([panel("a", [null])], { missing: "" }),
      "panel `a`, `p0`: the key has no word for a missing value",
    ],
    ["a repeated id", data([panel("a", [1]), panel("a", [1])]), "`a` stands twice"],
  ])("%s", (_, bad, reason) => expect(multiples.refuse(bad)).toContain(reason));

  it("nothing that is sound", () => expect(multiples.refuse(data([panel("a", [0, null, 3]), panel("b", [1])]))).toEqual([]));
});

it("the key of multiples names the dot only where there is one", () => {
  expect(multiples.key(data([panel("a", [1, null])]))).toEqual([{ glyph: "none", label: "not known" }]);
  expect(multiples.key(data([panel("a", [1, 0])]))).toEqual([]);
});

describe.each([LAYOUTS.narrow, LAYOUTS.wide])("multiples, $name", (layout) => {
  it("draw nothing, one bar, ties, zeros and gaps", () => {
    for (const panels of [
      [],
      [panel("a", [3])],
      [panel("a", [2, 2, 2, 2, 2, 2]), panel("b", [2, 2])],
      [panel("a", [0, null, 0])],
      [panel("a", [null], { label: "People notified of suspicion in a long heading" })],
    ]) {
      const drawing = multiples.draw(data(panels), layout);
      const bars = panels.flatMap(({ bars }) => bars);
      expect(marks(drawing)).toHaveLength(bars.length);
      expect(drawing.hits).toHaveLength(bars.length);
      expect(textFaults(drawing)).toEqual([]);
    }
  });

  it("keep 200 bars inside and their words apart", () => {
    const panels = Array.from({ length: 10 }, (_, i) =>
      panel(
        String(i),
        Array.from({ length: 20 }, (_, j) => (i * j * 7) % 23),
        { marked: i === 0 },
      ),
    );
    const drawing = multiples.draw(data(panels), layout);
    expect(marks(drawing)).toHaveLength(200);
    expect(textFaults(drawing)).toEqual([]);
  });

  it("draw bars as tall as their values, whatever the rows", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.option(fc.double({ min: 0, max: 5000, noNaN: true })), { minLength: 1, maxLength: 24 }), {
          minLength: 1,
          maxLength: 7,
        }),
        fc.integer({ min: 0, max: 24 }),
        (all, numbers) => {
          const panels = all.map((values, i) => panel(String(i), values));
          const input = data(panels, { numbers });
          expect(multiples.refuse(input)).toEqual([]);
          const drawing = multiples.draw(input, layout);
          expect(textFaults(drawing)).toEqual([]);
          const drawn = new Map(marks(drawing).map((mark) => [mark.attributes["data-row"], mark]));
          expect(drawn.size).toBe(panels.flatMap(({ bars }) => bars).length);
          const tallest = Math.max(...[...drawn.values()].map(({ attributes }) => Number(attributes.height ?? 0)));
          const largest = Math.max(...all.flat().map((value) => value ?? 0));
          for (const { id, bars } of panels) {
            for (const { period, value } of bars) {
              const { name, attributes } = drawn.get(`${id} ${period}`)!;
              expect(name).toBe(value === null ? "use" : "rect");
              if (value !== null)
                expect(Math.abs(Number(attributes.height) - (largest > 0 ? (value / largest) * tallest : 0))).toBeLessThan(0.2);
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
