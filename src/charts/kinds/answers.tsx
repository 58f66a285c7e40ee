import { type Kind, type Layout, px, type Row } from "../lib/drawing.ts";
import { drawingOf, lineAcross, Mark } from "../lib/marks.tsx";
import {
  breakMarked,
  breakText,
  LINE,
  MARKED_LINE,
  markedLines,
  type MarkedRun,
  rowName,
  textLines,
  widthOf,
} from "../lib/text.tsx";
import type { VNode } from "preact";
/** One text's answer to the question: what became of it as a sign, its words as they came out of the answer before. */
export interface AnswersRow extends Row {
  label: string;
  detail: string;
  /** What became of the matter: a state of the data; undefined where there is no answer. */
  state: string | undefined;
  runs: readonly MarkedRun[];
  /** Left open: the words stand in brackets. */
  open: boolean;
  /** The text's own words, in quotation marks; empty for none. */
  quote: string;
  /** How public it is and who says so. */
  note: string;
}

/** Answers to one question in the order of their dates. */
export interface AnswersData {
  /** What can become of a matter, by the name of its sign. */
  states: { glyph: string; label: string }[];
  rows: AnswersRow[];
}

const SIGN = 24;
const PAD = 11;

/**
 * Answers below one another, redlined: what was struck has a line through it, what was inserted a tint and a double
 * line. The text's name and date stand at the left, above the words in narrow layouts.
 */
export const answers: Kind<AnswersData> = {
  key: ({ states, rows }) => states.filter(({ glyph }) => rows.some(({ state }) => state === glyph)),
  draw,
};

function draw({ rows }: AnswersData, layout: Layout) {
  const narrow = layout.name === "narrow";
  const { width } = layout;
  const names = Math.max(0, ...rows.map((row) => Math.max(widthOf(row.label, "bold"), widthOf(row.detail))));
  const left = SIGN + (narrow ? 0 : Math.ceil(Math.min(names, width * 0.24)) + 18);
  const room = width - left;
  const marks: VNode[] = [];
  let y = 0;
  for (const row of rows) {
    const first = y + PAD + 14;
    const { name, lines: nameLines } = rowName(row, first, narrow ? room : left - SIGN - 18, narrow);
    const words = narrow ? first + nameLines * LINE + 6 : first;
    const lines = breakMarked(inBrackets(row), room);
    const below = words + (lines.length - 1) * MARKED_LINE + 23;
    const quote = row.quote ? breakText(`“${row.quote}”`, room) : [];
    const note = row.note ? breakText(row.note, room) : [];
    const small = quote.length + note.length;
    const last = small > 0 ? below + (small - 1) * LINE : below - 23;
    const height = Math.ceil(Math.max(last, first + (nameLines - 1) * LINE) + 5 + PAD - y);
    marks.push(
      <Mark of={row} y={y} width={width} height={height} label={`${row.label}, ${row.detail}: ${row.says}`}>
        {lineAcross("hair", y, width)}
        {row.state && <use href={`#${row.state}`} x={8} y={px(first - 5)} />}
        <g transform={`translate(${SIGN} 0)`}>{name}</g>
        {markedLines(lines, left, words)}
        {textLines(quote, left, below)}
        {textLines(note, left, below + quote.length * LINE, "second")}
      </Mark>,
    );
    y += height;
  }
  return drawingOf(
    layout,
    y + 1,
    <>
      {marks}
      {lineAcross("rule", y, width)}
    </>,
  );
}

/** An open answer stands in brackets, as treaty texts have it. */
function inBrackets({ runs, open }: AnswersRow): readonly MarkedRun[] {
  return open ? [{ kind: "kept", text: "[" }, ...runs, { kind: "kept", text: "]" }] : runs;
}
