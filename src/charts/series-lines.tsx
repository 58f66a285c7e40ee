import { line, pairs, scaleLinear, scaleUtc } from "d3";
import { z } from "zod";
import { cellValue, getRow } from "../ledger/lookup.ts";
import { formatDate, formatDays, formatShortDate, formatSpan, middleOf, periodOf } from "../format/dates.ts";
import type { Event } from "../ledger/ledger.ts";
import { day, id, line as text, partialDate } from "../yaml/fields.ts";
import { listOf } from "../format/numbers.ts";
import { nth } from "../expect-defined.ts";
import { hrefs } from "../routes.ts";
import { type Layout, sourcesOf, type View, withOptions } from "./chart.ts";
import {
  type Column,
  figureSpec,
  highest,
  readFigure,
  readSeries,
  seriesOptions,
  type Value,
} from "./lib/series.ts";
import { drawDot, drawingOf, drawSaid, lineAcross, Linked, ofSide, pushApart } from "./lib/signs.tsx";
import { blockOf, breakEvenly, breakText, LINE, widest, write } from "./lib/text.tsx";

const lineOptions = seriesOptions.extend({
  axis: text.max(46).optional().describe("What more or less of it means."),
  poll: z
    .strictObject({
      from: partialDate.describe("The first wave that is drawn. The table has all."),
      ...{ event: id, label: text.max(28) },
      parts: z
        .array(figureSpec.extend({ from: day, to: day }))
        .min(1)
        .describe("What those said who were asked on some days of the first wave after the event."),
    })
    .optional()
    .describe(
      "For the waves of a poll, in %: they are drawn alone, with an event among them and the parts of the wave after it.",
    ),
});
export const seriesLines = withOptions(lineOptions, (ledger, options, chart): View => {
  const { marked, poll } = options;
  const read = readSeries(ledger, options.series, chart, marked);
  const { series, columns, own, table } = read;
  const { known } = own;
  const [first, last, peak] = [nth(known, 0), nth(known, -1), highest(known)];
  const rise = last.value - first.value;
  const peers = columns.flatMap(({ name, known }) => {
    const score = known.find(({ period }) => period === last.period)?.value;
    return name === marked ? [] : [{ name, score }];
  });
  const below = peers.filter(({ score = Infinity }) => score < last.value);
  const event = poll && getRow(ledger, "events", poll.event);
  const waves = known.filter(({ period }) => period >= (poll?.from ?? ""));
  const after = waves.findIndex(({ period }) => event && period > event.date);
  const parts = (poll?.parts ?? []).map((part) => ({ ...part, value: readFigure(ledger, part).value }));
  const drawn = poll ? { ...own, values: waves, known: waves } : own;
  const scene: Scene = {
    ...{ ...options, ...read, event, parts, after, own: drawn },
    columns: poll ? [drawn] : columns,
    periods: poll ? waves.map(({ period }) => period) : series.rows.map(([cell]) => String(cellValue(cell))),
    number: poll ? "" : `${rise < 0 ? "−" : "+"}${Math.abs(rise)}`,
  };
  return {
    draw: (layout, finding = "") => drawLines(scene, layout, finding),
    table,
    values: {
      first: String(first.value),
      last: String(last.value),
      firstIn: formatDate(first.period),
      lastIn: formatDate(last.period),
      ...{ peak: String(peak.value), peakIn: formatDate(peak.period) },
      rise,
      higher: peers.filter(({ score = -Infinity }) => score > last.value).length,
      lower: below.length,
      below: below.map(({ name, score }) => `${name} with ${score}`).join(", "),
      peers: peers.length,
      ...(poll && {
        before: String(nth(waves, after - 1).value),
        parts: listOf(parts.map(({ from, to, value }) => `${value}% on ${formatSpan(from, to)}`)),
        early: String(nth(parts, 0).value),
        after: String(nth(waves, after).value),
      }),
    },
    sources: sourcesOf(series, ...(event ? [event] : [])),
  };
});

type Scene = ReturnType<typeof readSeries> &
  Omit<z.infer<typeof lineOptions>, "series"> & {
    event: Event | undefined;
    parts: { from: string; to: string; value: number }[];
    after: number;
    periods: string[];
    number: string;
  };

/** With a hole where a number is missing; none before the first and after the last. */
function withHoles({ values, known }: Column) {
  return values.slice(values.indexOf(known[0]), values.lastIndexOf(nth(known, -1)) + 1);
}

const YEAR_PX = 44;

const hasHole = (column: Column) => withHoles(column).includes(undefined);

function drawPeriods(periods: readonly string[], xOf: (period: string) => number, y: number) {
  const shown: number[] = [];
  return [periods[0], periods.at(-1), ...periods].map((period = "") => {
    const x = xOf(period);
    if (shown.some((other) => Math.abs(other - x) < YEAR_PX)) return [];
    shown.push(x);
    return [<path class="hair" d={`M${x} ${y}v7`} />, write(formatDays(period), x, y + 19, "second middle")];
  });
}

