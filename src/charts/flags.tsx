import type { VNode } from "preact";
import { px, TEXT_SIZE } from "./drawing.ts";
import { type Box, overlaps } from "./placement.ts";
import { LINE, textLines } from "./text-lines.tsx";
import { textWidth, wrapText } from "./text-width.ts";

/** A label that wants to fly from a pole. */
export interface FlagWish {
  id: string;
  label: string;
  /** Where the pole stands, px across. */
  x: number;
  /** Where the pole begins, px away from the base line. */
  foot: number;
}

/** A placed label. Distances are measured away from the base line, so that flags can fly up or hang down. */
export interface Flag {
  id: string;
  lines: string[];
  x: number;
  foot: number;
  /** Which way the text runs from the pole. */
  runs: "right" | "left";
  /** Near and far edge of the text, px away from the base line. */
  near: number;
  far: number;
}

export interface FlagSpace {
  left: number;
  right: number;
  /** Flags fly from here, px away from the base line … */
  near: number;
  /** … to here at most. */
  far: number;
  /** Widths at which text may break, px, the best first. */
  wraps: readonly number[];
  /** What a pole must not cross, in distances from the base line (top = nearer). */
  obstacles: readonly (Box & { id: string })[];
}

const GAP = 6;

/** More labels than this are never placed, nor more than three times as many tried: nobody reads them. */
const MOST = 12;

/**
 * Places labels, the most important (first) ones first: a label is kept if all that are kept find a place without
 * touching another label or pole. Poles are shorter the later they stand, so that labels can run over them, or, towards
 * the right edge, the earlier; each label is as near the base line as that allows. Labels without a place are left out.
 */
export function placeFlags(wishes: readonly FlagWish[], space: FlagSpace): Flag[] {
  let kept: Placeable[] = [];
  let flags: Flag[] = [];
  const { left, right } = space;
  for (const wish of wishes.slice(0, 3 * MOST)) {
    const ways = space.wraps.map((width) => measured(wrapText(wish.label, width, TEXT_SIZE)));
    const trial = [...kept, { ...wish, ways }];
    // Where labels begin to run left instead of right: nowhere, near the right edge, or in the middle.
    for (const turn of [Infinity, right - (right - left) / 4, (left + right) / 2]) {
      const placed = placeAll(trial, turn, space);
      if (!placed) continue;
      kept = trial;
      flags = placed;
      break;
    }
    if (kept.length === MOST) break;
  }
  return flags;
}

/** A wish with the ways in which its label may break, and how wide each is. */
type Placeable = FlagWish & { ways: { lines: string[]; width: number }[] };

function measured(lines: string[]): { lines: string[]; width: number } {
  return { lines, width: Math.max(...lines.map((line) => textWidth(line, TEXT_SIZE))) };
}

/** Places for all of these, or undefined if one finds none. */
function placeAll(wishes: readonly Placeable[], turn: number, space: FlagSpace): Flag[] | undefined {
  const placed: { flag: Flag; text: Box; pole: Box }[] = [];
  const runRight = wishes.filter((wish) => wish.x <= turn).sort((a, b) => b.x - a.x || a.foot - b.foot);
  const runLeft = wishes.filter((wish) => wish.x > turn).sort((a, b) => a.x - b.x || a.foot - b.foot);
  for (const wish of [...runRight, ...runLeft]) {
    const free = candidates(wish, wish.x > turn ? ["left", "right"] : ["right", "left"], space)
      .map(({ flag, width }) => ({ flag, ...boxes(flag, width) }))
      .find(
        ({ text, pole }) =>
          text.left + GAP / 2 >= space.left &&
          text.right - GAP / 2 <= space.right &&
          !placed.some((other) => overlaps(other.text, text) || overlaps(other.text, pole) || overlaps(other.pole, text)) &&
          !space.obstacles.some((other) => other.id !== wish.id && overlaps(other, pole)),
      );
    if (!free) return undefined;
    placed.push(free);
  }
  return placed.map(({ flag }) => flag);
}

/** Every place a label could have, the best first: running the preferred way, near, on few lines. */
function candidates({ ways, ...wish }: Placeable, preferred: readonly Flag["runs"][], space: FlagSpace): { flag: Flag; width: number }[] {
  const found: { flag: Flag; width: number }[] = [];
  for (const runs of preferred) {
    for (let near = space.near; near < space.far; near += GAP) {
      for (const { lines, width } of ways) {
        const far = near + lines.length * LINE;
        if (far <= space.far) found.push({ flag: { id: wish.id, x: wish.x, foot: wish.foot, lines, runs, near, far }, width });
      }
    }
  }
  return found;
}

function boxes(flag: Flag, width: number): { text: Box; pole: Box } {
  const [left, right] = flag.runs === "right" ? [flag.x, flag.x + 4 + width] : [flag.x - 4 - width, flag.x];
  return {
    text: { left: left - GAP / 2, right: right + GAP / 2, top: flag.near - GAP / 2, bottom: flag.far + GAP / 2 },
    pole: { left: flag.x - GAP, right: flag.x + GAP, top: flag.foot, bottom: flag.far },
  };
}

/** Placed labels with their poles, above (`direction` -1) or below (1) a base line at `base`, px. */
export function Flags({ flags, base, direction }: { flags: readonly Flag[]; base: number; direction: -1 | 1 }): VNode {
  return (
    <g>
      {flags.map((flag) => {
        const top = direction < 0 ? base - flag.far : base + flag.near;
        return (
          <g>
            <path class="lead" d={`M${px(flag.x)} ${px(base + direction * flag.foot)}V${px(base + direction * flag.far)}`} />
            {flag.runs === "left"
              ? textLines(flag.lines, flag.x - 4, top + 13, "halo end")
              : textLines(flag.lines, flag.x + 4, top + 13, "halo")}
          </g>
        );
      })}
    </g>
  );
}

/** Area of a placed label, for its hit. */
export function flagArea(flag: Flag, base: number, direction: -1 | 1): { x: number; y: number; width: number; height: number } {
  const width = measured(flag.lines).width + 4;
  return {
    x: px(flag.runs === "left" ? flag.x - width : flag.x),
    y: px(direction < 0 ? base - flag.far : base + flag.near),
    width: px(width),
    height: px(flag.far - flag.near),
  };
}
