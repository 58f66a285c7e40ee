import { line, range, scaleLinear, sum } from "d3";
import { z } from "zod";
import { cellValue } from "../ledger/lookup.ts";
import { formatDate } from "../format/dates.ts";
import { formatNumber, listOf } from "../format/numbers.ts";
import { id, line as text } from "../yaml/fields.ts";
import { expectDefined, nth } from "../expect-defined.ts";
import { type Layout, type View, withOptions } from "./chart.ts";
import { drawLevels, drawTimes, middleOf, timeScale } from "./lib/axis.tsx";
import { type Column, highest, readSeries, type Value } from "./lib/series.ts";
import {
  drawDot,
  drawFinding,
  drawingOf,
  headline,
  keyLines,
  lineAcross,
  Linked,
  ofSide,
  pushApart,
} from "./lib/signs.tsx";
import { breakText, LINE, widest, widthOf, write } from "./lib/text.tsx";

const lineOptions = z.strictObject({
  series: id.describe("Id of the series, by years, or by quarters such as `2025 Q1` for bars."),
  marked: text,
  side: id.optional(),
});
const scoreOptions = lineOptions.extend({
  axis: text.max(40).optional().describe("What more or less of it means."),
});
const barOptions = lineOptions.extend({
  value: text.describe("How a value is written: `€{value}bn`."),
  names: z.record(z.string(), text.max(16)).default({}).describe("Shorter names of columns, by column."),
});

