import { extent, forceCollide, forceSimulation, forceY, line, scaleLinear } from "d3";
import { z } from "zod";
import { id, line as text } from "../ledger/fields.ts";
import { get } from "../ledger/lookup.ts";
import { itemAt } from "../required.ts";
import { LevelAxis, middleOf, TimeAxis, timeScale } from "./lib/axis.tsx";
import { keyOf, type Layout, px, type View, withOptions } from "./chart.ts";
import { drawingOf, HitArea, ringAt } from "./lib/marks.tsx";
import { type Column, columnOf, columnsOf, receiptsOfChart, seriesTable } from "./lib/series.ts";
import { LINE, textLines, widest } from "./lib/text.tsx";

const lineOptions = z.strictObject({
  series: id.describe("Id of the series, by years."),
  marked: text.describe("Its column that is set off."),
});

/** Yearly series as lines, one of them highlighted. */
export const seriesLines = withOptions(lineOptions, (ledger, { series: id, marked }, chart): View => {
  const series = get(ledger, "series", id);
  const columns = columnsOf(series);
  const { known } = columnOf(series, marked);
  const [first, last] = [itemAt(known, 0), itemAt(known, -1)];
  const peers = columns.flatMap(({ name, known }) => {
    const score = known.find(({ period }) => period === last.period)?.value;
    return name === marked ? [] : [{ name, score }];
  });
  const below = peers.filter(({ score = Infinity }) => score < last.value);
  const higher = peers.filter(({ score = -Infinity }) => score > last.value);
  return {
    key: keyOf({
      gap: columns.some(hasGap) && "score not found",
      ring:
        columns.some(({ known }) => known.some(({ derived }) => derived)) &&
        "worked out from a stated change",
    }),
    draw: (layout) => draw(columns, marked, receiptsOfChart(chart), layout),
    table: seriesTable(series),
    values: {
      first: String(first.value),
      last: String(last.value),
      firstYear: first.period,
      lastYear: last.period,
      rise: last.value - first.value,
      higher: higher.length,
      lower: below.length,
      below: below.map(({ name, score }) => `${name} with ${score}`).join(", "),
      peers: peers.length,
    },
    sources: series.sources,
  };
});

function hasGap({ values }: Column): boolean {
  return /1 (0 )+1/.test(values.map(({ value }) => (value === null ? 0 : 1)).join(" "));
}

function draw(columns: readonly Column[], marked: string, href: string, layout: Layout) {
  const { width } = layout;
  const top = 12;
  const bottom = top + (layout.isNarrow ? 300 : 340);
  const values = columns.flatMap(({ known }) => known.map(({ value }) => value));
  const y = scaleLinear(extent(values) as [number, number], [bottom, top]).nice(4);
  const periods = itemAt(columns, 0).values.map(({ period }) => period);
  const gutter = widest([String(y.domain()[1])]) + 10;
  const names = columns.map(({ name, known }) => `${name} ${itemAt(known, -1).value}`);
  const right = width - Math.min(width * 0.42, widest(names, "bold") + 24);
  const scale = timeScale(itemAt(periods, 0), itemAt(periods, -1), [gutter, right]);
  const x = (period: string) => scale(middleOf(period));
  const step = (right - gutter) / periods.length;
  const ends = columns.map(({ known }) => {
    const { period, value } = itemAt(known, -1);
    return { x: px(x(period) + 6), y: px(y(value)) };
  });
  const labels = moveApart(ends.map(({ y }) => y));
  return drawingOf(
    layout,
    bottom + 26,
    <>
      <TimeAxis scale={scale} y={bottom} end={width} />
      <LevelAxis scale={y} left={gutter} right={right} />
      {[...columns]
        .sort((a, b) => Number(a.name === marked) - Number(b.name === marked))
        .map((column) => drawLine(column, column.name === marked, x, y))}
      {columns.map(({ name }, i) => {
        const [end, label] = [itemAt(ends, i), px(itemAt(labels, i))];
        return (
          <g>
            <path class="lead" d={`M${end.x} ${end.y}H${px(right)}L${px(right + 14)} ${label}`} />
            {textLines([itemAt(names, i)], right + 18, label + 5, name === marked ? "bold accent" : "second")}
          </g>
        );
      })}
      {periods.map((period, i) => (
        <HitArea
          {...{ x: x(period) - step / 2, y: top, width: step, height: bottom - top }}
          label={`${period}: ${columns.map(({ name, values }) => `${name} ${values[i]?.value ?? "not known"}`).join(", ")}`}
          href={href}
        />
      ))}
    </>,
  );
}

/** Middles of labels that do not overlap, each near its wish, px. */
function moveApart(wishes: readonly number[]): number[] {
  const labels = wishes.map((wish) => ({ wish, fx: 0, x: 0, y: wish }));
  forceSimulation(labels)
    .force(
      "wish",
      forceY<(typeof labels)[0]>(({ wish }) => wish),
    )
    .force("apart", forceCollide(LINE / 2).iterations(20))
    .stop()
    .tick(300);
  return labels.map(({ y }) => y);
}

/** Solid between consecutive numbers, dashed over gaps; dots on the highlighted line only. */
function drawLine(
  column: Column,
  isMarked: boolean,
  x: (period: string) => number,
  y: (value: number) => number,
) {
  const { values, known } = column;
  const look = isMarked ? " marked" : "";
  const path = line<Column["values"][0]>(
    ({ period }) => x(period),
    ({ value }) => y(value ?? 0),
  )
    .defined(({ value }) => value !== null)
    .digits(1);
  const derived = known.filter((cell) => cell.derived);
  const [first] = known;
  return (
    <g>
      {hasGap(column) && <path class={`series dashed${look}`} d={path(known) ?? ""} />}
      <path class={`series${look}`} d={path(values) ?? ""} />
      {isMarked && first && (
        <>
          {textLines([String(first.value)], x(first.period), y(first.value) - 12, "bold accent middle")}
          <path
            class="dots marked"
            d={known.map(({ period, value }) => `M${px(x(period))} ${px(y(value))}h0`).join("")}
          />
        </>
      )}
      {derived.length > 0 && (
        <path class="ring" d={derived.map(({ period, value }) => ringAt(x(period), y(value))).join("")} />
      )}
    </g>
  );
}
