import type { VNode } from "preact";
import { z } from "zod";
import { formatDate, formatDays, formatSpan, timeOf } from "../i18n/dates.ts";
import { countInWords } from "../i18n/numbers.ts";
import { day, id, line } from "../ledger/fields.ts";
import type { Event } from "../ledger/ledger.ts";
import { actorName, get } from "../ledger/lookup.ts";
import { inDateOrder } from "../ledger/timeline.ts";
import { itemAt } from "../required.ts";
import { routes } from "../site.ts";
import { keyOf, type Layout, px, type Row } from "./lib/drawing.ts";
import { drawingOf, HitArea, lineAcross, Mark } from "./lib/marks.tsx";
import { breakText, LINE, textLines, widest } from "./lib/text.tsx";
import { sourcesOf, tableOf, type View, withOptions } from "./view.ts";

const DAY_MS = 86_400_000;

const stripOptions = z.strictObject({
  from: day,
  to: day,
  /** Who held a place, each from an event on. */
  terms: z.strictObject({
    name: line.max(30),
    who: z.array(z.strictObject({ person: id, event: id })).min(2),
  }),
  /** What the title counts the days up to, from the last change. */
  until: id,
  lanes: z
    .array(
      z.strictObject({
        name: line.max(30),
        sign: id,
        events: z.array(z.strictObject({ event: id, label: line.max(60) })),
      }),
    )
    .min(1),
});

/** A few days in a row: who was in place, and what happened, by lane. Throws an Error for an event that lies outside them. */
export const dayStrip = withOptions(stripOptions, (ledger, options): View => {
  const { from, to } = options;
  const within = (event: string): Event => {
    const found = get(ledger, "events", event);
    if (found.date < from || found.date > to || found.date.length < 10)
      throw new Error(`\`${event}\` of ${found.date} lies outside ${from} to ${to}`);
    return found;
  };
  const terms = options.terms.who.map(({ person, event }) => ({
    person,
    name: actorName(ledger, person),
    event: within(event),
  }));
  const told = inDateOrder(
    options.lanes.flatMap(({ name, events }) =>
      events.map(({ event, label }) => ({
        lane: name,
        label,
        event: within(event),
        date: within(event).date,
      })),
    ),
  );
  const until = within(options.until);
  const [before, after] = [itemAt(terms, -2), itemAt(terms, -1)];
  const days = daysBetween(after.event.date, until.date);
  const data: DayStripData = {
    days: Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => {
      const id = new Date(timeOf(from) + i * DAY_MS).toISOString().slice(0, 10);
      return { id, date: formatDays(id, undefined) };
    }),
    termsName: options.terms.name,
    terms: terms.map(({ person, name, event }) => ({
      id: person,
      day: event.date,
      label: name,
      says: `${name}, from ${formatDate(event.date)}`,
      href: routes.event(event.id),
    })),
    lanes: options.lanes.map(({ name, sign }) => ({ id: name, label: name, glyph: sign })),
    rows: told.map(({ lane, label, event }) => ({
      id: event.id,
      day: event.date,
      lane,
      label,
      says: `${formatDate(event.date)}: ${event.statement}`,
      reported: event.status !== "confirmed",
      href: routes.event(event.id),
    })),
  };
  return {
    key: keyOf(
      ...data.lanes,
      data.rows.some(({ reported }) => reported) && { glyph: "ring", label: "reported" },
    ),
    draw: (layout) => draw(data, layout),
    table: tableOf({ date: "Date", lane: "Where", what: "What happened" }, told, ({ lane, event }) => [
      event.date,
      lane,
      { text: event.statement, href: routes.event(event.id) },
    ]),
    description:
      `${options.terms.name}: ${before.name} from ${formatDate(before.event.date)}; ${after.name} from ` +
      `${formatDate(after.event.date)}, ${countInWords(days)} ${days === 1 ? "day" : "days"} before ${formatDate(until.date)}.`,
    values: { days: countInWords(days), span: formatSpan(from, to) },
    numbers: { days },
    sources: sourcesOf(...terms.map(({ event }) => event), until, ...told.map(({ event }) => event)),
  };
});

function daysBetween(from: string, to: string): number {
  return Math.round((timeOf(to) - timeOf(from)) / DAY_MS);
}

interface DayStripRow extends Row {
  /** Id of its day, and of its lane. */
  day: string;
  lane: string;
  label: string;
  reported?: boolean;
}

/** Somebody’s time, which begins on a day and lasts until the next one’s. */
interface DayStripTerm extends Row {
  day: string;
  label: string;
}

/** A few days in a row: who was in place, and what happened, by lane. */
interface DayStripData {
  days: { id: string; date: string }[];
  termsName: string;
  terms: DayStripTerm[];
  lanes: { id: string; label: string; glyph: string }[];
  rows: DayStripRow[];
}

/** The terms with the days on which they begin and end, as indexes; the last one ends with the days. */
function spans({ days, terms }: DayStripData): { term: DayStripTerm; from: number; to: number }[] {
  const at = terms.map(({ day }) => days.findIndex(({ id }) => id === day));
  return terms.map((term, i) => ({ term, from: at[i] ?? 0, to: at[i + 1] ?? days.length }));
}

/** A line a day: its date, who was in place as a bar beside it, and what happened. */
function draw(data: DayStripData, layout: Layout) {
  const { days, lanes, rows, termsName } = data;
  const { width } = layout;
  const band =
    widest(
      days.map(({ date }) => date),
      "bold",
    ) + 12;
  const text = band + 40;
  const marks: VNode[] = [];
  const tops: number[] = [];
  const terms = spans(data);
  let y = 4;
  days.forEach((day, i) => {
    tops.push(y);
    const start = y;
    for (const row of rows.filter((row) => row.day === day.id)) {
      const glyph = lanes.find(({ id }) => id === row.lane)?.glyph ?? "none";
      const lines = breakText(row.label, width - text - 6);
      const height = lines.length * LINE + 8;
      marks.push(
        <Mark of={row} y={y} width={width} height={height}>
          <use href={`#${glyph}`} x={text - 8} y={y + 13} />
          {row.reported && <use href="#ring" x={text} y={y + 6} />}
          {textLines(lines, text + 6, y + 18)}
        </Mark>,
      );
      y += height;
    }
    const term = terms.find(({ from }) => from === i)?.term;
    if (term) {
      const { says, href } = term;
      const lines = breakText(`${termsName}: ${term.label}`, width - text, "bold");
      const height = lines.length * LINE + 8;
      marks.push(
        <HitArea x={text - 16} y={y} width={width - text + 16} height={height} label={says} href={href} />,
        ...textLines(lines, text - 16, y + 18, "bold"),
      );
      y += height;
    }
    y = Math.max(y, start + 24);
    marks.push(lineAcross("hair", start, width), ...textLines([day.date], 0, start + 18, "second"));
  });
  tops.push(y);
  return drawingOf(
    layout,
    y + 4,
    <>
      {marks}
      {terms.map(({ term, from, to }, i) => {
        const [top = 0, bottom = y] = [tops[from], tops[to]];
        return (
          <rect
            class={i % 2 ? "level" : "tile-strong"}
            x={band}
            y={px(top + 1)}
            width={14}
            height={px(bottom - top - 2)}
            data-row={term.id}
          />
        );
      })}
      {lineAcross("rule", y, width)}
    </>,
  );
}
