import { scaleLinear } from "d3";
import type { VNode } from "preact";
import { z } from "zod";
import { formatDate, formatDays, formatSpan } from "../i18n/dates.ts";
import { day, id, line, partialDate } from "../ledger/fields.ts";
import { get, getFigure } from "../ledger/lookup.ts";
import { itemAt, required } from "../required.ts";
import { routes } from "../site.ts";
import { middleOf, periodOf, TimeAxis, timeScale, timeTicks } from "./lib/axis.tsx";
import { keyOf, type Layout, px } from "./lib/drawing.ts";
import { drawingOf, HitArea, lineAcross, Mark } from "./lib/marks.tsx";
import { knownOf, receiptsOfChart, seriesColumn, seriesTable } from "./lib/series.ts";
import { breakText, LINE, textLines, widest } from "./lib/text.tsx";
import { sourcesOf, type View, withOptions } from "./view.ts";

/** The first and the last day on which people were asked. */
const fieldwork = z.tuple([day, day]);

const pollOptions = z.strictObject({
  /** Id of the series, its column, and the chart whose page has the receipts. */
  series: id,
  column: line,
  chart: id,
  /** The first wave drawn, later on a phone; the table has every wave. */
  from: partialDate,
  narrow_from: partialDate,
  to: partialDate,
  /** When people were asked, by wave, where that is known. */
  fieldwork: z.record(z.string(), fieldwork).default({}),
  /** A wave that hides a change: its parts, figures of an event. */
  split: z.strictObject({
    wave: partialDate,
    event: id,
    parts: z.array(z.strictObject({ figure: id, days: fieldwork })).min(2),
  }),
  /** Events that the polls are read against; the split follows the last of them. */
  moments: z.array(z.strictObject({ event: id, label: line.max(40) })).default([]),
});

interface Wave {
  name: string;
  value: number;
  /** Milliseconds. */
  start: number;
  end: number;
  days: string;
  /** The same without the year. */
  short: string;
  kind: "bar" | "dot" | "part";
  large: boolean;
}

interface Moment {
  id: string;
  date: string;
  label: string;
  says: string;
  href: string;
}

interface Poll {
  waves: Wave[];
  whole: Wave;
  moments: Moment[];
  href: string;
}

/** The waves of a poll, each as long as people were asked, with the parts of one that hides a change. */
export const pollWaves = withOptions(pollOptions, (ledger, options): View => {
  const series = get(ledger, "series", options.series);
  const known = knownOf(seriesColumn(series, options.column));
  const event = get(ledger, "events", options.split.event);
  const waveOf = (
    name: string,
    value: number,
    large: boolean,
    days = options.fieldwork[name],
    kind: Wave["kind"] = days ? "bar" : "dot",
  ): Wave => {
    const middle = days ? 0 : middleOf(name);
    return {
      name,
      value,
      start: days ? periodOf(days[0])[0] : middle,
      end: days ? periodOf(days[1])[1] : middle,
      days: days ? formatSpan(...days) : formatDate(name),
      short: days ? formatDays(...days) : "",
      kind,
      large,
    };
  };
  const parts = options.split.parts.map(({ figure, days }) =>
    waveOf(figure, getFigure(event, figure).value, true, days, "part"),
  );
  const drawn = known.filter(({ period }) => period >= options.from && period <= options.to);
  const at = drawn.findIndex(({ period }) => period === options.split.wave);
  const whole = required(drawn[at], `wave \`${options.split.wave}\``);
  const before = required(drawn[at - 1], "wave before it");
  const waves = drawn.flatMap(({ period, value }) =>
    period === whole.period ? parts : [waveOf(period, value, period === before.period)],
  );
  const moments = options.moments.map(({ event, label }) => {
    const { date, title } = get(ledger, "events", event);
    return { id: event, date, label, says: `${formatDate(date)}: ${title}`, href: routes.event(event) };
  });
  const [peak, last] = [known.reduce((a, b) => (b.value > a.value ? b : a)), itemAt(known, -1)];
  const [dip, later] = [itemAt(parts, 0).value, itemAt(parts, -1).value];
  const poll = {
    waves,
    whole: waveOf(whole.period, whole.value, true),
    moments,
    href: receiptsOfChart(options.chart),
  };
  return {
    key: keyOf(
      { glyph: "wave", label: "a wave of the poll" },
      { glyph: "wave-part", label: "part of a wave, a smaller sample" },
    ),
    draw: (layout) =>
      draw(poll, layout.name === "narrow" ? options.narrow_from : options.from, options.to, layout),
    table: seriesTable(series),
    description:
      `${options.column} was highest at ${peak.value}% in ${formatDate(peak.period)} and was ${last.value}% in ` +
      `${formatDate(last.period)}. The wave of ${poll.whole.days} gave ${whole.value}%, after ${before.value}% in the one before: ` +
      `${parts.map(({ value, days }) => `${value}% on ${days}`).join(", ")}.`,
    values: {
      before: String(before.value),
      dip: String(dip),
      later: String(later),
      whole: String(whole.value),
    },
    numbers: { before: before.value, dip, later, whole: whole.value },
    sources: sourcesOf(
      series,
      ...options.moments.map((moment) => get(ledger, "events", moment.event)),
      event,
    ),
  };
});

const BAR = 9;
const PLOT = 300;
/** Widest label of an event, px. */
const LABEL = 124;

