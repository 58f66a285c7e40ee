import { max, scaleLinear } from "d3";
import type { VNode } from "preact";
import { formatNumber } from "../../format/numbers.ts";
import { type Drawing, type Layout, roundPx } from "../chart.ts";
import { ValueAxis } from "./axis.tsx";
import { drawingOf, lineAcross, LinkedMark } from "./marks.tsx";
import { breakText, leadText, LINE, textLines, widest, widthOf } from "./text.tsx";

/** A value or a range with a name and words, or words alone. */
export interface ValueRow {
  /** Heading of a group that begins with this row. */
  head?: string | undefined;
  name: string;
  detail: string;
  words: string;
  remark?: string;
  range?: readonly [low: number, high: number] | undefined;
  symbol: string;
  /** To the axis (dashed unless confirmed), or as a step to the row before. */
  joined?: "stem" | "step";
  /** Drawn as an arrow to the right: nothing limits the value. */
  isUnlimited?: boolean;
  label: string;
  href: string;
}

/** Rows of values on one scale from zero, labels at the left; in narrow layouts, above a mark in the way. */
export function drawValueRows(
  rows: readonly ValueRow[],
  bands: readonly { label: string; low: number; high: number }[],
  layout: Layout,
): Drawing {
  const { width, isNarrow } = layout;
  const names = rows.map(({ name, detail }) => widthOf(name, "bold") + widthOf(detail));
  const left = isNarrow ? 8 : Math.min(Math.max(...names) + 90, width * 0.42);
  const highest = max([...rows.map(({ range }) => range?.[1] ?? 0), ...bands.map(({ high }) => high)]) ?? 1;
  const scale = scaleLinear(
    [0, highest * 1.02],
    [left, width - Math.max(widthOf(formatNumber(highest)) / 2, 8)],
  );
  const top = bands.length > 0 ? LINE * 2 + 30 : 26;
  const parts: VNode[] = [];
  let path = "";
  let [y, lastStep] = [top, left];
  rows.forEach((row, i) => {
    const { head, name, detail, words, remark = "", range, symbol, joined, isUnlimited, label, href } = row;
    if (head) {
      parts.push(...textLines([head], 0, y + 20, "bold accent halo"));
      y += LINE + 12;
    }
    const [low, high] = range ? [roundPx(scale(range[0])), roundPx(scale(range[1]))] : [lastStep, lastStep];
    // In narrow layouts words end before the line of steps.
    const free = joined === "stem" ? width : Math.max(low - 8, width / 2);
    const room = isNarrow ? Math.min(width * 0.72, free) : left - 14;
    const lead = leadText(name, detail, 0, y + 20, room);
    const wordsY = y + 20 + lead.lines * LINE;
    const lines = breakText(words, room);
    const remarks = breakText(remark, room);
    const labelLines = [...breakText(name + detail, room), ...lines, ...remarks];
    const isBelow =
      range && isNarrow && (joined === "stem" || low - 8 < Math.min(widest(labelLines, "bold"), room));
    const middle = roundPx(isBelow ? y + 16 + labelLines.length * LINE : y + 15);
    const height = labelLines.length * LINE + (isBelow ? 24 : 12);
    if (joined === "step" && range) {
      path += path ? `V${roundPx(middle - 9)}H${low}V${middle}` : `M${low} ${middle}`;
      lastStep = low;
    }
    const isLastOfGroup = rows[i + 1]?.head !== undefined || i === rows.length - 1;
    parts.push(
      <LinkedMark label={label} href={href} y={y} width={width} height={height}>
        <g class="halo">
          {lead.body}
          {textLines(lines, 0, wordsY)}
          {textLines(remarks, 0, wordsY + lines.length * LINE, "accent")}
        </g>
        {joined === "stem" && range && (
          <path class={symbol === "confirmed" ? "stem" : "dashed stem"} d={`M${left} ${middle}H${low}`} />
        )}
        {high > low && <path class="span" d={`M${low} ${middle}H${high}`} />}
        {range && <use href={`#${symbol}`} x={low} y={middle} />}
        {high > low && <use href={`#${symbol}`} x={high} y={middle} />}
        {isUnlimited && (
          <path
            class="rule-ink"
            d={`M${Math.max(lastStep + 8, (names[i] ?? 0) + 10)} ${middle}H${width - 4}m-6 -4l6 4l-6 4`}
          />
        )}
        {lineAcross(isLastOfGroup ? "rule" : "hair", y + height, width)}
      </LinkedMark>,
    );
    y += height;
  });
  const bottom = y + 4;
  return drawingOf(
    layout,
    bottom,
    <>
      {bands.map((band) => {
        const [from, to] = [roundPx(scale(band.low)), roundPx(scale(band.high))];
        const range = `${formatNumber(band.low)} to ${formatNumber(band.high)}`;
        const half = widest([band.label, range], "bold") / 2;
        const middle = Math.min(Math.max((from + to) / 2, half), width - half);
        return (
          <>
            <rect class="band" x={from} y={top} width={to - from} height={bottom - top} />
            {textLines([band.label], middle, 15, "bold middle")}
            {textLines([range], middle, 15 + LINE, "middle")}
          </>
        );
      })}
      <ValueAxis scale={scale} top={top} bottom={bottom} ticks={isNarrow ? 4 : 5} />
      {path && <path class="series marked" d={path} />}
      {parts}
    </>,
  );
}
