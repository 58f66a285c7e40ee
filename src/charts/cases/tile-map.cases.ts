import fc from "fast-check";
import { at, byRow, type Cases, LONGEST, times } from "./cases.ts";
import { EUROPE_TILES } from "../europe-tiles.ts";
import { tileMap, type TileMapData, type TileRow } from "../kinds/tile-map.tsx";

const STATES = [
  { id: "troops", label: "ready to send troops", glyph: "stated", strong: true },
  { id: "support", label: "helps from outside", glyph: "softened" },
];
const row = (country: string, state = "troops", name = `Land of ${country}`): TileRow => ({
  id: `row-${country}`,
  country,
  name,
  state,
  says: "so it said",
  href: `/x/${country}/`,
});
const data = (rows: TileRow[]): TileMapData => ({
  states: STATES,
  rows,
  blank: "no entry",
  ring: "only reported",
  home: "UA",
});
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

export const tileMapCases: Cases<TileMapData> = {
  kind: tileMap,
  cases: {
    empty: data([]),
    "one row": data([row("FR")]),
    ties: data([row("FR"), row("GB"), row("JP", "support"), row("CA", "support")]),
    "longest Ukrainian label": data([row("FR", "troops", LONGEST), row("GB", "support", LONGEST)]),
    "200 rows": data(
      times(200, (i) =>
        row(`${letters[Math.floor(i / 26)]}${letters[i % 26]}`, i % 2 ? "troops" : "support"),
      ),
    ),
  },
  marked: ({ rows }) => rows.map(({ id }) => id),
  // Tiles of Europe stand in their column and row.
  scales: ({ rows }, elements) => {
    const drawn = byRow(elements);
    const placed = rows.flatMap(({ id, country }) => {
      const tile = EUROPE_TILES[country];
      const square = drawn.get(id)!.find(({ name }) => name === "rect")!;
      return tile ? [{ tile, square }] : [];
    });
    return [
      placed.map(({ tile, square }) => [tile[0], at(square, "x")] as const),
      placed.map(({ tile, square }) => [tile[1], at(square, "y")] as const),
    ];
  },
  random: fc
    .tuple(
      fc.uniqueArray(
        fc
          .constantFrom(...Object.keys(EUROPE_TILES), "CA", "AU", "NZ", "JP", "KR", "US")
          .filter((code) => code !== "UA"),
      ),
      fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
    )
    .map(([codes, flags]) => data(codes.map((code, i) => row(code, flags[i] ? "troops" : "support")))),
};
