import { extent, least, line, scaleLinear } from "d3";
import type { VNode } from "preact";
import { z } from "zod";
import { formatDate, formatDays, formatSpan } from "../i18n/dates.ts";
import { day, id, line as text, partialDate } from "../ledger/fields.ts";
import type { Event } from "../ledger/ledger.ts";
import { get, getFigure } from "../ledger/lookup.ts";
import { itemAt, required } from "../required.ts";
import { routes } from "../site.ts";
import { LevelAxis, middleOf, periodOf, TimeAxis, timeScale } from "./lib/axis.tsx";
import { keyOf, type Layout, px } from "./lib/drawing.ts";
import { drawingOf, Mark } from "./lib/marks.tsx";
import { columnOf, highest, receiptsOfChart, seriesTable } from "./lib/series.ts";
import { breakText, LINE, textLines, widest } from "./lib/text.tsx";
import { sourcesOf, type View, withOptions } from "./view.ts";

const fieldwork = z.tuple([day, day]).describe("The first and the last day on which people were asked.");

const pollOptions = z.strictObject({
  series: id.describe("Id of the series, by waves."),
  column: text.describe("Its column that is drawn."),
  from: partialDate.describe("The first wave drawn; the table has every wave."),
  narrow_from: partialDate.describe("The first wave drawn on a phone."),
  to: partialDate.describe("The last wave drawn."),
  fieldwork: z
    .record(z.string(), fieldwork)
    .describe("When people were asked, by wave, where that is known."),
  split: z
    .strictObject({
      wave: partialDate,
      event: id,
      parts: z.array(z.strictObject({ figure: id, days: fieldwork })).min(2),
    })
    .describe("A wave that hides a change, with its parts: figures of an event."),
  moments: z
    .array(z.strictObject({ event: id, label: text.max(40) }))
    .describe("Events that the polls are read against; the split follows the last of them."),
});

interface Wave {
  value: number;
  /** Milliseconds. */
  start: number;
  end: number;
  days: string;
  /** The same without the year; empty where only the month is known. */
  short: string;
  isPart: boolean;
  isLarge: boolean;
}

interface Moment {
  event: Event;
  label: string;
}

interface Poll {
  waves: Wave[];
  whole: Wave;
  moments: Moment[];
  href: string;
}

/** The waves of a poll, each as long as people were asked, with the parts of one that hides a change. */
export const pollWaves = withOptions(pollOptions, (ledger, options, chart): View => {
  const { from, to, column, split } = options;
  const series = get(ledger, "series", options.series);
  const { known } = columnOf(series, column);
  const event = get(ledger, "events", split.event);
  const waveOf = (value: number, period: string, isLarge: boolean, part?: [string, string]): Wave => {
    const days = part ?? options.fieldwork[period];
    const [start, end] = days
      ? [periodOf(days[0])[0], periodOf(days[1])[1]]
      : [middleOf(period), middleOf(period)];
    return {
      ...{ value, start, end, isLarge, isPart: part !== undefined },
      days: days ? formatSpan(...days) : formatDate(period),
      short: days ? formatDays(...days) : "",
    };
  };
  const parts = split.parts.map(({ figure, days }) =>
    waveOf(getFigure(event, figure).value, split.wave, true, days),
  );
  const drawn = known.filter(({ period }) => period >= from && period <= to);
  const at = drawn.findIndex(({ period }) => period === split.wave);
  const [before, whole] = [required(drawn[at - 1], `wave before \`${split.wave}\``), itemAt(drawn, at)];
  const moments = options.moments.map(({ event, label }) => ({ event: get(ledger, "events", event), label }));
  const poll: Poll = {
    waves: drawn.flatMap((wave) =>
      wave === whole ? parts : [waveOf(wave.value, wave.period, wave === before)],
    ),
    whole: waveOf(whole.value, whole.period, true),
    moments,
    href: receiptsOfChart(chart),
  };
  const [peak, last] = [highest(known), itemAt(known, -1)];
  return {
    key: keyOf(
      { glyph: "wave", label: "a wave of the poll" },
      { glyph: "wave-part", label: "part of a wave, a smaller sample" },
    ),
    draw: (layout) => draw(poll, layout.name === "narrow" ? options.narrow_from : from, to, layout),
    table: seriesTable(series),
    description:
      `${column} was highest at ${peak.value}% in ${formatDate(peak.period)} and was ${last.value}% in ` +
      `${formatDate(last.period)}. The wave of ${poll.whole.days} gave ${whole.value}%, after ${before.value}% in the one before: ` +
      `${parts.map(({ value, days }) => `${value}% on ${days}`).join(", ")}.`,
    values: {
      before: String(before.value),
      dip: String(itemAt(parts, 0).value),
      later: String(itemAt(parts, -1).value),
    },
    sources: sourcesOf(series, ...moments.map(({ event }) => event), event),
  };
});

const BAR_HEIGHT = 9;
const PLOT_HEIGHT = 300;
const MAX_LABEL_WIDTH = 124;

