import { type Column, highest, readSeries, type Value } from "./lib/series.ts";
import { extent, line, range, scaleLinear, sum } from "d3";
import { z } from "zod";
import { cellValue } from "../ledger/lookup.ts";
import { formatDate } from "../format/dates.ts";
import { formatNumber, listOf } from "../format/numbers.ts";
import { id, line as text } from "../yaml/fields.ts";
import { nth } from "../expect-defined.ts";
import { legendOf, type Layout, roundPx, type View, withOptions } from "./chart.ts";
import { LevelAxis, middleOf, TimeAxis, timeScale } from "./lib/axis.tsx";
import { drawingOf, TooltipArea, lineAcross, ringAt } from "./lib/marks.tsx";
import { LINE, textLines, widest, widthOf } from "./lib/text.tsx";

const lineOptions = z.strictObject({
  series: id.describe("Id of the series, by years, or by quarters such as `2025 Q1` for bars."),
  marked: text.describe("Its column that is set off."),
});
const barOptions = lineOptions.extend({
  value: text.describe("How a value is written for the mouse: `€{value}bn`."),
});

/** Bars by quarter, one panel per column, on one scale: too uneven for a line. */
export const seriesBars = withOptions(barOptions, (ledger, { series: id, marked, value }, chart): View => {
  const { series, columns, columnOf, href, table } = readSeries(ledger, id, chart);
  const written = (number: number) => value.replace("{value}", formatNumber(number));
  const makePanel = ({ name, values, known }: Column) => {
    const [peak, total] = [highest(known), sum(known, ({ value }) => value)];
    const share = Math.round((peak.value / total) * 100);
    const isMarked = name === marked;
    return {
      name,
      peak,
      total,
      share,
      isMarked,
      words: peak.value.toFixed(1) + (isMarked ? `: ${share}% of all` : ""),
      bars: values.map((bar, i) => {
        if (!bar) throw new Error(`series \`${id}\` has no number of ${name} in row ${i + 1}`);
        return { ...bar, label: `${name}, ${quarterName(bar.period)}: ${written(bar.value)}` };
      }),
    };
  };
  const [markedPanel, panels] = [makePanel(columnOf(marked)), columns.map(makePanel)];
  const tallest = panels.reduce((a, b) => (b.peak.value > a.peak.value ? b : a));
  const alike = panels.filter(({ isMarked, share }) => !isMarked && share >= markedPanel.share);
  return {
    legend: [],
    draw: (layout) => drawPanels(panels, tallest.peak.value, href, layout),
    table,
    values: {
      share: String(markedPanel.share),
      all: written(Math.round(markedPanel.total * 10) / 10),
      peak: quarterName(markedPanel.peak.period),
      tallest: tallest.name,
      most: tallest.peak.value.toFixed(1),
      alike: listOf(alike.map(({ name }) => name)) || "None of the others",
      asOf: formatDate(series.as_of),
    },
    sources: series.sources,
  };
});

/** `2025 Q1` → "Q1 2025". */
function quarterName(period: string): string {
  return period.split(" ").reverse().join(" ");
}

interface Panel {
  name: string;
  isMarked: boolean;
  bars: (Value & { label: string })[];
  peak: Value;
  /** Above the highest bar. */
  words: string;
}

const PANEL_HEIGHT = 104;
const PANEL_GAP = 26;

function drawPanels(panels: readonly Panel[], highest: number, href: string, layout: Layout) {
  const perRow = layout.isNarrow ? 2 : 3;
  const width = (layout.width - PANEL_GAP * (perRow - 1)) / perRow;
  const height = scaleLinear([0, highest], [0, PANEL_HEIGHT]);
  const drawPanel = ({ name, isMarked, bars, peak, words }: Panel, left: number, y: number, base: number) => {
    const step = width / bars.length;
    const size = Math.min(26, step * 0.72);
    const half = widthOf(words, "bold") / 2;
    const xOf = (i: number) => left + step * (i + 0.5);
    const peakX = xOf(bars.findIndex(({ period }) => period === peak.period));
    return (
      <>
        {textLines([name], left, y + 14, isMarked ? "bold accent" : "bold")}
        {bars.map(({ period, value, label }, i) => {
          const start = left + step * i;
          const year = `’${period.slice(2, 4)}`;
          return (
            <>
              <TooltipArea label={label} href={href} x={start} y={y} width={step} height={base - y} />
              <rect
                class={isMarked ? "fill-accent" : "fill-mark"}
                x={xOf(i) - size / 2}
                y={base - height(value)}
                width={size}
                height={height(value)}
              />
              {period.endsWith("Q1") &&
                textLines([year], Math.min(start, left + width - widthOf(year)), base + 18, "second")}
            </>
          );
        })}
        {lineAcross("rule", base, left + width, left)}
        {textLines(
          [words],
          Math.min(Math.max(peakX, left + half), left + width - half),
          base - height(peak.value) - 5,
          isMarked ? "bold middle" : "middle",
        )}
      </>
    );
  };
  let y = 0;
  const parts = range(0, panels.length, perRow).map((first) => {
    const row = panels.slice(first, first + perRow);
    const top = y;
    const base = top + 2 * LINE + 8 + Math.max(...row.map(({ peak }) => height(peak.value)));
    y = base + LINE + 28;
    return <>{row.map((panel, i) => drawPanel(panel, i * (width + PANEL_GAP), top, base))}</>;
  });
  return drawingOf(layout, y - 18, parts);
}

