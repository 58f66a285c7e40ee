import { formatNumber } from "../../i18n/numbers.ts";
import { itemAt } from "../../required.ts";
import { ValueAxis } from "../lib/axis.tsx";
import { type Kind, type Layout, px, type Row } from "../lib/drawing.ts";
import { type Certainty, certaintyKey, type CertaintyWords } from "../lib/glyphs.tsx";
import { drawingOf, groupHead, lineAcross, Mark } from "../lib/marks.tsx";
import type { Box } from "../lib/placement.ts";
import { breakText, LINE, rowName, textLines, widest, widthOf } from "../lib/text.tsx";
import { max, scaleLinear } from "d3";
import type { VNode } from "preact";
/** One row: a value, a range of values, or words where there is no number. */
export interface DotRangeRow extends Row {
  group: string;
  label: string;
  /** Quiet words after the label: the date. */
  detail: string;
  /** Lowest and highest value, in the data's unit; equal for a single value, null where there is no number. */
  range: readonly [low: number, high: number] | null;
  /** What stands at the mark, or in place of one. */
  text: string;
  certainty: Certainty;
}

/** Values of one unit in groups that are not to be added up. A group without rows is drawn with its `empty` words. */
export interface DotRangeData {
  /** A group without a label has no heading. */
  groups: { id: string; label: string; empty: string }[];
  rows: DotRangeRow[];
  words: CertaintyWords;
  /** Values to measure the rows by: dashed lines over the whole plot, each with its words above. */
  yardsticks?: { id: string; value: number; label: string }[];
}

const GAP = 12;

/**
 * Values and ranges on one scale from zero, in groups under headings of their own, so that stages of one thing stand
 * apart. Positions are proportional to values.
 */
export const dotRange: Kind<DotRangeData> = {
  key: ({ rows, words }) =>
    certaintyKey(
      rows.filter((row) => row.range !== null),
      words,
    ),
  draw,
};

