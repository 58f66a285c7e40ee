import { extent, least, line, scaleLinear } from "d3";
import { z } from "zod";
import { formatDate, formatDays, formatSpan } from "../i18n/dates.ts";
import { day, id, line as text, partialDate } from "../ledger/fields.ts";
import type { Event } from "../ledger/ledger.ts";
import { get, getFigure } from "../ledger/lookup.ts";
import { itemAt, required } from "../required.ts";
import { routes } from "../routes.ts";
import { LevelAxis, middleOf, periodOf, TimeAxis, timeScale } from "./lib/axis.tsx";
import { keyOf, type Layout, px, sourcesOf, type View, withOptions } from "./chart.ts";
import { drawingOf, Mark } from "./lib/marks.tsx";
import { breakText, LINE, textLines, widest } from "./lib/text.tsx";
import { highest, readSeries } from "./series.tsx";

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
  start: number;
  end: number;
  days: string;
  /** Without the year; empty where only the month is known. */
  short: string;
  isPart: boolean;
  isLarge: boolean;
}

interface Poll {
  waves: Wave[];
  /** The wave divided into those parts. */
  whole: Wave;
  moments: { event: Event; label: string }[];
  href: string;
}

/** Each wave as long as its fieldwork; a wave that hides a change is shown by its parts. */
export const pollWaves = withOptions(pollOptions, (ledger, options, chart): View => {
  const { from, to, column, split } = options;
  const { series, columnOf, href, table } = readSeries(ledger, options.series, chart);
  const { known } = columnOf(column);
  const event = get(ledger, "events", split.event);
  const waveOf = (value: number, period: string, isLarge: boolean, part?: [string, string]): Wave => {
    const days = part ?? options.fieldwork[period];
    return {
      ...{ value, isLarge, isPart: part !== undefined },
      start: days ? periodOf(days[0])[0] : middleOf(period),
      end: days ? periodOf(days[1])[1] : middleOf(period),
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
  const poll: Poll = {
    waves: drawn.flatMap((wave) =>
      wave === whole ? parts : [waveOf(wave.value, wave.period, wave === before)],
    ),
    whole: waveOf(whole.value, whole.period, true),
    moments: options.moments.map(({ event, label }) => ({ event: get(ledger, "events", event), label })),
    href,
  };
  const [peak, last] = [highest(known), itemAt(known, -1)];
  return {
    key: keyOf({ wave: "a wave of the poll", "wave-part": "part of a wave, a smaller sample" }),
    draw: (layout) => draw(poll, layout.isNarrow ? options.narrow_from : from, to, layout),
    table,
    values: {
      before: String(before.value),
      dip: String(itemAt(parts, 0).value),
      later: String(itemAt(parts, -1).value),
      peak: String(peak.value),
      peakIn: formatDate(peak.period),
      last: String(last.value),
      lastIn: formatDate(last.period),
      wave: poll.whole.days,
      whole: String(whole.value),
      parts: parts.map(({ value, days }) => `${value}% on ${days}`).join(", "),
    },
    sources: sourcesOf(series, ...poll.moments.map(({ event }) => event), event),
  };
});

const BAR_HEIGHT = 9;
const PLOT_HEIGHT = 300;
const MAX_LABEL_WIDTH = 124;

function draw({ waves, whole, moments, href }: Poll, from: string, to: string, layout: Layout) {
  const { width } = layout;
  const shown = waves.filter(({ end }) => end >= periodOf(from)[0]);
  const gutter = widest(["80%"]) + 10;
  const scale = timeScale(from, to, [gutter, width - 20]);
  const labels = moments
    .filter(({ event }) => event.date >= from)
    .map(({ event, label }) => {
      const lines = breakText(label, MAX_LABEL_WIDTH, "bold");
      const date = formatDays(event.date);
      const size = widest([...lines, date], "bold");
      return { event, lines, date, size, x: px(scale(periodOf(event.date)[0])) };
    });
  const top = LINE * (1 + Math.max(1, ...labels.map(({ lines }) => lines.length))) + 14;
  const bottom = top + PLOT_HEIGHT;
  const [low = 0, high = 0] = extent([...shown, whole], ({ value }) => value);
  const y = scaleLinear([low - 4, high + 4], [bottom, top]).nice(2);
  const x = ({ start, end }: Wave) => scale((start + end) / 2);
  const path = line(x, ({ value }: Wave) => y(value)).digits(1);
  const lowest = least(shown, ({ value }) => value);
  const split = shown.findIndex(({ isPart }) => isPart);

  /** The label moves to the left of the line if the next one is in the way. */
  const drawMoment = ({ event, lines, date, size, x }: (typeof labels)[0], i: number) => {
    const isLeft = (labels[i + 1]?.x ?? Infinity) - x < size + 10;
    const [at, look] = isLeft ? [x - 6, "end"] : [x + 6, ""];
    return (
      <Mark
        {...{ x: isLeft ? x - size - 8 : x, y: 0, width: size + 8, height: top }}
        label={`${formatDate(event.date)}: ${event.title}`}
        href={routes.event(event.id)}
      >
        <path class="moment" d={`M${x} 4V${bottom}`} />
        {textLines(lines, at, 16, `bold ${look}`)}
        {textLines([date], at, 16 + LINE * lines.length, look)}
      </Mark>
    );
  };

  /** Above the wave, below it if the next is too near, next to it at the lowest wave. */
  const drawWave = (wave: Wave, i: number) => {
    const { value, short, days, isPart, isLarge } = wave;
    const [middle, level, left] = [x(wave), y(value), scale(wave.start)];
    const next = shown[i + 1];
    const isBelow = next?.isLarge && x(next) - middle < 40;
    const labelY = isBelow ? level + 24 : level - 12;
    const [numberX, numberY, shortY, anchor] =
      isLarge && wave === lowest
        ? [left - 8, level + 12, level + 12 + LINE, "end"]
        : [Math.min(middle, width - 18), labelY, labelY - 28, "middle"];
    return (
      <Mark
        {...{ x: middle - 14, y: top, width: 28, height: PLOT_HEIGHT }}
        label={`${days}: ${value}%${isPart ? " (part of a wave)" : ""}`}
        href={href}
      >
        {short ? (
          <rect
            class={isPart ? "hollow line-accent" : "fill-accent"}
            {...{ x: left, y: level - BAR_HEIGHT / 2, height: BAR_HEIGHT }}
            width={Math.max(scale(wave.end) - left, BAR_HEIGHT)}
          />
        ) : (
          <circle class="fill-accent" cx={middle} cy={level} r={4.5} />
        )}
        {textLines([String(value)], numberX, numberY, `${isLarge ? "number " : ""}${anchor} halo`)}
        {isLarge && textLines([short], numberX, shortY, `${anchor} halo`)}
      </Mark>
    );
  };

  // A bracket under the parts marks the whole wave.
  const [wholeFrom, wholeTo] = [px(scale(whole.start)), px(scale(whole.end))];
  const words = `${whole.value} the whole wave,`;
  const wordsX = Math.min(wholeFrom, width - widest([words, whole.short], "bold"));
  return drawingOf(
    layout,
    bottom + 44,
    <>
      <TimeAxis scale={scale} y={bottom} end={width} />
      <LevelAxis scale={y} left={gutter} right={width - 8} unit="%" />
      {labels.map(drawMoment)}
      <path class="series marked" d={path(shown.slice(0, split)) ?? ""} />
      <path class="series marked dashed" d={path(shown.slice(Math.max(split - 1, 0))) ?? ""} />
      {shown.map(drawWave)}
      <path class="stem" d={`M${wholeFrom} ${bottom - 53}v7H${wholeTo}v-7`} />
      {textLines([words], wordsX, bottom - 29, "bold halo")}
      {textLines([whole.short], wordsX, bottom - 29 + LINE, "halo")}
    </>,
  );
}
