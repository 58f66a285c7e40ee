import { scaleLinear, sum } from "d3";
import type { VNode } from "preact";
import { z } from "zod";
import { formatDate } from "../i18n/dates.ts";
import { countInWords, formatNumber, listOf } from "../i18n/numbers.ts";
import { id, line } from "../ledger/fields.ts";
import { get } from "../ledger/lookup.ts";
import { itemAt } from "../required.ts";
import { type Box, keyOf, type Layout, overlaps, px } from "./lib/drawing.ts";
import { drawingOf, HitArea, lineAcross } from "./lib/marks.tsx";
import { type Column, columnOf, columnsOf, highest, receiptsOfChart, seriesTable } from "./lib/series.ts";
import { LINE, textLines, widthOf } from "./lib/text.tsx";
import { type View, withOptions } from "./view.ts";

const barOptions = z.strictObject({
  series: id.describe("Id of the series, by quarters such as `2025 Q1`."),
  marked: line.describe("Its column that is set off."),
  value: line.describe("How a value is written for the mouse: `€{value}bn`."),
});

interface Plot {
  columns: Column[];
  marked: string;
  /** Label at the highest bar of the column that is set off. */
  peak: string;
  saysOf: (name: string, of: Column["values"][0]) => string;
  href: string;
}

/** Small bars by quarter, one panel per column of a series, all on one scale: too uneven for a line. */
export const seriesBars = withOptions(barOptions, (ledger, { series: id, marked, value }, chart): View => {
  const series = get(ledger, "series", id);
  const columns = columnsOf(series);
  const own = columnOf(series, marked);
  const [peak, share] = [highest(own.known), peakShare(own)];
  // A quarter that the data do not cover to its end is not counted.
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
  const alikeNames = listOf(alike.map(({ name }) => name));
  return {
    key: keyOf(
      columns.some(({ known, values }) => known.length < values.length) && {
        glyph: "none",
        label: "not known",
      },
    ),
    draw: (layout) => draw(plot, layout),
    table: seriesTable(series),
    description:
      `${marked}: ${written(Math.round(sum(own.known, ({ value }) => value) * 10) / 10)} in ${own.known.length} quarters; ` +
      `${share}% of it fell into ${quarterName(peak.period)}, and in ${countInWords(empty.length)} of ${whole.length} whole quarters ` +
      `nothing is booked. As large a share in one quarter: ${alikeNames || "none of the others"}. Data as of ${formatDate(series.as_of)}.`,
    values: {
      share: String(share),
      empty: empty.length,
      tallest: tallest.name,
      most: highest(tallest.known).value.toFixed(1),
      alike: alikeNames || "None of the others",
      asOf: formatDate(series.as_of),
    },
    sources: series.sources,
  };
});

/** Per cent of a column's sum that its largest period has. */
function peakShare({ known }: Column): number {
  return Math.round((highest(known).value / sum(known, ({ value }) => value)) * 100);
}

/** Last day of `2025 Q1`, as an ISO date. */
function quarterEnd(period: string): string {
  const [year = Number.NaN, quarter = Number.NaN] = period.split(" Q").map(Number);
  return new Date(Date.UTC(year, quarter * 3, 0)).toISOString().slice(0, 10);
}

/** "the first quarter of 2025" for `2025 Q1`. */
function quarterName(period: string): string {
  const [year = period, quarter = ""] = period.split(" Q");
  return `the ${["first", "second", "third", "fourth"][Number(quarter) - 1] ?? quarter} quarter of ${year}`;
}

const PLOT_HEIGHT = 104;
const GAP = 26;
/** Bars per panel with a number above them: the largest. */
const NUMBERS = 3;

function draw(plot: Plot, layout: Layout) {
  const { columns } = plot;
  const perRow = layout.name === "narrow" ? 2 : 3;
  const width = (layout.width - GAP * (perRow - 1)) / perRow;
  const tallest = ({ known }: Column) => highest(known).value;
  const height = scaleLinear([0, Math.max(...columns.map(tallest))], [0, PLOT_HEIGHT]);
  const parts: VNode[] = [];
  let y = 0;
  for (let first = 0; first < columns.length; first += perRow) {
    const row = columns.slice(first, first + perRow);
    // One line of room above the tallest bar for its number.
    const base = y + 2 * LINE + 8 + Math.max(...row.map((column) => height(tallest(column))), 20);
    const top = y;
    parts.push(
      ...row.map((column, i) =>
        drawPanel(plot, column, { left: i * (width + GAP), width, top, base, height }),
      ),
    );
    y = base + LINE + 28;
  }
  return drawingOf(layout, Math.ceil(y - 18), <>{parts}</>);
}

interface PanelPlace {
  left: number;
  width: number;
  top: number;
  base: number;
  height: (value: number) => number;
}

function drawPanel(
  { marked, peak, saysOf, href }: Plot,
  { name, values, known }: Column,
  place: PanelPlace,
): VNode {
  const { left, width, top, base, height } = place;
  const isMarked = name === marked;
  const step = width / values.length;
  const bar = Math.min(26, Math.max(1, step * 0.72));
  const right = left + width;
  const bars = values.map((of, i) => ({ ...of, middle: left + step * (i + 0.5) }));
  const years = bars.filter(({ period }) => period.endsWith("Q1"));
  const isShort = years.length * widthOf("2025 ") > width;
  const boxes = bars.map(({ value, middle }) => {
    const tall = height(value ?? 0);
    return { left: middle - bar / 2, right: middle + bar / 2, top: base - tall, bottom: base };
  });
  // Numbers above the largest bars; one that would touch another number or a bar is omitted.
  const numbers: (Box & { text: string })[] = [];
  for (const of of [...known].sort((a, b) => b.value - a.value).slice(0, NUMBERS)) {
    const i = values.findIndex(({ period }) => period === of.period);
    const own = itemAt(boxes, i);
    const text = isMarked && numbers.length === 0 ? peak : of.value.toFixed(1);
    const half = widthOf(text, "bold") / 2 + 2;
    const x = Math.min(Math.max(itemAt(bars, i).middle, left + half - 2), right - half + 2);
    const room = { text, left: x - half, right: x + half, top: own.top - LINE, bottom: own.top - 1 };
    if (
      of.value > 0 &&
      ![...numbers, ...boxes.filter((box) => box !== own)].some((box) => overlaps(box, room))
    )
      numbers.push(room);
  }
  return (
    <>
      {bars.map((of) => (
        <HitArea
          {...{ x: of.middle - step / 2, y: top, width: step, height: base - top }}
          label={saysOf(name, of)}
          href={href}
        />
      ))}
      {textLines([name], left, top + 14, isMarked ? "bold accent" : "bold")}
      {bars.map(({ period, value, middle }, i) =>
        value === null ? (
          <use href="#none" x={px(middle)} y={px(base - 7)} />
        ) : (
          <rect
            class={isMarked ? "fill-accent" : "fill-mark"}
            x={px(middle - bar / 2)}
            y={px(itemAt(boxes, i).top)}
            width={px(bar)}
            height={px(height(value))}
            data-row={`${name} ${period}`}
          />
        ),
      )}
      {lineAcross("rule", base, right, left)}
      {numbers.map(({ text, left, right, bottom }) =>
        textLines([text], (left + right) / 2, bottom - 3, isMarked ? "bold middle" : "middle"),
      )}
      {years.map(({ period, middle }) => {
        const year = isShort ? `’${period.slice(2, 4)}` : period.slice(0, 4);
        return textLines([year], Math.min(middle - step / 2, right - widthOf(year)), base + 18, "second");
      })}
    </>
  );
}
