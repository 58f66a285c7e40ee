import type { ScaleLinear } from "d3";
import type { VNode } from "preact";
import { px } from "../drawing.ts";
import { ringAt } from "../glyphs.tsx";
import { middleOf, type TimeScale } from "../time-axis.tsx";
import type { LinesData, LinesLine } from "./lines.tsx";

const DAY = 86_400_000;

interface Stop {
  date: string;
  value: number;
}

/** Runs of points that follow each other closely, and the gaps between these runs. */
export function strokes(line: LinesLine, { longestGap }: LinesData): { runs: Stop[][]; bridges: [Stop, Stop][] } {
  const runs: Stop[][] = [];
  const bridges: [Stop, Stop][] = [];
  let broken = true;
  for (const { date, value } of line.points) {
    const before = runs.at(-1)?.at(-1);
    if (value === null) broken = true;
    else if (before && !broken && middleOf(date) - middleOf(before.date) <= longestGap * DAY) runs.at(-1)!.push({ date, value });
    else {
      if (before) bridges.push([before, { date, value }]);
      runs.push([{ date, value }]);
      broken = false;
    }
  }
  return { runs, bridges };
}

/** Solid where numbers follow each other, dashed over gaps, a dot at each number. */
export function drawLine(line: LinesLine, data: LinesData, x: TimeScale, y: ScaleLinear<number, number>): VNode {
  const { runs, bridges } = strokes(line, data);
  const path = (run: readonly Stop[]) =>
    run.map(({ date, value }, i) => `${i === 0 ? "M" : "L"}${px(x(middleOf(date)))} ${px(y(value))}`).join("");
  const marked = line.marked ? " marked" : "";
  return (
    <g data-line={line.id}>
      {bridges.length > 0 && <path class={`series dashed${marked}`} d={bridges.map(path).join("")} />}
      {runs.some((run) => run.length > 1) && (
        <path
          class={`series${marked}`}
          d={runs
            .filter((run) => run.length > 1)
            .map(path)
            .join("")}
        />
      )}
      <path
        class={`dots${marked}`}
        d={runs
          .flat()
          .map(({ date, value }) => `M${px(x(middleOf(date)))} ${px(y(value))}h0`)
          .join("")}
        data-row={line.id}
      />
      {line.points.some((point) => point.derived) && (
        <path
          class="ring"
          d={line.points.map(({ date, value, derived }) => (derived && value !== null ? ringAt(x(middleOf(date)), y(value)) : "")).join("")}
        />
      )}
    </g>
  );
}
