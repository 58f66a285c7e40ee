import { geoMercator, geoPath } from "d3";
import { feature, mesh } from "topojson-client";
import atlas from "../../../content/geo/ukraine-regions.json" with { type: "json" };
import { px } from "./drawing.ts";

const topology = atlas as unknown as Parameters<typeof feature>[0];
const regions = topology.objects.regions as Extract<
  NonNullable<Parameters<typeof mesh>[1]>,
  { type: "GeometryCollection" }
>;

/** Names of the regions by ISO 3166-2 code. */
export const REGION_NAMES: ReadonlyMap<string, string> = new Map(
  regions.geometries.map(({ id, properties }) => [String(id), (properties as { name: string }).name]),
);

/** Ukraine within its internationally recognised borders, fitted to a width. */
export interface RegionMap {
  height: number;
  /** Borders of the country and, lighter, those between its regions, as paths of an SVG. */
  outline: string;
  inner: string;
  /** Path of a region, and its middle, px. */
  region(code: string): { path: string; middle: readonly [x: number, y: number] };
}

/** The map at `width` px. Throws a RangeError for a code that is no region of Ukraine. */
export function regionMap(width: number): RegionMap {
  const all = feature(topology, regions);
  const projection = geoMercator().fitWidth(width - 2, all);
  const path = geoPath(projection).digits(0);
  const [[left, top], [, bottom]] = path.bounds(all);
  const [x, y] = projection.translate();
  projection.translate([x - left + 1, y - top + 1]);
  return {
    height: Math.ceil(bottom - top) + 2,
    outline: path(mesh(topology, regions, (a, b) => a === b)) ?? "",
    inner: path(mesh(topology, regions, (a, b) => a !== b)) ?? "",
    region(code) {
      const found = regions.geometries.find(({ id }) => id === code);
      if (!found) throw new RangeError(`\`${code}\` is no region of Ukraine`);
      const shape = feature(topology, found);
      const [middleX, middleY] = path.centroid(shape);
      return { path: path(shape) ?? "", middle: [px(middleX), px(middleY)] };
    },
  };
}
