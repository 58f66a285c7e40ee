import type { ComponentChildren, VNode } from "preact";
import { type Drawing, type HitArea, type Layout } from "../chart.ts";
import { nth } from "../../expect-defined.ts";
import { blockOf, breakEvenly, metricsOf, widthOf, write } from "./text.tsx";

// The signs that every chart is made of: docs/charts.md.

/** Solid: confirmed or published. Hollow: reported, claimed or unnamed. Dotted: not known or not found. */
export type Fill = "solid" | "hollow" | "dotted";

/** Undefined: the row is missing. */
export function fillOf(certainty: string | undefined): Fill {
  if (certainty === undefined) return "dotted";
  return ["confirmed", "published", "official", "counted"].includes(certainty) ? "solid" : "hollow";
}

/** Classes of a mark or a text in the colour of a side; ink without one. */
export function ofSide(side: string | undefined, classes: string): string {
  return side === undefined ? classes : `${classes} side-${side}`;
}

export function soleSide(sides: readonly string[]): string | undefined {
  return sides.length === 1 ? sides[0] : undefined;
}

/** `r`: px from its middle to the outer edge of its line, which is thin in small ones. */
export function drawDot(x: number, y: number, r: number, fill: Fill, side?: string): VNode {
  const isFine = r < 4;
  const inset = fill === "solid" ? 0 : isFine ? 0.7 : 1;
  return <circle class={ofSide(side, isFine ? `${fill} fine` : fill)} cx={x} cy={y} r={r - inset} />;
}

export function drawTile(x: number, y: number, width: number, height: number, fill: Fill, side?: string) {
  const inset = fill === "solid" ? 0 : 1;
  const size = { width: width - 2 * inset, height: height - 2 * inset };
  return <rect class={ofSide(side, fill)} x={x + inset} y={y + inset} {...size} />;
}

export function lineAcross(className: "rule" | "hair" | "rule-ink", y: number, to: number, from = 0): VNode {
  return <path class={className} d={`M${from} ${y}H${to}`} />;
}

/** Over what it is about, or under it if `arm` is negative; `y` is its line. */
export function drawBracket(from: number, to: number, y: number, arm: number): VNode {
  return <path class="stem" d={`M${from} ${y + arm}v${-arm}H${to}v${arm}`} />;
}

export function onTile(fill: Fill, side: string | undefined): string {
  return fill === "solid" ? "on" : fill === "hollow" ? ofSide(side, "own") : "";
}

/** In px. */
export function fitText(text: string, room: number, classes?: string): number {
  const width = widthOf(text, classes);
  if (width > room + 0.5)
    throw new Error(`“${text}” is ${Math.ceil(width)} px wide and has a room of ${Math.floor(room)} px`);
  return width;
}

/** Throws an Error if a label has a number or a name that its row (`id`) does not have: it may not say more. */
export function checkLabel(label: string, row: string, id: string) {
  const known = row.toLowerCase();
  // The first word is capitalized without being a name.
  const said = label.match(/(?<=\s)\p{Lu}[\p{L}’-]+|\d[\d,.]*/gu) ?? [];
  const added = said.filter((word) => !known.includes(word.toLowerCase()));
  if (added.length > 0) throw new Error(`the label “${label}” of \`${id}\` adds “${added.join(" ")}”`);
}

/** `y` is the baseline of the number. */
export function headline(number: string, words: readonly string[], x: number, y: number, side?: string) {
  return [
    ...write(number, x, y, ofSide(side, "headline own")),
    ...write(words, x, y + 20, ofSide(side, "bold own")),
  ];
}

/** The finding goes on from the number, in lines of at most `room` px. */
export function drawSaid(number: string, finding: string, room: number, side?: string) {
  // No year without its month.
  const lines = breakEvenly(finding.replaceAll(/ (?=\d{4}\b)/g, "\u00a0"), room, "finding").map(
    (line) => [line, "finding"] as const,
  );
  return blockOf([[number, ofSide(side, "headline own")], ...lines]);
}

/**
 * Broken after a colon or a semicolon if it is about as wide as its place and its parts fit; else into even lines of at
 * most `width` px.
 */
