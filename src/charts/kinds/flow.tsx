import type { VNode } from "preact";
import { areaOf, type Drawing, type Hit, type Kind, type Layout, LAYOUTS, px, reasons, repeated } from "../drawing.ts";
import { connectedParts, rankNodes } from "../flow-layout.ts";
import { drawingOf } from "../glyphs.tsx";
import { breakText, groupHead, LINE, textLines } from "../text-lines.tsx";

/** One flow that somebody alleges. */
export interface FlowRow {
  id: string;
  from: string;
  to: string;
  /** What is alleged, an amount only in words. */
  label: string;
  /** Who alleges it. */
  by: string;
  href?: string;
}

/** Alleged flows. There is no field for an amount: flows are never compared or added up. */
export interface FlowData {
  rows: FlowRow[];
  /** What each unconnected part is called: "Allegation", followed by its number. */
  part: string;
  /** What the dashed line means, for the key. */
  sign: string;
}

/** Height of a line between words, px. */
const REACH = 26;
/** Most ends side by side that have room for their words on a phone. */
const MOST = 3;

/**
 * Flows from top to bottom, all lines of one width and dashed: alleged. A flow’s words stand in its line. Unconnected
 * parts stand under headings of their own. Refuses circles, flows that skip a rank, flows that branch at both ends,
 * more than three ends side by side, and repeated ids.
 */
export const flow: Kind<FlowData> = {
  refuse: reasons(function* ({ rows }) {
    const itself = rows.filter((row) => row.from === row.to).map((row) => `row \`${row.id}\` flows into itself`);
    const wrong = [...repeated(rows), ...itself];
    if (wrong.length > 0) yield* wrong;
    else for (const part of connectedParts(rows)) yield* refusePart(part);
  }),
  key: ({ sign }) => [{ glyph: "alleged", label: sign }],
  draw,
};

/** Reasons not to draw one connected part. */
function refusePart(part: readonly FlowRow[]): string[] {
  const named = part.map((row) => `\`${row.id}\``).join(", ");
  let ranks: string[][];
  try {
    ranks = rankNodes(part);
  } catch {
    return [`the rows ${named} flow in a circle`];
  }
  const rankOf = (name: string) => ranks.findIndex((rank) => rank.includes(name));
  const wrong: string[] = [];
  for (const rank of ranks)
    if (rank.length > MOST) wrong.push(`the rows ${named} have ${rank.length} ends side by side; ${MOST} have room: ${rank.join("; ")}`);
  for (const row of part) {
    if (rankOf(row.to) - rankOf(row.from) !== 1) wrong.push(`row \`${row.id}\` skips a rank`);
    if (branches(part, row).both) wrong.push(`row \`${row.id}\` branches at both ends`);
  }
  return wrong.length > 0 ? wrong : [LAYOUTS.narrow, LAYOUTS.wide].flatMap(({ width }) => crowded(ranks, part, width));
}

function draw(data: FlowData, layout: Layout): Drawing {
  const prefix = `flow-${layout.name}`;
  const body: VNode[] = [];
  const hits: Hit[] = [];
  const parts = connectedParts(data.rows);
  // An allegation and what is answered to it are never cut apart.
  const cuts: number[] = [];
  let y = 0;
  parts.forEach((rows, i) => {
    const drawn = drawPart(rows, layout.width, prefix);
    const { head, height } = groupHead(parts.length > 1 ? `${data.part} ${i + 1} of ${parts.length}` : data.part, y + 0.5, layout.width);
    const top = y + height + 4;
    body.push(head, <g transform={`translate(0 ${top})`}>{drawn.body}</g>);
    hits.push(...drawn.hits.map((hit) => ({ ...hit, y: hit.y + top })));
    y = top + drawn.height + 18;
    cuts.push(y);
  });
  const drawing = drawingOf(
    { layout, height: y + 1, hits, prefix, names: ["alleged"] },
    <>
      {body}
      <path class="rule" d={`M0 ${y + 0.5}H${layout.width}`} />
    </>,
  );
  return { ...drawing, cuts };
}

interface Spot {
  x: number;
  /** Room for words, px. */
  room: number;
  lines: string[];
}