/** Each quarter’s share of the total of its column, one panel per column, on one scale: the most uneven first. */
export const seriesBars = withOptions(barOptions, (ledger, options, chart): View => {
  const { series: id, marked, side, value, names } = options;
  const { series, columns, href, table } = readSeries(ledger, id, chart, marked);
  const written = (number: string) => value.replace("{value}", number);
  // The last quarter is as wide as the months that are known of it.
  const months = ((Number(series.as_of.slice(5, 7)) - 1) % 3) + 1;
  const panels = columns
    .map(({ name, values, known }) => {
      const total = sum(known, ({ value }) => value);
      const peak = highest(known);
      return {
        name: names[name] ?? name,
        own: name === marked ? ofSide(side, "own") : "",
        tones: name === marked ? [ofSide(side, "solid"), ofSide(side, "second-tone")] : ["tone-1", "tone-2"],
        total: written(total.toFixed(1)),
        // In %.
        peak: (peak.value / total) * 100,
        peakIn: quarterName(peak.period),
        bars: values.map((bar, i) => {
          if (!bar) throw new Error(`series \`${id}\` has no number of ${name} in row ${i + 1}`);
          const share = (bar.value / total) * 100;
          const label = `${name}, ${quarterName(bar.period)}: ${written(formatNumber(bar.value))}, ${Math.round(share)}% of its total`;
          // In quarters.
          return { period: bar.period, share, width: i === values.length - 1 ? months / 3 : 1, label };
        }),
      };
    })
    .sort((a, b) => b.peak - a.peak);
  const own = expectDefined(
    panels.find(({ own }) => own),
    `column ${marked}`,
  );
  const above = panels.filter(({ peak }) => peak > own.peak);
  return {
    draw: (layout, finding = "") => drawPanels(panels, href, layout, finding),
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
  /** Class of the words of the column that is set off. */
  own: string;
  /** Of the highest bar and of the others. */
  tones: string[];
  total: string;
  peak: number;
  bars: { period: string; share: number; width: number; label: string }[];
}

const PANEL_GAP = 26;

function drawPanels(panels: readonly Panel[], href: string, layout: Layout, finding: string) {
  const { isNarrow } = layout;
  const perRow = isNarrow ? 2 : 3;
  const width = (layout.width - PANEL_GAP * (perRow - 1)) / perRow;
  const unit = isNarrow ? 3.1 : 4;
  // In the first column, the levels are where the finding would be.
  const isAbove = isNarrow || panels.findIndex(({ own }) => own) % perRow === 0;
  const step = width / sum(nth(panels, 0).bars, (bar) => bar.width);
  const drawPanel = (
    { name, own, tones, total, peak, bars }: Panel,
    left: number,
    y: number,
    base: number,
  ) => {
    const tops = bars.findIndex(({ share }) => share === peak);
    const words = `${Math.round(peak)}%`;
    const classes = own ? `headline ${own}` : "finding";
    const size = widthOf(words, classes);
    const peakX = left + step * (tops + 0.5);
    const wordsX = Math.min(own ? peakX - step / 2 : peakX - size / 2, left + width - size);
    const top = base - unit * peak;
    return [
      <text class={own} x={left} y={y + 14}>
        <tspan class="bold">{name}</tspan>
        <tspan class="second">{` ${total}${isNarrow ? "" : " in all"}`}</tspan>
      </text>,
      bars.map(({ period, share, width: size, label }, i) => {
        const [start, height] = [left + step * i, unit * share];
        const year = `’${period.slice(2, 4)}`;
        const box = { x: start + 0.7, y: base - height, width: step * size - 1.4, height };
        return [
          <Linked label={label} href={href} at={[start, y, step * size, base - y]} />,
          <rect class={tones[i === tops ? 0 : 1]} {...box} />,
          period.endsWith("Q1") && [
            <path class="rule-ink" d={`M${start} ${base}v5`} />,
            write(year, Math.min(start + 3, left + width - widthOf(year)), base + 17, "second"),
          ],
        ];
      }),
      lineAcross("rule-ink", base, left + width, left),
      write(words, wordsX, top - 6, classes),
      own && !isAbove && drawFinding(finding, wordsX - 8, top - 24, wordsX - 2 - left, "end").body,
    ];
  };
  const said = drawFinding(isAbove ? finding : "", 0, 17, layout.width);
  let y = isAbove ? said.bottom + 9 : 0;
  const rows = range(0, panels.length, perRow).map((first) => {
    const row = panels.slice(first, first + perRow);
    const [top, tallest] = [y, nth(row, 0).peak];
    const base = top + LINE + (row.some(({ own }) => own) ? 34 : 24) + unit * tallest;
    y = base + LINE + (isNarrow ? 12 : 24);
    const leftOf = (i: number) => i * (width + PANEL_GAP);
    return [
      range(10, tallest - 4, 10).map((level) => {
        const isTop = first === 0 && level + 10 > tallest - 4 && !isNarrow;
        const levelY = base - unit * level;
        return [
          row.map((_, i) => lineAcross("hair", levelY, leftOf(i) + width, leftOf(i))),
          write(`${level}%${isTop ? " of its total" : ""}`, 0, levelY - 4, "second halo"),
        ];
      }),
      row.map((panel, i) => drawPanel(panel, leftOf(i), top, base)),
    ];
  });
  return drawingOf(layout, y - (isNarrow ? 8 : 18), [rows, said.body]);
}

/** Yearly series as lines from zero, one of them highlighted. */
export const seriesLines = withOptions(scoreOptions, (ledger, options, chart): View => {
  const { marked } = options;
  const read = readSeries(ledger, options.series, chart, marked);
  const { series, columns, own, table } = read;
  const [first, last] = [nth(own.known, 0), nth(own.known, -1)];
  const peers = columns.flatMap(({ name, known }) => {
    const score = known.find(({ period }) => period === last.period)?.value;
    return name === marked ? [] : [{ name, score }];
  });
  const below = peers.filter(({ score = Infinity }) => score < last.value);
  return {
    draw: (layout, finding = "") => drawLines(read, options, layout, finding),
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
  { series, columns, own, href }: ReturnType<typeof readSeries>,
  { side, axis = "" }: z.infer<typeof scoreOptions>,
  layout: Layout,
  finding: string,
) {
  const { width, isNarrow } = layout;
  const [top, bottom] = [12, isNarrow ? 410 : 400];
  const values = columns.flatMap(({ known }) => known);
  const y = scaleLinear([0, highest(values).value], [bottom, top]).nice(8);
  const gutter = widest([String(y.domain()[1])]) + 10;
  const ends = columns
    .map(({ name, known }) => ({ name, ...nth(known, -1), words: `${name} ${nth(known, -1).value}` }))
    .sort((a, b) => b.value - a.value);
  const places = pushApart(
    ends.map(({ value }) => y(value)),
    LINE,
    [top, bottom],
  );
  const right =
    width -
    widest(
      ends.map(({ words }) => words),
      "bold",
    ) -
    20;
  const periods = series.rows.map(([period]) => String(cellValue(period)));
  const scale = timeScale(nth(periods, 0), nth(periods, -1), [gutter, right]);
  const x = (period: string) => scale(middleOf(period));
  const step = (right - gutter) / periods.length;
  const path = line<Value | undefined>(
    (point) => x(point?.period ?? ""),
    (point) => y(point?.value ?? 0),
  )
    .defined(Boolean)
    .digits(1);
  const [first, last] = [nth(own.known, 0), nth(own.known, -1)];
  const rise = last.value - first.value;
  const riseWords = `${rise < 0 ? "−" : "+"}${Math.abs(rise)}`;
  const since = [`since ${first.period}`];
  const saidX = gutter + Math.max(widthOf(riseWords, "headline"), widest(since, "bold")) + 30;
  const saidLines = breakText(finding, right - saidX + 10, "finding").length;
  const key = keyLines(
    layout,
    ...(columns.some(hasGap) ? ["Dotted: no score found."] : []),
    ...(values.some(({ derived }) => derived) ? ["Hollow: worked out from a stated change."] : []),
  );
  return drawingOf(layout, bottom + 28 + key.length * LINE, [
    drawTimes(scale, bottom, width),
    drawLevels(y, gutter, right),
    [...columns.filter((column) => column !== own), own].map((column) => {
      const isOwn = column === own;
      const classes = isOwn ? ofSide(side, "line thin") : "series";
      return (
        <g class={isOwn ? "" : "grey"}>
          {hasGap(column) && <path class={`dashed ${classes}`} d={path(column.known) ?? ""} />}
          <path class={classes} d={path(column.values) ?? ""} />
          {column.known
            .filter(({ derived }) => isOwn || derived)
            .map(({ period, value, derived }) =>
              drawDot(x(period), y(value), 4, derived ? "hollow" : "solid", isOwn ? side : undefined),
            )}
        </g>
      );
    }),
    write(String(first.value), x(first.period) - 8, y(first.value) + 5, ofSide(side, "bold own end halo")),
    write(axis, gutter + 4, 14, "second halo"),
    ends.map(({ name, period, value, words }, i) => {
      const at = nth(places, i);
      return [
        <path class="lead" d={`M${x(period) + 7} ${y(value)}H${right + 2}L${right + 12} ${at}`} />,
        write(words, right + 17, at + 5, name === own.name ? ofSide(side, "bold own") : "second"),
      ];
    }),
    headline(riseWords, since, gutter + 8, y(0) - 52, side),
    drawFinding(finding, saidX, Math.min(y(0) - 66, y(0) + 8 - saidLines * 21), right - saidX + 10).body,
    write(key, 0, bottom + 24 + LINE, "second"),
    periods.map((period, i) => {
      const said = columns.map(({ name, values }) => `${name} ${values[i]?.value ?? "not known"}`);
      const at = [x(period) - step / 2, top, step, bottom - top] as const;
      return <Linked label={`${period}: ${said.join(", ")}`} href={href} at={at} />;
    }),
  ]);
}
