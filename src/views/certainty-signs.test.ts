import { describe, expect, it } from "vitest";
import { LAYOUTS } from "../charts/drawing.ts";
import { readDrawing } from "../charts/read-drawing.ts";
import { readLedger } from "../ledger/read-ledger.ts";
import { readCharts } from "./read-charts.ts";
import { cellText } from "./view.ts";

const charts = readCharts("content/charts", readLedger("content/ledger"));
const chart = (id: string) => charts.find((chart) => chart.id === id)!;
/** Signs by which a mark is told from a confirmed one. */
const SIGNS = ["reported", "alleged", "disputed", "ring", "level-dashed"];

describe("what is not confirmed looks different from what is", () => {
  const unsure = charts.filter(({ view }) => {
    const column = view.table.columns.findIndex(({ id }) => id === "certainty");
    return view.table.rows.some((row) => !["", "confirmed", "published"].includes(cellText(row[column] ?? null)));
  });

  it("in more than a few charts", () => expect(unsure.length).toBeGreaterThan(4));
  it.each(unsure.map(({ id }) => id))("in %s, and the key says how", (id) => {
    const signs = chart(id)
      .kind.key(chart(id).view.data)
      .map(({ glyph }) => glyph);
    expect(signs.filter((sign) => SIGNS.includes(sign))).not.toEqual([]);
  });

  it.each([
    ["coalition", ["coalition-lv"]],
    ["french-deliveries", ["mortars", "mirage", "sampt-ng", "recon-drones", "radar", "shells-155", "trf1"]],
  ])("at these rows of %s", (id, ids) => {
    const { elements } = readDrawing(chart(id).kind.draw(chart(id).view.data, LAYOUTS.narrow));
    let row = "";
    const marked = elements.flatMap(({ attributes }) => {
      row = attributes["data-row"] ?? row;
      return ["ring", "level dashed"].includes(attributes.class ?? "") ? row : [];
    });
    expect(marked.sort()).toEqual(ids.sort());
  });
});
