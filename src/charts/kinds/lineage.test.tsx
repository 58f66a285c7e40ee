import { describe, expect, it } from "vitest";
import { LAYOUTS } from "../drawing.ts";
import { readDrawing, textFaults } from "../read-drawing.ts";
import { lineage, type LineageData, type LineageRow } from "./lineage.tsx";

const row = (id: string, extra: Partial<LineageRow> = {}): LineageRow => ({
  id,
  label: id,
  date: "20 Nov",
  glyph: "stated",
  by: ["us"],
  input: [],
  from: [],
  says: id,
  ...extra,
});
const data = (...rows: LineageRow[]): LineageData => ({
  lanes: [
    { id: "us", label: "Washington", short: "US" },
    { id: "kyiv", label: "Kyiv", short: "Kyiv" },
  ],
  rows,
  signs: [{ glyph: "stated", label: "published" }],
  words: { reworked: "reworked into", unsaid: "not said", input: "had a hand" },
});

describe("a lineage refuses", () => {
  it.each([
    ["an author without a lane", [row("a", { by: ["moscow"] })], "row `a` is in the unknown lane `moscow`"],
    ["a text by nobody", [row("a", { by: [] })], "row `a` is by nobody"],
    ["an unknown sign", [row("a", { glyph: "open" })], "row `a` has the unknown sign `open`"],
    [
      "an origin that is later",
      [row("a", { from: [{ id: "b", said: true }] }), row("b")],
      "row `a` is made from `b`, which is not before it",
    ],
  ])("%s", (_, rows, reason) => expect(lineage.refuse(data(...rows))).toEqual([reason]));
});

describe.each([LAYOUTS.narrow, LAYOUTS.wide])("a lineage, $name", (layout) => {
  const arrows = (said: boolean) =>
    readDrawing(
      lineage.draw(data(row("a"), row("b", { by: ["us", "kyiv"], from: [{ id: "a", said }] })), layout),
    ).elements.filter(({ attributes }) => attributes.class?.startsWith("arrow"));

  it("draws an arrow along the lane that two texts share", () => {
    const [x1, y1, x2, y2] = arrows(true)[0]!
      .attributes.d!.match(/-?[\d.]+/g)!
      .map(Number);
    expect(layout.name === "narrow" ? x1 === x2 && y1! < y2! : y1 === y2 && x1! < x2!).toBe(true);
  });

  it("dashes an arrow that nobody is on record for", () => {
    expect(arrows(true)[0]!.attributes.class).toBe("arrow");
    expect(arrows(false)[0]!.attributes.class).toBe("arrow dashed");
  });
});

it.each(Object.values(LAYOUTS))("as many texts as it takes stand apart, with long names, $name", (layout) => {
  const widest = data(
    ...Array.from({ length: 14 }, (_, i) => row(`${i}`, { label: "Mar-a-Lag iiii", date: "28 Nov" })),
  );
  expect(lineage.refuse(widest)).toEqual([]);
  expect(textFaults(lineage.draw(widest, layout))).toEqual([]);
  expect(lineage.refuse(data(...widest.rows, row("one more")))).toEqual(["there are 15 rows; 14 have room"]);
});
