import { scaleLinear } from "d3";
import type { VNode } from "preact";
import { z } from "zod";
import { formatDate } from "../i18n/dates.ts";
import { countInWords, formatNumber, listOf } from "../i18n/numbers.ts";
import { id, line } from "../ledger/fields.ts";
import { get } from "../ledger/lookup.ts";
import { type Box, keyOf, type Layout, overlaps, px } from "./lib/drawing.ts";
import { drawingOf, HitArea, lineAcross } from "./lib/marks.tsx";
import {
  knownOf,
  receiptsOfChart,
  seriesColumn,
  seriesColumns,
  seriesTable,
  type Value,
} from "./lib/series.ts";
import { breakText, LINE, textLines, widthOf } from "./lib/text.tsx";
import { type View, withOptions } from "./view.ts";

const barOptions = z.strictObject({
  /** Id of the series, by quarters such as `2025 Q1`; the column that is set off; the chart whose page has the receipts. */
  series: id,
  marked: line,
  chart: id,
  /** How a value is written for the mouse: `€{value}bn`. */
  value: line,
});

interface Panel {
  label: string;
  marked: boolean;
  bars: (Value & { text: string; says: string })[];
}

/** Small bars by quarter, one panel per column of a series, all on one scale: too uneven for a line. */
export const seriesBars = withOptions(barOptions, (ledger, options): View => {
  const series = get(ledger, "series", options.series);
  const columns = seriesColumns(series);
  const own = shareOf(seriesColumn(series, options.marked));
  // A quarter that the data do not cover to its end is not counted.
  const whole = own.known.filter(({ period }) => quarterEnd(period) <= series.as_of);
  const empty = whole.filter(({ value }) => value === 0);
  const tallest = columns.reduce((a, b) => (highest(b.values) > highest(a.values) ? b : a));
  const alike = columns
    .filter((column) => column.name !== options.marked && shareOf(column).share >= own.share)
    .map(({ name }) => name);
  const panels = columns.map(({ name, values }): Panel => {
    const marked = name === options.marked;
    return {
      label: name,
      marked,
      bars: values.map((cell) => ({
        ...cell,
        text: cell.value
          ? cell.value.toFixed(1) +
            (marked && cell.period === own.peak.period ? `: ${own.share}% of all` : "")
          : "",
        says: `${name}, ${quarterName(cell.period)}: ${cell.value === null ? "not known" : options.value.replace("{value}", formatNumber(cell.value))}`,
      })),
    };
  });
  return {
    key: keyOf(
      panels.some(({ bars }) => bars.some(({ value }) => value === null)) && {
        glyph: "none",
        label: "not known",
      },
    ),
    draw: (layout) => draw(panels, receiptsOfChart(options.chart), layout),
    table: seriesTable(series),
    description:
      `${options.marked}: ${options.value.replace("{value}", formatNumber(Math.round(own.total * 10) / 10))} in ${own.known.length} quarters; ` +
      `${own.share}% of it fell into ${quarterName(own.peak.period)}, and in ${countInWords(empty.length)} of ${whole.length} whole quarters ` +
      `nothing is booked. As large a share in one quarter: ${listOf(alike) || "none of the others"}. Data as of ${formatDate(series.as_of)}.`,
    values: {
      share: String(own.share),
      empty: countInWords(empty.length),
      quarters: String(whole.length),
      tallest: tallest.name,
      most: highest(tallest.values).toFixed(1),
      alike: listOf(alike) || "None of the others",
      asOf: formatDate(series.as_of),
    },
    numbers: { empty: empty.length, share: own.share, alike: alike.length },
    sources: series.sources,
  };
});

/** Per cent of a column's sum that its largest period has. */
function shareOf(column: ReturnType<typeof seriesColumn>) {
  const known = knownOf(column);
  const peak = known.reduce((a, b) => (b.value > a.value ? b : a));
  const total = known.reduce((sum, { value }) => sum + value, 0);
  return { known, peak, total, share: Math.round((peak.value / total) * 100) };
}

