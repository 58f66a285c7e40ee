import { range, sum } from "d3";
import { z } from "zod";
import { formatDate, formatSpan } from "../format/dates.ts";
import { formatNumber, listOf } from "../format/numbers.ts";
import { line as text } from "../yaml/fields.ts";
import { nth } from "../expect-defined.ts";
import { type Layout, type View, withOptions } from "./chart.ts";
import { highest, readSeries, seriesOptions } from "./lib/series.ts";
import { drawFinding, drawingOf, lineAcross, Linked, ofSide } from "./lib/signs.tsx";
import { breakEvenly, LINE, widthOf, write } from "./lib/text.tsx";

const barOptions = seriesOptions.extend({
  value: text.describe("How a value is written: `€{value}bn`."),
  names: z.record(z.string(), text.max(16)).default({}).describe("Shorter names of columns, by column."),
});

type Panel = ReturnType<typeof readPanels>[number];

/** `2025 Q1` → "Q1 2025". */
const quarterName = (period: string) => period.split(" ").reverse().join(" ");

function readPanels(
  { series, columns }: ReturnType<typeof readSeries>,
  { marked, side, value, names }: z.infer<typeof barOptions>,
) {
  const written = (number: string) => value.replace("{value}", number);
  // The last bar is as wide as the months that are known.
  const [year = "", month = ""] = series.as_of.split("-");
  const isOpen = columns[0]?.known.at(-1)?.period === `${year} Q${Math.ceil(Number(month) / 3)}`;
  const months = isOpen ? ((Number(month) - 1) % 3) + 1 : 3;
  const start = `${year}-${String(Number(month) - months + 1).padStart(2, "0")}`;
  const part = months < 3 ? formatSpan(start, `${year}-${month}`) : "";
  return columns
    .map(({ name, values, known }) => {
      const isOwn = name === marked;
      const total = sum(known, ({ value }) => value);
      const peak = highest(known);
      return {
        name: names[name] ?? name,
        own: isOwn ? ofSide(side, "own") : "",
        tones: isOwn ? [ofSide(side, "solid"), ofSide(side, "second-tone")] : ["tone-1", "tone-2"],
        total: written(total.toFixed(1)),
        peak: (peak.value / total) * 100,
        peakIn: quarterName(peak.period),
        bars: values.map((bar, i) => {
          if (!bar) throw new Error(`series \`${series.id}\` has no number of ${name} in row ${i + 1}`);
          const share = (bar.value / total) * 100;
          const label = `${name}, ${quarterName(bar.period)}: ${written(formatNumber(bar.value))}, ${Math.round(share)}% of its total`;
          return { period: bar.period, share, width: i === values.length - 1 ? months / 3 : 1, label };
        }),
        part,
      };
    })
    .sort((a, b) => b.peak - a.peak);
}

export const seriesBars = withOptions(barOptions, (ledger, options, chart): View => {
  const read = readSeries(ledger, options.series, chart, options.marked);
  const { series, href, table } = read;
  const panels = readPanels(read, options);
  const marked = panels.findIndex(({ own }) => own);
  const own = nth(panels, marked);
  const above = panels.slice(0, marked);
  return {
    draw: (layout, finding = "") => drawPanels(panels, own, href, layout, finding),
    table,
    values: {
      share: String(Math.round(own.peak)),
      all: own.total,
      peak: own.peakIn,
      above: listOf(above.map(({ name }) => name)) || "none",
      aboveCount: above.length,
      donors: panels.length,
      last: nth(panels, -1).name,
      lowest: Math.round(nth(panels, -1).peak),
      shares: panels.map(({ name, peak }) => `${name} ${Math.round(peak)}%`).join(", "),
      asOf: formatDate(series.as_of),
    },
    sources: series.sources,
  };
});

const PANEL_GAP = 26;

function drawPanels(panels: readonly Panel[], own: Panel, href: string, layout: Layout, finding: string) {
  const { isNarrow } = layout;
  const perRow = isNarrow ? 2 : 3;
  const width = (layout.width - PANEL_GAP * (perRow - 1)) / perRow;
  const unit = isNarrow ? 2.9 : 4;
  const step = width / sum(own.bars, (bar) => bar.width);
  const wordsOf = ({ peak }: Panel) => `${Math.round(peak)}%`;
  const startOf = ({ bars, peak }: Panel) => step * bars.findIndex(({ share }) => share === peak);
  const drawPanel = (panel: Panel, left: number, y: number, base: number) => {
    const { name, own: color, tones, total, peak, bars } = panel;
    const [words, classes] = [wordsOf(panel), `finding ${color}`];
    const size = widthOf(words, classes);
    const peakX = left + startOf(panel);
    const wordsX = Math.min(peakX + (step - size) / 2, left + width - size);
    return [
      <text class={color} x={left} y={y + 14}>
        <tspan class="bold">{name}</tspan>
        <tspan class="second">{` ${total}${isNarrow ? "" : " in all"}`}</tspan>
      </text>,
      bars.map(({ period, share, width: size, label }, i) => {
        const [start, height] = [left + step * i, unit * share];
        const year = `’${period.slice(2, 4)}`;
        const box = { x: start + 0.7, y: base - height, width: Math.max(step * size - 1.4, 2), height };
        return [
          <Linked label={label} href={href} at={[start, y, step * size, base - y]} />,
          <rect class={tones[share === peak ? 0 : 1]} {...box} />,
          period.endsWith("Q1") && [
            <path class="rule-ink" d={`M${start} ${base}v5`} />,
            write(year, Math.min(start + 3, left + width - widthOf(year)), base + 18, "second"),
          ],
        ];
      }),
      lineAcross("rule-ink", base, left + width, left),
      write(words, wordsX, base - unit * peak - 6, classes),
    ];
  };
  const said = drawFinding(finding, 0, 17, layout.width);
  const key = breakEvenly(
    `Each bar: one quarter’s share of the total beside the name.${own.part && ` Thin bar: ${own.part} alone.`}`,
    layout.width,
  );
  let y = said.bottom + 6 + key.length * LINE + (isNarrow ? 4 : 12);
  const rows = range(0, panels.length, perRow).map((first) => {
    const row = panels.slice(first, first + perRow);
    const [top, tallest] = [y, nth(row, 0).peak];
    const base = top + LINE + 24 + unit * tallest;
    y = base + LINE + (isNarrow ? 12 : 24);
    const leftOf = (i: number) => i * (width + PANEL_GAP);
    return [
      range(10, tallest - 4, 10).map((level) => {
        const levelY = base - unit * level;
        return [
          row.map((_, i) => lineAcross("hair", levelY, leftOf(i) + width, leftOf(i))),
          write(`${level}%`, 0, levelY - 4, "second halo"),
        ];
      }),
      row.map((panel, i) => drawPanel(panel, leftOf(i), top, base)),
    ];
  });
  return drawingOf(layout, y - (isNarrow ? 8 : 20), [
    said.body,
    write(key, 0, said.bottom + 18, "second"),
    rows,
  ]);
}
