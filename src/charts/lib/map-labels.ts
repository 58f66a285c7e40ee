import { cross, least, mean, polygonCentroid, range, sort } from "d3";
import { nth } from "../../expect-defined.ts";
import { largestOf, type Point } from "./atlas.ts";
import { type Box, overlaps } from "./signs.tsx";
import { LINE, widthOf } from "./text.tsx";

interface Label {
  words: string;
  classes: string;
  rings: Point[][];
  /** Whether it has no place but inside of its shape. */
  isWithin: boolean;
}

/** Side of a cell, and between places that are tried, px. */
const [CELL, STEP] = [2, 3];
/** From the nearest to the farthest, px. */
const OFFSETS = sort(cross(range(-120, 121, STEP), range(-90, 91, STEP)), ([x, y]) => Math.hypot(x, y));

/** A place that another shape is near to is as bad as so many px of distance. */
const BESIDE_OTHER = 30;

/**
 * Each as near to the middle of its shape as can be: inside, else beside it, on the sea or on land of no shape. None is
 * over an edge or another label; undefined for one that finds no place.
 */
export function placeLabels(
  wanted: readonly Label[],
  land: Point[][],
  [width, height]: readonly [number, number],
  corner?: Box,
) {
  const shareOf = fillGrid([land, ...wanted.map(({ rings }) => rings)], width, height);
  const taken = corner ? [corner] : [];
  return wanted.map(({ words, classes, rings, isWithin }, i) => {
    const [x, y] = polygonCentroid(largestOf(rings));
    const isOwn = (shape: number) => shape === i + 1;
    const isOther = (shape: number) => shape > 0 && !isOwn(shape);
    const placesOf = (reach: number) => {
      const [w, h] = [widthOf(words, classes) / 2, LINE / 2 - 1];
      const boxAt = (x: number, y: number) => ({ left: x - w, right: x + w, top: y - h, bottom: y + h });
      return OFFSETS.map(([dx, dy]) => ({ away: Math.hypot(dx, dy), box: boxAt(x + dx, y + dy) }))
        .filter(({ away }) => away <= reach)
        .filter(
          ({ box }) =>
            Math.min(box.left, box.top) >= 0 &&
            box.right <= width &&
            box.bottom <= height &&
            !taken.some((other) => overlaps(box, other)),
        );
    };
    const inside = placesOf(45).find(({ box }) => shareOf(grow(box, 2, -2), isOwn) > 0.99);
    const beside = () =>
      placesOf(120)
        .filter(({ box }) => shareOf(grow(box, 9, 5), isOwn) > 0)
        // On one ground: over a coast or a border it would be hard to read.
        .filter(({ box }) =>
          [-1, 0].some((ground) => shareOf(grow(box, 4, 0), (shape) => shape === ground) === 1),
        );
    const place =
      inside ??
      (isWithin
        ? undefined
        : least(
            beside(),
            ({ box, away }) => away + (shareOf(grow(box, 7, 5), isOther) > 0 ? BESIDE_OTHER : 0),
          ));
    if (place) taken.push(place.box);
    return place && { ...place, isInside: place === inside };
  });
}

function grow({ left, right, top, bottom }: Box, across: number, down: number): Box {
  return { left: left - across, right: right + across, top: top - down, bottom: bottom + down };
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
