import type { VNode } from "preact";
import { px } from "./drawing.ts";
import { spread } from "./placement.ts";
import { breakText, LINE, textLines } from "./text-lines.tsx";

/** The end of a line and its name. */
export interface EndName {
  /** Id of the line. */
  id: string;
  text: string;
  /** Set off from the others. */
  marked: boolean;
  /** Where the line ends, px. */
  x: number;
  y: number;
}

/**
 * A name at the end of every line, between `right` (where the plot ends) and `width`. Names that would touch move apart;
 * a hairline leads from each line to its name.
 */
export function EndNames({
  names,
  right,
  top,
  bottom,
  width,
}: {
  names: readonly EndName[];
  right: number;
  top: number;
  bottom: number;
  width: number;
}): VNode {
  const lines = names.map(({ text, marked }) => breakText(text, width - right - 20, marked));
  const middles = spread(
    names.map(({ y }, i) => ({ wish: y, size: lines[i]!.length * LINE })),
    top - 8,
    bottom + 8,
  );
  return (
    <g>
      {names.map(({ id, marked, x, y }, i) => (
        <g data-line={id}>
          <path class="lead" d={`M${px(x + 5)} ${y}H${px(Math.max(right + 4, x + 5))}L${px(right + 16)} ${px(middles[i]!)}`} />
          {textLines(lines[i]!, right + 19, middles[i]! + 5 - ((lines[i]!.length - 1) / 2) * LINE, marked ? "bold accent" : undefined)}
        </g>
      ))}
    </g>
  );
}
