import { extent, line, pairs, scaleLinear, scaleUtc } from "d3";
import { z } from "zod";
import { cellValue, getRow } from "../ledger/lookup.ts";
import { formatDate, formatShortDate, middleOf, periodOf, timeOf } from "../format/dates.ts";
import type { Event } from "../ledger/ledger.ts";
import { day, id, line as text, partialDate } from "../yaml/fields.ts";
import { nth } from "../expect-defined.ts";
import { hrefs } from "../routes.ts";
import { type Layout, sourcesOf, type View, withOptions } from "./chart.ts";
import { type Column, highest, readSeries, seriesOptions, type Value } from "./lib/series.ts";
import {
  drawBracket,
  drawDot,
  drawingOf,
  drawSaid,
  lineAcross,
  Linked,
  ofSide,
  pushApart,
} from "./lib/signs.tsx";
import { breakEvenly, breakText, LINE, widest, write } from "./lib/text.tsx";

const lineOptions = seriesOptions.extend({
  axis: text.max(46).optional().describe("What more or less of it means."),
  poll: z
    .strictObject({
      from: partialDate.describe("The first wave of those that the finding is about, to the last."),
      ...{ event: id, label: text.max(28) },
      start: z
        .strictObject({ date: day, label: text.max(12) })
        .optional()
        .describe("A day that the reader knows, near the first waves."),
    })
    .optional()
    .describe("For the waves of a poll, in %: they are drawn alone, with an event among them."),
});
/** A series as lines from zero, one of them highlighted; or a poll. */
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
  const stable = poll ? known.filter(({ period }) => period >= poll.from) : [];
  const [low = 0, high = 0] = extent(stable, ({ value }) => value);
  const after = known.findIndex(({ period }) => event && period > event.date);
  const scene: Scene = {
    ...{ ...options, ...read, event, stable },
    columns: poll ? [own] : columns,
    number: poll ? `${low}–${high}%` : `${rise < 0 ? "−" : "+"}${Math.abs(rise)}`,
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
        ...{ low: String(low), high: String(high), spread: high - low },
        since: formatDate(nth(stable, 0).period),
        before: String(nth(known, after - 1).value),
        after: String(nth(known, after).value),
      }),
    },
    sources: sourcesOf(series, ...(event ? [event] : [])),
  };
});

type Scene = ReturnType<typeof readSeries> &
  Omit<z.infer<typeof lineOptions>, "series"> & { event: Event | undefined; stable: Value[]; number: string };

/** With a hole where a number is missing, or where none is known for a year; none before the first and after the last. */
function withHoles({ values, known }: Column): (Value | undefined)[] {
  const within = values.slice(values.indexOf(known[0]), values.lastIndexOf(nth(known, -1)) + 1);
  return within.flatMap((value, i) => (isLate(value, within[i - 1]) ? [undefined, value] : [value]));
}

/** For the label of a year, px. */
const YEAR_PX = 44;
const YEAR_MS = 31_557_600_000;

const hasHole = (column: Column) => withHoles(column).includes(undefined);

/** Whether there is more than a year between two numbers. */
function isLate(value: Value | undefined, before: Value | undefined): boolean {
  return Boolean(value && before && middleOf(value.period) - middleOf(before.period) > YEAR_MS * 1.1);
}

/** The first number of a poll, its turns, and those after a year without one. */
function isTurn(wave: Value, before: Value | undefined, after: Value): boolean {
  const { value } = wave;
  if (!before || isLate(wave, before)) return true;
  return (value - before.value) * (value - after.value) > 0;
}

/** Draws the first year, the last and those between them that have room: below their points, or after their starts. */
function drawYears(years: readonly string[], xOf: (year: string) => number, y: number, isMiddle: boolean) {
  const shown: number[] = [];
  return [years[0], years.at(-1), ...years].map((year = "") => {
    const x = xOf(year);
    if (shown.some((other) => Math.abs(other - x) < YEAR_PX)) return [];
    shown.push(x);
    const words = isMiddle ? write(year, x, y + 19, "second middle") : write(year, x + 4, y + 16, "second");
    return [<path class="hair" d={`M${x} ${y}v7`} />, words];
  });
}

