import { extent, line, scaleLinear } from "d3";
import { z } from "zod";
import { formatDate, formatDays, formatShortDate, formatSpan } from "../format/dates.ts";
import { day, id, line as text, partialDate } from "../yaml/fields.ts";
import { getRow, getFigure } from "../ledger/lookup.ts";
import type { Event } from "../ledger/ledger.ts";
import { nth, expectDefined } from "../expect-defined.ts";
import { hrefs } from "../routes.ts";
import { LevelAxis, middleOf, periodOf, TimeAxis, timeScale } from "./lib/axis.tsx";
import { type Layout, sourcesOf, type View, withOptions } from "./chart.ts";
import { drawDot, drawFinding, drawingOf, drawTile, lineAcross, Linked, ofSide } from "./lib/signs.tsx";
import { breakText, LINE, write, widest, widthOf } from "./lib/text.tsx";
import { highest, readSeries, type Value } from "./lib/series.ts";

const fieldwork = z.tuple([day, day]).describe("The first and the last day on which people were asked.");
const momentSpec = z.strictObject({ event: id, label: text.max(28) });
const dayMoment = momentSpec.extend({ label: text.max(18) });

const pollOptions = z.strictObject({
  series: id.describe("Id of the series, by waves, in %."),
  column: text.describe("Its column that is drawn."),
  side: id.optional().describe("The side of whom it is about."),
  stable_from: partialDate.describe("The first wave of those that the finding is about, to the last."),
  moment: momentSpec.optional().describe("An event that the waves are read against."),
  split: z
    .strictObject({
      wave: partialDate,
      days: fieldwork,
      event: id,
      parts: z
        .array(z.strictObject({ figure: id, days: fieldwork, remark: text.max(18).optional() }))
        .min(2)
        .max(4),
      moment: dayMoment.optional().describe("An event on a day of the wave."),
    })
    .describe("A wave that hides a change, with its parts: figures of an event."),
});

interface Part {
  value: number;
  days: readonly [string, string];
  remark?: string | undefined;
}

interface Moment {
  event: Event;
  label: string;
}

interface Poll {
  known: Value[];
  stable: Value[];
  whole: Value;
  days: readonly [string, string];
  parts: Part[];
  moment: Moment | undefined;
  splitMoment: Moment | undefined;
  side: string | undefined;
  href: string;
  finding: string;
}

/** Waves of a poll as a line, with the days of one wave beside it, on the same scale. */
export const pollWaves = withOptions(pollOptions, (ledger, options, chart): View => {
  const { split, side } = options;
  const { series, columnOf, href, table } = readSeries(ledger, options.series, chart);
  const { known } = columnOf(options.column);
  const event = getRow(ledger, "events", split.event);
  const at = known.findIndex(({ period }) => period === split.wave);
  const [before, whole] = [known[at - 1], known[at]].map((wave) =>
    expectDefined(wave, `the wave \`${split.wave}\`, after another`),
  ) as [Value, Value];
  const parts = split.parts.map(({ figure, days, remark }): Part => {
    if (days[0] < split.days[0] || days[1] > split.days[1])
      throw new Error(`the part of ${days.join(" to ")} is not within the days of the wave`);
    return { value: getFigure(event, figure).value, days, remark };
  });
  const stable = known.filter(({ period }) => period >= options.stable_from);
  const [low = 0, high = 0] = extent(stable, ({ value }) => value);
  const momentOf = (given: z.infer<typeof momentSpec> | undefined): Moment | undefined =>
    given && { event: getRow(ledger, "events", given.event), label: given.label };
  const [moment, splitMoment] = [momentOf(options.moment), momentOf(split.moment)];
  const [peak, first, last] = [highest(known), nth(stable, 0), nth(known, -1)];
  const poll = { known, stable, whole, days: split.days, parts, moment, splitMoment, side, href };
  return {
    draw: (layout, finding = "") => draw({ ...poll, finding }, layout),
    table,
    values: {
      before: String(before.value),
      dip: String(nth(parts, 0).value),
      low: String(low),
      high: String(high),
      spread: high - low,
      since: formatDate(first.period),
      peak: String(peak.value),
      peakIn: formatDate(peak.period),
      last: String(last.value),
      lastIn: formatDate(last.period),
      wave: formatSpan(...split.days),
      whole: String(whole.value),
      parts: parts.map(({ value, days: [from, to] }) => `${value}% on ${formatSpan(from, to)}`).join(", "),
    },
    sources: sourcesOf(series, event, ...[moment, splitMoment].flatMap((moment) => moment?.event ?? [])),
  };
});

