import { keyOf, type Kind, type Layout, px } from "../lib/drawing.ts";
import { drawingOf, HitArea, lineAcross, Mark } from "../lib/marks.tsx";
import { breakText, LINE, textLines, widest, widthOf } from "../lib/text.tsx";
import { type DayStripData, type DayStripRow, spans } from "./day-strip-data.ts";
import type { VNode } from "preact";
const BAND = 28;
/** From the start of a day to its words, and the air after them, px. */
const INDENT = 26;

/**
 * Days in a row with the terms of office above and what happened below, in lanes; on narrow and medium layouts a line
 * a day.
 */
export const dayStrip: Kind<DayStripData> = {
  key: ({ lanes, rows, ring }) =>
    keyOf(...lanes, rows.some(({ reported }) => reported) && { glyph: "ring", label: ring }),
  draw: (data, layout) => (layout.name === "narrow" ? drawDown(data, layout) : drawAcross(data, layout)),
};

/** Width of the names of the rows, and of a day, px. */
function gutterOf({ termsName, lanes }: DayStripData): number {
  const names = [termsName, ...lanes.map(({ label }) => label)];
  return Math.min(
    widest(
      names.flatMap((name) => name.split(" ")),
      "bold",
    ) + 16,
    130,
  );
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

function drawAcross(data: DayStripData, layout: Layout) {
  const { days, lanes } = data;
  const { width } = layout;
  const gutter = gutterOf(data);
  const step = stepOf(data, layout);
  const left = (day: number) => px(gutter + day * step);
  const nameOf = (words: string) => breakText(words, gutter - 10, "bold");
  const bandTop = 30;
  const terms = spans(data).map(({ term, from, to }, i) => {
    const width = px((to - from) * step - 2);
    const label = breakText(term.label, width - 12, "bold");
    const height = BAND + (label.length - 1) * LINE;
    const mark = (
      <Mark of={term} x={left(from)} y={bandTop} width={width} height={BAND}>
        <rect
          class={i % 2 ? "level" : "tile-strong"}
          x={left(from)}
          y={bandTop}
          width={width}
          height={height}
        />
        {textLines(label, left(from) + 8, bandTop + 19, "bold")}
      </Mark>
    );
    return { mark, lines: label.length };
  });
  const lines = Math.max(1, ...terms.map(({ lines }) => lines), nameOf(data.termsName).length);
  const marks: VNode[] = [];
  let y = bandTop + BAND + (lines - 1) * LINE + 10;
  for (const lane of lanes) {
    const name = nameOf(lane.label);
    let height = Math.max(30, name.length * LINE + 12);
    marks.push(lineAcross("hair", y, width), ...textLines(name, 0, y + 22, "bold"));
    days.forEach((day, i) => {
      let rowY = y;
      for (const row of data.rows.filter((row) => row.lane === lane.id && row.day === day.id)) {
        const room = freeDays(data, row) * step;
        const lines = breakText(row.label, room - INDENT);
        const taken = lines.length * LINE + 12;
        marks.push(
          <Mark of={row} x={left(i)} y={rowY} width={room} height={taken}>
            <use href={`#${lane.glyph}`} x={px(left(i) + 8)} y={rowY + 17} />
            {row.reported && <use href="#ring" x={px(left(i) + 17)} y={rowY + 10} />}
            {textLines(lines, left(i) + 22, rowY + 22)}
          </Mark>,
        );
        rowY += taken;
      }
      height = Math.max(height, rowY - y);
    });
    y += height + 6;
  }
  return drawingOf(
    layout,
    y + 2,
    <>
      {days.map(({ head, date }, i) => {
        const isNamed = (i === 0 || i === days.length - 1) && widthOf(date) <= width - left(i);
        return (
          <>
            <path class="hair" d={`M${left(i)} 22V${y}`} />
            {textLines([isNamed ? date : head], left(i), 15, "second")}
          </>
        );
      })}
      {textLines(nameOf(data.termsName), 0, bandTop + 19, "bold")}
      {terms.map(({ mark }) => mark)}
      {marks}
      {lineAcross("rule", y, width)}
    </>,
  );
}

function drawDown(data: DayStripData, layout: Layout) {
  const { days, lanes, rows, termsName } = data;
  const { width } = layout;
  const band =
    widest(
      days.map(({ date }) => date),
      "bold",
    ) + 12;
  const text = band + 40;
  const marks: VNode[] = [];
  const tops: number[] = [];
  const terms = spans(data);
  let y = 4;
  days.forEach((day, i) => {
    tops.push(y);
    const start = y;
    for (const row of rows.filter((row) => row.day === day.id)) {
      const glyph = lanes.find(({ id }) => id === row.lane)?.glyph ?? "none";
      const lines = breakText(row.label, width - text - 6);
      const height = lines.length * LINE + 8;
      marks.push(
        <Mark of={row} y={y} width={width} height={height}>
          <use href={`#${glyph}`} x={text - 8} y={y + 13} />
          {row.reported && <use href="#ring" x={text} y={y + 6} />}
          {textLines(lines, text + 6, y + 18)}
        </Mark>,
      );
      y += height;
    }
    const term = terms.find(({ from }) => from === i)?.term;
    if (term) {
      const { says, href } = term;
      const lines = breakText(`${termsName}: ${term.label}`, width - text, "bold");
      const height = lines.length * LINE + 8;
      marks.push(
        <HitArea x={text - 16} y={y} width={width - text + 16} height={height} label={says} href={href} />,
        ...textLines(lines, text - 16, y + 18, "bold"),
      );
      y += height;
    }
    y = Math.max(y, start + 24);
    marks.push(lineAcross("hair", start, width), ...textLines([day.date], 0, start + 18, "second"));
  });
  tops.push(y);
  return drawingOf(
    layout,
    y + 4,
    <>
      {marks}
      {terms.map(({ term, from, to }, i) => {
        const [top = 0, bottom = y] = [tops[from], tops[to]];
        return (
          <rect
            class={i % 2 ? "level" : "tile-strong"}
            x={band}
            y={px(top + 1)}
            width={14}
            height={px(bottom - top - 2)}
            data-row={term.id}
          />
        );
      })}
      {lineAcross("rule", y, width)}
    </>,
  );
}