function drawPart(rows: readonly FlowRow[], width: number, prefix: string): { body: VNode; hits: Hit[]; height: number } {
  const ranks = rankNodes(rows);
  const spots = placeNodes(ranks, rows, width);
  const body: VNode[] = [];
  const hits: Hit[] = [];
  let y = 0;
  ranks.forEach((rank, depth) => {
    const height = Math.max(...rank.map((name) => spots.get(name)!.lines.length)) * LINE;
    for (const name of rank) {
      const { x, lines } = spots.get(name)!;
      body.push(<g>{textLines(lines, x, y + 13, "middle bold")}</g>);
    }
    const links = rows
      .filter((row) => rank.includes(row.from))
      .map((row) => {
        const [from, to] = [spots.get(row.from)!, spots.get(row.to)!];
        // The words stand at the end that is this flow’s own.
        const own = branches(rows, row).into ? from : to;
        return { row, from, to, own, lines: breakText(row.label, own.room), by: breakText(row.by, own.room) };
      });
    const words = Math.max(0, ...links.map(({ lines, by }) => (lines.length + by.length) * LINE));
    const next = y + height + REACH + words + REACH + 22;
    for (const { row, from, to, own, lines, by } of links) {
      const start = y + from.lines.length * LINE + 4;
      const top = y + height + REACH + 14;
      const bottom = top + (lines.length + by.length) * LINE + 4;
      const half = own.room / 2;
      body.push(
        <g data-row={row.id}>
          <path class="stem dashed" d={line(from.x, start, own.x, top - 16)} />
          <use href={`#${prefix}-alleged`} x={px(own.x)} y={px(top - 8)} />
          {textLines(lines, own.x, top + 13, "middle")}
          {textLines(by, own.x, top + lines.length * LINE + 13, "middle second")}
          <path class="stem dashed" d={line(own.x, bottom, to.x, next - 5)} />
          <path class="stem" d={`M${px(to.x - 4)} ${px(next - 9)}l4 6l4-6`} />
        </g>,
      );
      const area = areaOf({ left: own.x - half, right: own.x + half, top: top - 16, bottom });
      hits.push({ ...area, label: `${row.from} → ${row.to}: ${row.label} (${row.by})`, href: row.href });
    }
    y = depth < ranks.length - 1 ? next : y + height;
  });
  return { body: <g>{body}</g>, hits, height: y };
}

/** Ends of one rank share the width; one that is alone stands below the middle of those it comes from. */
function placeNodes(ranks: readonly string[][], rows: readonly FlowRow[], width: number): Map<string, Spot> {
  const spots = new Map<string, Spot>();
  for (const rank of ranks) {
    rank.forEach((name, i) => {
      const sources = rows.filter((row) => row.to === name).map((row) => spots.get(row.from)!.x);
      const x =
        rank.length > 1 || sources.length === 0 ? (width * (i + 0.5)) / rank.length : sources.reduce((a, b) => a + b, 0) / sources.length;
      const room = Math.min(rank.length > 1 ? width / rank.length : 360, 2 * Math.min(x, width - x)) - 12;
      spots.set(name, { x, room, lines: breakText(name, room, true) });
    });
  }
  return spots;
}

/** Flows of one step whose words would stand in each other's way: some at their beginning, some at their end. */
function crowded(ranks: readonly string[][], rows: readonly FlowRow[], width: number): string[] {
  const spots = placeNodes(ranks, rows, width);
  return ranks.flatMap((rank) => {
    const step = rows
      .filter((row) => rank.includes(row.from))
      .map((row) => ({ id: row.id, ...spots.get(branches(rows, row).into ? row.from : row.to)! }))
      .sort((a, b) => a.x - b.x);
    return step.slice(1).flatMap((right, i) => {
      const left = step[i]!;
      return left.x + left.room / 2 > right.x - right.room / 2
        ? [`the words of \`${left.id}\` and \`${right.id}\` have no room side by side`]
        : [];
    });
  });
}

/** Whether other flows share the end or the beginning of a flow. */
function branches(rows: readonly FlowRow[], row: FlowRow): { into: boolean; both: boolean } {
  const into = rows.some((other) => other.id !== row.id && other.to === row.to);
  const outOf = rows.some((other) => other.id !== row.id && other.from === row.from);
  return { into, both: into && outOf };
}

function line(x0: number, y0: number, x1: number, y1: number): string {
  if (px(x0) === px(x1)) return `M${px(x0)} ${px(y0)}V${px(y1)}`;
  const middle = px((y0 + y1) / 2);
  return `M${px(x0)} ${px(y0)}C${px(x0)} ${middle} ${px(x1)} ${middle} ${px(x1)} ${px(y1)}`;
}
