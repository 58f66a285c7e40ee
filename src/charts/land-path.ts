import { geoPath, type GeoProjection } from "d3";
import { feature } from "topojson-client";
import world from "world-atlas/land-110m.json" with { type: "json" };

type Point = [x: number, y: number];

/** Bends of the coast that enclose less than this are straightened; islands below it are left out, px². */
const DETAIL = 2;
const ISLAND = 8;

/**
 * Coasts of the world within the clip of `projection`, as the path of an SVG in whole pixels: a silhouette without
 * borders, so that the map does not say whose a disputed land is. Small: relative steps, no bend smaller than a pixel.
 */
export function landPath(projection: GeoProjection): string {
  const rings: Point[][] = [];
  const context = {
    moveTo: (x: number, y: number) => void rings.push([[Math.round(x), Math.round(y)]]),
    lineTo: (x: number, y: number) => void rings.at(-1)!.push([Math.round(x), Math.round(y)]),
    closePath: () => undefined,
    arc: () => undefined,
    beginPath: () => undefined,
  };
  const topology = world as unknown as Parameters<typeof feature>[0];
  geoPath(projection, context)(feature(topology, topology.objects.land!));
  return rings
    .map(simplify)
    .filter((ring) => ring.length > 2 && Math.abs(area(ring)) >= ISLAND)
    .map(write)
    .join("");
}

/** Visvalingam’s simplification: the point whose triangle with its neighbours is smallest goes first. */
function simplify(ring: Point[]): Point[] {
  const points = ring.filter(([x, y], i) => i === 0 || x !== ring[i - 1]![0] || y !== ring[i - 1]![1]);
  while (points.length > 3) {
    let smallest = Infinity;
    let at = 0;
    points.forEach((point, i) => {
      const corner = Math.abs(area([points.at(i - 1)!, point, points[(i + 1) % points.length]!]));
      if (corner < smallest) [smallest, at] = [corner, i];
    });
    if (smallest >= DETAIL) break;
    points.splice(at, 1);
  }
  return points;
}

function area(ring: readonly Point[]): number {
  return ring.reduce((sum, [x, y], i) => sum + ring.at(i - 1)![0] * y - x * ring.at(i - 1)![1], 0) / 2;
}

function write(ring: Point[]): string {
  const steps = ring.slice(1).map(([x, y], i) => `${x - ring[i]![0]} ${y - ring[i]![1]}`);
  return `M${ring[0]!.join(" ")}l${steps.join(" ")}z`.replaceAll(" -", "-");
}
