import { describe, expect, it } from "vitest";
import { LAYOUTS } from "../drawing.ts";
import { readDrawing } from "../read-drawing.ts";
import { map, type MapData, type MapPlace } from "./map.tsx";

const EUROPE = { id: "europe", label: "Europe", west: -11, east: 43, south: 43, north: 60 };
const WORLD = { id: "world", label: "The world", west: -160, east: 65, south: -40, north: 72 };
const place = (id: string, lat: number, lon: number, count = 1, extra: Partial<MapPlace> = {}): MapPlace => ({
  id,
  label: `Place ${id}`,
  lat,
  lon,
  count,
  says: "so many",
  href: `/x/${id}/`,
  ...extra,
});
const data = (places: MapPlace[], list: MapData["list"] = []): MapData => ({
  panels: [EUROPE, WORLD],
  places,
  sign: "number of meetings",
  words: { confirmed: "on record", disputed: "accounts differ" },
  listHeading: "Not on the map",
  list,
});

/** Circles of the drawing by row id. */
function circles(drawing: ReturnType<typeof map.draw>): Map<string, { x: number; y: number; r: number }> {
  return new Map(
    readDrawing(drawing)
      .elements.filter(({ name, attributes }) => name === "circle" && attributes["data-row"])
      .map(({ attributes, dx, dy }) => [
        attributes["data-row"]!,
        { x: Number(attributes.cx) + dx, y: Number(attributes.cy) + dy, r: Number(attributes.r) },
      ]),
  );
}

describe("map refuses", () => {
  it.each([
    ["a count of nothing", [place("a", 50, 10, 0)], "place `a` has the count 0"],
    ["half a meeting", [place("a", 50, 10, 1.5)], "place `a` has the count 1.5"],
    ["a place outside all panels", [place("a", -80, 10)], "place `a` lies on no panel: -80, 10"],
    ["a place that is nowhere", [place("a", Number.NaN, 10)], "place `a` lies on no panel: NaN, 10"],
    ["a certainty without a word", [place("a", 50, 10, 1, { unsure: "alleged" })], "row `a`: the key has no word for alleged"],
    ["a repeated id", [place("a", 50, 10), place("a", 51, 10)], "`a` stands twice"],
  ])("%s", (_, places, reason) => expect(map.refuse(data(places))).toEqual([reason]));

  it("a panel without an area", () =>
    expect(map.refuse({ ...data([]), panels: [{ ...EUROPE, east: -11 }] })).toEqual(["panel `europe` has no area"]));
  it("nothing that is sound", () => expect(map.refuse(data([place("a", 50, 10), place("b", 25, -80, 8)]))).toEqual([]));
});

describe.each([LAYOUTS.narrow, LAYOUTS.wide])("map, $name", (layout) => {
  it("puts north above south and west left of east", () => {
    const drawn = circles(
      map.draw(data([place("oslo", 59, 10), place("rome", 44, 12), place("kyiv", 50.4, 30.5), place("paris", 48.9, 2.3)]), layout),
    );
    expect(drawn.get("oslo")!.y).toBeLessThan(drawn.get("rome")!.y);
    expect(drawn.get("paris")!.x).toBeLessThan(drawn.get("kyiv")!.x);
  });

  it("puts a sign at each place and each line of the list that is not confirmed", () => {
    const call = { id: "call", text: "A call", says: "a call", certainty: "disputed" } as const;
    const all = data(
      [place("a", 50, 10, 4, { unsure: "disputed" }), place("b", 48, 20)],
      [call, { ...call, id: "d", certainty: "confirmed" }],
    );
    const signs = readDrawing(map.draw(all, layout)).elements.flatMap(({ name, attributes }) =>
      name === "use" ? attributes.href!.split("-").at(-1) : [],
    );
    expect(signs).toEqual(["disputed", "disputed", "confirmed"]);
    expect(map.key(all).map(({ label }) => label)).toEqual(["number of meetings", "accounts differ"]);
  });

  it("stays small: a silhouette in whole pixels", () => {
    const { elements } = readDrawing(map.draw(data([]), layout));
    const land = elements.filter(({ attributes }) => attributes.class === "land").map(({ attributes }) => attributes.d!);
    expect(land).toHaveLength(2);
    for (const path of land) {
      expect(path).toMatch(/^(M-?\d+ ?-?\d+l[-\d ]+z)+$/);
      expect(path.length).toBeLessThan(5000);
    }
  });
});
