import { type ScaleLinear, scaleLinear } from "d3";
import type { VNode } from "preact";
import { z } from "zod";
import { countInWords } from "../i18n/numbers.ts";
import { id, line } from "../ledger/fields.ts";
import { get } from "../ledger/lookup.ts";
import { itemAt } from "../required.ts";
import { middleOf, TimeAxis, timeScale, timeTicks } from "./lib/axis.tsx";
import { keyOf, type Layout, px, spread } from "./lib/drawing.ts";
import { drawingOf, HitArea, lineAcross, ringAt } from "./lib/marks.tsx";
import {
  knownOf,
  receiptsOfChart,
  seriesColumn,
  seriesColumns,
  seriesTable,
  type Value,
} from "./lib/series.ts";
import { LINE, textLines, widest } from "./lib/text.tsx";
import { type View, withOptions } from "./view.ts";

const lineOptions = z.strictObject({
  /** Id of the series, the column that is set off, and the chart whose page has the receipts. */
  series: id,
  marked: line,
  chart: id,
});

interface Line {
  name: string;
  marked: boolean;
  values: Value[];
}

/** The columns of a yearly series as lines, one of them set off. */
export const seriesLines = withOptions(lineOptions, (ledger, options): View => {
  const series = get(ledger, "series", options.series);
  const lines = seriesColumns(series).map(({ name, values }): Line => ({
    name,
    values,
    marked: name === options.marked,
  }));
  const known = knownOf(seriesColumn(series, options.marked));
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last) throw new Error(`series \`${series.id}\` has no number of ${options.marked}`);
  const peers = lines
    .filter(({ marked }) => !marked)
    .map((line) => ({
      name: line.name,
      score: knownOf(line).find(({ period }) => period === last.period)?.value ?? null,
    }));
  const below = peers.filter(({ score }) => score !== null && score < last.value);
  const higher = peers.filter(({ score }) => score !== null && score > last.value);
  const rise = last.value - first.value;
  return {
    key: keyOf(
      lines.some(({ values }) => strokesOf(values).bridges.length > 0) && {
        glyph: "gap",
        label: "score not found",
      },
      lines.some(({ values }) => values.some(({ derived }) => derived)) && {
        glyph: "ring",
        label: "worked out from a stated change",
      },
    ),
    draw: (layout) => draw(lines, receiptsOfChart(options.chart), layout),
    table: seriesTable(series),
    description:
      `${options.marked} has ${last.value} in ${last.period}, ${Math.abs(rise)} points ${rise < 0 ? "less" : "more"} than in ` +
      `${first.period}. Of ${countInWords(peers.length)} others ${countInWords(higher.length)} stand higher, ${countInWords(below.length)} ` +
      `lower${below.length > 0 ? `: ${below.map(({ name, score }) => `${name} with ${score}`).join(", ")}` : ""}.`,
    values: {
      first: String(first.value),
      last: String(last.value),
      firstYear: first.period,
      lastYear: last.period,
      higher: countInWords(higher.length),
      peers: countInWords(peers.length),
    },
    numbers: { first: first.value, last: last.value, higher: higher.length },
    sources: series.sources,
  };
});

type Stop = Value & { value: number };

/** Runs of numbers that follow each other, and the gaps between these runs, where a number is missing. */
function strokesOf(values: readonly Value[]): { runs: Stop[][]; bridges: [Stop, Stop][] } {
  const runs: Stop[][] = [];
  const bridges: [Stop, Stop][] = [];
  let broken = true;
  for (const cell of values) {
    const before = runs.at(-1)?.at(-1);
    if (cell.value === null) {
      broken = true;
      continue;
    }
    const stop = cell as Stop;
    if (broken) {
      if (before) bridges.push([before, stop]);
      runs.push([stop]);
    } else itemAt(runs, -1).push(stop);
    broken = false;
  }
  return { runs, bridges };
}

