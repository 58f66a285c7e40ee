import { scaleLinear, sum } from "d3";
import type { VNode } from "preact";
import { z } from "zod";
import { formatDate } from "../i18n/dates.ts";
import { formatNumber, listOf } from "../i18n/numbers.ts";
import { id, line } from "../ledger/fields.ts";
import { get } from "../ledger/lookup.ts";
import { keyOf, type Layout, type View, withOptions } from "./chart.ts";
import { drawingOf, HitArea, lineAcross } from "./lib/marks.tsx";
import { type Column, columnOf, columnsOf, highest, receiptsOfChart, seriesTable } from "./lib/series.ts";
import { LINE, textLines, widthOf } from "./lib/text.tsx";

const barOptions = z.strictObject({
  series: id.describe("Id of the series, by quarters such as `2025 Q1`."),
  marked: line.describe("Its column that is set off."),
  value: line.describe("How a value is written for the mouse: `€{value}bn`."),
});

interface Plot {
  columns: Column[];
  marked: string;
  peak: string;
  saysOf: (name: string, of: Column["values"][0]) => string;
  href: string;
}

/** Bars by quarter, one panel per column, on one scale: too uneven for a line. */
export const seriesBars = withOptions(barOptions, (ledger, { series: id, marked, value }, chart): View => {
  const series = get(ledger, "series", id);
  const columns = columnsOf(series);
  const own = columnOf(series, marked);
  const [peak, share] = [highest(own.known), peakShare(own)];
  // Excludes a quarter that the data do not cover in full.
  const whole = own.known.filter(({ period }) => quarterEnd(period) <= series.as_of);
  const empty = whole.filter(({ value }) => value === 0);
  const tallest = columns.reduce((a, b) => (highest(b.known).value > highest(a.known).value ? b : a));
  const alike = columns.filter((column) => column.name !== marked && peakShare(column) >= share);
  const written = (number: number) => value.replace("{value}", formatNumber(number));
  const plot: Plot = {
    columns,
    marked,
    peak: `${peak.value.toFixed(1)}: ${share}% of all`,
    saysOf: (name, { period, value }) =>
      `${name}, ${quarterName(period)}: ${value === null ? "not known" : written(value)}`,
    href: receiptsOfChart(chart),
  };
  return {
    key: keyOf({ none: columns.some(({ known, values }) => known.length < values.length) && "not known" }),
    draw: (layout) => draw(plot, layout),
    table: seriesTable(series),
    values: {
      share: String(share),
      all: written(Math.round(sum(own.known, ({ value }) => value) * 10) / 10),
      quarters: own.known.length,
      peak: quarterName(peak.period),
      empty: empty.length,
      whole: whole.length,
      tallest: tallest.name,
      most: highest(tallest.known).value.toFixed(1),
      alike: listOf(alike.map(({ name }) => name)) || "None of the others",
      asOf: formatDate(series.as_of),
    },
    sources: series.sources,
  };
});

function peakShare({ known }: Column): number {
  return Math.round((highest(known).value / sum(known, ({ value }) => value)) * 100);
}

/** Last day of `2025 Q1`, as an ISO date. */
function quarterEnd(period: string): string {
  const [year = Number.NaN, quarter = Number.NaN] = period.split(" Q").map(Number);
  return new Date(Date.UTC(year, quarter * 3, 0)).toISOString().slice(0, 10);
}

function quarterName(period: string): string {
  const [year = period, quarter = ""] = period.split(" Q");
  return `the ${["first", "second", "third", "fourth"][Number(quarter) - 1] ?? quarter} quarter of ${year}`;
}

const PLOT_HEIGHT = 104;
const GAP = 26;

function draw({ columns, marked, peak, saysOf, href }: Plot, layout: Layout) {
  const perRow = layout.isNarrow ? 2 : 3;
  const width = (layout.width - GAP * (perRow - 1)) / perRow;
  const tallest = Math.max(...columns.map(({ known }) => highest(known).value));
  const height = scaleLinear([0, tallest], [0, PLOT_HEIGHT]);
  const drawPanel = ({ name, values, known }: Column, left: number, top: number, base: number): VNode => {
    const isMarked = name === marked;
    const step = width / values.length;
    const bar = Math.min(26, step * 0.72);
    const bars = values.map((of, i) => ({ ...of, x: left + step * (i + 0.5) }));
    const years = bars.filter(({ period }) => period.endsWith("Q1"));
    const isShort = years.length * widthOf("2025 ") > width;
    const { period, value } = highest(known);
    const number = isMarked ? peak : value.toFixed(1);
    const half = widthOf(number, "bold") / 2;
    const numberX = bars.find((bar) => bar.period === period)?.x ?? left;
    return (
      <>
        {bars.map((of) => (
          <HitArea
            {...{ x: of.x - step / 2, y: top, width: step, height: base - top }}
            label={saysOf(name, of)}
            href={href}
          />
        ))}
        {textLines([name], left, top + 14, isMarked ? "bold accent" : "bold")}
        {bars.map(({ value, x }) =>
          value === null ? (
            <use href="#none" x={x} y={base - 7} />
          ) : (
            <rect
              class={isMarked ? "fill-accent" : "fill-mark"}
              {...{ x: x - bar / 2, y: base - height(value), width: bar, height: height(value) }}
            />
          ),
        )}
        {lineAcross("rule", base, left + width, left)}
        {textLines(
          [number],
          Math.min(Math.max(numberX, left + half), left + width - half),
          base - height(value) - 5,
          isMarked ? "bold middle" : "middle",
        )}
        {years.map(({ period, x }) => {
          const year = isShort ? `’${period.slice(2, 4)}` : period.slice(0, 4);
          return textLines([year], Math.min(x - step / 2, left + width - widthOf(year)), base + 18, "second");
        })}
      </>
    );
  };
  const parts: VNode[] = [];
  let y = 0;
  for (let i = 0; i < columns.length; i += perRow) {
    const row = columns.slice(i, i + perRow);
    const top = y;
    const base = top + 2 * LINE + 8 + Math.max(...row.map(({ known }) => height(highest(known).value)));
    parts.push(...row.map((column, j) => drawPanel(column, j * (width + GAP), top, base)));
    y = base + LINE + 28;
  }
  return drawingOf(layout, y - 18, parts);
}
