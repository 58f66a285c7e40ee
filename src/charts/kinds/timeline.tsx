import type { VNode } from "preact";
import { formatSpan } from "../../i18n/dates.ts";
import { type Certainty, certaintyKey, type CertaintyWords, refuseRows } from "../certainty.ts";
import { type Drawing, type Hit, type Kind, type Layout, px, reasons } from "../drawing.ts";
import { drawingOf } from "../glyphs.tsx";
import { breakText, LINE, textLines, widthOf } from "../text-lines.tsx";
import { middleOf, periodOf, TimeAxisAcross, timeScale, timeTicks } from "../time-axis.tsx";

/** One dated entry: its words, and a sign on the time axis. */
export interface TimelineRow {
  id: string;
  /** Partial ISO date. */
  date: string;
  /** Last day, if it lasted. */
  end?: string | undefined;
  /** Stands before the words, large: the number; empty for none. */
  number: string;
  /** First line: what or who. */
  head: string;
  /** Second line, quiet: when, where. */
  detail: string;
  /** What came of it. */
  text: string;
  certainty: Certainty;
  /** Set off from the others. */
  marked?: boolean;
  href?: string;
}

/** Entries in the order of their dates. */
export interface TimelineData {
  rows: TimelineRow[];
  words: CertaintyWords;
}

const PAD = 10;

/**
 * Entries below one another, each with its sign on a common time axis: beside the words in wide layouts, below them in
 * narrow ones. Positions are proportional to time. Refuses dates that are none, entries out of order, ends before
 * beginnings, repeated ids, and a certainty without its word for the key.
 */
export const timeline: Kind<TimelineData> = {
  refuse: reasons(function* ({ rows, words }) {
    yield* refuseRows(rows, words);
    for (const [i, { id, date, end }] of rows.entries()) {
      const [start] = periodOf(date);
      const before = rows[i - 1]?.date;
      if (Number.isNaN(start)) yield `row \`${id}\` has the date ${date}`;
      if (before !== undefined && start < periodOf(before)[0]) yield `row \`${id}\` of ${date} stands after one of ${before}`;
      if (end !== undefined && !(periodOf(end)[0] >= start)) yield `row \`${id}\` ends on ${end} and begins on ${date}`;
    }
  }),
  key: ({ rows, words }) => certaintyKey(rows, words),
  draw,
};

function draw({ rows }: TimelineData, layout: Layout): Drawing {
  const narrow = layout.name === "narrow";
  const prefix = `timeline-${layout.name}`;
  const gutter = rows.some((row) => row.number) ? Math.max(...rows.map((row) => widthOf(row.number, true))) + 12 : 0;
  const words = narrow ? layout.width - gutter : Math.round(layout.width * 0.62) - gutter;
  const trackLeft = narrow ? 8 : gutter + words + 24;
  const dates = rows.flatMap((row) => [row.date, row.end ?? row.date]).sort();
  // Whole years, so that the axis begins and ends at a named place.
  const scale = timeScale((dates[0] ?? "2022").slice(0, 4), (dates.at(-1) ?? "2026").slice(0, 4), [trackLeft, layout.width - 8]);
  const ticks = timeTicks(scale, "x");
  const top = ticks.some((tick) => tick.year) ? 42 : 26;
  const hits: Hit[] = [];
  const marks: VNode[] = [];
  const rules: VNode[] = [];
  let y = top;
  for (const row of rows) {
    const head = breakText(row.head, words, true);
    const detail = row.detail ? breakText(row.detail, words) : [];
    const text = row.text ? breakText(row.text, words) : [];
    const textHeight = (head.length + detail.length + text.length) * LINE;
    const first = y + PAD + 13;
    const weight = row.marked ? "bold accent" : "bold";
    const height = textHeight + 2 * PAD + (narrow ? 20 : 0);
    const markY = px(narrow ? y + PAD + textHeight + 12 : y + PAD + 8);
    const at = px(scale(middleOf(row.date)));
    const end = px(scale(middleOf(row.end ?? row.date)));
    if (row.marked)
      rules.push(<path class="marked-rule" d={narrow ? `M${at} ${px(markY - 11)}V${px(markY + 11)}` : `M${at} ${top}V${markY}`} />);
    marks.push(
      <g>
        <path class="hair" d={`M0 ${px(y)}H${layout.width}M${trackLeft} ${markY}H${layout.width - 8}`} />
        {row.number && textLines([row.number], 0, first, weight)}
        {textLines(head, gutter, first, weight)}
        {textLines(detail, gutter, first + head.length * LINE, "second")}
        {textLines(text, gutter, first + (head.length + detail.length) * LINE)}
        {end > at && <path class="stem" d={`M${at} ${markY}H${end}`} />}
        <use href={`#${prefix}-${row.certainty}`} x={at} y={markY} data-row={row.id} />
      </g>,
    );
    const label = `${[row.number, row.head, formatSpan(row.date, row.end)].filter(Boolean).join(", ")}: ${row.text}`;
    hits.push({ x: 0, y: px(y), width: layout.width, height: px(height), label, href: row.href });
    y += height;
  }
  return drawingOf(
    { layout, height: Math.ceil(y) + 1, hits, prefix, names: rows.map((row) => row.certainty) },
    <>
      <TimeAxisAcross ticks={ticks} top={top - (narrow ? 8 : 20)} bottom={narrow ? top : y} y={15} />
      {rules}
      {marks}
      <path class="rule" d={`M0 ${top}H${layout.width}M0 ${px(y)}H${layout.width}`} />
    </>,
  );
}
