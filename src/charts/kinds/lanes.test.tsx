import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LAYOUTS } from "../drawing.ts";
import { readDrawing, textFaults } from "../read-drawing.ts";
import { middleOf, periodOf } from "../time-axis.tsx";
import { laneRow as row } from "../cases/lanes.cases.ts";
import { lanes, type LaneRow, type LanesData } from "./lanes.tsx";

const data = (rows: LaneRow[], extra: Partial<LanesData> = {}): LanesData => ({
  from: "2025-11-01",
  to: "2025-12-31",
  lanes: [
    { id: "talks", label: "Talks", side: "above" },
    { id: "case", label: "Corruption case", side: "below" },
  ],
  rows,
  words: { confirmed: "on record", disputed: "accounts differ" },
  ...extra,
});
const FOUR = [
  { id: "talks", label: "Talks", side: "above" as const },
  { id: "case", label: "Case", side: "below" as const },
  { id: "calls", label: "Calls", side: "below" as const },
  { id: "other", label: "Multilateral", side: "below" as const },
];
const day = (n: number) => new Date(Date.UTC(2025, 10, 1 + n)).toISOString().slice(0, 10);
const marks = (drawing: ReturnType<typeof lanes.draw>) => readDrawing(drawing).elements.filter(({ name }) => name === "use");

describe("lanes refuse", () => {
  it.each([
    ["an unknown lane", row("a", "2025-11-02", { lane: "lost" }), "row `a` is in the unknown lane `lost`"],
    ["a date outside the axis", row("a", "2026-01-01"), "row `a` lies outside 2025-11-01 to 2025-12-31: 2026-01-01"],
    ["a date that is none", row("a", "soon"), "row `a` lies outside 2025-11-01 to 2025-12-31: soon"],
    [
      "an end outside the axis",
      row("a", "2025-12-30", { end: "2026-01-02" }),
      "row `a` lies outside 2025-11-01 to 2025-12-31: 2025-12-30 to 2026-01-02",
    ],
    [
      "an end before the beginning",
      row("a", "2025-11-05", { end: "2025-11-04" }),
      "row `a` ends on 2025-11-04 before it begins on 2025-11-05",
    ],
    ["a rank that is no number", row("a", "2025-11-05", { rank: Number.NaN }), "row `a` has the rank NaN"],
    ["a certainty without its word", row("a", "2025-11-05", { certainty: "alleged" }), "row `a`: the key has no word for alleged"],
  ])("%s", (_, bad, reason) => expect(lanes.refuse(data([bad]))).toContain(reason));

  it("a repeated id", () => expect(lanes.refuse(data([row("a", "2025-11-05"), row("a", "2025-11-06")]))).toEqual(["`a` stands twice"]));
  it("an axis that runs backwards", () =>
    expect(lanes.refuse(data([], { from: "2026" }))).toEqual(["the axis runs from 2026 to 2025-12-31"]));
  it("nothing that is sound", () =>
    expect(lanes.refuse(data([row("a", "2025-11"), row("b", "2025-11-01", { end: "2025-12-31", lane: "case" })]))).toEqual([]));
});

it("the key of lanes names the certainties that are drawn", () => {
  expect(lanes.key(data([row("a", "2025-11-05"), row("b", "2025-11-05", { certainty: "disputed" })])).map(({ glyph }) => glyph)).toEqual([
    "confirmed",
    "disputed",
  ]);
});

describe.each([LAYOUTS.narrow, LAYOUTS.wide])("lanes, $name", (layout) => {
  const along = layout.name === "narrow" ? ("y" as const) : ("x" as const);

  it("names the most important first", () => {
    const rows = Array.from({ length: 30 }, (_, i) => row(String(i), day(15 + (i % 5)), { rank: i === 17 ? 0 : 1 }));
    const { texts } = readDrawing(lanes.draw(data(rows), layout));
    expect(texts.map(({ text }) => text).join(" ")).toContain("17");
  });

  it("draws a dashed line over a month that is all that is known", () => {
    const { elements } = readDrawing(lanes.draw(data([row("a", "2025-11"), row("b", "2025-12-02", { end: "2025-12-04" })]), layout));
    expect(elements.filter(({ attributes }) => attributes.class === "stem dashed")).toHaveLength(1);
    expect(elements.filter(({ attributes }) => attributes.class === "stem")).toHaveLength(1);
  });

  it("puts one mark a row in proportion to time, apart from the others, whatever the rows", () => {
    const anyRow = fc.record({
      day: fc.integer({ min: 0, max: 60 }),
      length: fc.integer({ min: 0, max: 6 }),
      lane: fc.constantFrom("talks", "case", "calls", "other"),
      rank: fc.integer({ min: 0, max: 9 }),
      label: fc.constantFrom("", "Geneva", "Hallandale Beach", "A longer label that breaks over some lines"),
    });
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 40 }), (all) => {
        const rows = all.map(({ day: start, length, ...rest }, i) =>
          row(String(i), day(start), { ...rest, ...(length > 0 && start + length <= 60 ? { end: day(start + length) } : {}) }),
        );
        const input = data(rows, { lanes: FOUR });
        expect(lanes.refuse(input)).toEqual([]);
        const drawing = lanes.draw(input, layout);
        const drawn = marks(drawing);
        expect(drawn.map(({ attributes }) => attributes["data-row"]).sort()).toEqual(rows.map(({ id }) => id).sort());
        expect(textFaults(drawing)).toEqual([]);
        expect(drawing.hits.length).toBeGreaterThanOrEqual(rows.length);
        // Two rows fix the scale; every other must lie on it.
        const [start, end] = [periodOf(input.from)[0], periodOf(input.to)[1]];
        const share = (date: string) => (middleOf(date) - start) / (end - start);
        const places = rows.map(({ id, date }) => ({
          share: share(date),
          at: Number(drawn.find(({ attributes }) => attributes["data-row"] === id)!.attributes[along]),
        }));
        const low = places.reduce((a, b) => (b.share < a.share ? b : a), places[0] ?? { share: 0, at: 0 });
        const high = places.reduce((a, b) => (b.share > a.share ? b : a), low);
        for (const { share, at } of places) {
          const expected =
            high.share === low.share ? low.at : low.at + ((share - low.share) / (high.share - low.share)) * (high.at - low.at);
          expect(Math.abs(at - expected)).toBeLessThan(0.3);
        }
      }),
      { numRuns: 40 },
    );
  });
});
