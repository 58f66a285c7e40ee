import type { VNode } from "preact";
import { type Area, areaOf, px } from "./drawing.ts";
import { type Box, overlaps } from "./placement.ts";
import { breakText, LINE, textLines, widest } from "./text-lines.tsx";

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
export interface Flag extends Omit<FlagWish, "label"> {
  lines: string[];
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
  /** What a pole must not cross, nearer than any label, in distances from the base line (top = nearer). */
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
    // Every pole crosses what stands over its foot, whatever becomes of its label.
    const pole = { left: wish.x - GAP, right: wish.x + GAP, top: wish.foot, bottom: space.near + LINE };
    if (space.obstacles.some((other) => other.id !== wish.id && overlaps(other, pole))) continue;
    const ways = space.wraps.map((width) => {
      const lines = breakText(wish.label, width);
      return { lines, width: widest(lines) };
    });
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

/** Places for all of these, or undefined if one finds none. */
function placeAll(wishes: readonly Placeable[], turn: number, space: FlagSpace): Flag[] | undefined {
  const placed: Placed[] = [];
  const runRight = wishes.filter((wish) => wish.x <= turn).sort((a, b) => b.x - a.x || a.foot - b.foot);
  const runLeft = wishes.filter((wish) => wish.x > turn).sort((a, b) => a.x - b.x || a.foot - b.foot);
  for (const wish of [...runRight, ...runLeft]) {
    const free = firstFree(wish, wish.x > turn ? ["left", "right"] : ["right", "left"], space, placed);
    if (!free) return undefined;
    placed.push(free);
  }
  return placed.map(({ flag }) => flag);
}

/** A label with the room that its text and its pole take. */
interface Placed {
  flag: Flag;
  text: Box;
  pole: Box;
}

/** The best place of a label beside those that are placed: running the preferred way, near, on few lines. */
function firstFree(
  { id, x, foot, ways }: Placeable,
  preferred: readonly Flag["runs"][],
  space: FlagSpace,
  placed: readonly Placed[],
): Placed | undefined {
  for (const runs of preferred) {
    // Ways that fit across, and of what is placed that which comes near enough to matter.
    const fitting = ways.filter(({ width }) =>
      runs === "right" ? x + 4 + width <= space.right : x - 4 - width >= space.left,
    );
    const reach = Math.max(0, ...fitting.map(({ width }) => width)) + 4 + GAP;
    const others = placed.filter((other) => other.text.left < x + reach && other.text.right > x - reach);
    for (let near = space.near; near < space.far; near += GAP) {
      for (const { lines, width } of fitting) {
        const far = near + lines.length * LINE;
        if (far > space.far) continue;
        const [left, right] = runs === "right" ? [x, x + 4 + width] : [x - 4 - width, x];
        const text = {
          left: left - GAP / 2,
          right: right + GAP / 2,
          top: near - GAP / 2,
          bottom: far + GAP / 2,
        };
        const pole = { left: x - GAP, right: x + GAP, top: foot, bottom: far };
        if (
          others.some(
            (other) => overlaps(other.text, text) || overlaps(other.text, pole) || overlaps(other.pole, text),
          )
        )
          continue;
        return { flag: { id, x, foot, lines, runs, near, far }, text, pole };
      }
    }
  }
  return undefined;
}

/** Placed labels with their poles, above (`direction` -1) or below (1) a base line at `base`, px. */
export function Flags({
  flags,
  base,
  direction,
}: {
  flags: readonly Flag[];
  base: number;
  direction: -1 | 1;
}): VNode {
  return (
    <g>
      {flags.map((flag) => {
        const top = direction < 0 ? base - flag.far : base + flag.near;
        return (
          <g>
            <path
              class="lead"
              d={`M${px(flag.x)} ${px(base + direction * flag.foot)}V${px(base + direction * flag.far)}`}
            />
            {textLines(
              flag.lines,
              flag.x + (flag.runs === "left" ? -4 : 4),
              top + 13,
              flag.runs === "left" ? "halo end" : "halo",
            )}
          </g>
        );
      })}
    </g>
  );
}

/** Area of a placed label, for its hit. */
export function flagArea({ lines, x, runs, near, far }: Flag, base: number, direction: -1 | 1): Area {
  const width = widest(lines) + 4;
  const [left, right] = runs === "left" ? [x - width, x] : [x, x + width];
  const [top, bottom] = direction < 0 ? [base - far, base - near] : [base + near, base + far];
  return areaOf({ left, right, top, bottom });
}
