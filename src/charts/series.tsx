import { line, range, scaleLinear, sum } from "d3";
import { z } from "zod";
import { cellValue } from "../ledger/lookup.ts";
import { formatDate } from "../format/dates.ts";
import { formatNumber, listOf } from "../format/numbers.ts";
import { id, line as text } from "../yaml/fields.ts";
import { nth } from "../expect-defined.ts";
import { type Layout, type View, withOptions } from "./chart.ts";
import { LevelAxis, middleOf, TimeAxis, timeScale } from "./lib/axis.tsx";
import { type Column, highest, readSeries, type Value } from "./lib/series.ts";
import {
  drawDot,
  drawFinding,
  drawingOf,
  headline,
  lineAcross,
  Linked,
  ofSide,
  pushApart,
} from "./lib/signs.tsx";
import { LINE, write, widest, widthOf } from "./lib/text.tsx";

const lineOptions = z.strictObject({
  series: id.describe("Id of the series, by years, or by quarters such as `2025 Q1` for bars."),
  marked: text.describe("Its column that is set off."),
  side: id.optional().describe("The side of that column."),
});
const barOptions = lineOptions.extend({
  value: text.describe("How a value is written: `€{value}bn`."),
  names: z.record(z.string(), text.max(16)).default({}).describe("Shorter names of columns, by column."),
});

