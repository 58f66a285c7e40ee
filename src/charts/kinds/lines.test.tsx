import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LAYOUTS } from "../drawing.ts";
import { readDrawing, textFaults } from "../read-drawing.ts";
import { lines, type LinesData, type LinesLine } from "./lines.tsx";

const line = (id: string, values: (number | null)[], extra: Partial<LinesLine> = {}): LinesLine => ({
  id,
  label: `Line ${id}`,
  marked: false,
  points: values.map((value, i) => ({ date: String(2012 + i), value })),
  ...extra,
});
const data = (list: LinesLine[], extra: Partial<LinesData> = {}): LinesData => ({
  from: "2012",
  to: "2025",
  domain: [0, 100],
  format: (value) => String(Math.round(value)),
  lines: list,
  moments: [],
  longestGap: 400,
  gap: "not known",
  nameDate: (date) => date,
  href: "/x/",
  ...extra,
});

/** Middles of the dots of each line, by its id. */
function dots(drawing: ReturnType<typeof lines.draw>): Map<string, { x: number; y: number }[]> {
  const found = readDrawing(drawing).elements.filter(({ attributes }) => attributes.class?.startsWith("dots"));
  return new Map(
    found.map(({ attributes }) => [
      attributes["data-row"]!,
      [...(attributes.d ?? "").matchAll(/M([\d.-]+) ([\d.-]+)h0/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) })),
    ]),
  );
}

describe("lines refuse", () => {
  it.each([
    ["a number off the scale", [line("a", [50, 101])], "line `a`, 2013: 101 is off the scale from 0 to 100"],
    ["a number that is none", [line("a", [Number.NaN])], "line `a`, 2012: NaN is off the scale from 0 to 100"],
    [
      "dates out of order",
      [
        line("a", [1, 2], {
          points: [
            { date: "2014", value: 1 },
            { date: "2013", value: 2 },
          ],
        }),
      ],
      "line `a`: 2013 stands after 2014",
    ],
    ["a date outside the axis", [line("a", [1], { points: [{ date: "2026", value: 1 }] })], "line `a`: 2026 lies outside 2012 to 2025"],
    ["a line without numbers", [line("a", [null, null])], "line `a` has no numbers"],
    ["a repeated id", [line("a", [1]), line("a", [2])], "`a` stands twice"],
  ])("%s", (_, list, reason) => expect(lines.refuse(data(list))).toContain(reason));

  it("a moment outside the axis", () =>
    expect(lines.refuse(data([], { moments: [{ id: "m", date: "2030-01-01", label: "M", says: "m" }] }))).toEqual([
      "moment `m` of 2030-01-01 lies outside 2012 to 2025",
    ]));
  it("a scale that is none", () => expect(lines.refuse(data([], { domain: [5, 5] }))).toEqual(["the scale runs from 5 to 5"]));
  it("nothing that is sound", () => expect(lines.refuse(data([line("a", [0, null, 100])]))).toEqual([]));
});

describe.each([LAYOUTS.narrow, LAYOUTS.wide])("lines, $name", (layout) => {
  it("draw nothing, one number, ties", () => {
    for (const list of [[], [line("a", [40])], [line("a", [40, 50]), line("b", [40, 50]), line("c", [41, 50], { marked: true })]]) {
      const drawing = lines.draw(data(list), layout);
      expect([...dots(drawing).values()].flat()).toHaveLength(list.flatMap(({ points }) => points).length);
      expect(textFaults(drawing)).toEqual([]);
    }
  });

  it("dash a gap and say so in the key", () => {
    const gap = data([line("a", [40, null, 50, 60])]);
    expect(readDrawing(lines.draw(gap, layout)).elements.filter(({ attributes }) => attributes.class === "series dashed")).toHaveLength(1);
    expect(lines.key(gap)).toEqual([{ glyph: "gap", label: "not known" }]);
    const far = data([
      line("a", [], {
        points: [
          { date: "2013-01", value: 1 },
          { date: "2015-01", value: 2 },
        ],
      }),
    ]);
    expect(lines.key(far)).toHaveLength(1);
    expect(lines.key(data([line("a", [40, 50])]))).toEqual([]);
  });

  it("name moments as far as they find room, and draw all", () => {
    const moments = Array.from({ length: 12 }, (_, i) => ({
      id: `m${i}`,
      date: `2024-${String(i + 1).padStart(2, "0")}-10`,
      label: `What happened in month ${i}`,
      says: "it happened",
      href: "/y/",
    }));
    const drawing = lines.draw(data([line("a", [40, 50])], { moments }), layout);
    expect(readDrawing(drawing).elements.filter(({ attributes }) => attributes.class === "moment")).toHaveLength(12);
    expect(textFaults(drawing)).toEqual([]);
    expect(drawing.hits.some(({ href }) => href === "/y/")).toBe(true);
  });

  it("keep the names of twelve lines apart, and 200 numbers inside", () => {
    const many = Array.from({ length: 12 }, (_, i) => line(String(i), [30, 40 + i / 10], { marked: i === 3 }));
    expect(textFaults(lines.draw(data(many), layout))).toEqual([]);
    const long = line("a", [], {
      points: Array.from({ length: 200 }, (_, i) => ({
        date: new Date(Date.UTC(2012, 0, 1 + i * 20)).toISOString().slice(0, 10),
        value: i / 2,
      })),
    });
    const drawing = lines.draw(data([long]), layout);
    expect(dots(drawing).get("a")).toHaveLength(200);
    expect(textFaults(drawing)).toEqual([]);
  });

  it("put one dot at each number, in proportion, whatever the rows", () => {
    const anyLine = fc
      .array(fc.option(fc.double({ min: 0, max: 100, noNaN: true })), { minLength: 1, maxLength: 14 })
      .filter((values) => values.some((value) => value !== null));
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 8 }), (all) => {
        const list = all.map((values, i) => line(String(i), values, { marked: i === 0 }));
        const drawing = lines.draw(data(list), layout);
        expect(lines.refuse(data(list))).toEqual([]);
        expect(textFaults(drawing)).toEqual([]);
        // A line from the bottom of the scale to its top, over the whole time, fixes both axes.
        const drawn = dots(lines.draw(data([...list, line("frame", [0, ...Array.from({ length: 12 }, () => null), 100])]), layout));
        const [low, high] = drawn.get("frame")!;
        for (const { id, points } of list) {
          const known = points.flatMap(({ value }, i) => (value === null ? [] : [{ value, i }]));
          expect(drawn.get(id)).toHaveLength(known.length);
          for (const [k, { value, i }] of known.entries()) {
            const dot = drawn.get(id)![k]!;
            expect(Math.abs(dot.y - (low!.y + (value / 100) * (high!.y - low!.y)))).toBeLessThan(0.3);
            expect(Math.abs(dot.x - (low!.x + (i / 13) * (high!.x - low!.x)))).toBeLessThan(0.5);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
