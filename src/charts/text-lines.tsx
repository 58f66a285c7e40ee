import type { VNode } from "preact";
import { px, TEXT_SIZE } from "./drawing.ts";
import { textWidth, wrapText } from "./text-width.ts";

/** Height of a line of text, px. */
export const LINE = 17;

/** Broken text from `x` on, the first base line at `y`; `look` is a class. */
export function textLines(lines: readonly string[], x: number, y: number, look?: string): VNode[] {
  return lines.map((line, i) => (
    <text class={look} x={px(x)} y={px(y + i * LINE)}>
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
  if (beside && textWidth(label, TEXT_SIZE, true) + textWidth(` ${detail}`, TEXT_SIZE) <= width)
    return {
      lines: 1,
      name: (
        <text x={0} y={y}>
          <tspan class="bold">{label}</tspan>
          <tspan class="second"> {detail}</tspan>
        </text>
      ),
    };
  const names = wrapText(label, width, TEXT_SIZE, true);
  const details = wrapText(detail, width, TEXT_SIZE);
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
  const lines = wrapText(words, width - 10, TEXT_SIZE, true);
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