/** Yearly series as lines, one of them highlighted. */
export const seriesLines = withOptions(lineOptions, (ledger, { series: id, marked }, chart): View => {
  const { series, columns, columnOf, href, table } = readSeries(ledger, id, chart);
  const periods = series.rows.map(([period]) => String(cellValue(period)));
  const { known } = columnOf(marked);
  const [first, last] = [nth(known, 0), nth(known, -1)];
  const peers = columns.flatMap(({ name, known }) => {
    const score = known.find(({ period }) => period === last.period)?.value;
    return name === marked ? [] : [{ name, score }];
  });
  const below = peers.filter(({ score = Infinity }) => score < last.value);
  return {
    legend: legendOf({
      gap: columns.some(hasGap) && "score not found",
      ring:
        columns.some(({ known }) => known.some(({ derived }) => derived)) &&
        "worked out from a stated change",
    }),
    draw: (layout) => drawLines(columns, periods, marked, href, layout),
    table,
    values: {
      first: String(first.value),
      last: String(last.value),
      firstYear: first.period,
      lastYear: last.period,
      rise: last.value - first.value,
      higher: peers.filter(({ score = -Infinity }) => score > last.value).length,
      lower: below.length,
      below: below.map(({ name, score }) => `${name} with ${score}`).join(", "),
      peers: peers.length,
    },
    sources: series.sources,
  };
});

/** Whether a number between the first and the last is missing. */
function hasGap({ values }: Column): boolean {
  const known = values.map(Boolean);
  return known.slice(known.indexOf(true), known.lastIndexOf(true)).includes(false);
}

function drawLines(
  columns: readonly Column[],
  periods: readonly string[],
  marked: string,
  href: string,
  layout: Layout,
) {
  const { width } = layout;
  const top = 12;
  const bottom = top + (layout.isNarrow ? 300 : 340);
  const points = columns.flatMap(({ known }) => known);
  const y = scaleLinear(extent(points, ({ value }) => value) as [number, number], [bottom, top]).nice(4);
  const gutter = widest([String(y.domain()[1])]) + 10;
  const names = columns.map(({ name, known }) => `${name} ${nth(known, -1).value}`);
  const right = width - Math.min(width * 0.42, widest(names, "bold") + 24);
  const scale = timeScale(nth(periods, 0), nth(periods, -1), [gutter, right]);
  const x = (period: string) => scale(middleOf(period));
  const step = (right - gutter) / periods.length;
  const path = line<Value | undefined>(
    (point) => x(point?.period ?? ""),
    (point) => y(point?.value ?? 0),
  )
    .defined(Boolean)
    .digits(1);
  let lowest = -Infinity;
  return drawingOf(
    layout,
    bottom + 26,
    <>
      <TimeAxis scale={scale} y={bottom} end={width} />
      <LevelAxis scale={y} left={gutter} right={right} />
      {[...columns]
        .sort((a, b) => Number(a.name === marked) - Number(b.name === marked))
        .map((column) => {
          const { name, values, known } = column;
          const className = name === marked ? " marked" : "";
          const derived = known.filter(({ derived }) => derived);
          const first = nth(known, 0);
          return (
            <g>
              {hasGap(column) && <path class={`series dashed${className}`} d={path(known) ?? ""} />}
              <path class={`series${className}`} d={path(values) ?? ""} />
              {className &&
                textLines([String(first.value)], x(first.period), y(first.value) + 22, "bold accent middle")}
              {className && (
                <path
                  class="dots marked"
                  d={known
                    .map(({ period, value }) => `M${roundPx(x(period))} ${roundPx(y(value))}h0`)
                    .join("")}
                />
              )}
              {derived.length > 0 && (
                <path
                  class="ring"
                  d={derived.map(({ period, value }) => ringAt(x(period), y(value))).join("")}
                />
              )}
            </g>
          );
        })}
      {columns
        .map(({ name, known }) => ({ name, end: nth(known, -1) }))
        .sort((a, b) => b.end.value - a.end.value)
        .map(({ name, end: { period, value } }) => {
          // Below the label above it.
          lowest = Math.max(y(value), lowest + LINE);
          return (
            <g>
              <path
                class="lead"
                d={`M${roundPx(x(period) + 6)} ${roundPx(y(value))}H${roundPx(right)}L${roundPx(right + 14)} ${roundPx(lowest)}`}
              />
              {textLines(
                [`${name} ${value}`],
                right + 18,
                lowest + 5,
                name === marked ? "bold accent" : "second",
              )}
            </g>
          );
        })}
      {periods.map((period, i) => (
        <TooltipArea
          x={x(period) - step / 2}
          y={top}
          width={step}
          height={bottom - top}
          label={`${period}: ${columns.map(({ name, values }) => `${name} ${values[i]?.value ?? "not known"}`).join(", ")}`}
          href={href}
        />
      ))}
    </>,
  );
}