function drawLines(scene: Scene, layout: Layout, finding: string) {
  const { series, columns, own, href, side, axis = "", poll, event, stable, number } = scene;
  const { width, isNarrow } = layout;
  const [top, bottom] = [poll ? 58 : 34, isNarrow ? 400 : 380];
  const values = columns.flatMap(({ known }) => known);
  const unit = poll ? "%" : "";
  const y = scaleLinear([0, poll ? 100 : highest(values).value], [bottom, top]);
  const gutter = widest([`${poll ? 100 : 10}${unit}`]) + 9;
  const ends = columns
    .map(({ name, known }) => ({ name, ...nth(known, -1) }))
    .sort((a, b) => b.value - a.value)
    .map(({ name, value, period }) => ({
      name,
      value,
      period,
      words: poll ? String(value) : `${name} ${value}`,
    }));
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
  const periods = series.rows.map(([period]) => String(cellValue(period)));
  const [start] = periodOf(nth(periods, 0).slice(0, 4));
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

  const turns = own.known.flatMap((wave, i) => {
    const [before, after] = [own.known[i - 1], own.known[i + 1]];
    if (!poll || !after || stable.includes(wave) || !isTurn(wave, before, after)) return [];
    return { value: wave.value, x: x(wave.period), y: y(wave.value) + (wave.value < after.value ? 21 : -10) };
  });
  const [from, to] = [stable[0], stable.at(-1)].map((wave) => (wave ? x(wave.period) : left)) as [
    number,
    number,
  ];
  const under = y(Math.min(...stable.map(({ value }) => value))) + 16;
  const room = poll ? 230 : right - left;
  const said = drawSaid(number, finding, room, side);
  const low = Math.max(under, ...turns.filter(({ x }) => x > to - said.width - 12).map(({ y }) => y));
  const startX = scale(middleOf(poll?.start?.date ?? nth(periods, 0)));
  const eventX = event && scale(middleOf(event.date));
  const key = breakText(
    [
      columns.some(hasHole) ? `Dotted: no ${poll ? "poll shown" : "score found"}.` : "",
      own.known.some(({ derived }) => derived) ? "Hollow: worked out from a stated change." : "",
      poll ? `Last found: ${formatDate(nth(own.known, -1).period)}.` : "",
    ].join(" "),
    width,
  );
  return drawingOf(layout, bottom + 28 + key.length * LINE, [
    poll
      ? drawYears(
          [...new Set(periods.map((wave) => wave.slice(0, 4)))],
          (year) => scale(timeOf(year)),
          bottom,
          false,
        )
      : drawYears(periods, x, bottom, true),
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
    turns.map(({ value, x, y }) => write(String(value), x, y, "bold middle halo")),
    poll
      ? [drawBracket(from - 5, to + 5, under, -6), said.draw(to + 5, low + 38, "end halo")]
      : said.draw(left, bottom - said.height + 26),
    poll?.start && [
      <path class="moment" d={`M${startX} ${bottom - 48}V${bottom}`} />,
      write([formatShortDate(poll.start.date), poll.start.label], startX + 8, bottom - 30, "halo"),
    ],
    event && eventX && (
      <Linked
        label={`${formatDate(event.date)}: ${event.title}`}
        href={hrefs.event(event.id)}
        at={[eventX - 170, LINE, 174, top - LINE]}
      >
        <path class="moment" d={`M${eventX} ${LINE + 3}V${under - 36}`} />
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
      const said = columns.map(({ name, values }) => `${name} ${values[i]?.value ?? "not known"}${unit}`);
      const [start, end] = [middles[i - 1] ?? x(period) - 8, middles[i] ?? x(period) + 8];
      const at = [start, top, end - start, bottom - top] as const;
      return <Linked label={`${formatDate(period)}: ${said.join(", ")}`} href={href} at={at} />;
    }),
  ]);
}
