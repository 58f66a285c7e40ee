import { extent, line, scaleLinear } from "d3";
import { z } from "zod";
import { formatDate, formatDays, formatShortDate, formatSpan } from "../format/dates.ts";
import { day, id, line as text, partialDate } from "../yaml/fields.ts";
import { getRow, getFigure } from "../ledger/lookup.ts";
import type { Event, Ledger } from "../ledger/ledger.ts";
import { nth, expectDefined } from "../expect-defined.ts";
import { hrefs } from "../routes.ts";
import { drawLevels, drawTimes, middleOf, periodOf, timeScale } from "./lib/axis.tsx";
import { type Layout, sourcesOf, type View, withOptions } from "./chart.ts";
import { highest, readSeries, type Value } from "./lib/series.ts";
import {
  drawBracket,
  drawDot,
  drawFinding,
  drawingOf,
  drawTile,
  lineAcross,
  Linked,
  ofSide,
} from "./lib/signs.tsx";
import { breakText, LINE, widest, widthOf, write } from "./lib/text.tsx";

const fieldwork = z.tuple([day, day]).describe("The first and the last day on which people were asked.");
const momentSpec = z.strictObject({ event: id, label: text.max(28) });
const dayMoment = momentSpec.extend({ label: text.max(18) });

const pollOptions = z.strictObject({
  series: id.describe("Id of the series, by waves, in %."),
  column: text,
  side: id.optional(),
  stable_from: partialDate.describe("The first wave of those that the finding is about, to the last."),
  moment: momentSpec,
  split: z
    .strictObject({
      wave: partialDate,
      days: fieldwork,
      event: id,
      parts: z
        .array(z.strictObject({ figure: id, days: fieldwork, remark: text.max(18).optional() }))
        .min(2)
        .max(4),
      moment: dayMoment,
    })
    .describe("A wave that hides a change, with its parts: figures of an event."),
});

type Options = z.infer<typeof pollOptions>;
type Poll = ReturnType<typeof readPoll>;

function readPoll(
  ledger: Ledger,
  { series: id, column, side, split, stable_from, moment }: Options,
  chart: string,
) {
  const { series, own, href, table } = readSeries(ledger, id, chart, column);
  const { known } = own;
  const event = getRow(ledger, "events", split.event);
  const at = known.findIndex(({ period }) => period === split.wave);
  const [before, whole] = [known[at - 1], known[at]].map((wave) =>
    expectDefined(wave, `the wave \`${split.wave}\`, after another`),
  ) as [Value, Value];
  const parts = split.parts.map(({ figure, days, remark = "" }) => {
    if (days[0] < split.days[0] || days[1] > split.days[1])
      throw new Error(`the part of ${days.join(" to ")} is not within the days of the wave`);
    return { value: getFigure(event, figure).value, days, remark };
  });
  const momentOf = ({ event, label }: Options["moment"]) => ({
    event: getRow(ledger, "events", event),
    label,
  });
  return {
    ...{ series, table, href, side, known, event, before, whole, parts, days: split.days },
    stable: known.filter(({ period }) => period >= stable_from),
    moments: [momentOf(moment), momentOf(split.moment)] as const,
  };
}

/** Waves of a poll as a line, with the days of one wave beside it, on the same scale. */
export const pollWaves = withOptions(pollOptions, (ledger, options, chart): View => {
  const poll = readPoll(ledger, options, chart);
  const { series, table, known, stable, event, before, whole, parts, days, moments } = poll;
  const [low = 0, high = 0] = extent(stable, ({ value }) => value);
  const [peak, last] = [highest(known), nth(known, -1)];
  return {
    draw: (layout, finding = "") => draw(poll, layout, finding),
    table,
    values: {
      before: String(before.value),
      dip: String(nth(parts, 0).value),
      low: String(low),
      high: String(high),
      spread: high - low,
      since: formatDate(nth(stable, 0).period),
      peak: String(peak.value),
      peakIn: formatDate(peak.period),
      last: String(last.value),
      lastIn: formatDate(last.period),
      wave: formatSpan(...days),
      whole: String(whole.value),
      parts: parts.map(({ value, days }) => `${value}% on ${formatSpan(...days)}`).join(", "),
    },
    sources: sourcesOf(series, event, ...moments.map(({ event }) => event)),
  };
});

const YEAR_MS = 31_557_600_000;
const BAR = 8;

