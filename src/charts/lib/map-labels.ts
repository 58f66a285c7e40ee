import { cross, mean, polygonCentroid, range, sort } from "d3";
import { nth } from "../../expect-defined.ts";
import { largestOf, type Point } from "./atlas.ts";
import { type Box, overlaps } from "./signs.tsx";
import { LINE, widest } from "./text.tsx";

interface Wanted {
  /** Lines of the label, in the order in which they are tried inside of the shape; outside only the first. */
  ways: string[][];
  classes: string;
  rings: Point[][];
  /** Whether it may go over the edge of its shape. */
  maySpill: boolean;
}

interface Place {
  lines: string[];
  box: Box;
  /** From the middle of the shape to the label; none if that is near. */
  leader: Point[];
  isInside: boolean;
  cost: number;
}

/** Side of a cell, px. */
const CELL = 2;
/** Between places that are tried, px. */
const STEP = 3;
/** From the nearest to the farthest, px. */
const OFFSETS = sort(cross(range(-120, 121, STEP), range(-90, 91, STEP)), ([x, y]) => Math.hypot(x, y));

/** What is as bad as so many px of distance: land below a label, another shape beside it or under a dot of its leader. */
const [ON_LAND, BESIDE_OTHER, CROSSING] = [20, 30, 15];
/** The worst place that is taken. */
const MAX_COST = 150;

/**
 * Places labels on a map, in this order, each as near to its shape as can be: inside, else on the sea or on land of no
 * shape, with a leader. None is over another shape or label; undefined for one that finds no place.
 */
export function placeLabels(
  wanted: readonly Wanted[],
  land: Point[][],
  [width, height]: readonly [number, number],
  corner: Box,
): (Place | undefined)[] {
  const shareOf = fillGrid([land, ...wanted.map(({ rings }) => rings)], width, height);
  const everywhere = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
  const edges = [{ right: 0 }, { left: width }, { bottom: 0 }, { top: height }];
  const taken: Box[] = [corner, ...edges.map((edge) => ({ ...everywhere, ...edge }))];
  return wanted.map((label, i) => {
    const place = placeLabel(label, i + 1, shareOf, taken);
    if (place) taken.push(place.box, ...dotsAlong(place.leader));
    return place;
  });
}

function placeLabel(
  { ways, classes, rings, maySpill }: Wanted,
  own: number,
  shareOf: Grid,
  taken: readonly Box[],
) {
  const ring = largestOf(rings);
  const [x, y] = polygonCentroid(ring);
  const isOwn = (shape: number) => shape === own;
  const isOther = (shape: number) => shape > 0 && shape !== own;
  const isFree = (box: Box) => !taken.some((other) => overlaps(box, other));
  const boxesOf = (lines: string[], reach: number) => {
    const [w, h] = [widest(lines, classes) / 2, (lines.length * LINE) / 2 - 1];
    return OFFSETS.filter((offset) => Math.hypot(...offset) <= reach).map(([dx, dy]): Box => {
      return { left: x + dx - w, right: x + dx + w, top: y + dy - h, bottom: y + dy + h };
    });
  };
  for (const lines of ways) {
    const box = boxesOf(lines, 45).find((box) => {
      const letters = { ...box, top: box.top + 2, bottom: box.bottom - 2 };
      const share = isFree(box) ? shareOf(letters, isOwn) : 0;
      return share > 0.99 || (maySpill && share > 0.6 && shareOf(letters, isOther) === 0);
    });
    if (box) return { lines, box, leader: [], isInside: true, cost: 0 };
  }
  const lines = nth(ways, 0);
  let best: Place | undefined;
  for (const box of boxesOf(lines, 120)) {
    const end: Point = [clamp(x, box.left - 4, box.right + 4), clamp(y, box.top, box.bottom)];
    const most = best?.cost ?? MAX_COST;
    if (!isFree(box) || shareOf(box, (shape) => shape > 0) > 0) continue;
    const start = nth(
      sort(ring, ([x, y]) => Math.hypot(x - end[0], y - end[1])),
      0,
    );
    const far = Math.hypot(start[0] - end[0], start[1] - end[1]) + 0.3 * Math.hypot(x - end[0], y - end[1]);
    // A little into the shape.
    const into = Math.min(6 / Math.hypot(x - start[0], y - start[1]), 1);
    const from: Point = [start[0] + into * (x - start[0]), start[1] + into * (y - start[1])];
    const around = { left: box.left - 7, right: box.right + 7, top: box.top - 5, bottom: box.bottom + 5 };
    const leader: Point[] = shareOf(around, isOwn) > 0 ? [] : [from, end];
    const dots = dotsAlong(leader);
    const cost =
      far +
      (shareOf(box, (shape) => shape === 0) > 0 ? ON_LAND : 0) +
      (shareOf(around, isOther) > 0 ? BESIDE_OTHER : 0) +
      dots.filter((dot) => shareOf(dot, isOther) > 0).length * CROSSING;
    if (cost < most && dots.every(isFree)) best = { lines, box, leader, isInside: false, cost };
  }
  return best;
}

function clamp(value: number, from: number, to: number): number {
  return Math.min(Math.max(value, from), to);
}

/** A line as dots, on which nothing may be put. */
function dotsAlong([from, to]: readonly Point[]): Box[] {
  if (!from || !to) return [];
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const count = Math.ceil(Math.hypot(dx, dy) / STEP);
  return range(count).map((i) => {
    const [left, top] = [from[0] + (dx * i) / count, from[1] + (dy * i) / count];
    return { left, right: left + STEP, top, bottom: top + STEP };
  });
}

type Grid = ReturnType<typeof fillGrid>;

/** Which shape is where, the last of several. */
function fillGrid(shapes: readonly Point[][][], width: number, height: number) {
  const rows = range(CELL / 2, height, CELL).map((y) => {
    const row = new Int16Array(Math.ceil(width / CELL)).fill(-1);
    shapes.forEach((rings, shape) => {
      for (const ring of rings) {
        const crossings = ring.flatMap(([x, to], i) => {
          const [before, from] = nth(ring, i - 1);
          return from > y === to > y ? [] : before + ((y - from) / (to - from)) * (x - before);
        });
        const edges = sort(crossings).map((x) => Math.max(Math.round(x / CELL), 0));
        for (let i = 0; i < edges.length; i += 2) row.fill(shape, edges[i], edges[i + 1]);
      }
    });
    return row;
  });
  /** How much of a box is of such shapes. */
  return ({ left, right, top, bottom }: Box, test: (shape: number) => boolean) => {
    const [from, to] = [Math.max(Math.floor(left / CELL), 0), Math.ceil(right / CELL)];
    const inside = rows.slice(Math.max(Math.floor(top / CELL), 0), Math.ceil(bottom / CELL));
    const shares = inside.map((row) => {
      const cells = row.subarray(from, to);
      return cells.reduce((found, shape) => found + Number(test(shape)), 0) / cells.length;
    });
    return mean(shares) ?? 0;
  };
}
