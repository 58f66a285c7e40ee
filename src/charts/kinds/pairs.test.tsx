import { describe, expect, it } from "vitest";
import { LAYOUTS } from "../drawing.ts";
import { readDrawing } from "../read-drawing.ts";
import { pairs, type PairsActor, type PairsData, type PairsRow } from "./pairs.tsx";

const actor = (id: string, group = "one"): PairsActor => ({
  id,
  label: `First Last-${id}`,
  short: `Last-${id}`,
  group,
  total: 12,
  href: `/x/${id}/`,
});
const row = (a: string, b: string, count = 1): PairsRow => ({ a, b, count, says: `${count} times`, href: "/x/" });
const data = (ids: string[], rows: PairsRow[]): PairsData => ({
  actors: ids.map((id) => actor(id, id < "c" ? "one" : "two")),
  rows,
  sign: "number of meetings",
  none: "none",
  dashed: "one only reported",
});

/** Where each pair’s cell is filled from below, px. */
function levels(drawing: ReturnType<typeof pairs.draw>): Map<string, { x: number; bottom: number; height: number }> {
  const found = new Map<string, { x: number; bottom: number; height: number }>();
  let id = "";
  for (const { name, attributes } of readDrawing(drawing).elements) {
    if (name === "g") id = attributes["data-row"] ?? "";
    if (name === "rect" && id)
      found.set(id, {
        x: Number(attributes.x),
        bottom: Math.round(Number(attributes.y) + Number(attributes.height)),
        height: Number(attributes.height),
      });
  }
  return found;
}

describe("pairs refuse", () => {
  it.each([
    ["an unknown actor", ["a", "b"], [row("a", "z")], "row `a+z`: there is no actor `z`"],
    ["a pair of one", ["a", "b"], [row("a", "a")], "row `a+a` is a pair of one"],
    ["a pair that stands twice", ["a", "b"], [row("a", "b"), row("b", "a")], "row `b+a`: the pair stands twice"],
    ["a count of nothing", ["a", "b"], [row("a", "b", 0)], "row `a+b` has the count 0"],
    ["half a meeting", ["a", "b"], [row("a", "b", 0.5)], "row `a+b` has the count 0.5"],
    ["a repeated actor", ["a", "a"], [], "`a` stands twice"],
  ])("%s", (_, ids, rows, reason) => expect(pairs.refuse(data(ids, rows))).toEqual([reason]));

  it("nothing that is sound", () => expect(pairs.refuse(data(["a", "b"], [row("a", "b", 3)]))).toEqual([]));
});

describe.each([LAYOUTS.narrow, LAYOUTS.wide])("pairs, $name", (layout) => {
  it("put a pair where the column of one crosses the row of the other", () => {
    const drawn = levels(pairs.draw(data(["a", "b", "c"], [row("c", "a"), row("b", "a"), row("b", "c")]), layout));
    expect(drawn.get("c+a")!.x).toBe(drawn.get("b+a")!.x);
    expect(drawn.get("c+a")!.bottom).toBe(drawn.get("b+c")!.bottom);
    expect(drawn.get("b+a")!.bottom).toBeLessThan(drawn.get("c+a")!.bottom);
  });
});
