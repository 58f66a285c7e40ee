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
  const places = new Map(runs.flat().map(({ date, value }) => [date, `${px(x(middleOf(date)))} ${px(y(value))}`]));
  const path = (run: readonly Stop[]) => `M${run.map(({ date }) => places.get(date)).join("L")}`;
  const joined = runs.filter((run) => run.length > 1);
  const derived = line.points.filter((point): point is Stop & { derived: true } => Boolean(point.derived) && point.value !== null);
  const marked = line.marked ? " marked" : "";
  return (
    <g data-line={line.id}>
      {bridges.length > 0 && <path class={`series dashed${marked}`} d={bridges.map(path).join("")} />}
      {joined.length > 0 && <path class={`series${marked}`} d={joined.map(path).join("")} />}
      <path class={`dots${marked}`} d={[...places.values()].map((place) => `M${place}h0`).join("")} data-row={line.id} />
      {derived.length > 0 && <path class="ring" d={derived.map(({ date, value }) => ringAt(x(middleOf(date)), y(value))).join("")} />}
    </g>
  );
}
