import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LAYOUTS } from "../drawing.ts";
import { readDrawing } from "../read-drawing.ts";
import { data as dataOf, row } from "../cases/dot-range.cases.ts";
import { dotRange, type DotRangeData, type DotRangeRow } from "./dot-range.tsx";

const data = (rows: DotRangeRow[]): DotRangeData => ({
  ...dataOf(rows),
  words: { confirmed: "on record", reported: "reported" },
});

/** Where the marks of each row stand, px across, by row id. */
function marks(drawing: ReturnType<typeof dotRange.draw>): Map<string, number[]> {
  const found = new Map<string, number[]>();
  let id = "";
  for (const { name, attributes } of readDrawing(drawing).elements) {
    if (attributes["data-row"]) found.set((id = attributes["data-row"]), []);
    if (name === "use") found.get(id)!.push(Number(attributes.x));
  }
  return found;
}

describe("dot range refuses", () => {
  it.each([
    ["an unknown group", row("a", [1, 2], { group: "lost" }), "row `a` is in the unknown group `lost`"],
    ["a negative value", row("a", [-1, 2]), "row `a` has the values -1 to 2"],
    ["an infinite value", row("a", [1, Infinity]), "row `a` has the values 1 to Infinity"],
    ["a range that runs backwards", row("a", [3, 2]), "row `a` runs backwards, from 3 to 2"],
    [
      "a certainty without its word",
      row("a", [1, 2], { certainty: "alleged" }),
      "row `a`: the key has no word for alleged",
    ],
  ])("%s", (_, bad, reason) => expect(dotRange.refuse(data([bad]))).toContain(reason));

  it("a repeated id", () =>
    expect(dotRange.refuse(data([row("a", null), row("a", null)]))).toEqual(["`a` stands twice"]));
  it("nothing that is sound", () =>
    expect(dotRange.refuse(data([row("a", [0, 0]), row("b", null, { group: "delivered" })]))).toEqual([]));
});

describe("the key of dot range", () => {
  it("names only the certainties that are drawn", () => {
    expect(dotRange.key(data([row("a", [1, 1]), row("b", null, { certainty: "reported" })]))).toEqual([
      { glyph: "confirmed", label: "on record" },
    ]);
  });
});

describe.each([LAYOUTS.narrow, LAYOUTS.wide])("dot range, $name", (layout) => {
  it("says so where a group is empty", () => {
    const { texts } = readDrawing(dotRange.draw(data([row("a", [1, 1])]), layout));
    expect(texts.filter(({ text }) => text === "none found")).toHaveLength(1);
  });

  it("puts one mark at a value and two at a range, in proportion, whatever the rows", () => {
    const values = fc.option(
      fc.tuple(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.double({ min: 0, max: 1e6, noNaN: true })),
    );
    fc.assert(
      fc.property(fc.array(values, { maxLength: 60 }), (all) => {
        const rows = all.map((pair, i) =>
          row(String(i), pair && [Math.min(...pair), Math.max(...pair)], {
            text: "x",
            certainty: i % 3 ? "confirmed" : "reported",
          }),
        );
        const drawn = marks(dotRange.draw(data(rows), layout));
        expect(drawn.size).toBe(rows.length);
        const largest = Math.max(0, ...rows.map((row) => row.range?.[1] ?? 0)) || 1;
        const [zero, end] = [
          dotRangeEnds(data([row("zero", [0, 0]), ...rows])).zero,
          dotRangeEnds(data(rows)).end,
        ];
        for (const { id, range } of rows) {
          if (!range) expect(drawn.get(id)).toEqual([]);
          else
            for (const [i, x] of drawn.get(id)!.entries())
              expect(
                Math.abs(x - (zero + ((range[i] ?? range[1]) / largest) * ((end ?? zero) - zero))),
              ).toBeLessThan(0.3);
        }
      }),
      { numRuns: 40 },
    );
  });

  /** Where zero and the largest value stand. */
  function dotRangeEnds(of: DotRangeData): { zero: number; end: number | undefined } {
    const drawn = marks(dotRange.draw(of, layout));
    const all = [...drawn.values()].flat();
    return { zero: drawn.get("zero")?.[0] ?? 0, end: all.length > 0 ? Math.max(...all) : undefined };
  }
});