const YEAR_MS = 31_557_600_000;
const BAR = 8;

function draw(poll: Poll, layout: Layout) {
  const { known, stable, whole, days, parts, moment, splitMoment, side, href, finding } = poll;
  const { width, isNarrow } = layout;
  const gutter = widest(["100%"]) + 9;
  const right = isNarrow ? width - 4 : Math.round(width * 0.63);
  const [top, bottom] = isNarrow ? [30, 226] : [36, 300];
  const y = scaleLinear([0, 100], [bottom, top]);
  const scale = timeScale(nth(known, 0).period.slice(0, 4), nth(known, -1).period, [gutter, right - 4]);
  const x = ({ period }: Value) => scale(middleOf(period));
  const path = line<Value>(x, ({ value }) => y(value)).digits(1);

  // The days of the wave: beside the waves or, on a phone, below them.
  const zoom = isNarrow
    ? { left: 0, right: width, top: bottom + 36, bottom: bottom + 254 }
    : { left: right + 40, right: width, top, bottom };
  const shift = isNarrow ? zoom.top + 108 - y(whole.value) : 0;
  const zoomY = (value: number) => y(value) + shift;
  const dayX = scaleLinear([periodOf(days[0])[0], periodOf(days[1])[1]], [zoom.left, zoom.right]);
  const [wholeX, wholeY] = [x(whole), y(whole.value)];
  const fan = isNarrow
    ? `M${wholeX} ${wholeY}L${zoom.right} ${zoom.top}V${zoom.bottom}H${zoom.left}V${zoom.top}z`
    : `M${wholeX} ${wholeY}L${zoom.left} ${zoom.top}H${zoom.right}V${zoom.bottom}H${zoom.left}z`;

  const isLabelled = (wave: Value, i: number) => {
    const [before, after] = [known[i - 1], known[i + 1]];
    if (stable.includes(wave) || !after) return false;
    if (!before) return true;
    const isExtreme = (wave.value - before.value) * (wave.value - after.value) > 0;
    return isExtreme || middleOf(wave.period) - middleOf(before.period) > YEAR_MS;
  };
  const labels = known.filter(isLabelled).map((wave) => {
    const isLow = wave.value < (known[known.indexOf(wave) + 1]?.value ?? 0);
    return { words: String(wave.value), x: x(wave), y: y(wave.value) + (isLow ? 21 : -10) };
  });

  // A bracket under the waves that the finding is about.
  const [from, to] = [x(nth(stable, 0)) - 5, x(nth(stable, -1)) + 5];
  const under = y(Math.min(...stable.map(({ value }) => value))) + 16;
  const saidWidth = isNarrow ? 176 : 190;
  const saidY = Math.max(under, ...labels.filter(({ x }) => x > to - saidWidth - 20).map(({ y }) => y));
  const said = drawFinding(finding, to, saidY + 24, saidWidth, "end");

  const momentX = moment && scale(middleOf(moment.event.date));
  const momentWords = moment && `${formatShortDate(moment.event.date)}: ${moment.label}`;
  // On the side of the line where the last part is not.
  const isWholeAbove = nth(parts, -1).value <= whole.value;
  const wholeWords = (isWholeAbove ? [-10, -42] : [34, 54]).map((dy) => zoomY(whole.value) + dy) as [
    number,
    number,
  ];
  const ownWords = ofSide(side, "own");
  return drawingOf(
    layout,
    zoom.bottom + (isNarrow ? 2 : 26),
    <>
      <path class="band" d={fan} />
      <TimeAxis scale={scale} y={bottom} end={width} />
      <LevelAxis scale={y} left={gutter} right={right} unit="%" />
      {moment && momentWords && momentX !== undefined && (
        <Linked
          label={`${formatDate(moment.event.date)}: ${moment.event.title}`}
          href={hrefs.event(moment.event.id)}
          at={[momentX - widthOf(momentWords) - 6, 0, widthOf(momentWords) + 10, LINE + 4]}
        >
          <path class="moment" d={`M${momentX} 4V${y(whole.value) - 16}`} />
          {write([momentWords], momentX - 6, 15, "end")}
        </Linked>
      )}
      <path class={ofSide(side, "line thin")} d={path(known) ?? ""} />
      {known.map((wave) => (
        <Linked
          label={`${formatDate(wave.period)}: ${wave.value}%`}
          href={href}
          at={[x(wave) - 7, y(wave.value) - 14, 14, 28]}
        >
          {drawDot(x(wave), y(wave.value), wave === whole ? 6 : 4, "solid", side)}
        </Linked>
      ))}
      {labels.map(({ words, x, y }) => write([words], x, y, "bold middle halo"))}
      <path class="stem" d={`M${from} ${under - 6}v6H${to}v-6`} />
      {said.body}
      {splitMoment && (
        <Linked
          label={`${formatDate(splitMoment.event.date)}: ${splitMoment.event.title}`}
          href={hrefs.event(splitMoment.event.id)}
          at={[dayX(middleOf(splitMoment.event.date)) - 6, zoom.top, 130, 2 * LINE + 8]}
        >
          <path
            class="moment"
            d={`M${dayX(middleOf(splitMoment.event.date))} ${zoom.top + 6}V${zoomY(nth(parts, 0).value) - 8}`}
          />
          {write(
            isNarrow
              ? [`${formatDays(splitMoment.event.date)}: ${splitMoment.label}`]
              : [formatDays(splitMoment.event.date), splitMoment.label],
            dayX(middleOf(splitMoment.event.date)) + 6,
            zoom.top + 19,
          )}
        </Linked>
      )}
      <path class={ofSide(side, "line thin")} d={`M${zoom.left} ${zoomY(whole.value)}H${zoom.right}`} />
      {parts.map(({ value, days: [from, to], remark }) => {
        const [start, end] = [dayX(periodOf(from)[0]) + 1, dayX(periodOf(to)[1]) - 1];
        const isAbove = value > whole.value;
        const at = zoomY(value);
        const words = [formatDays(from, to), ...(remark === undefined ? [] : breakText(remark, 100))];
        const [numberY, wordsY] = isAbove
          ? [at - 10 - words.length * LINE, at - 10 - (words.length - 1) * LINE]
          : [at + 24, at + 24 + LINE];
        return (
          <Linked
            label={`${formatSpan(from, to)}: ${value}% (part of a wave)`}
            href={href}
            at={[start, at - 12, end - start, 24]}
          >
            {drawTile(start, at - BAR / 2, end - start, BAR, "solid", side)}
            {write([String(value)], start, numberY, "finding")}
            {write(words, start, wordsY)}
          </Linked>
        );
      })}
      {write([String(whole.value)], zoom.right - 4, wholeWords[0], `headline ${ownWords} end`)}
      {write(["whole poll"], zoom.right - 4, wholeWords[1], `bold ${ownWords} end`)}
      {!isNarrow && lineAcross("rule-ink", bottom, zoom.right, zoom.left)}
      {!isNarrow && write([formatShortDate(days[0])], zoom.left, bottom + 18, "second")}
      {!isNarrow && write([formatDays(days[1])], zoom.right, bottom + 18, "second end")}
    </>,
  );
}
