import { extent, line, scaleLinear } from "d3";
import { z } from "zod";
import { formatDate, formatDays, formatSpan } from "../format/dates.ts";
import { day, id, line as text, partialDate } from "../yaml/fields.ts";
import type { Event } from "../ledger/ledger.ts";
import { getRow, getFigure } from "../ledger/lookup.ts";
import { nth, expectDefined } from "../expect-defined.ts";
import { hrefs } from "../routes.ts";
import { LevelAxis, periodOf, TimeAxis, timeScale } from "./lib/axis.tsx";
import { legendOf, type Layout, roundPx, sourcesOf, type View, withOptions } from "./chart.ts";
import { drawingOf, LinkedMark } from "./lib/marks.tsx";
import { breakText, LINE, textLines, widest } from "./lib/text.tsx";
import { highest, readSeries } from "./lib/series.ts";

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
  /** Days, or a month where the days are not known. */
  from: string;
  to: string;
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
  const { from, to, split } = options;
  const { series, columnOf, href, table } = readSeries(ledger, options.series, chart);
  const { known } = columnOf(options.column);
  const event = getRow(ledger, "events", split.event);
  const drawn = known.filter(({ period }) => period >= from && period <= to);
  const at = drawn.findIndex(({ period }) => period === split.wave);
  const before = expectDefined(drawn[at - 1], `wave before \`${split.wave}\``);
  const waves = drawn.map((wave): Wave => {
    const [from, to] = options.fieldwork[wave.period] ?? [wave.period, wave.period];
    return { value: wave.value, from, to, isPart: false, isLarge: wave === before };
  });
  const parts = split.parts.map(({ figure, days: [from, to] }): Wave => {
    return { value: getFigure(event, figure).value, from, to, isPart: true, isLarge: true };
  });
  const whole = nth(waves, at);
  waves.splice(at, 1, ...parts);
  const moments = options.moments.map(({ event, label }) => ({
    event: getRow(ledger, "events", event),
    label,
  }));
  const [peak, last] = [highest(known), nth(known, -1)];
  return {
    legend: legendOf({ wave: "a wave of the poll", "wave-part": "part of a wave, a smaller sample" }),
    draw: (layout) =>
      draw({ waves, whole, moments, href }, layout.isNarrow ? options.narrow_from : from, to, layout),
    table,
    values: {
      before: String(before.value),
      dip: String(nth(parts, 0).value),
      later: String(nth(parts, -1).value),
      peak: String(peak.value),
      peakIn: formatDate(peak.period),
      last: String(last.value),
      lastIn: formatDate(last.period),
      wave: formatSpan(whole.from, whole.to),
      whole: String(whole.value),
      parts: parts.map(({ value, from, to }) => `${value}% on ${formatSpan(from, to)}`).join(", "),
    },
    sources: sourcesOf(series, ...moments.map(({ event }) => event), event),
  };
});

const BAR_HEIGHT = 9;
const PLOT_HEIGHT = 300;
const MAX_LABEL_WIDTH = 124;

function draw({ waves, whole, moments, href }: Poll, from: string, to: string, layout: Layout) {
  const { width } = layout;
  const gutter = widest(["80%"]) + 10;
  const scale = timeScale(from, to, [gutter, width - 20]);
  const labels = moments
    .filter(({ event }) => event.date >= from)
    .map(({ event, label }) => {
      const lines = breakText(label, MAX_LABEL_WIDTH, "bold");
      const date = formatDays(event.date);
      const size = widest([...lines, date], "bold");
      return { event, lines, date, size, x: roundPx(scale(periodOf(event.date)[0])) };
    });
  const top = LINE * (1 + Math.max(1, ...labels.map(({ lines }) => lines.length))) + 14;
  const bottom = top + PLOT_HEIGHT;
  const inView = waves.filter(({ to }) => to >= from);
  const [low = 0, high = 0] = extent([...inView, whole], ({ value }) => value);
  const y = scaleLinear([low - 4, high + 4], [bottom, top]).nice(2);
  const placed = (wave: Wave) => {
    const [left, right] = [scale(periodOf(wave.from)[0]), scale(periodOf(wave.to)[1])];
    return { ...wave, left, right, x: (left + right) / 2, y: y(wave.value) };
  };
  const shown = inView.map(placed);
  const split = shown.findIndex(({ isPart }) => isPart);
  const path = line<(typeof shown)[0]>(
    ({ x }) => x,
    ({ y }) => y,
  ).digits(1);
  const lowest = Math.max(...shown.map(({ y }) => y));
  const levelAt = scaleLinear(
    shown.map(({ x }) => x),
    shown.map(({ y }) => y),
  ).clamp(true);

  /** Down to the waves. The label moves to the left of the line if the next one is in the way. */
  const drawMoment = ({ event, lines, date, size, x }: (typeof labels)[0], i: number) => {
    const isLeft = (labels[i + 1]?.x ?? Infinity) - x < size + 10;
    const [at, className] = isLeft ? [x - 6, "end"] : [x + 6, ""];
    return (
      <LinkedMark
        x={isLeft ? x - size - 8 : x}
        y={0}
        width={size + 8}
        height={top}
        label={`${formatDate(event.date)}: ${event.title}`}
        href={hrefs.event(event.id)}
      >
        <path class="moment" d={`M${x} 4V${roundPx(levelAt(x))}`} />
        {textLines(lines, at, 16, `bold ${className}`)}
        {textLines([date], at, 16 + LINE * lines.length, className)}
      </LinkedMark>
    );
  };

  /** A number above the wave, below it if another is too near, next to it at the lowest wave. */
  const drawWave = (
    { value, from, to, isPart, isLarge, left, right, x, y }: (typeof shown)[0],
    i: number,
  ) => {
    const next = shown[i + 1];
    const isBelow = (next?.isLarge && next.x - x < 40) || x - (shown[i - 1]?.x ?? 0) < 40;
    const [numberX, numberY, shortY, anchor] = !isLarge
      ? [Math.min(x, width - 18), isBelow ? y + 24 : y - 12, 0, "middle"]
      : y === lowest
        ? [left - 8, y + 12, y + 12 + LINE, "end"]
        : [left, y - 12, y - 40, ""];
    return (
      <LinkedMark
        x={x - 14}
        y={top}
        width={28}
        height={PLOT_HEIGHT}
        label={`${formatSpan(from, to)}: ${value}%${isPart ? " (part of a wave)" : ""}`}
        href={href}
      >
        {from.length > 7 ? (
          <rect
            class={isPart ? "hollow line-accent" : "fill-accent"}
            x={left}
            y={y - BAR_HEIGHT / 2}
            height={BAR_HEIGHT}
            width={Math.max(right - left, BAR_HEIGHT)}
          />
        ) : (
          <circle class="fill-accent" cx={x} cy={y} r={4.5} />
        )}
        {textLines([String(value)], numberX, numberY, `${isLarge ? "number " : ""}${anchor} halo`)}
        {isLarge && textLines([formatDays(from, to)], numberX, shortY, `${anchor} halo`)}
      </LinkedMark>
    );
  };

  // A bracket under the parts marks the whole wave.
  const { left, right } = placed(whole);
  const lines = [`${whole.value} the whole wave,`, formatDays(whole.from, whole.to)];
  const linesX = Math.min(left, width - widest(lines, "bold"));
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
      <path class="stem" d={`M${roundPx(left)} ${bottom - 53}v7H${roundPx(right)}v-7`} />
      {textLines(lines.slice(0, 1), linesX, bottom - 29, "bold halo")}
      {textLines(lines.slice(1), linesX, bottom - 29 + LINE, "halo")}
    </>,
  );
}