function highest(values: readonly Value[]): number {
  return Math.max(0, ...values.map(({ value }) => value ?? 0));
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

const PLOT = 104;
const GAP = 26;
/** Bars per panel with a number above them: the largest. */
const NUMBERS = 3;

function draw(panels: readonly Panel[], href: string, layout: Layout) {
  const columns = layout.name === "narrow" ? 2 : 3;
  const width = (layout.width - GAP * (columns - 1)) / columns;
  const height = scaleLinear([0, Math.max(...panels.map(({ bars }) => highest(bars))) || 1], [0, PLOT]);
  const parts: VNode[] = [];
  let y = 0;
  for (let first = 0; first < panels.length; first += columns) {
    const row = panels.slice(first, first + columns);
    // One line of room above the tallest bar for its number.
    const base = y + 2 * LINE + 8 + Math.max(...row.map(({ bars }) => height(highest(bars))), 20);
    row.forEach((panel, column) =>
      parts.push(drawPanel(panel, { left: column * (width + GAP), width, top: y, base, height, href })),
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
  href: string;
}

function drawPanel(
  { label, marked, bars }: Panel,
  { left, width, top, base, height, href }: PanelPlace,
): VNode {
  const step = width / Math.max(bars.length, 1);
  const bar = Math.min(26, Math.max(1, step * 0.72));
  const right = left + width;
  const placed = bars.map((own, i) => ({ ...own, middle: left + step * (i + 0.5) }));
  const years = placed.filter(({ period }) => period.endsWith("Q1"));
  const isShort = years.length * widthOf("2025 ") > width;
  return (
    <>
      {placed.map(({ middle, says }) => (
        <HitArea
          {...{ x: middle - step / 2, y: top, width: step, height: base - top }}
          label={says}
          href={href}
        />
      ))}
      {textLines(
        breakText(label, width, "bold").slice(0, 1),
        left,
        top + 14,
        marked ? "bold accent" : "bold",
      )}
      {placed.map(({ period, value, middle }) =>
        value === null ? (
          <use href="#none" x={px(middle)} y={px(base - 7)} />
        ) : (
          <rect
            class={marked ? "fill-accent" : "fill-mark"}
            x={px(middle - bar / 2)}
            y={px(base - height(value))}
            width={px(bar)}
            height={px(height(value))}
            data-row={`${label} ${period}`}
          />
        ),
      )}
      {lineAcross("rule", base, right, left)}
      {placeNumbers(placed, { bar, left, right, base, height }).map(({ text, x, y }) =>
        textLines([text], x, y, marked ? "bold middle" : "middle"),
      )}
      {years.map(({ period, middle }) => {
        const year = isShort ? `’${period.slice(2, 4)}` : period.slice(0, 4);
        return textLines([year], Math.min(middle - step / 2, right - widthOf(year)), base + 18, "second");
      })}
    </>
  );
}

/** Numbers above their bars, largest first; one that would touch another number or a bar is omitted. */
function placeNumbers(
  bars: readonly { value: number | null; text: string; middle: number }[],
  {
    bar,
    left,
    right,
    base,
    height,
  }: Omit<PanelPlace, "width" | "top" | "href"> & { bar: number; right: number },
) {
  const drawn = bars.flatMap(({ value, text, middle }) => {
    if (value === null) return [];
    const box = { left: middle - bar / 2, right: middle + bar / 2, top: base - height(value), bottom: base };
    return [{ ...box, value, text, middle }];
  });
  const placed: (Box & { text: string; x: number; y: number })[] = [];
  for (const own of [...drawn].sort((a, b) => b.value - a.value).slice(0, NUMBERS)) {
    const half = widthOf(own.text, "bold") / 2;
    const x = Math.min(Math.max(own.middle, left + half), right - half);
    const room = { left: x - half - 2, right: x + half + 2, top: own.top - LINE, bottom: own.top - 1 };
    const others = [...placed, ...drawn.filter((other) => other !== own)];
    if (own.text && !others.some((other) => overlaps(other, room)))
      placed.push({ ...room, text: own.text, x, y: own.top - 4 });
  }
  return placed;
}
