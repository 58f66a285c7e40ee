import type { VNode } from "preact";
import { breakMarked, MARKED_LINE, type MarkedRun, markedLines } from "../charts/lib/text.tsx";
import { px } from "../charts/lib/drawing.ts";
import { SERIF_WIDER } from "../charts/lib/text.tsx";
import { CARD } from "./card-path.ts";
import { type CardWords, FOOT_RULE, MARGIN, setLines, wordsCard } from "./draw-card.tsx";
import { fitText } from "./fit-text.ts";

/** A line of a card: what is asked or where it belongs, and the words as an editor marks them. */
export interface CardRow {
  label: string;
  runs: readonly MarkedRun[];
}

/** What a card with rows says. */
export interface CardRows extends Omit<CardWords, "summary"> {
  /** A line below the title. */
  summary?: string;
  rows: readonly [CardRow, ...CardRow[]];
}

const WIDTH = CARD.width - 2 * MARGIN;
/** Room at the right for a line that the serif sets wider than most, px. */
const SPARE = 24;
/** Size of labels, px. */
const LABEL = 24;
/** Space between two rows, px. */
const GAP = 22;
/** How much larger than in a chart marked words are set: where several rows can stand, and where one has much to say. */
const SCALES = [3, 2.6, 2.2, 2, 1.8, 1.6];
const SMALLEST = [1.45, 1.3];

/**
 * A card of words with marks as SVG: the title, and as many rows, in their order, as can be read in a preview. Throws where
 * even the first has no room.
 */
export function drawRows({ title, summary, rows, ...around }: CardRows): string {
  const head = fitText(title, [60, 54, 48, 42], { width: WIDTH, lines: 2, face: "serif" });
  const below = 170 + head.size * (0.72 + (head.lines.length - 1) * 1.12);
  const line =
    summary === undefined
      ? undefined
      : fitText(summary, [28, 26, 24], { width: WIDTH, lines: 2, face: "sans" });
  const top = below + 36 + (line ? 14 + line.lines.length * line.size * 1.3 : 0);
  const counts = rows.map((_, i) => rows.length - i);
  const choices = [
    ...counts.flatMap((count) => SCALES.map((scale) => ({ count, scale }))),
    ...SMALLEST.map((scale) => ({ count: 1, scale })),
  ];
  const set = choices
    .map(({ count, scale }) => setRows(rows.slice(0, count), top, scale))
    .find(({ bottom }) => bottom <= FOOT_RULE - 18);
  if (!set)
    throw new Error(
      `the card “${title}” has no room for “${rows[0].label}”; expected at most some 300 letters of it`,
    );
  return wordsCard(
    around,
    head,
    <g>
      {line && <g class="second">{setLines(line, MARGIN, below + 44, 1.3)}</g>}
      <g class="rows">{set.body}</g>
    </g>,
  );
}

/** Rows below each other from `top` on, and where they end, px. */
function setRows(rows: readonly CardRow[], top: number, scale: number): { bottom: number; body: VNode[] } {
  let y = top;
  const body = rows.map(({ label, runs }, i) => {
    if (i > 0) y += GAP;
    const lines = breakMarked(runs, (WIDTH - SPARE) / SERIF_WIDER / scale);
    const words = y + LABEL + 9 + 16 * scale;
    const row = (
      <g>
        <g class="second">
          {setLines(fitText(label, [LABEL], { width: WIDTH, lines: 1, face: "sans" }), MARGIN, y + LABEL, 1)}
        </g>
        <g font-family="Source Serif 4" transform={`translate(${MARGIN} ${px(words)}) scale(${scale})`}>
          {markedLines(lines, 0, 0)}
        </g>
      </g>
    );
    y = words + ((lines.length - 1) * MARKED_LINE + 7) * scale;
    return row;
  });
  return { bottom: y, body };
}
