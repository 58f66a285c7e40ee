import { describe, expect, it } from "vitest";
import { LAYOUTS } from "../drawing.ts";
import { readDrawing } from "../read-drawing.ts";
import { wordGrid, type WordGridData } from "./word-grid.tsx";

const cell = (id: string, text = "a freeze") => ({ id, text, detail: "7 Feb", says: id });
const data = (change: Partial<WordGridData> = {}): WordGridData => ({
  columns: [
    { id: "land", label: "Territory" },
    { id: "troops", label: "Troops" },
  ],
  rows: [
    { id: "kyiv", label: "Ukraine", cells: [cell("a"), cell("b")] },
    { id: "moscow", label: "Russia", cells: [cell("c"), null] },
    { id: "paris", label: "France", cells: [null, cell("d")] },
  ],
  empty: "nothing on record",
  ...change,
});

describe("a grid of words refuses", () => {
  it.each([
    [
      "a row with a cell too few",
      { rows: [{ id: "x", label: "X", cells: [null] }] },
      "row `x` has 1 cells for 2 columns",
    ],
    ["no columns", { columns: [], rows: [] }, "there are no columns"],
    [
      "a name without room",
      { rows: [{ id: "x", label: "Liechtensteinische", cells: [null, null] }] },
      "row `x`: “Liechtensteinische” has no room",
    ],
  ])("%s", (_, change, reason) => expect(wordGrid.refuse(data(change))).toEqual([reason]));
});

it("says in its key what an empty cell means, where there is one", () => {
  expect(wordGrid.key(data())).toEqual([{ glyph: "none", label: "nothing on record" }]);
  expect(wordGrid.key(data({ rows: data().rows.slice(0, 1) }))).toEqual([]);
});

describe("a grid of words on a phone", () => {
  const texts = readDrawing(wordGrid.draw(data(), LAYOUTS.narrow)).texts.map(({ text }) => text);

  it("is folded by column: its head, then who says what, then who says nothing", () =>
    expect(texts.join("; ")).toBe(
      "Territory; Ukraine; a freeze; 7 Feb; Russia; a freeze; 7 Feb; nothing on record: France; " +
        "Troops; Ukraine; a freeze; 7 Feb; France; a freeze; 7 Feb; nothing on record: Russia",
    ));
});
