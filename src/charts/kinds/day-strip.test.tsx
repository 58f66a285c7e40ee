import { describe, expect, it } from "vitest";
import { LAYOUTS } from "../drawing.ts";
import { readDrawing } from "../read-drawing.ts";
import { dayStrip } from "./day-strip.tsx";
import type { DayStripData } from "./day-strip-data.ts";

const data = (change: Partial<DayStripData> = {}): DayStripData => ({
  days: Array.from({ length: 9 }, (_, i) => ({ id: `d${i}`, head: String(i), date: `${i} Nov` })),
  termsName: "In office",
  terms: [
    { id: "first", day: "d0", label: "First", says: "First" },
    { id: "second", day: "d6", label: "Second", says: "Second" },
  ],
  lanes: [{ id: "talks", label: "Talks", glyph: "stated" }],
  rows: [{ id: "a", day: "d8", lane: "talks", label: "Leads", says: "A" }],
  ring: "reported",
  ...change,
});
const row = data().rows[0]!;

describe("a strip of days refuses", () => {
  it.each([
    ["a day that is not drawn", { rows: [{ ...row, day: "d9" }] }, "`a` is on `d9`, which is not drawn"],
    ["an unknown lane", { rows: [{ ...row, lane: "war" }] }, "row `a` is in the unknown lane `war`"],
    [
      "terms out of order",
      { terms: data().terms.toReversed() },
      "term `first` does not begin after `second`",
    ],
    [
      "a word wider than its days",
      { rows: [{ ...row, label: "Negotiates" }] },
      "row `a`: “Negotiates” has no room in its days",
    ],
  ])("%s", (_, change, reason) => expect(dayStrip.refuse(data(change))).toEqual([reason]));
});

describe.each([LAYOUTS.narrow, LAYOUTS.wide])("a strip of days, $name", (layout) => {
  it("draws a term until the next one’s day", () => {
    const { elements } = readDrawing(dayStrip.draw(data(), layout));
    const bars = elements.filter(
      ({ name, attributes }) => name === "rect" && /tile-strong|level/.test(attributes.class ?? ""),
    );
    const [start, length] = layout.name === "narrow" ? (["y", "height"] as const) : (["x", "width"] as const);
    const [first, second] = bars.map(
      ({ attributes }) => [Number(attributes[start]), Number(attributes[length])] as const,
    );
    expect(bars).toHaveLength(2);
    // It ends where the next begins, but for a hair between them.
    expect(second![0] - (first![0] + first![1])).toBeGreaterThan(0);
    expect(second![0] - (first![0] + first![1])).toBeLessThan(4);
  });
});
