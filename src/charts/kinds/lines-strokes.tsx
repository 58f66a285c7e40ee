import { itemAt } from "../../required.ts";
import { middleOf } from "../lib/axis.tsx";
import { px } from "../lib/drawing.ts";
import { ringAt } from "../lib/glyphs.tsx";
import { type Box, spread } from "../lib/placement.ts";
import { breakText, LINE, textLines } from "../lib/text.tsx";
import type { LinesData, LinesLine } from "./lines-data.ts";
import type { ScaleLinear } from "d3";
import type { VNode } from "preact";
const DAY = 86_400_000;

interface Stop {
  date: string;
  value: number;
}

interface End {
  id: string;
  text: string;
  marked: boolean;
  x: number;
  y: number;
}

/** Runs of points that follow each other closely, and the gaps between these runs. */
export function strokes(
  line: LinesLine,
  { longestGap }: LinesData,
): { runs: Stop[][]; bridges: [Stop, Stop][] } {
  const runs: Stop[][] = [];
  const bridges: [Stop, Stop][] = [];
  let broken = true;
  for (const { date, value } of line.points) {
    const before = runs.at(-1)?.at(-1);
    if (value === null) broken = true;
    else if (before && !broken && middleOf(date) - middleOf(before.date) <= longestGap * DAY)
      itemAt(runs, -1).push({ date, value });
    else {
      if (before) bridges.push([before, { date, value }]);
      runs.push([{ date, value }]);
      broken = false;
    }
  }
  return { runs, bridges };
}

/** Solid where numbers follow each other, dashed over gaps, a dot at each number. */
export function drawLine(
  line: LinesLine,
  data: LinesData,
  x: (date: string) => number,
  y: ScaleLinear<number, number>,
): VNode {
  const { runs, bridges } = strokes(line, data);
  const places = new Map(runs.flat().map(({ date, value }) => [date, `${px(x(date))} ${px(y(value))}`]));
  const path = (run: readonly Stop[]) => `M${run.map(({ date }) => places.get(date)).join("L")}`;
  const joined = runs.filter((run) => run.length > 1);
  const derived = line.points.filter(
    (point): point is Stop & { derived: true } => Boolean(point.derived) && point.value !== null,
  );
  const marked = line.marked ? " marked" : "";
  return (
    <g data-line={line.id}>
      {bridges.length > 0 && <path class={`series dashed${marked}`} d={bridges.map(path).join("")} />}
      {joined.length > 0 && <path class={`series${marked}`} d={joined.map(path).join("")} />}
      <path
        class={`dots${marked}`}
        d={[...places.values()].map((place) => `M${place}h0`).join("")}
        data-row={line.id}
      />
      {(line.parts ?? []).map(({ date, value }) => (
        <g>
          <circle class="hollow line-ink" cx={px(x(date))} cy={px(y(value))} r={4} />
          {textLines(
            [data.format(value)],
            x(date) + 8,
            y(value) + (value < (line.points.at(-1)?.value ?? 0) ? 14 : -4),
            "halo",
          )}
        </g>
      ))}
      {derived.length > 0 && (
        <path class="ring" d={derived.map(({ date, value }) => ringAt(x(date), y(value))).join("")} />
      )}
    </g>
  );
}

/**
 * A name at the end of every line, between the plot's `right` and `width`. Names that would touch move apart; a hairline
 * leads from each line to its name.
 */
export function drawEnds(
  ends: readonly End[],
  { right, top, bottom }: Omit<Box, "left">,
  width: number,
): VNode {
  const names = ends.map(({ text, marked }) =>
    breakText(text, width - right - 20, marked ? "bold" : undefined),
  );
  const wishes = ends.map(({ y }, i) => ({ wish: y, size: itemAt(names, i).length * LINE }));
  const middles = spread(wishes, top - 8, bottom + 8);
  return (
    <g>
      {ends.map(({ id, marked, x, y }, i) => (
        <g data-line={id}>
          <path
            class="lead"
            d={`M${px(x + 5)} ${y}H${px(Math.max(right + 4, x + 5))}L${px(right + 16)} ${px(itemAt(middles, i))}`}
          />
          {textLines(
            itemAt(names, i),
            right + 19,
            itemAt(middles, i) + 5 - ((itemAt(names, i).length - 1) / 2) * LINE,
            marked ? "bold accent" : undefined,
          )}
        </g>
      ))}
    </g>
  );
}