function drawLines(scene: Scene, layout: Layout, finding: string) {
  const { columns, own, href, side, axis = "", poll, event, parts, after, periods, number } = scene;
  const { width, isNarrow } = layout;
  const [top, bottom] = [poll ? 108 : 34, isNarrow ? 400 : 380];
  const values = columns.flatMap(({ known }) => known);
  const unit = poll ? "%" : "";
  const y = scaleLinear([0, Math.max(...[...values, ...parts].map(({ value }) => value))], [bottom, top]);
  const gutter = widest([`10${unit}`]) + 9;
  const ends = columns
    .map(({ name, known }) => ({ name, ...nth(known, -1) }))
    .sort((a, b) => b.value - a.value)
    .map((end) => ({ ...end, words: poll ? String(end.value) : `${end.name} ${end.value}` }));
  const places = pushApart(
    ends.map(({ value }) => y(value)),
    LINE,
    [top, bottom],
  );
  const endsWidth = widest(
    ends.map(({ words }) => words),
    "bold",
  );
  const left = poll ? gutter : gutter + 5;
  const right = width - endsWidth - (poll ? 17 : 6);
  const [start] = periodOf(nth(periods, 0));
  const scale = scaleUtc([start, periodOf(nth(periods, -1))[1]], [left, right]);
  const x = (period: string) => scale(middleOf(period));
  const path = line<Value | undefined>(
    (point) => x(point?.period ?? ""),
    (point) => y(point?.value ?? 0),
  )
    .defined(Boolean)
    .digits(1);
  const classOf = (name: string) => (name === own.name ? ofSide(side, "bold own") : "second");
  const middles = pairs(periods.map(x), (a, b) => (a + b) / 2);

  const room = poll ? 230 : right - left;
  const said = drawSaid(number, finding, room, side);
  const whole = own.known[after];
  const marks = parts.map(({ from, to, value }, i) => {
    const at: [number, number] = [scale((middleOf(from) + middleOf(to)) / 2), y(value)];
    const [x, valueY] = at;
    const words = blockOf([
      i === 0 ? [`${value}%`, ofSide(side, "finding own")] : [String(value), "bold"],
      [formatDays(from, to), "second"],
    ]);
    const isAbove = value > (whole?.value ?? 0);
    // The first beside it, as the line comes from above.
    const label =
      i === 0
        ? words.draw(x - 9, valueY + 6, "end halo")
        : isAbove
          ? words.draw(x, valueY - 28, "middle halo")
          : words.draw(x - 5, valueY + 22, "halo");
    return { at, label };
  });
  const eventX = event && scale(middleOf(event.date));
  const key = breakText(
    [
      columns.some(hasHole) ? "Dotted: a number is missing." : "",
      own.known.some(({ derived }) => derived) ? "Hollow: worked out, not read." : "",
      whole ? `Hollow: parts of the poll of ${formatDate(whole.period)}, which gave ${whole.value}%.` : "",
    ].join(" "),
    width,
  );
  return drawingOf(layout, bottom + 28 + key.length * LINE, [
    drawPeriods(periods, x, bottom),
    y
      .ticks(4)
      .map((value, i, { length }) => [
        lineAcross(i === 0 ? "rule-ink" : "hair", y(value), right, gutter),
        write(`${value}${i === length - 1 ? unit : ""}`, gutter - 7, y(value) + 5, "second end"),
      ]),
    [...columns.filter((column) => column !== own), own].map((column) => {
      const isOwn = column === own;
      const classes = isOwn ? ofSide(side, "line thin") : "series";
      return (
        <g class={isOwn ? "" : "grey"}>
          {hasHole(column) && <path class={`dashed ${classes}`} d={path(column.known) ?? ""} />}
          <path class={classes} d={path(withHoles(column)) ?? ""} />
          {isOwn &&
            own.known.map(({ period, value, derived }) =>
              drawDot(x(period), y(value), 4, derived ? "hollow" : "solid", side),
            )}
        </g>
      );
    }),
    write(axis, 0, 14, "second"),
    // Of the starts only that of the line that is set off, below it.
    !poll &&
      write(
        `${own.name} ${own.known[0]?.value}`,
        left - 4,
        y(nth(own.known, 0).value) + 28,
        ofSide(side, "bold own halo"),
      ),
    ends.map(({ name, period, words }, i) =>
      write(words, poll ? x(period) + 9 : right + 6, nth(places, i) + 5, classOf(name)),
    ),
    poll && [
      own.known
        .slice(0, after)
        .map(({ value, period }) => write(String(value), x(period), y(value) - 12, "bold middle halo")),
      <path
        class={ofSide(side, "dashed series")}
        d={
          line().digits(1)([
            ...own.known
              .slice(after - 1, after)
              .map(({ period, value }): [number, number] => [x(period), y(value)]),
            ...marks.map(({ at }) => at),
          ]) ?? ""
        }
      />,
      marks.map(({ at, label }) => [drawDot(...at, 4, "hollow", side), label]),
    ],
    poll
      ? said.draw(right, Math.max(...marks.map(({ at: [, y] }) => y)) + 60, "end halo")
      : said.draw(left, bottom - said.height + 26),
    event && eventX && (
      <Linked
        label={`${formatSpan(event.date, event.end)}: ${event.title}`}
        href={hrefs.event(event.id)}
        at={[eventX - 170, LINE, 174, top - LINE]}
      >
        <path class="moment" d={`M${eventX} ${LINE + 3}V${y(whole?.value ?? 0) + 18}`} />
        {write(
          breakEvenly(`${poll?.label}, ${formatShortDate(event.date)}`, eventX - 10),
          eventX - 6,
          14 + LINE,
          "end halo",
        )}
      </Linked>
    ),
    write(key, 0, bottom + 24 + LINE, "second"),
    periods.map((period, i) => {
      const said = columns.map(({ name, values }) => `${name} ${values[i]?.value ?? "no number"}${unit}`);
      const [start, end] = [middles[i - 1] ?? x(period) - 8, middles[i] ?? x(period) + 8];
      const at = [start, top, end - start, bottom - top] as const;
      return <Linked label={`${formatDate(period)}: ${said.join(", ")}`} href={href} at={at} />;
    }),
  ]);
}
