import type { VNode } from "preact";
import {
  type Drawing,
  type Hit,
  type Kind,
  type Layout,
  LAYOUTS,
  px,
  reasons,
  repeated,
  type Row,
} from "../drawing.ts";
import { drawingOf } from "../glyphs.tsx";
import { breakText, LINE, textLines, widest, widthOf } from "../text-lines.tsx";

/** Something of one day. */
export interface DayStripRow extends Row {
  /** Id of its day, and of its lane. */
  day: string;
  lane: string;
  label: string;
  /** Not confirmed: a ring at its sign. */
  reported?: boolean;
}

/** Somebody’s time, which begins on a day and lasts until the next one’s. */
export interface DayStripTerm extends Row {
  day: string;
  label: string;
}

/** A few days in a row: who was in place, and what happened, by lane. */
export interface DayStripData {
  days: { id: string; head: string; date: string }[];
  /** Name of the row of terms. */
  termsName: string;
  terms: DayStripTerm[];
  lanes: { id: string; label: string; glyph: string }[];
  rows: DayStripRow[];
  /** What a ring means, for the key. */
  ring: string;
}

const BAND = 28;
/** From the start of a day to its words, and the air after them, px. */
const INDENT = 26;

/**
 * Days in a row with the terms of office above and what happened below, in lanes; on narrow and medium layouts a line a day. Refuses
 * days and lanes that do not exist, terms that do not follow each other, and repeated ids.
 */
export const dayStrip: Kind<DayStripData> = {
  refuse: reasons(function* (data) {
    const { days, terms, lanes, rows } = data;
    const at = (day: string) => days.findIndex(({ id }) => id === day);
    for (const { id, day } of [...terms, ...rows])
      if (at(day) < 0) yield `\`${id}\` is on \`${day}\`, which is not drawn`;
    for (const { id, lane } of rows)
      if (!lanes.some((other) => other.id === lane)) yield `row \`${id}\` is in the unknown lane \`${lane}\``;
    for (const [i, { id, day }] of terms.entries()) {
      const before = terms[i - 1];
      if (before && at(day) <= at(before.day)) yield `term \`${id}\` does not begin after \`${before.id}\``;
    }
    for (const row of rows) {
      const room = freeDays(data, row) * stepOf(data, LAYOUTS.wide) - INDENT;
      const word = row.label.split(" ").find((word) => widthOf(word) > room);
      if (word) yield `row \`${row.id}\`: “${word}” has no room in its days`;
    }
    yield* repeated(days);
    yield* repeated(lanes);
    yield* repeated([...terms, ...rows]);
  }),
  key: ({ lanes, rows, ring }) => [
    ...lanes.map(({ glyph, label }) => ({ glyph, label })),
    ...(rows.some(({ reported }) => reported) ? [{ glyph: "ring", label: ring }] : []),
  ],
  draw: (data, layout) =>
    layout.name === "narrow" || layout.name === "medium" ? drawDown(data, layout) : drawAcross(data, layout),
};

/** The terms with the days on which they begin and end, as indexes; the last one ends with the days. */
function spans({ days, terms }: DayStripData): { term: DayStripTerm; from: number; to: number }[] {
  const at = terms.map(({ day }) => days.findIndex(({ id }) => id === day));
  return terms.map((term, i) => ({ term, from: at[i] ?? 0, to: at[i + 1] ?? days.length }));
}

/** Width of the names of the rows, and of a day, px. */
function gutterOf({ termsName, lanes }: DayStripData): number {
  const names = [termsName, ...lanes.map(({ label }) => label)];
  return Math.min(Math.ceil(widest(names.flatMap((name) => name.split(" "))) * 1.06) + 16, 130);
}

function stepOf(data: DayStripData, layout: Layout): number {
  return (layout.width - gutterOf(data)) / Math.max(1, data.days.length);
}

/** Days from a row’s own to the next of its lane on which something happened: its words may run on over them. */
function freeDays({ days, rows }: DayStripData, { day, lane }: DayStripRow): number {
  const index = (day: string) => days.findIndex(({ id }) => id === day);
  const later = rows
    .filter((other) => other.lane === lane && index(other.day) > index(day))
    .map((other) => index(other.day));
  return Math.min(days.length, ...later) - index(day);
}

