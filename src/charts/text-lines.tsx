import type { VNode } from "preact";
import { px, TEXT_SIZE } from "./drawing.ts";
import { textWidth, wrapText } from "./text-width.ts";

export const LINE = 17;

/** Width of a line of chart text, px. */
export function widthOf(text: string, bold = false): number {
  return textWidth(text, TEXT_SIZE, bold);
}

/** Width of the widest of some lines, px; 0 if there are none. */
export function widest(lines: readonly string[]): number {
  return Math.max(0, ...lines.map((line) => widthOf(line)));
}

/** Whole px that the widest of some bold lines needs. */
export function boldWidth(lines: readonly string[]): number {
  return Math.ceil(Math.max(0, ...lines.map((line) => widthOf(line, true))));
}

/** Chart text broken into lines of at most `width` px. */
export function breakText(text: string, width: number, bold = false): string[] {
  return wrapText(text, width, TEXT_SIZE, bold);
}

/** Broken text from `x` on, the first base line at `y`, the next `step` below it; `look` is a class. */
export function textLines(
  lines: readonly string[],
  x: number,
  y: number,
  look?: string,
  step = LINE,
): VNode[] {
  return lines.map((line, i) => (
    <text class={look} x={px(x)} y={px(y + i * step)}>
      {line}
    </text>
  ));
}

/** A row's name and its quiet words, in `width` px: on one line if both fit and `beside` is set, else below each other. */
export function rowName(
  { label, detail }: { label: string; detail: string },
  y: number,
  width: number,
  beside: boolean,
): { name: VNode; lines: number } {
  if (beside && widthOf(label, true) + widthOf(` ${detail}`) <= width)
    return {
      lines: 1,
      name: (
        <text x={0} y={y}>
          <tspan class="bold">{label}</tspan>
          <tspan class="second"> {detail}</tspan>
        </text>
      ),
    };
  const names = breakText(label, width, true);
  const details = breakText(detail, width);
  return {
    lines: names.length + details.length,
    name: (
      <g>
        {textLines(names, 0, y, "bold")}
        {textLines(details, 0, y + names.length * LINE, "second")}
      </g>
    ),
  };
}

/** Heading of rows that belong together, under a rule from `y` on, and its height. */
export function groupHead(words: string, y: number, width: number): { head: VNode; height: number } {
  const lines = breakText(words, width - 10, true);
  return {
    height: lines.length * LINE + 15,
    head: (
      <g>
        <path class="rule" d={`M0 ${px(y)}H${width}`} />
        {textLines(lines, 0, y + 21, "bold accent")}
      </g>
    ),
  };
}
