import { max, scaleLinear } from "d3";
import type { VNode } from "preact";
import { formatNumber } from "../../i18n/numbers.ts";
import { ValueAxis } from "../axis.tsx";
import { type Certainty, certaintyKey, type CertaintyWords, refuseRows } from "../certainty.ts";
import { isAmount, type Kind, type Layout, px, reasons, type Row } from "../drawing.ts";
import { drawingOf, lineAcross, Mark } from "../drawing-of.tsx";
import { breakText, groupHead, LINE, rowName, textLines, widest, widthOf } from "../text-lines.tsx";

/** One row: a value, a range of values, or words where there is no number. */
export interface DotRangeRow extends Row {
  /** Id of its group. */
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
 * apart. Positions are proportional to values. Refuses rows of unknown groups, negative or infinite values, ranges that
 * run backwards, repeated ids, and a certainty without its word for the key.
 */
export const dotRange: Kind<DotRangeData> = {
  refuse: reasons(function* ({ groups, rows, words, yardsticks = [] }) {
    for (const { id, value } of yardsticks)
      if (!isAmount(value)) yield `yardstick \`${id}\` has the value ${value}`;
    const known = new Set(groups.map((group) => group.id));
    if (known.size < groups.length) yield "two groups have one id";
    yield* refuseRows(rows, words);
    for (const { id, group, range } of rows) {
      if (!known.has(group)) yield `row \`${id}\` is in the unknown group \`${group}\``;
      if (!range) continue;
      if (!range.every(isAmount)) yield `row \`${id}\` has the values ${range.join(" to ")}`;
      if (range[0] > range[1]) yield `row \`${id}\` runs backwards, from ${range[0]} to ${range[1]}`;
    }
  }),
  key: ({ rows, words }) =>
    certaintyKey(
      rows.filter((row) => row.range !== null),
      words,
    ),
  draw: drawRanges,
};

/** Draws groups of values and ranges. */
export function drawRanges({ groups, rows, yardsticks = [] }: DotRangeData, layout: Layout) {
  const narrow = layout.name === "narrow";
  const { width } = layout;
  const names = rows.map((row) => Math.max(widthOf(row.label, true), widthOf(row.detail)));
  const left = narrow ? 8 : Math.ceil(Math.min(width * 0.4, Math.max(60, ...names))) + 20;
  const largest =
    Math.max(max(rows, (row) => row.range?.[1] ?? 0) ?? 0, ...yardsticks.map(({ value }) => value)) || 1;
  // Room at the right for half a tick label, and for the longest label at a mark: the largest value is labelled inside.
  const halfTick = widthOf(formatNumber(Math.floor(largest))) / 2 + 2;
  const labels = rows.map((row) => (row.range ? widthOf(row.text) * (row.range[1] / largest) + GAP : 0));
  const right = width - Math.min(width * 0.4, Math.max(30, halfTick, ...labels));
  const scale = scaleLinear([0, largest], [left, right]);
  const measures = placeMeasures(yardsticks, (value) => px(scale(value)), width);
  const halo = measures.length > 0 ? "halo" : "";
  const top = 26 + (measures.at(-1)?.bottom ?? 0);
  const marks: VNode[] = [];
  let y = top;
  for (const group of groups) {
    const members = rows.filter((row) => row.group === group.id);
    if (group.label) {
      const { head, height } = groupHead(group.label, y, width);
      const covered = Math.min(width, widthOf(group.label, true) + 10);
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
      const looks = [!row.range && "second", halo].filter(Boolean).join(" ");
      marks.push(
        <Mark of={row} y={y} width={width} height={height} label={`${where}, ${row.detail}: ${row.says}`}>
          {(i > 0 || !group.label) && lineAcross("hair", y, width)}
          <g class={halo || undefined}>{name}</g>
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
          {textLines(lines, textX, markY + 5, looks || undefined)}
        </Mark>,
      );
      y += height;
    });
    if (group.label) y += 6;
  }
  return drawingOf(
    layout,
    y + 1,
    <>
      {rows.some((row) => row.range) && (
        <ValueAxis scale={scale} top={top} bottom={y} ticks={narrow ? 3 : 5} />
      )}
      {measures.map(({ x, lines, left, bottom }) => (
        <>
          <path class="moment dashed" d={`M${x} ${bottom - 4}V${y}`} />
          {textLines(lines, left, bottom - 6 - lines.length * LINE + 13, "second halo")}
        </>
      ))}
      {marks}
      {lineAcross("rule", y, width)}
    </>,
  );
}

/** So much room a yardstick's words need to stand beside the line of another, px. */
const LEAST_ROOM = 120;

/**
 * The yardsticks' words above their lines, the largest value first, so that each stands at the left of the lines that come down
 * from above it; where there is no room, over them.
 */
function placeMeasures(
  yardsticks: NonNullable<DotRangeData["yardsticks"]>,
  at: (value: number) => number,
  width: number,
) {
  const placed: { x: number; lines: string[]; left: number; bottom: number }[] = [];
  for (const { value, label } of [...yardsticks].sort((a, b) => b.value - a.value)) {
    const x = at(value);
    const before = placed.at(-1);
    const right = before && before.x - 8 >= LEAST_ROOM ? before.x - 8 : width;
    const lines = breakText(label, Math.min(right, Math.max(width * 0.6, LEAST_ROOM)));
    const wide = widest(lines);
    const left = Math.max(0, Math.min(x - wide / 2, right - wide));
    placed.push({ x, lines, left, bottom: (before?.bottom ?? 0) + lines.length * LINE + 6 });
  }
  return placed;
}
