import { dayStrip } from "./kinds/day-strip.tsx";
import { z } from "zod";
import { formatDate, formatDays, formatSpan, timeOf } from "../i18n/dates.ts";
import { countInWords } from "../i18n/numbers.ts";
import { day, id, line } from "../ledger/fields.ts";
import type { Event } from "../ledger/ledger.ts";
import { actorName, get } from "../ledger/lookup.ts";
import { inDateOrder } from "../ledger/timeline.ts";
import { routes } from "../site.ts";
import { words } from "../words/words.ts";
import { sourcesOf, tableOf, drawnAs, type View, withOptions } from "./view.ts";

const DAY = 86_400_000;

const labelled = z.strictObject({ event: id, label: line.max(60) });
const lead = z.strictObject({ person: id, event: id });

/** First and last day, who led the delegation from which event on, the talks that the title names, and what is told of both stories. */
const daysOptions = z.strictObject({
  from: day,
  to: day,
  before: lead,
  after: lead,
  before_talks: id,
  talks: z.array(labelled),
  case: z.array(labelled),
});

interface Term {
  person: string;
  name: string;
  event: Event;
  since: string;
}

/** A few days of talks and case, and who led the delegation. Throws an Error for an event that lies outside them. */
export const eightDays = withOptions(daysOptions, (ledger, options): View => {
  const { from, to } = options;
  const within = (event: string): Event => {
    const found = get(ledger, "events", event);
    if (found.date < from || found.date > to || found.date.length < 10)
      throw new Error(`\`${event}\` of ${found.date} lies outside ${from} to ${to}`);
    return found;
  };
  const [before, after] = [options.before, options.after].map(({ person, event }) => {
    const name = actorName(ledger, person);
    return { person, name, event: within(event), since: formatDate(within(event).date) };
  }) as [Term, Term];
  const told = inDateOrder(
    (["case", "talks"] as const).flatMap((lane) =>
      options[lane].map(({ event, label }) => ({
        lane,
        label,
        event: within(event),
        date: within(event).date,
      })),
    ),
  );
  const talks = within(options.before_talks);
  const days = daysBetween(after.event.date, talks.date);
  return {
    ...drawnAs(dayStrip, {
      days: Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => {
        const id = new Date(timeOf(from) + i * DAY).toISOString().slice(0, 10);
        return { id, head: String(Number(id.slice(8))), date: formatDays(id, undefined) };
      }),
      termsName: words.negotiators.chief,
      terms: [before, after].map(({ person, name, event, since }) => ({
        id: person,
        day: event.date,
        label: name,
        says: words.negotiators.term(name, since),
        href: routes.event(event.id),
      })),
      lanes: [
        { id: "talks", label: words.negotiators.lanes.talks, glyph: "stated" },
        { id: "case", label: words.negotiators.lanes.case, glyph: "block-open" },
      ],
      rows: told.map(({ lane, label, event }) => ({
        id: event.id,
        day: event.date,
        lane,
        label,
        says: `${formatDate(event.date)}: ${event.statement}`,
        reported: event.status !== "confirmed",
        href: routes.event(event.id),
      })),
      ring: words.negotiators.ring,
    }),
    table: tableOf(words.negotiators.columns, told, ({ lane, event }) => [
      event.date,
      words.negotiators.lanes[lane],
      { text: event.statement, href: routes.event(event.id) },
    ]),
    description: words.negotiators.change({
      before: before.name,
      after: after.name,
      from: before.since,
      changed: after.since,
      talks: formatDate(talks.date),
      days,
    }),
    values: { days: countInWords(days), span: formatSpan(from, to) },
    numbers: { days },
    sources: sourcesOf(before.event, after.event, talks, ...told.map(({ event }) => event)),
  };
});

function daysBetween(from: string, to: string): number {
  return Math.round((timeOf(to) - timeOf(from)) / DAY);
}
