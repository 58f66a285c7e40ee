import { extent, geoConicConformal, geoPath, type GeoProjection, greatest, polygonArea } from "d3";
import { readFileSync } from "node:fs";
import { feature, merge, mesh } from "topojson-client";
import { CONTENT_DIR } from "../../settings.ts";
import { expectDefined, nth } from "../../expect-defined.ts";

type Topology = Parameters<typeof feature>[0];
type Regions = Extract<NonNullable<Parameters<typeof mesh>[1]>, { type: "GeometryCollection" }>;
export type Point = [x: number, y: number];
export type Atlas = ReturnType<typeof readAtlas>;
export type Shapes = Parameters<typeof merge>[1];

/** Reads `<content>/geo/<name>.json`: TopoJSON with an object `regions`, which have ids and names. */
export function readAtlas(name: string) {
  const topology = JSON.parse(readFileSync(`${CONTENT_DIR}/geo/${name}.json`, "utf8")) as Topology;
  const regions = topology.objects.regions as Regions;
  const names = regions.geometries.map(({ id, properties }) => {
    return [String(id), (properties as { name: string }).name] as const;
  });
  return { topology, regions, names: new Map(names) };
}

/** Points of a border that are nearer to each other are one, degrees. */
const TOLERANCE_DEGREES = 0.09;
let world: { topology: Topology; countries: Regions } | undefined;

/** Shapes of all countries: Natural Earth 1:50m, public domain. */
export function readWorld() {
  if (world) return world;
  const file = readFileSync("node_modules/world-atlas/countries-50m.json", "utf8");
  const topology = JSON.parse(file) as Topology;
  const [degreesX, degreesY] = expectDefined(topology.transform, "transform of world-atlas").scale;
  // Borders are arcs that neighbours share, in steps from point to point: so they stay joined.
  const arcs = topology.arcs.map((arc) => {
    let [dx, dy] = [0, 0];
    return arc.filter((step, i) => {
      [dx, dy] = [dx + nth(step, 0), dy + nth(step, 1)];
      const isShort = Math.hypot(dx * degreesX, dy * degreesY) < TOLERANCE_DEGREES;
      if (i > 0 && i < arc.length - 1 && isShort) return false;
      [step[0], step[1], dx, dy] = [dx, dy, 0, 0];
      return true;
    });
  });
  return (world = { topology: { ...topology, arcs }, countries: topology.objects.countries as Regions });
}

/** With little distortion around a longitude and between two latitudes, all in degrees. */
export function conic(longitude: number, south: number, north: number): GeoProjection {
  return geoConicConformal().rotate([-longitude, 0]).parallels([south, north]);
}

/** The regions `shown` are at the left of a map `width` px wide, `size` px wide with a margin. */
export function regionMap(
  { topology, regions }: Atlas,
  shown: readonly string[],
  width: number,
  size: number,
) {
  const geometryOf = (code: string) =>
    expectDefined(
      regions.geometries.find(({ id }) => id === code),
      `region \`${code}\` of the map`,
    );
  const margin = Math.max(3, size * 0.03);
  const focus = feature(topology, { ...regions, geometries: shown.map(geometryOf) } as Regions);
  const [[west, south], [east, north]] = geoPath().bounds(focus) as [Point, Point];
  const projection = conic((west + east) / 2, south, north).fitWidth(size - 2 * margin, focus);
  const [, [, bottom]] = geoPath(projection).bounds(focus);
  const [x, y] = projection.translate();
  const height = Math.ceil(bottom + 2 * margin);
  projection.translate([x + margin, y + margin]).clipExtent([
    [0, 0],
    [width, height],
  ]);
  const path = geoPath(projection).digits(1);
  const pathOf = (code: string) => path(feature(topology, geometryOf(code))) ?? "";
  const ringOf = (code: string) => largestOf(ringsOf(pathOf(code)));
  return {
    width,
    height,
    land: path(merge(topology, regions.geometries as Parameters<typeof merge>[1])) ?? "",
    borders: path(mesh(topology, regions, (a, b) => a !== b)) ?? "",
    region: pathOf,
    /** The largest. */
    ring: ringOf,
    /** A share of a region, cut off by a straight line, towards `bearing` (degrees from north); and the rest of it. */
    part(code: string, share: number, bearing: number) {
      const ring = ringOf(code);
      const angle = (bearing * Math.PI) / 180;
      const along = ([x, y]: Point) => x * Math.sin(angle) - y * Math.cos(angle);
      let [low = 0, high = 0] = extent(ring, along);
      for (let step = 0; step < 30; step++) {
        const middle = (low + high) / 2;
        if (areaOf(clipPolygon(ring, along, middle)) > share * areaOf(ring)) low = middle;
        else high = middle;
      }
      const part = clipPolygon(ring, along, low);
      return {
        part,
        rest: clipPolygon(ring, (point) => -along(point), -low),
        cut: part.filter((point) => Math.abs(along(point) - low) < 0.01),
      };
    },
  };
}

export function ringPath(ring: readonly Point[], end = "Z"): string {
  return `M${ring.join("L")}${end}`;
}

export function ringsOf(path: string | null): Point[][] {
  return (path ?? "")
    .split(/[MZ]+/)
    .filter(Boolean)
    .map((ring) => [...new Set(ring.split("L"))].map((point) => point.split(",").map(Number) as Point));
}

export function areaOf(ring: Point[]): number {
  return Math.abs(polygonArea(ring));
}

export function largestOf(rings: Point[][]): Point[] {
  return greatest(rings, (a, b) => areaOf(a) - areaOf(b)) ?? [];
}

/** Sutherland–Hodgman clipping. */
function clipPolygon(ring: Point[], along: (point: Point) => number, from: number) {
  return ring.flatMap((point, i) => {
    const before = ring.at(i - 1) ?? point;
    const [a, b] = [along(before) - from, along(point) - from];
    const t = a / (a - b);
    const crossing: Point = [before[0] + t * (point[0] - before[0]), before[1] + t * (point[1] - before[1])];
    return [...(a >= 0 !== b >= 0 ? [crossing] : []), ...(b >= 0 ? [point] : [])];
  });
}