export function drawFinding(finding: string, x: number, y: number, width: number, classes = "") {
  const parts = finding.split(/(?<=[:;]) /);
  const isWide = widthOf(finding, "finding") > width - 30;
  const haveRoom = parts.every((part) => widthOf(part, "finding") <= width);
  const lines = isWide && haveRoom ? parts : breakEvenly(finding, width, "finding");
  const { step } = metricsOf("finding");
  return {
    body: write(lines, x, y, `finding ${classes}`),
    lines: lines.length,
    bottom: y + (lines.length - 1) * step + 5,
  };
}

/**
 * Places for labels of `size` px, at least that far apart, each as near to where it is `wanted` (ascending) as it can
 * be.
 */
export function pushApart(
  wanted: readonly number[],
  size: number,
  [from, to]: readonly [number, number] = [-Infinity, Infinity],
): number[] {
  if (size * (wanted.length - 1) > to - from) throw new Error(`${wanted.length} labels do not fit`);
  // Groups of labels that touch: each group is where its members want to be on average.
  const groups: { members: number[]; at: number }[] = [];
  const place = (members: number[]) => {
    const mean = members.reduce((sum, want, i) => sum + want - i * size, 0) / members.length;
    return Math.min(Math.max(mean, from), to - (members.length - 1) * size);
  };
  for (const want of wanted) {
    groups.push({ members: [want], at: place([want]) });
    while (groups.length > 1) {
      const [before, last] = [nth(groups, -2), nth(groups, -1)];
      if (before.at + before.members.length * size <= last.at) break;
      const members = [...before.members, ...last.members];
      groups.splice(-2, 2, { members, at: place(members) });
    }
  }
  return groups.flatMap(({ members, at }) => members.map((_, i) => at + i * size));
}

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * Each centred below its mark, else beside it, else some lines lower with a leader: none touches another, one of
 * `taken`, or an edge. `y` is the top of the first line. Undefined if they do not fit.
 */
export function placeBelow(
  labels: readonly { x: number; width: number; lines: number }[],
  { left, right, y, step }: { left: number; right: number; y: number; step: number },
  taken: readonly Box[] = [],
): { x: number; y: number; isLower: boolean }[] | undefined {
  const placeFrom = (i: number, boxes: readonly Box[]): ReturnType<typeof placeBelow> => {
    const label = labels[i];
    if (!label) return [];
    const { x, width, lines } = label;
    for (let lower = 0; lower < 4; lower++)
      for (const start of [x - width / 2, x + 9, x - 9 - width, x - 3, x + 3 - width]) {
        const at = Math.min(Math.max(start, left), right - width);
        const top = y + lower * step;
        const isLower = lower > 0;
        if (isLower && (x < at || x > at + width)) continue;
        const own = [
          { left: at - 4, right: at + width + 4, top, bottom: top + lines * step },
          ...(isLower ? [{ left: x, right: x, top: y, bottom: top }] : []),
        ];
        if (own.some((box) => boxes.some((other) => overlaps(box, other)))) continue;
        const rest = placeFrom(i + 1, [...boxes, ...own]);
        if (rest) return [{ x: at, y: top, isLower }, ...rest];
      }
    return undefined;
  };
  return placeFrom(0, taken);
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Marks with a tooltip, which are a link; `at` is x, y, width and height of its area. */
export function Linked(props: {
  label: string;
  href?: string;
  at: readonly [number, number, number, number];
  children?: ComponentChildren;
}): VNode {
  return <>{props.children}</>;
}

/**
 * Makes a drawing from JSX, with the areas of what is linked in it.
 *
 * The JSX is a template, not an application: no hooks, keys or events, and `class` instead of `className`. Numbers
 * are rounded when it is written. A condition is a boolean: `{count && …}` would print a 0.
 */
export function drawingOf({ width }: Layout, height: number, body: ComponentChildren): Drawing {
  const hitAreas: HitArea[] = [];
  const collect = (node: ComponentChildren) => {
    if (Array.isArray(node)) return node.forEach(collect);
    if (typeof node !== "object" || node === null) return;
    const { type, props } = node as VNode<Parameters<typeof Linked>[0]>;
    if (type === Linked) {
      const { label, href, at } = props;
      const [x, y, width, height] = at;
      hitAreas.push({ x, y, width, height, label, href });
    }
    collect(props.children);
  };
  collect(body);
  return { width, height: Math.ceil(height), hitAreas, body: <>{body}</> };
}
