import type { VNode } from "preact";
import { px } from "./drawing.ts";
import { type Box, overlaps } from "./placement.ts";
import { breakText, LINE, textLines, widest } from "./text.tsx";

/** A label that wants to fly from a pole at `x`, px across. */
export interface FlagWish {
  id: string;
  label: string;
  x: number;
}

/** A placed label. Its box is measured up from the base line: `top` is its lower edge. */
export interface Flag extends Omit<FlagWish, "label"> {
  lines: string[];
  /** Which way the text runs from the pole. */
  runs: "right" | "left";
  text: Box;
}

export interface FlagSpace {
  left: number;
  right: number;
  /** How high flags fly at most, px above the base line. */
  far: number;
  /** Widths at which text may break, px, the best first. */
  wraps: readonly number[];
}

const GAP = 6;

/** More labels than this are never placed: nobody reads them. */
const MOST = 12;

/**
 * Places labels, as many of the most important (first) ones as find room together without touching another label or pole.
 * Poles are shorter the later they stand, so that labels can run over them, or, towards the right edge, the earlier; each
 * label is as near the base line as that allows.
 */
export function placeFlags(wishes: readonly FlagWish[], space: FlagSpace): Flag[] {
  const { left, right, wraps } = space;
  // Where labels begin to run left instead of right: nowhere, near the right edge, or in the middle.
  const turns = [Infinity, right - (right - left) / 4, (left + right) / 2];
  const placeable = wishes
    .slice(0, MOST)
    .map((wish) => {
      const ways = wraps.map((width) => breakText(wish.label, width));
      return { ...wish, ways: ways.map((lines) => ({ lines, width: widest(lines) })) };
    })
    // One that has no room even alone takes none from the others.
    .filter((wish) => turns.some((turn) => placeAll([wish], turn, space)));
  for (let count = placeable.length; count > 0; count--)
    for (const turn of turns) {
      const placed = placeAll(placeable.slice(0, count), turn, space);
      if (placed) return placed;
    }
  return [];
}

/** A wish with the ways in which its label may break, and how wide each is. */
type Placeable = FlagWish & { ways: { lines: string[]; width: number }[] };

/** Places for all of these, or undefined if one finds none. */
function placeAll(wishes: readonly Placeable[], turn: number, space: FlagSpace): Flag[] | undefined {
  const placed: Flag[] = [];
  const runRight = wishes.filter((wish) => wish.x <= turn).sort((a, b) => b.x - a.x);
  const runLeft = wishes.filter((wish) => wish.x > turn).sort((a, b) => a.x - b.x);
  for (const wish of [...runRight, ...runLeft]) {
    const free = firstFree(wish, wish.x > turn ? ["left", "right"] : ["right", "left"], space, placed);
    if (!free) return undefined;
    placed.push(free);
  }
  return placed;
}

/** The best place of a label beside those that are placed: running the preferred way, near, on few lines. */
function firstFree(
  { id, x, ways }: Placeable,
  preferred: readonly Flag["runs"][],
  space: FlagSpace,
  placed: readonly Flag[],
): Flag | undefined {
  for (const runs of preferred)
    for (let near = GAP; near < space.far; near += GAP)
      for (const { lines, width } of ways) {
        const [left, right] = runs === "right" ? [x, x + 4 + width] : [x - 4 - width, x];
        const text = { left, right, top: near, bottom: near + lines.length * LINE };
        if (left < space.left || right > space.right || text.bottom > space.far) continue;
        const [room, pole] = [around(text), poleOf(x, text)];
        const touches = (other: Flag) =>
          overlaps(around(other.text), room) ||
          overlaps(around(other.text), pole) ||
          overlaps(poleOf(other.x, other.text), room);
        if (!placed.some(touches)) return { id, x, lines, runs, text };
      }
  return undefined;
}

function around({ left, right, top, bottom }: Box): Box {
  const air = GAP / 2;
  return { left: left - air, right: right + air, top: top - air, bottom: bottom + air };
}

function poleOf(x: number, { bottom }: Box): Box {
  return { left: x - GAP, right: x + GAP, top: 0, bottom };
}

/** Placed labels with their poles above a base line at `base`, px. */
export function Flags({ flags, base }: { flags: readonly Flag[]; base: number }): VNode {
  return (
    <g>
      {flags.map(({ x, lines, runs, text }) => (
        <g>
          <path class="lead" d={`M${px(x)} ${px(base)}V${px(base - text.bottom)}`} />
          {textLines(
            lines,
            runs === "left" ? x - 4 : x + 4,
            base - text.bottom + 13,
            runs === "left" ? "halo end" : "halo",
          )}
        </g>
      ))}
    </g>
  );
}