function draw(poll: Poll, from: string, to: string, layout: Layout) {
  const { width } = layout;
  const shown = poll.waves.filter(({ end }) => end >= periodOf(from)[0]);
  const moments = poll.moments.filter(({ event }) => event.date >= from);
  const [low = 0, high = 0] = extent([...shown, poll.whole], ({ value }) => value);
  const labels = moments.map(({ label }) => breakText(label, MAX_LABEL_WIDTH, "bold"));
  const top = LINE * (1 + Math.max(1, ...labels.map(({ length }) => length))) + 14;
  const bottom = top + PLOT_HEIGHT;
  const y = scaleLinear([low - 4, high + 4], [bottom, top]).nice(2);
  const gutter = widest(["80%"]) + 10;
  const scale = timeScale(from, to, [gutter, width - 20]);
  const x = ({ start, end }: Wave) => scale((start + end) / 2);
  const path = line(x, ({ value }: Wave) => y(value)).digits(1);
  const lowest = least(shown, ({ value }) => value);
  const split = shown.findIndex(({ isPart }) => isPart);
  return drawingOf(
    layout,
    bottom + 44,
    <>
      <TimeAxis scale={scale} y={bottom} end={width} />
      <LevelAxis scale={y} left={gutter} right={width - 8} unit="%" />
      {moments.map((moment, i) => drawMoment(moment, moments[i + 1], scale, top, bottom))}
      <path class="series marked" d={path(shown.slice(0, split)) ?? ""} />
      <path class="series marked dashed" d={path(shown.slice(Math.max(split - 1, 0))) ?? ""} />
      {shown.map((wave, i) => (
        <Mark
          {...{ x: x(wave) - 14, y: top, width: 28, height: PLOT_HEIGHT }}
          label={`${wave.days}: ${wave.value}%${wave.isPart ? " (part of a wave)" : ""}`}
          href={poll.href}
        >
          {drawWave(wave, shown[i + 1], { scale, x, y, isLowest: wave === lowest, right: width })}
        </Mark>
      ))}
      {drawWhole(poll.whole, { scale, y: bottom - 46, right: width })}
    </>,
  );
}

/** A line down at the day of an event, its label above it: at the left where the next one would be in the way. */
function drawMoment(
  { event, label }: Moment,
  next: Moment | undefined,
  scale: (time: number) => number,
  top: number,
  bottom: number,
): VNode {
  const xOf = ({ event }: Moment) => px(scale(periodOf(event.date)[0]));
  const x = xOf({ event, label });
  const names = breakText(label, MAX_LABEL_WIDTH, "bold");
  const date = formatDays(event.date, undefined);
  const size = widest([...names, date], "bold");
  const isLeft = next !== undefined && xOf(next) - x < size + 10;
  const [at, look] = isLeft ? [x - 6, "end"] : [x + 6, ""];
  return (
    <Mark
      {...{ x: isLeft ? x - size - 8 : x, y: 0, width: size + 8, height: top }}
      label={`${formatDate(event.date)}: ${event.title}`}
      href={routes.event(event.id)}
    >
      <path class="moment" d={`M${x} 4V${bottom}`} />
      {textLines(names, at, 16, `bold ${look}`)}
      {textLines([date], at, 16 + LINE * names.length, look)}
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
  const { isPart, isLarge, value, short } = wave;
  const [x, y, left] = [at.x(wave), at.y(value), at.scale(wave.start)];
  const look = isLarge ? "number" : "";
  const isNear = next?.isLarge && at.x(next) - x < 40;
  const labelY = isNear ? y + 24 : y - 12;
  return (
    <>
      {short === "" ? (
        <circle class="fill-accent" cx={x} cy={y} r={4.5} />
      ) : (
        <rect
          class={isPart ? "hollow line-accent" : "fill-accent"}
          x={left}
          y={y - BAR_HEIGHT / 2}
          width={Math.max(at.scale(wave.end) - left, BAR_HEIGHT)}
          height={BAR_HEIGHT}
        />
      )}
      {at.isLowest && isLarge ? (
        <>
          {textLines([String(value)], left - 8, y + 12, "number end halo")}
          {textLines([short], left - 8, y + 12 + LINE, "end halo")}
        </>
      ) : (
        <>
          {textLines([String(value)], Math.min(x, at.right - 18), labelY, `${look} middle halo`)}
          {isLarge && textLines([short], x, labelY - 28, "middle halo")}
        </>
      )}
    </>
  );
}

/** The whole of a wave whose parts are drawn, as a bracket under them. */
function drawWhole(
  { start, end, value, short }: Wave,
  { scale, y, right }: { scale: (time: number) => number; y: number; right: number },
): VNode {
  const [from, to] = [px(scale(start)), px(scale(end))];
  const words = `${value} the whole wave,`;
  const x = Math.min(from, right - widest([words, short], "bold"));
  return (
    <>
      <path class="stem" d={`M${from} ${px(y - 7)}V${px(y)}H${to}V${px(y - 7)}`} />
      {textLines([words], x, y + 17, "bold halo")}
      {textLines([short], x, y + 17 + LINE, "halo")}
    </>
  );
}