function drawAcross(data: DayStripData, layout: Layout): Drawing {
  const gutter = gutterOf(data);
  const step = stepOf(data, layout);
  const left = (day: number) => px(gutter + day * step);
  const hits: Hit[] = [];
  const marks: VNode[] = [];
  const bandTop = 30;
  for (const [i, { term, from, to }] of spans(data).entries()) {
    const width = px((to - from) * step - 2);
    const label = breakText(term.label, width - 12, true);
    marks.push(
      <g data-row={term.id}>
        <rect
          class={i % 2 ? "level" : "tile-strong"}
          x={left(from)}
          y={bandTop}
          width={width}
          height={BAND + (label.length - 1) * LINE}
        />
        {textLines(label, left(from) + 8, bandTop + 19, "bold")}
      </g>,
    );
    hits.push({ x: left(from), y: bandTop, width, height: BAND, label: term.says, href: term.href });
  }
  const most = Math.max(
    1,
    ...spans(data).map(({ term, from, to }) => breakText(term.label, (to - from) * step - 14, true).length),
  );
  const lines = Math.max(most, breakText(data.termsName, gutter - 10, true).length);
  let y = bandTop + BAND + (lines - 1) * LINE + 10;
  for (const lane of data.lanes) {
    const rows = data.rows.filter((row) => row.lane === lane.id);
    let height = Math.max(30, breakText(lane.label, gutter - 10, true).length * LINE + 12);
    marks.push(
      <path class="hair" d={`M0 ${y}H${layout.width}`} />,
      ...textLines(breakText(lane.label, gutter - 10, true), 0, y + 22, "bold"),
    );
    data.days.forEach((day, i) => {
      let rowY = y;
      for (const row of rows.filter((row) => row.day === day.id)) {
        const width = freeDays(data, row) * step;
        const lines = breakText(row.label, width - INDENT);
        const taken = lines.length * LINE + 12;
        marks.push(
          <g data-row={row.id}>
            <use href={`#${lane.glyph}`} x={px(left(i) + 8)} y={rowY + 17} />
            {row.reported && <use href={`#ring`} x={px(left(i) + 17)} y={rowY + 10} />}
            {textLines(lines, left(i) + 22, rowY + 22)}
          </g>,
        );
        hits.push({ x: left(i), y: rowY, width: px(width), height: taken, label: row.says, href: row.href });
        rowY += taken;
      }
      height = Math.max(height, rowY - y);
    });
    y += height + 6;
  }
  return drawingOf(
    { layout, height: y + 2, hits },
    <>
      {data.days.map(({ head, date }, i) => {
        const named = i === 0 || i === data.days.length - 1 ? date : head;
        const room = layout.width - left(i);
        return (
          <g>
            <path class="hair" d={`M${left(i)} 22V${y}`} />
            {textLines([widthOf(named) <= room ? named : head], left(i), 15, "second")}
          </g>
        );
      })}
      {textLines(breakText(data.termsName, gutter - 10, true), 0, bandTop + 19, "bold")}
      {marks}
      <path class="rule" d={`M0 ${y}H${layout.width}`} />
    </>,
  );
}

function drawDown(data: DayStripData, layout: Layout): Drawing {
  const date = Math.ceil(widest(data.days.map(({ date }) => date)) * 1.06) + 12;
  const [band, text] = [date, date + 40];
  const hits: Hit[] = [];
  const marks: VNode[] = [];
  const tops: number[] = [];
  const terms = spans(data);
  let y = 4;
  data.days.forEach((day, i) => {
    tops.push(y);
    const start = y;
    for (const row of data.rows.filter((row) => row.day === day.id)) {
      const glyph = data.lanes.find(({ id }) => id === row.lane)?.glyph ?? "none";
      const lines = breakText(row.label, layout.width - text - 6);
      marks.push(
        <g data-row={row.id}>
          <use href={`#${glyph}`} x={text - 8} y={y + 13} />
          {row.reported && <use href={`#ring`} x={text} y={y + 6} />}
          {textLines(lines, text + 6, y + 18)}
        </g>,
      );
      hits.push({
        x: 0,
        y,
        width: layout.width,
        height: lines.length * LINE + 8,
        label: row.says,
        href: row.href,
      });
      y += lines.length * LINE + 8;
    }
    const term = terms.find(({ from }) => from === i)?.term;
    if (term) {
      const lines = breakText(`${data.termsName}: ${term.label}`, layout.width - text, true);
      marks.push(...textLines(lines, text - 16, y + 18, "bold"));
      hits.push({
        x: text - 16,
        y,
        width: layout.width - text + 16,
        height: lines.length * LINE + 8,
        label: term.says,
        href: term.href,
      });
      y += lines.length * LINE + 8;
    }
    y = Math.max(y, start + 24);
    marks.push(
      <g>
        <path class="hair" d={`M0 ${start}H${layout.width}`} />
        {textLines([day.date], 0, start + 18, "second")}
      </g>,
    );
  });
  tops.push(y);
  return drawingOf(
    { layout, height: y + 4, hits },
    <>
      {marks}
      {terms.map(({ term, from, to }, i) => (
        <rect
          class={i % 2 ? "level" : "tile-strong"}
          x={band}
          y={px((tops[from] ?? 0) + 1)}
          width={14}
          height={px((tops[to] ?? y) - (tops[from] ?? 0) - 2)}
          data-row={term.id}
        />
      ))}
      <path class="rule" d={`M0 ${y}H${layout.width}`} />
    </>,
  );
}