function draw({ groups, rows, yardsticks = [] }: DotRangeData, layout: Layout) {
  const narrow = layout.name === "narrow";
  const { width } = layout;
  const names = rows.map((row) => Math.max(widthOf(row.label, "bold"), widthOf(row.detail)));
  const left = narrow ? 8 : Math.ceil(Math.min(width * 0.4, Math.max(60, ...names))) + 20;
  const largest =
    Math.max(max(rows, (row) => row.range?.[1] ?? 0) ?? 0, ...yardsticks.map(({ value }) => value)) || 1;
  // Room at the right for half a tick label, and for the longest label at a mark: the largest value is labelled inside.
  const halfTick = widthOf(formatNumber(Math.floor(largest))) / 2 + 2;
  const labels = rows.map((row) => (row.range ? widthOf(row.text) * (row.range[1] / largest) + GAP : 0));
  const right = width - Math.min(width * 0.4, Math.max(30, halfTick, ...labels));
  const scale = scaleLinear([0, largest], [left, right]);
  const measures = placeMeasures(yardsticks, (value) => px(scale(value)), width);
  // Yardsticks come down from their words, so the labels of the axis stand at its foot.
  const foot = measures.length > 0;
  const top = foot ? itemAt(measures, -1).text.bottom + 4 : 26;
  const texts: Box[] = measures.map(({ text }) => text);
  const marks: VNode[] = [];
  let y = top;
  for (const group of groups) {
    const members = rows.filter((row) => row.group === group.id);
    if (group.label) {
      const { head, height } = groupHead(group.label, y, width);
      const covered = Math.min(width, widthOf(group.label, "bold") + 10);
      marks.push(<rect class="paper" x={0} y={y + 1} width={px(covered)} height={height - 4} />, head);
      y += height;
    }
    if (members.length === 0 && group.empty) {
      marks.push(...textLines([group.empty], 0, y + 14, "second"));
      y += 30;
    }
    members.forEach((row, i) => {
      const [low, high] = row.range ? [px(scale(row.range[0])), px(scale(row.range[1]))] : [left, left];
      const textX = row.range ? high + GAP : narrow ? 0 : left + 8;
      const lines = breakText(row.text, Math.max(width - textX, 60));
      const { name, lines: nameLines } = rowName(row, y + 17, narrow ? width : left - 14, narrow);
      const markY = y + (narrow ? 17 + nameLines * LINE : 20);
      const textHeight = (lines.length - 1) * LINE;
      const height = narrow ? markY - y + 18 + textHeight : Math.max(44 + textHeight, nameLines * LINE + 10);
      const where = group.label ? `${row.label}, ${group.label.toLowerCase()}` : row.label;
      const nameRight = narrow ? widthOf(row.label, "bold") + widthOf(` ${row.detail}`) : left - 14;
      texts.push(
        { left: 0, right: nameRight, top: y + 3, bottom: y + 6 + nameLines * LINE },
        { left: textX, right: textX + widest(lines), top: markY - 9, bottom: markY + 11 + textHeight },
      );
      marks.push(
        <Mark of={row} y={y} width={width} height={height} label={`${where}, ${row.detail}: ${row.says}`}>
          {(i > 0 || !group.label) && lineAcross("hair", y, width)}
          {name}
          {row.range && (
            <>
              <path
                class={row.certainty === "confirmed" ? "stem" : "stem dashed"}
                d={`M${left} ${markY}H${low}`}
              />
              {high > low && <path class="span" d={`M${low} ${markY}H${high}`} />}
              <use href={`#${row.certainty}`} x={low} y={markY} />
              {high > low && <use href={`#${row.certainty}`} x={high} y={markY} />}
            </>
          )}
          {textLines(lines, textX, markY + 5, row.range ? undefined : "second")}
        </Mark>,
      );
      y += height;
    });
    if (group.label) y += 6;
  }
  return drawingOf(
    layout,
    y + (foot ? 24 : 1),
    <>
      {rows.some((row) => row.range) && (
        <ValueAxis scale={scale} top={top} bottom={y} ticks={narrow ? 3 : 5} foot={foot} />
      )}
      {measures.map(({ x, lines, text }) => (
        <>
          <path class="moment dashed" d={brokenLine(x, text.bottom, y, texts)} />
          {textLines(lines, text.left, text.top + 13, "second")}
        </>
      ))}
      {marks}
      {lineAcross("rule", y, width)}
    </>,
  );
}

/** A line down at `x` that stops short of every text in its way, from the uppermost on. */
function brokenLine(x: number, from: number, to: number, texts: readonly Box[]): string {
  let path = "";
  let y = from;
  for (const { top, bottom } of texts.filter(({ left, right }) => left - 4 < x && x < right + 4)) {
    if (top - y > 4) path += `M${x} ${px(y)}V${px(top)}`;
    y = Math.max(y, bottom);
  }
  return to - y > 4 ? `${path}M${x} ${px(y)}V${px(to)}` : path;
}

/** So much room a yardstick's words need to stand beside the line of another, px. */
const LEAST_ROOM = 120;

/**
 * The yardsticks' words above their lines, the largest value first, so that each stands at the left of the lines that come down
 * from above it; where there is no room, in their way.
 */
function placeMeasures(
  yardsticks: NonNullable<DotRangeData["yardsticks"]>,
  at: (value: number) => number,
  width: number,
) {
  const placed: { x: number; lines: string[]; text: Box }[] = [];
  for (const { value, label } of [...yardsticks].sort((a, b) => b.value - a.value)) {
    const x = at(value);
    const before = placed.at(-1);
    const most = before && before.x - 8 >= LEAST_ROOM ? before.x - 8 : width;
    const lines = breakText(label, Math.min(most, Math.max(width * 0.6, LEAST_ROOM)));
    const wide = widest(lines);
    const left = Math.max(0, Math.min(x - wide / 2, most - wide));
    const top = before ? before.text.bottom + 4 : 0;
    placed.push({ x, lines, text: { left, right: left + wide, top, bottom: top + lines.length * LINE + 2 } });
  }
  return placed;
}