function draw(poll: Poll, from: string, to: string, layout: Layout) {
  const { width } = layout;
  const shown = poll.waves.filter(({ end }) => end >= periodOf(from)[0]);
  const moments = poll.moments.filter(({ date }) => date >= from);
  const values = [...shown.map(({ value }) => value), poll.whole.value];
  const domain = [
    Math.floor((Math.min(...values) - 4) / 10) * 10,
    Math.ceil((Math.max(...values) + 4) / 10) * 10,
  ] as const;
  const gutter = widest([`${domain[1]}%`]) + 10;
  const scale = timeScale(from, to, [gutter, width - 20]);
  const top =
    LINE * (1 + Math.max(1, ...moments.map(({ label }) => breakText(label, LABEL, "bold").length))) + 14;
  const bottom = top + PLOT;
  const y = scaleLinear(domain, [bottom, top]);
  const x = ({ start, end }: Wave) => scale((start + end) / 2);
  const ticks = timeTicks(scale, 20);
  const lowest = shown.reduce((a, b) => (b.value < a.value ? b : a));
  const path = (waves: readonly Wave[]) =>
    `M${waves.map((wave) => `${px(x(wave))} ${px(y(wave.value))}`).join("L")}`;
  const split = shown.findIndex(({ kind }) => kind === "part");
  return drawingOf(
    layout,
    bottom + (ticks.some(({ year }) => year) ? 44 : 26),
    <>
      <TimeAxis ticks={ticks} y={bottom} />
      {y.ticks(4).map((value, i, all) => (
        <>
          {lineAcross(value === domain[0] ? "rule-ink" : "hair", y(value), width - 8, gutter)}
          {textLines(
            [i === all.length - 1 ? `${value}%` : String(value)],
            gutter - 8,
            y(value) + 5,
            "second end",
          )}
        </>
      ))}
      {moments.map((moment, i) =>
        drawMoment(moment, moments[i + 1], { scale: (date) => scale(periodOf(date)[0]), top, bottom }),
      )}
      <path class="series marked" d={path(shown.slice(0, split))} />
      <path class="series marked dashed" d={path(shown.slice(Math.max(split - 1, 0)))} />
      {shown.map((wave, i) =>
        drawWave(wave, shown[i + 1], { scale, x, y, isLowest: wave === lowest, right: width }),
      )}
      {drawWhole(poll.whole, { scale, y: y(domain[0]) - 46, right: width })}
      {shown.map((wave) => (
        <HitArea
          {...{ x: x(wave) - 14, y: top, width: 28, height: PLOT }}
          label={`${wave.days}: ${wave.value}%${wave.kind === "part" ? " (part of a wave)" : ""}`}
          href={poll.href}
        />
      ))}
    </>,
  );
}

/** A line down at the day of an event, its label above it: at the left where the next one would be in the way. */
function drawMoment(
  { id, date, label, says, href }: Moment,
  next: Moment | undefined,
  { scale, top, bottom }: { scale: (date: string) => number; top: number; bottom: number },
): VNode {
  const x = px(scale(date));
  const lines = [...breakText(label, LABEL, "bold"), formatDays(date, undefined)];
  const size = widest(lines, "bold");
  const isLeft = next !== undefined && scale(next.date) - x < size + 10;
  const at = isLeft ? x - 6 : x + 6;
  return (
    <Mark of={{ id, says, href }} x={isLeft ? x - size - 8 : x} y={0} width={size + 8} height={top}>
      <path class="moment" d={`M${x} 4V${bottom}`} />
      {textLines(lines.slice(0, -1), at, 16, isLeft ? "bold end" : "bold")}
      {textLines(lines.slice(-1), at, 16 + LINE * (lines.length - 1), isLeft ? "end" : undefined)}
    </Mark>
  );
}

interface Place {
  scale: (time: number) => number;
  x: (wave: Wave) => number;
  y: (value: number) => number;
  isLowest: boolean;
  right: number;
}

/** One wave with its number: above it, below it if the next is too near, next to it at the lowest. */
function drawWave(wave: Wave, next: Wave | undefined, at: Place): VNode {
  const { kind, large, value, short } = wave;
  const [x, y] = [at.x(wave), at.y(value)];
  const [left, right] = [at.scale(wave.start), at.scale(wave.end)];
  const look = large ? "number" : "";
  const isNear = next !== undefined && at.x(next) - x < 40 && next.large;
  const labelY = isNear ? y + 24 : y - 12;
  const isLast = next === undefined;
  return (
    <g data-row={wave.name}>
      {kind === "dot" ? (
        <circle class="fill-accent" cx={px(x)} cy={px(y)} r={4.5} />
      ) : (
        <rect
          class={kind === "bar" ? "fill-accent" : "hollow line-accent"}
          x={px(left)}
          y={px(y - BAR / 2)}
          width={px(Math.max(right - left, BAR))}
          height={BAR}
        />
      )}
      {at.isLowest && large ? (
        <>
          {textLines([String(value)], left - 8, y + 12, "number end halo")}
          {textLines([short], left - 8, y + 12 + LINE, "end halo")}
        </>
      ) : (
        <>
          {textLines(
            [String(value)],
            isLast ? Math.min(x, at.right - 18) : x,
            labelY,
            `${look} middle halo`.trim(),
          )}
          {large && textLines([short], x, labelY - 28, "middle halo")}
        </>
      )}
    </g>
  );
}

/** The whole of a wave whose parts are drawn, as a bracket under them. */
function drawWhole(
  { start, end, value, short }: Wave,
  { scale, y, right }: { scale: (time: number) => number; y: number; right: number },
): VNode {
  const [from, to] = [px(scale(start)), px(scale(end))];
  const lines = [`${value} the whole wave,`, short];
  const x = Math.min(from, right - widest(lines, "bold"));
  return (
    <g>
      <path class="stem" d={`M${from} ${px(y - 7)}V${px(y)}H${to}V${px(y - 7)}`} />
      {textLines(lines.slice(0, 1), x, y + 17, "bold halo")}
      {textLines(lines.slice(1), x, y + 17 + LINE, "halo")}
    </g>
  );
}
