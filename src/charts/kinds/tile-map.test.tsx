import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LAYOUTS } from "../drawing.ts";
import { EUROPE_TILES } from "../europe-tiles.ts";
import { readDrawing, textFaults } from "../read-drawing.ts";
import { tileMap, type TileMapData, type TileRow } from "./tile-map.tsx";

const STATES = [
  { id: "troops", label: "ready to send troops", glyph: "stated", strong: true },
  { id: "support", label: "helps from outside", glyph: "softened" },
];
const row = (country: string, state = "troops", extra: Partial<TileRow> = {}): TileRow => ({
  id: `row-${country}`,
  country,
  name: `Land of ${country}`,
  state,
  says: "so it said",
  href: `/x/${country}/`,
  ...extra,
});
const data = (rows: TileRow[]): TileMapData => ({
  states: STATES,
  rows,
  blank: "no entry",
  ring: "only reported",
  home: "UA",
});

/** Tile and sign of each country that has a row. */
function tiles(
  drawing: ReturnType<typeof tileMap.draw>,
): Map<string, { x: number; y: number; sign: string }> {
  const found = new Map<string, { x: number; y: number; sign: string }>();
  let id: string | undefined;
  for (const { name, attributes } of readDrawing(drawing).elements) {
    if (name === "g") id = attributes["data-row"];
    if (id && name === "rect") found.set(id, { x: Number(attributes.x), y: Number(attributes.y), sign: "" });
    if (id && name === "use") found.get(id)!.sign = attributes.href!.slice(1);
  }
  return found;
}

describe("tile map refuses", () => {
  it.each([
    ["an unknown state", [row("FR", "lost")], "row `row-FR` has the unknown state `lost`"],
    ["a code that is no code", [row("France")], "row `row-France` has the country `France`, not two letters"],
    [
      "a country that stands twice",
      [row("FR"), row("FR", "support", { id: "again" })],
      "row `again`: the country FR stands twice",
    ],
    ["the home country", [row("UA")], "row `row-UA` is of UA, which it is all about"],
  ])("%s", (_, rows, reason) => expect(tileMap.refuse(data(rows))).toEqual([reason]));

  it("nothing that is sound", () =>
    expect(tileMap.refuse(data([row("FR"), row("JP", "support")]))).toEqual([]));
});

describe("the tiles of Europe", () => {
  it("each have a place of their own", () => {
    const places = Object.values(EUROPE_TILES).map(String);
    expect(new Set(places).size).toBe(places.length);
  });
});

describe.each([LAYOUTS.narrow, LAYOUTS.wide])("tile map, $name", (layout) => {
  it("puts France south of Britain and west of Switzerland", () => {
    const drawn = tiles(tileMap.draw(data([row("FR"), row("GB"), row("CH")]), layout));
    expect(drawn.get("row-FR")!.y).toBeGreaterThan(drawn.get("row-GB")!.y);
    expect(drawn.get("row-FR")!.x).toBeLessThan(drawn.get("row-CH")!.x);
  });

  it("gives each country a tile and the sign of its state, whatever the rows", () => {
    const codes = fc.uniqueArray(
      fc
        .constantFrom(...Object.keys(EUROPE_TILES), "CA", "AU", "NZ", "JP", "KR", "US")
        .filter((code) => code !== "UA"),
    );
    fc.assert(
      fc.property(codes, fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), (countries, flags) => {
        const rows = countries.map((code, i) => row(code, flags[i] ? "troops" : "support"));
        expect(tileMap.refuse(data(rows))).toEqual([]);
        const drawing = tileMap.draw(data(rows), layout);
        const drawn = tiles(drawing);
        expect([...drawn.keys()].sort()).toEqual(rows.map(({ id }) => id).sort());
        for (const { id, state } of rows)
          expect(drawn.get(id)!.sign).toBe(state === "troops" ? "stated" : "softened");
        expect(new Set([...drawn.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(rows.length);
        expect(textFaults(drawing)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
