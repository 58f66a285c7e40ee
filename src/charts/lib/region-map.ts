import { readFileSync } from "node:fs";
import { extent, geoMercator, geoPath, greatest, polygonArea, polygonCentroid } from "d3";
import { feature, merge, mesh } from "topojson-client";
import { CONTENT_DIR } from "../../content-dir.ts";
import { required } from "../../required.ts";
import { px } from "../chart.ts";

type Topology = Parameters<typeof feature>[0];
type Regions = Extract<NonNullable<Parameters<typeof mesh>[1]>, { type: "GeometryCollection" }>;
type Point = [x: number, y: number];

/** A TopoJSON file of `<content>/geo/`: object `regions`, with ids and names. */
export interface Atlas {
  topology: Topology;
  regions: Regions;
  names: ReadonlyMap<string, string>;
}

/** Share of a region, cut off by a straight line, towards `bearing` (degrees from north). */
export interface RegionPart {
  region: string;
  share: number;
  bearing: number;
}

export type RegionMap = ReturnType<typeof regionMap>;

/** Reads `<content>/geo/<name>.json`. Throws an Error if the file is missing. */
export function readAtlas(name: string): Atlas {
  const topology = JSON.parse(readFileSync(`${CONTENT_DIR}/geo/${name}.json`, "utf8")) as Topology;
  const regions = topology.objects.regions as Regions;
  const names = regions.geometries.map(({ id, properties }): [string, string] => [
    String(id),
    (properties as { name: string }).name,
  ]);
  return { topology, regions, names: new Map(names) };
}

/** SVG paths, `width` px wide, cropped to `shown` with a margin. Throws an Error for an unknown code. */
export function regionMap({ topology, regions }: Atlas, shown: readonly string[], width: number) {
  const geometryOf = (code: string) =>
    required(
      regions.geometries.find(({ id }) => id === code),
      `region \`${code}\` of the map`,
    );
  const margin = width * 0.05;
  const focus = feature(topology, { ...regions, geometries: shown.map(geometryOf) } as Regions);
  const projection = geoMercator().fitWidth(width - 2 * margin, focus);
  const [[left, top], [, bottom]] = geoPath(projection).bounds(focus);
  const [x, y] = projection.translate();
  const height = Math.ceil(bottom - top + 2 * margin);
  projection.translate([x - left + margin, y - top + margin]).clipExtent([
    [0, 0],
    [width, height],
  ]);
  const path = geoPath(projection).digits(0);
  const inside = ([x, y]: Point): Point => [
    px(Math.min(Math.max(x, 14), width - 14)),
    px(Math.min(Math.max(y, 14), height - 14)),
  ];
  return {
    height,
    land: path(merge(topology, regions.geometries as Parameters<typeof merge>[1])) ?? "",
    borders: path(mesh(topology, regions, (a, b) => a !== b)) ?? "",
    region(code: string) {
      const shape = feature(topology, geometryOf(code));
      const [x, y] = path.centroid(shape);
      // A region outside the picture has no centroid.
      const middle = inside(Number.isFinite(x) ? [x, y] : [width / 2, 0]);
      return { path: path(shape) ?? "", middle, isTiny: path.area(shape) < 100 };
    },
    part({ region, share, bearing }: RegionPart) {
      const { geometry } = feature(topology, geometryOf(region)) as unknown as {
        geometry: { type: string; coordinates: Point[][] | Point[][][] };
      };
      const { type, coordinates } = geometry;
      const polygons = (type === "Polygon" ? [coordinates] : coordinates) as Point[][][];
      const rings = polygons.map(([ring = []]) => ring.map((point) => projection(point) ?? point));
      const cut = cutOff(greatest(rings, (a, b) => areaOf(a) - areaOf(b)) ?? [], share, bearing);
      return {
        path: `M${cut.map((point) => point.map(Math.round).join()).join("L")}Z`,
        middle: inside(polygonCentroid(cut)),
      };
    },
  };
}

function areaOf(ring: Point[]): number {
  return Math.abs(polygonArea(ring));
}

function cutOff(ring: Point[], share: number, bearing: number): Point[] {
  const angle = (bearing * Math.PI) / 180;
  const along = ([x, y]: Point) => x * Math.sin(angle) - y * Math.cos(angle);
  let [low = 0, high = 0] = extent(ring, along);
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2;
    if (areaOf(beyond(ring, along, middle)) > share * areaOf(ring)) low = middle;
    else high = middle;
  }
  return beyond(ring, along, low);
}

/** Sutherland–Hodgman clipping. */
function beyond(ring: Point[], along: (point: Point) => number, from: number): Point[] {
  return ring.flatMap((point, i) => {
    const before = ring.at(i - 1) ?? point;
    const [a, b] = [along(before) - from, along(point) - from];
    const t = a / (a - b);
    const crossing: Point = [before[0] + t * (point[0] - before[0]), before[1] + t * (point[1] - before[1])];
    return [...(a >= 0 !== b >= 0 ? [crossing] : []), ...(b >= 0 ? [point] : [])];
  });
}
