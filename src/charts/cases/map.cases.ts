import fc from "fast-check";
import { type Cases, LONGEST, LONGEST_SENTENCE, times } from "./cases.ts";
import { map, type MapData, type MapPlace } from "../kinds/map.tsx";

const place = (id: string, lat: number, lon: number, count = 1, label = `Place ${id}`): MapPlace => ({
  id,
  label,
  lat,
  lon,
  count,
  says: "so many",
  href: `/x/${id}/`,
});
const data = (places: MapPlace[], list: MapData["list"] = []): MapData => ({
  panels: [
    { id: "europe", label: "Europe", west: -11, east: 43, south: 43, north: 60 },
    { id: "world", label: "The world", west: -160, east: 65, south: -40, north: 72 },
  ],
  places,
  sign: "number of meetings",
  words: { confirmed: "on record", reported: "reported" },
  listHeading: "Not on the map",
  list,
});

export const mapCases: Cases<MapData> = {
  kind: map,
  cases: {
    empty: data([]),
    "one row": data([place("a", 50, 10)]),
    ties: data([place("a", 50, 10, 3), place("b", 50, 10, 3), place("c", 25, -80, 3)]),
    "longest Ukrainian label": data(
      [place("a", 50, 30, 2, LONGEST)],
      [{ id: "call", text: LONGEST_SENTENCE, says: "a call", certainty: "reported", href: "/x/" }],
    ),
    negative: data([place("a", 50, 10, -1)]),
    "200 rows": data(times(200, (i) => place(String(i), 44 + ((i * 7) % 15), -10 + ((i * 13) % 52), 1 + (i % 9)))),
  },
  refused: { negative: ["place `a` has the count -1"] },
  marked: ({ places, list }) => [...places, ...list].map(({ id }) => id),
  // Areas are in proportion; their root is compared, which is as exact as the radius.
  scales: ({ places }, elements) => [
    [
      [0, 0],
      ...elements
        .filter(({ name, attributes }) => name === "circle" && attributes["data-row"])
        .map(({ attributes }) => [Math.sqrt(places.find(({ id }) => id === attributes["data-row"])!.count), Number(attributes.r)] as const),
    ],
  ],
  random: fc
    .array(
      fc.record({
        lat: fc.double({ min: -39, max: 71, noNaN: true }),
        lon: fc.double({ min: -159, max: 64, noNaN: true }),
        count: fc.integer({ min: 1, max: 500 }),
      }),
      { maxLength: 40 },
    )
    .map((places) => data(places.map(({ lat, lon, count }, i) => place(String(i), lat, lon, count)))),
};
