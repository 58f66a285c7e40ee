import { cross, least, mean, polygonCentroid, range, sort } from "d3";
import { nth } from "../../expect-defined.ts";
import { largestOf, type Point } from "./atlas.ts";
import { type Box, overlaps } from "./signs.tsx";
import { LINE, widest } from "./text.tsx";

interface Label {
  /** Lines, in the order in which they are tried inside of the shape; outside only the first. */
  ways: string[][];
  classes: string;
  rings: Point[][];
  /** Whether it has no place but inside of its shape. */
  isWithin: boolean;
}

/** Side of a cell, and between places that are tried, px. */
const [CELL, STEP] = [2, 3];
/** From the nearest to the farthest, px. */
const OFFSETS = sort(cross(range(-120, 121, STEP), range(-90, 91, STEP)), ([x, y]) => Math.hypot(x, y));

/** What is as bad as so many px of distance: land below a label, another shape beside it or under a dot of its leader. */
const [ON_LAND, BESIDE_OTHER, CROSSING] = [20, 30, 15];

/**
 * Places labels on a map, each as near to its shape as can be: inside, else on the sea or on land of no shape, with a
 * leader from the edge of its shape. None is over the edge of a shape, or over another label; undefined for one that
 * finds no place.
 */
export function placeLabels(
  wanted: readonly Label[],
  land: Point[][],
  [width, height]: readonly [number, number],
  corner?: Box,
) {
  const shareOf = fillGrid([land, ...wanted.map(({ rings }) => rings)], width, height);
  const taken = corner ? [corner] : [];
  const isFree = (box: Box) =>
    Math.min(box.left, box.top) >= 0 &&
    box.right <= width &&
    box.bottom <= height &&
    !taken.some((other) => overlaps(box, other));
  return wanted.map((label, i) => {
    const place = placeLabel(label, i + 1, shareOf, isFree);
    if (place) taken.push(place.box, ...dotsAlong(place.leader));
    return place;
  });
}

function placeLabel(
  { ways, classes, rings, isWithin }: Label,
  own: number,
  shareOf: ReturnType<typeof fillGrid>,
  isFree: (box: Box) => boolean,
) {
  const ring = largestOf(rings);
  const [x, y] = polygonCentroid(ring);
  const isOwn = (shape: number) => shape === own;
  const isOther = (shape: number) => shape > 0 && shape !== own;
  const boxesOf = (lines: string[], reach: number) => {
    const [w, h] = [widest(lines, classes) / 2, (lines.length * LINE) / 2 - 1];
    return OFFSETS.filter(([dx, dy]) => Math.hypot(dx, dy) <= reach)
      .map(([dx, dy]): Box => ({ left: x + dx - w, right: x + dx + w, top: y + dy - h, bottom: y + dy + h }))
      .filter(isFree);
  };
  for (const lines of ways)
    for (const box of boxesOf(lines, 45))
      if (shareOf(grow(box, 2, -2), isOwn) > 0.99) return { lines, box, leader: [], isInside: true };
  if (isWithin) return undefined;
  const lines = nth(ways, 0);
  const places = boxesOf(lines, 120)
    // On one ground: over a coast or a border it would be hard to read.
    .filter((box) => [-1, 0].some((ground) => shareOf(grow(box, 4, 0), (shape) => shape === ground) === 1))
    .map((box) => {
      const around = grow(box, 7, 5);
      const centre: Point = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      const start = least(ring, (point) => distance(point, centre)) ?? centre;
      const end: Point = [clamp(start[0], box.left - 4, box.right + 4), clamp(start[1], box.top, box.bottom)];
      const leader = shareOf(around, isOwn) > 0 ? [] : [start, end];
      const dots = dotsAlong(leader);
      const cost =
        distance(start, end) +
        0.3 * distance([x, y], end) +
        (shareOf(box, (shape) => shape === 0) > 0 ? ON_LAND : 0) +
        (shareOf(around, isOther) > 0 ? BESIDE_OTHER : 0) +
        dots.filter((dot) => shareOf(dot, isOther) > 0).length * CROSSING;
      return { lines, box, leader, isInside: false, cost: dots.every(isFree) ? cost : Infinity };
    });
  return least(
    places.filter(({ cost }) => cost < Infinity),
    ({ cost }) => cost,
  );
}

const distance = ([x, y]: Point, [toX, toY]: Point) => Math.hypot(x - toX, y - toY);
const clamp = (value: number, from: number, to: number) => Math.min(Math.max(value, from), to);

function grow({ left, right, top, bottom }: Box, across: number, down: number): Box {
  return { left: left - across, right: right + across, top: top - down, bottom: bottom + down };
}

/** A line as dots, on which nothing may be put. */
function dotsAlong([from, to]: readonly Point[]): Box[] {
  if (!from || !to) return [];
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  return range(0, 1, STEP / Math.hypot(dx, dy)).map((t) => {
    const [left, top] = [from[0] + dx * t, from[1] + dy * t];
    return { left, right: left + STEP, top, bottom: top + STEP };
  });
}

/** Measures how much of a box is of such shapes; where several are, of the last. */
function fillGrid(shapes: readonly Point[][][], width: number, height: number) {
  const rows = range(CELL / 2, height, CELL).map((y) => {
    const row = new Int16Array(Math.ceil(width / CELL)).fill(-1);
    for (const [shape, rings] of shapes.entries())
      for (const ring of rings) {
        const crossings = ring.flatMap(([x, to], i) => {
          const [before, from] = nth(ring, i - 1);
          return from > y === to > y ? [] : before + ((y - from) / (to - from)) * (x - before);
        });
        const edges = sort(crossings).map((x) => Math.max(Math.round(x / CELL), 0));
        for (let i = 0; i < edges.length; i += 2) row.fill(shape, edges[i], edges[i + 1]);
      }
    return row;
  });
  return ({ left, right, top, bottom }: Box, test: (shape: number) => boolean) => {
    const [from, to] = [Math.max(Math.floor(left / CELL), 0), Math.ceil(right / CELL)];
    const inside = rows.slice(Math.max(Math.floor(top / CELL), 0), Math.ceil(bottom / CELL));
    return mean(inside, (row) => mean(row.subarray(from, to), (shape) => Number(test(shape)))) ?? 0;
  };
}