/** Positions are proportional to values and time; the scale ends at tens. */
function draw(lines: readonly Line[], href: string, layout: Layout) {
  const { width } = layout;
  const stops = lines.map((line) => knownOf(line));
  const values = stops.flat().map(({ value }) => value);
  const domain = [
    Math.floor(Math.min(...values) / 10) * 10,
    Math.ceil(Math.max(...values) / 10) * 10,
  ] as const;
  const periods = itemAt(lines, 0).values.map(({ period }) => period);
  const gutter = widest([String(domain[1])]) + 10;
  const names = lines.map(({ name }, i) => `${name} ${itemAt(itemAt(stops, i), -1).value}`);
  const right = width - Math.min(width * 0.42, widest(names, "bold") + 24);
  const scale = timeScale(itemAt(periods, 0), itemAt(periods, -1), [gutter, right]);
  const x = (period: string) => scale(middleOf(period));
  const top = 12;
  const bottom = top + (layout.name === "narrow" ? 300 : 340);
  const y = scaleLinear(domain, [bottom, top]);
  const ends = stops.map((known) => px(y(itemAt(known, -1).value)));
  const middles = spread(
    ends.map((wish) => ({ wish, size: LINE })),
    top - 8,
    bottom + 8,
  );
  const step = periods.length > 1 ? x(itemAt(periods, 1)) - x(itemAt(periods, 0)) : width;
  return drawingOf(
    layout,
    bottom + 26,
    <>
      <TimeAxis ticks={timeTicks(scale, width - right)} y={bottom} />
      {y.ticks(5).map((value) => (
        <>
          {lineAcross(value === domain[0] ? "rule-ink" : "hair", y(value), right, gutter)}
          {textLines([String(value)], gutter - 6, y(value) + 5, "second end")}
        </>
      ))}
      {[...lines].sort((a, b) => Number(a.marked) - Number(b.marked)).map((line) => drawLine(line, x, y))}
      {lines.map(({ name, marked }, i) => (
        <g data-line={name}>
          <path
            class="lead"
            d={`M${px(x(itemAt(itemAt(stops, i), -1).period) + 6)} ${ends[i]}H${px(right)}L${px(right + 14)} ${px(itemAt(middles, i))}`}
          />
          {textLines(
            names.slice(i, i + 1),
            right + 18,
            itemAt(middles, i) + 5,
            marked ? "bold accent" : "second",
          )}
        </g>
      ))}
      {periods.map((period, at) => (
        <HitArea
          {...{ x: x(period) - step / 2, y: top, width: step, height: bottom - top }}
          label={`${period}: ${lines.map(({ name, values }) => `${name} ${values[at]?.value ?? "not known"}`).join(", ")}`}
          href={href}
        />
      ))}
    </>,
  );
}

/** Solid where numbers follow each other, dashed over gaps; a dot at each number of the line that is set off. */
function drawLine(
  { name, values, marked }: Line,
  x: (period: string) => number,
  y: ScaleLinear<number, number>,
): VNode {
  const { runs, bridges } = strokesOf(values);
  const at = ({ period, value }: Stop) => `${px(x(period))} ${px(y(value))}`;
  const path = (run: readonly Stop[]) => `M${run.map(at).join("L")}`;
  const look = marked ? " marked" : "";
  const derived = runs.flat().filter((stop) => stop.derived);
  return (
    <g data-line={name}>
      {bridges.length > 0 && <path class={`series dashed${look}`} d={bridges.map(path).join("")} />}
      <path
        class={`series${look}`}
        d={
          runs
            .filter((run) => run.length > 1)
            .map(path)
            .join("") || "M0 0"
        }
      />
      {marked &&
        runs[0]?.[0] &&
        textLines(
          [String(runs[0][0].value)],
          x(runs[0][0].period),
          y(runs[0][0].value) - 12,
          "bold accent middle",
        )}
      {marked && (
        <path
          class="dots marked"
          d={runs
            .flat()
            .map((stop) => `M${at(stop)}h0`)
            .join("")}
        />
      )}
      {derived.length > 0 && (
        <path class="ring" d={derived.map(({ period, value }) => ringAt(x(period), y(value))).join("")} />
      )}
    </g>
  );
}