/** Each quarter’s share of the total of its column, one panel per column, on one scale: the most uneven first. */
export const seriesBars = withOptions(barOptions, (ledger, options, chart): View => {
  const { series: id, marked, side, value, names } = options;
  const { series, columns, columnOf, href, table } = readSeries(ledger, id, chart);
  const written = (number: number) => value.replace("{value}", number.toFixed(1));
  // The last quarter is as wide as the months that are known of it.
  const months = ((Number(series.as_of.slice(5, 7)) - 1) % 3) + 1;
  const makePanel = ({ name, values, known }: Column): Panel => {
    const total = sum(known, ({ value }) => value);
    const peak = highest(known);
    return {
      name: names[name] ?? name,
      isMarked: name === marked,
      total: written(total),
      peak: (peak.value / total) * 100,
      peakIn: quarterName(peak.period),
      bars: values.map((bar, i) => {
        if (!bar) throw new Error(`series \`${id}\` has no number of ${name} in row ${i + 1}`);
        const share = (bar.value / total) * 100;
        const label = `${name}, ${quarterName(bar.period)}: ${value.replace("{value}", formatNumber(bar.value))}, ${Math.round(share)}% of its total`;
        return { period: bar.period, share, width: i === values.length - 1 ? months / 3 : 1, label };
      }),
    };
  };
  const panels = columns.map(makePanel).sort((a, b) => b.peak - a.peak);
  const own = makePanel(columnOf(marked));
  const above = panels.filter(({ peak }) => peak > own.peak);
  return {
    draw: (layout, finding = "") => drawPanels({ panels, side, href, finding }, layout),
    table,
    values: {
      share: String(Math.round(own.peak)),
      all: own.total,
      peak: own.peakIn,
      above: listOf(above.map(({ name }) => name)) || "none",
      aboveCount: above.length,
      donors: panels.length,
      shares: panels.map(({ name, peak }) => `${name} ${Math.round(peak)}%`).join(", "),
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
  /** In words. */
  total: string;
  /** Shares in %. */
  peak: number;
  peakIn: string;
  /** `width` in quarters. */
  bars: { period: string; share: number; width: number; label: string }[];
}

interface Panels {
  panels: Panel[];
  side: string | undefined;
  href: string;
  finding: string;
}

const PANEL_GAP = 26;

function drawPanels({ panels, side, href, finding }: Panels, layout: Layout) {
  const { isNarrow } = layout;
  const perRow = isNarrow ? 2 : 3;
  const width = (layout.width - PANEL_GAP * (perRow - 1)) / perRow;
  const unit = isNarrow ? 3.1 : 4;
  const quarters = sum(nth(panels, 0).bars, (bar) => bar.width);
  const step = width / quarters;
  const drawPanel = ({ name, isMarked, total, peak, bars }: Panel, left: number, y: number, base: number) => {
    const own = isMarked ? ofSide(side, "own") : "";
    const tops = bars.findIndex(({ share }) => share === peak);
    const words = `${Math.round(peak)}%`;
    const classes = isMarked ? `headline ${own}` : "finding";
    const size = widthOf(words, classes);
    const peakX = left + step * (tops + 0.5);
    const wordsX = Math.min(isMarked ? peakX - step / 2 : peakX - size / 2, left + width - size);
    const said =
      isMarked && !isNarrow
        ? drawFinding(finding, wordsX - 8, base - unit * peak - 24, wordsX - 8 - left + 6, "end")
        : undefined;
    return (
      <>
        <text class={own || undefined} x={left} y={y + 14}>
          <tspan class="bold">{name}</tspan>
          <tspan class="second">{` ${total}${isNarrow ? "" : " in all"}`}</tspan>
        </text>
        {bars.map(({ period, share, width: size, label }, i) => {
          const start = left + step * i;
          const year = `’${period.slice(2, 4)}`;
          const tone = isMarked
            ? ofSide(side, i === tops ? "solid" : "second-tone")
            : i === tops
              ? "tone-1"
              : "tone-2";
          return (
            <>
              <Linked label={label} href={href} at={[start, y, step * size, base - y]} />
              <rect
                class={tone}
                x={start + 0.7}
                y={base - unit * share}
                width={step * size - 1.4}
                height={unit * share}
              />
              {period.endsWith("Q1") && (
                <>
                  <path class="rule-ink" d={`M${start} ${base}v5`} />
                  {write([year], Math.min(start + 3, left + width - widthOf(year)), base + 17, "second")}
                </>
              )}
            </>
          );
        })}
        {lineAcross("rule-ink", base, left + width, left)}
        {write([words], wordsX, base - unit * peak - 6, classes)}
        {said?.body}
      </>
    );
  };
  const said = isNarrow ? drawFinding(finding, 0, 17, width * 2 + PANEL_GAP) : undefined;
  let y = said ? said.bottom + 9 : 0;
  const parts = range(0, panels.length, perRow).map((first) => {
    const row = panels.slice(first, first + perRow);
    const top = y;
    const tallest = nth(row, 0).peak;
    const base = top + LINE + (row.some(({ isMarked }) => isMarked) ? 34 : 24) + unit * tallest;
    y = base + LINE + (isNarrow ? 12 : 24);
    return (
      <>
        {range(10, tallest - 4, 10).flatMap((level) => [
          ...row.map((_, i) => {
            const left = i * (width + PANEL_GAP);
            return lineAcross("hair", base - unit * level, left + width, left);
          }),
          ...write(
            [`${level}%${first === 0 && level + 10 > tallest - 4 && !isNarrow ? " of its total" : ""}`],
            0,
            base - unit * level - 4,
            "second halo",
          ),
        ])}
        {row.map((panel, i) => drawPanel(panel, i * (width + PANEL_GAP), top, base))}
      </>
    );
  });
  return drawingOf(layout, y - (isNarrow ? 8 : 18), parts.concat(said?.body ?? []));
}

/** Yearly series as lines from zero, one of them highlighted. */
export const seriesLines = withOptions(lineOptions, (ledger, options, chart): View => {
  const { series, columns, columnOf, href, table } = readSeries(ledger, options.series, chart);
  const { marked, side } = options;
  const periods = series.rows.map(([period]) => String(cellValue(period)));
  const { known } = columnOf(marked);
  const [first, last] = [nth(known, 0), nth(known, -1)];
  const peers = columns.flatMap(({ name, known }) => {
    const score = known.find(({ period }) => period === last.period)?.value;
    return name === marked ? [] : [{ name, score }];
  });
  const below = peers.filter(({ score = Infinity }) => score < last.value);
  return {
    draw: (layout, finding = "") => drawLines({ columns, periods, marked, side, href, finding }, layout),
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

interface Lines {
  columns: Column[];
  periods: string[];
  marked: string;
  side: string | undefined;
  href: string;
  finding: string;
}

function drawLines({ columns, periods, marked, side, href, finding }: Lines, layout: Layout) {
  const { width, isNarrow } = layout;
  const [top, bottom] = [12, isNarrow ? 410 : 400];
  const y = scaleLinear(
    [0, Math.max(...columns.flatMap(({ known }) => known.map(({ value }) => value)))],
    [bottom, top],
  ).nice(8);
  const gutter = widest([String(y.domain()[1])]) + 10;
  const ends = columns
    .map(({ name, known }) => ({ name, end: nth(known, -1) }))
    .sort((a, b) => b.end.value - a.end.value);
  const nameOf = ({ name, end }: (typeof ends)[number]) => `${name} ${end.value}`;
  const right = width - widest(ends.map(nameOf), "bold") - 20;
  const scale = timeScale(nth(periods, 0), nth(periods, -1), [gutter, right]);
  const x = (period: string) => scale(middleOf(period));
  const step = (right - gutter) / periods.length;
  const path = line<Value | undefined>(
    (point) => x(point?.period ?? ""),
    (point) => y(point?.value ?? 0),
  )
    .defined(Boolean)
    .digits(1);
  const places = pushApart(
    ends.map(({ end }) => y(end.value)),
    LINE,
    [top, bottom],
  );
  const { known: own } = nth(
    columns.filter(({ name }) => name === marked),
    0,
  );
  const [first, last] = [nth(own, 0), nth(own, -1)];
  const rise = last.value - first.value;
  const riseWords = `${rise < 0 ? "−" : "+"}${Math.abs(rise)}`;
  const since = [`since ${first.period}`];
  const saidX = gutter + Math.max(widthOf(riseWords, "headline"), widest(since, "bold")) + 30;
  const isDerived = columns.some(({ known }) => known.some(({ derived }) => derived));
  const key = [
    columns.some(hasGap) ? "Dotted: no score found." : "",
    isDerived ? "Hollow: worked out from a stated change." : "",
  ].filter(Boolean);
  const keyLines = isNarrow ? key : [key.join(" ")];
  return drawingOf(
    layout,
    bottom + 28 + keyLines.length * LINE,
    <>
      <TimeAxis scale={scale} y={bottom} end={width} />
      <LevelAxis scale={y} left={gutter} right={right} />
      {[...columns]
        .sort((a, b) => Number(a.name === marked) - Number(b.name === marked))
        .map((column) => {
          const { name, values, known } = column;
          const isMarked = name === marked;
          const classes = isMarked ? ofSide(side, "line thin") : "series";
          return (
            <g class={isMarked ? undefined : "grey"}>
              {hasGap(column) && <path class={`dashed ${classes}`} d={path(known) ?? ""} />}
              <path class={classes} d={path(values) ?? ""} />
              {known
                .filter(({ derived }) => isMarked || derived)
                .map(({ period, value, derived }) =>
                  drawDot(x(period), y(value), 4, derived ? "hollow" : "solid", isMarked ? side : undefined),
                )}
            </g>
          );
        })}
      {write(
        [String(first.value)],
        x(first.period),
        y(first.value) + 22,
        `bold ${ofSide(side, "own")} middle halo`,
      )}
      {ends.map((column, i) => {
        const [from, to] = [y(column.end.value), nth(places, i)];
        return (
          <>
            <path class="lead" d={`M${x(column.end.period) + 7} ${from}H${right + 2}L${right + 12} ${to}`} />
            {write(
              [nameOf(column)],
              right + 17,
              to + 5,
              column.name === marked ? `bold ${ofSide(side, "own")}` : "second",
            )}
          </>
        );
      })}
      {headline(riseWords, since, gutter + 8, y(0) - 52, side)}
      {drawFinding(finding, saidX, y(0) - 66, right - saidX + 10).body}
      {write(keyLines, 0, bottom + 24 + LINE, "second")}
      {periods.map((period, i) => (
        <Linked
          label={`${period}: ${columns.map(({ name, values }) => `${name} ${values[i]?.value ?? "not known"}`).join(", ")}`}
          href={href}
          at={[x(period) - step / 2, top, step, bottom - top]}
        />
      ))}
    </>,
  );
}
