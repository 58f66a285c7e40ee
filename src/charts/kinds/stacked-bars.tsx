import { itemAt } from "../../required.ts";
import { ValueAxis } from "../lib/axis.tsx";
import { type Kind, type Layout, px, type Row } from "../lib/drawing.ts";
import { drawingOf, lineAcross, Mark } from "../lib/marks.tsx";
import { breakText, LINE, textLines, widthOf } from "../lib/text.tsx";
import { max, scaleLinear, sum } from "d3";
import type { VNode } from "preact";
export interface StackedBarsRow extends Row {
  label: string;
  /** One value a part, in the data's unit, none negative. */
  values: number[];
  /** What stands at the end of the bar: the sum. */
  text: string;
  marked?: boolean;
}

/** Bars of up to three parts, in the order in which they are to be read. */
export interface StackedBarsData {
  parts: string[];
  rows: StackedBarsRow[];
}

/** How the first, second and third part are filled, and the sign of each in the key. */
const FILLS = ["fill-ink", "fill-mark", "line-ink"] as const;
/** What the outline of the third part takes from its inside on each side, px. */
const OUTLINE = 0.65;
const SIGNS = ["stated", "block-mark", "block-open"] as const;
const BAR = 14;

/**
 * Horizontal bars from a common zero, rows in the given order; parts differ by filling, not by colour. Lengths are
 * proportional to values.
 */
export const stackedBars: Kind<StackedBarsData> = {
  key: ({ parts }) => parts.map((label, i) => ({ glyph: itemAt(SIGNS, i), label })),
  draw,
};

function draw({ rows }: StackedBarsData, layout: Layout) {
  const { width } = layout;
  const longest = Math.max(0, ...rows.map((row) => widthOf(row.label, "bold")));
  const gutter = Math.ceil(Math.min(longest, width * 0.4)) + 14;
  const room = width - gutter - Math.max(30, ...rows.map((row) => widthOf(row.text, "bold") + 10));
  const scale = scaleLinear([0, max(rows, (row) => sum(row.values)) || 1], [gutter, gutter + room]);
  const top = 26;
  const marks: VNode[] = [];
  let y = top + 4;
  for (const row of rows) {
    const lines = breakText(row.label, gutter - 12, "bold");
    const height = Math.max(26, lines.length * LINE + 8);
    const middle = y + height / 2;
    const weight = row.marked ? "bold accent" : undefined;
    let from = 0;
    marks.push(
      <Mark of={row} y={y} width={width} height={height} label={`${row.label}: ${row.says}`}>
        {row.marked && <rect class="accent" x={0} y={y + 3} width={3} height={height - 6} />}
        {textLines(lines, 9, middle + 5 - ((lines.length - 1) / 2) * LINE, weight)}
        {row.values.map((value, part) => {
          const [start, end] = [scale(from), scale((from += value))];
          const inset = part === 2 ? Math.min(OUTLINE, (end - start) / 4) : 0;
          return (
            value > 0 && (
              <rect
                class={FILLS[part]}
                x={px(start + inset)}
                y={px(middle - BAR / 2 + inset)}
                width={px(end - start - 2 * inset)}
                height={px(BAR - 2 * inset)}
              />
            )
          );
        })}
        {textLines([row.text], scale(sum(row.values)) + 7, middle + 5, weight)}
      </Mark>,
    );
    y += height;
  }
  return drawingOf(
    layout,
    y + 5,
    <>
      <ValueAxis scale={scale} top={top} bottom={y + 4} ticks={layout.name === "narrow" ? 3 : 6} />
      {marks}
      {lineAcross("rule", y + 4, width)}
    </>,
  );
}