function draw(
  { known, stable, whole, days, parts, moments, side, href }: Poll,
  layout: Layout,
  finding: string,
) {
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
  const fan = isNarrow
    ? `L${zoom.right} ${zoom.top}V${zoom.bottom}H${zoom.left}V${zoom.top}z`
    : `L${zoom.left} ${zoom.top}H${zoom.right}V${zoom.bottom}H${zoom.left}z`;

  const labels = known.flatMap((wave, i) => {
    const [before, after] = [known[i - 1], known[i + 1]];
    if (stable.includes(wave) || !after) return [];
    const isExtreme = before && (wave.value - before.value) * (wave.value - after.value) > 0;
    if (before && !isExtreme && middleOf(wave.period) - middleOf(before.period) <= YEAR_MS) return [];
    return {
      words: String(wave.value),
      x: x(wave),
      y: y(wave.value) + (wave.value < after.value ? 21 : -10),
    };
  });

  // A bracket under the waves that the finding is about.
  const [from, to] = [x(nth(stable, 0)) - 5, x(nth(stable, -1)) + 5];
  const under = y(Math.min(...stable.map(({ value }) => value))) + 16;
  const saidWidth = isNarrow ? 176 : 190;
  const saidY = Math.max(under, ...labels.filter(({ x }) => x > to - saidWidth - 20).map(({ y }) => y));

  const [moment, splitMoment] = moments;
  const linkEvent = ({ date, title, id }: Event) => ({
    label: `${formatDate(date)}: ${title}`,
    href: hrefs.event(id),
  });
  const momentX = scale(middleOf(moment.event.date));
  const momentWords = `${formatShortDate(moment.event.date)}: ${moment.label}`;
  const splitX = dayX(middleOf(splitMoment.event.date));
  const splitDay = formatDays(splitMoment.event.date);
  // On the side of the line where the last part is not.
  const [wholeNumber, wholeWords] =
    nth(parts, -1).value <= whole.value ? ([-10, -42] as const) : ([34, 54] as const);
  return drawingOf(layout, zoom.bottom + (isNarrow ? 2 : 26), [
    <path class="band" d={`M${x(whole)} ${y(whole.value)}${fan}`} />,
    drawTimes(scale, bottom, width),
    drawLevels(y, gutter, right, "%"),
    <Linked
      {...linkEvent(moment.event)}
      at={[momentX - widthOf(momentWords) - 6, 0, widthOf(momentWords) + 10, LINE + 4]}
    >
      <path class="moment" d={`M${momentX} 4V${y(whole.value) - 16}`} />
      {write(momentWords, momentX - 6, 15, "end")}
    </Linked>,
    <path class={ofSide(side, "line thin")} d={path(known) ?? ""} />,
    known.map((wave) => (
      <Linked
        label={`${formatDate(wave.period)}: ${wave.value}%`}
        href={href}
        at={[x(wave) - 7, y(wave.value) - 14, 14, 28]}
      >
        {drawDot(x(wave), y(wave.value), wave === whole ? 6 : 4, "solid", side)}
      </Linked>
    )),
    labels.map(({ words, x, y }) => write(words, x, y, "bold middle halo")),
    drawBracket(from, to, under, -6),
    drawFinding(finding, to, saidY + 24, saidWidth, "end").body,
    <Linked {...linkEvent(splitMoment.event)} at={[splitX - 6, zoom.top, 130, 2 * LINE + 8]}>
      <path class="moment" d={`M${splitX} ${zoom.top + 6}V${zoomY(nth(parts, 0).value) - 8}`} />
      {write(
        isNarrow ? `${splitDay}: ${splitMoment.label}` : [splitDay, splitMoment.label],
        splitX + 6,
        zoom.top + 19,
      )}
    </Linked>,
    <path class={ofSide(side, "line thin")} d={`M${zoom.left} ${zoomY(whole.value)}H${zoom.right}`} />,
    parts.map(({ value, days: [from, to], remark }) => {
      const [start, end] = [dayX(periodOf(from)[0]) + 1, dayX(periodOf(to)[1]) - 1];
      const at = zoomY(value);
      const words = [formatDays(from, to), ...breakText(remark, 100)];
      const numberY = value > whole.value ? at - 10 - words.length * LINE : at + 24;
      return (
        <Linked
          label={`${formatSpan(from, to)}: ${value}% (part of a wave)`}
          href={href}
          at={[start, at - 12, end - start, 24]}
        >
          {drawTile(start, at - BAR / 2, end - start, BAR, "solid", side)}
          {write(String(value), start, numberY, "finding")}
          {write(words, start, numberY + LINE)}
        </Linked>
      );
    }),
    write(
      String(whole.value),
      zoom.right - 4,
      zoomY(whole.value) + wholeNumber,
      ofSide(side, "headline own end"),
    ),
    write("whole poll", zoom.right - 4, zoomY(whole.value) + wholeWords, ofSide(side, "bold own end")),
    !isNarrow && [
      lineAcross("rule-ink", bottom, zoom.right, zoom.left),
      write(formatShortDate(days[0]), zoom.left, bottom + 18, "second"),
      write(formatDays(days[1]), zoom.right, bottom + 18, "second end"),
    ],
  ]);
}
