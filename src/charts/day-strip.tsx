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
import { keyOf, type Layout, px } from "./lib/drawing.ts";
import { drawingOf, HitArea, lineAcross, Mark } from "./lib/marks.tsx";
import { breakText, LINE, textLines, widest } from "./lib/text.tsx";
import { sourcesOf, tableOf, type View, withOptions } from "./view.ts";

const DAY_MS = 86_400_000;

const stripOptions = z.strictObject({
  from: day,
  to: day,
  /** Who held a place; each term begins with an event. */
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
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, i) =>
    new Date(timeOf(from) + i * DAY_MS).toISOString().slice(0, 10),
  );
  const terms = options.terms.who.map(({ person, event }): Term => {
    const name = actorName(ledger, person);
    const begins = within(event);
    return { id: person, name, event: begins, says: `${name}, from ${formatDate(begins.date)}` };
  });
  const told = inDateOrder(
    options.lanes.flatMap((lane) =>
      lane.events.map(({ event, label }): Step => {
        const found = within(event);
        const says = `${formatDate(found.date)}: ${found.statement}`;
        return { id: event, lane: lane.name, sign: lane.sign, label, event: found, date: found.date, says };
      }),
    ),
  );
  const until = within(options.until);
  const [before, after] = [itemAt(terms, -2), itemAt(terms, -1)];
  const between = daysBetween(after.event.date, until.date);
  return {
    key: keyOf(
      ...options.lanes.map(({ name, sign }) => ({ glyph: sign, label: name })),
      told.some(({ event }) => event.status !== "confirmed") && { glyph: "ring", label: "reported" },
    ),
    draw: (layout) => draw(days, terms, told, options.terms.name, layout),
    table: tableOf({ date: "Date", lane: "Where", what: "What happened" }, told, ({ lane, event }) => [
      event.date,
      lane,
      { text: event.statement, href: routes.event(event.id) },
    ]),
    description:
      `${options.terms.name}: ${before.name} from ${formatDate(before.event.date)}; ${after.name} from ` +
      `${formatDate(after.event.date)}, ${countInWords(between)} ${between === 1 ? "day" : "days"} before ${formatDate(until.date)}.`,
    values: { days: countInWords(between), span: formatSpan(from, to) },
    numbers: { days: between },
    sources: sourcesOf(...terms.map(({ event }) => event), until, ...told.map(({ event }) => event)),
  };
});

function daysBetween(from: string, to: string): number {
  return Math.round((timeOf(to) - timeOf(from)) / DAY_MS);
}

/** What happened on a day, in a lane with a sign of its own. */
interface Step {
  id: string;
  lane: string;
  sign: string;
  label: string;
  event: Event;
  date: string;
  says: string;
}

/** Somebody’s time, which begins with an event and lasts until the next one’s. */
interface Term {
  id: string;
  name: string;
  event: Event;
  says: string;
}

/** One line per day: the date, a bar for who held the place, and what happened. */
function draw(
  days: readonly string[],
  terms: readonly Term[],
  told: readonly Step[],
  termsName: string,
  layout: Layout,
) {
  const { width } = layout;
  const dates = days.map((day) => formatDays(day, undefined));
  const band = widest(dates, "bold") + 12;
  const text = band + 40;
  const marks: VNode[] = [];
  const tops: number[] = [];
  let y = 4;
  days.forEach((day, i) => {
    const start = y;
    tops.push(y);
    for (const { sign, label, event, ...row } of told.filter(({ date }) => date === day)) {
      const lines = breakText(label, width - text - 6);
      const height = lines.length * LINE + 8;
      marks.push(
        <Mark of={{ ...row, href: routes.event(event.id) }} y={y} width={width} height={height}>
          <use href={`#${sign}`} x={text - 8} y={y + 13} />
          {event.status !== "confirmed" && <use href="#ring" x={text} y={y + 6} />}
          {textLines(lines, text + 6, y + 18)}
        </Mark>,
      );
      y += height;
    }
    for (const { name, event, says } of terms.filter(({ event }) => event.date === day)) {
      const lines = breakText(`${termsName}: ${name}`, width - text, "bold");
      const area = { x: text - 16, y, width: width - text + 16, height: lines.length * LINE + 8 };
      marks.push(
        <HitArea {...area} label={says} href={routes.event(event.id)} />,
        ...textLines(lines, text - 16, y + 18, "bold"),
      );
      y += area.height;
    }
    y = Math.max(y, start + 24);
    marks.push(
      lineAcross("hair", start, width),
      ...textLines(dates.slice(i, i + 1), 0, start + 18, "second"),
    );
  });
  const topOf = (term: Term | undefined) => tops[days.indexOf(term?.event.date ?? "")] ?? y;
  return drawingOf(
    layout,
    y + 4,
    <>
      {marks}
      {terms.map((term, i) => (
        <rect
          class={i % 2 ? "level" : "tile-strong"}
          x={band}
          y={px(topOf(term) + 1)}
          width={14}
          height={px(topOf(terms[i + 1]) - topOf(term) - 2)}
          data-row={term.id}
        />
      ))}
      {lineAcross("rule", y, width)}
    </>,
  );
}
