import { z } from "zod";
import type { LaneRow } from "../charts/kinds/lanes.tsx";
import { formatDate } from "../i18n/dates.ts";
import { countInWords, formatNumber, plural } from "../i18n/numbers.ts";
import { draftsInOrder } from "../ledger/drafts.ts";
import { day } from "../ledger/fields.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Row } from "../ledger/schema.ts";
import { actorName } from "../ledger/lookup.ts";
import { countOrigins } from "../ledger/receipts.ts";
import { eventOf, statusOf } from "../ledger/row-status.ts";
import { inDateOrder } from "../ledger/timeline.ts";
import { routes } from "../site.ts";
import { eventOrSource } from "./event-or-source.ts";
import { meetingPlace } from "./meeting-words.ts";
import { columnsOf, unique, type View } from "./view.ts";

/** First and last day of the span that is drawn. */
export const clockOptions = z.strictObject({ from: day, to: day });

type Span = z.infer<typeof clockOptions>;

/** A row with its receipts. */
interface Entry extends LaneRow {
  sources: string[];
}

/**
 * Talks and case, day by day. Above: every meeting and every draft of the span that is dated to the day. Below:
 * every procedural step, and every exit from office that is not part of a step. Labelled first are drafts, the first step
 * and steps with which somebody left office, then what most newsrooms carry.
 */
export function twoClocks(ledger: Ledger, span: Span): View<"lanes"> {
  const talks = [...draftEntries(ledger, span), ...meetingEntries(ledger, span)];
  const steps = caseEntries(ledger, span);
  const entries = inDateOrder([...talks, ...steps]);
  const [talkDays, stepDays] = [days(talks), days(steps)];
  const both = talkDays.filter((date) => stepDays.includes(date));
  const length = days([{ date: span.from, end: span.to }]).length;
  // As many days would fall together on average if the steps were spread over the span by lot.
  const chance = (talkDays.length * stepDays.length) / length;
  const longest = longestRun(both);
  return {
    kind: "lanes",
    data: {
      ...span,
      lanes: [
        { id: "talks", label: "Talks and drafts", side: "above" },
        { id: "case", label: "Corruption case", side: "below" },
      ],
      words: {
        confirmed: "on record",
        reported: "text not public, or known from unnamed sources",
        alleged: "alleged",
        disputed: "accounts differ",
      },
      rows: entries,
    },
    table: {
      columns: columnsOf({ date: "Date", end: "Until", lane: "Clock", what: "What happened" }),
      rows: entries.map((entry) => [
        entry.date,
        entry.end ?? null,
        entry.lane === "talks" ? "Talks and drafts" : "Corruption case",
        entry.href ? { text: entry.says, href: entry.href } : entry.says,
      ]),
    },
    description: `From ${formatDate(span.from)} to ${formatDate(span.to)}: ${plural(talks.length, "meeting or draft", "meetings and drafts")} and ${plural(steps.length, "step")} around the corruption affair. On ${plural(both.length, "day")} both moved${longest.length > 1 ? `, without a break from ${formatDate(longest[0]!)} to ${formatDate(longest.at(-1)!)}` : ""}. Talks or drafts stand on ${talkDays.length} of ${length} days and steps on ${stepDays.length}; by chance alone about ${formatNumber(Math.round(chance))} days would have both.`,
    values: {
      both: countInWords(both.length),
      days: String(length),
      talkDays: String(talkDays.length),
      stepDays: String(stepDays.length),
      chance: countInWords(Math.round(chance)),
    },
    numbers: { both: both.length, chance: Math.round(chance) },
    sources: unique(entries.flatMap((entry) => entry.sources)),
  };
}

/** Whether a row is dated to the day and lies within the span. */
const within =
  ({ from, to }: Span) =>
  ({ date, end = date }: { date: string; end?: string | undefined }) =>
    date.length === 10 && date >= from && end <= to;

function draftEntries(ledger: Ledger, span: Span): Entry[] {
  return draftsInOrder(ledger)
    .filter(within(span))
    .map((draft) => ({
      id: `draft-${draft.id}`,
      lane: "talks",
      date: draft.date,
      label: draft.name,
      says: `draft: ${draft.name}`,
      certainty: draft.text_public === "none" ? "reported" : "confirmed",
      rank: 0,
      href: routes.draft(draft.id),
      sources: draft.sources,
    }));
}

function meetingEntries(ledger: Ledger, span: Span): Entry[] {
  return ledger.meetings.filter(within(span)).map((meeting) => ({
    id: meeting.id,
    lane: "talks",
    date: meeting.date,
    end: meeting.end,
    label: meeting.format === "call" ? "" : meetingPlace(meeting),
    says: `${meetingPlace(meeting)}. ${meeting.outcome}`,
    certainty: statusOf(ledger, meeting),
    rank: 100 - countOrigins(ledger, meeting.sources),
    href: eventOrSource(ledger, meeting),
    sources: meeting.sources,
  }));
}

/** A step is as sure as its event: one that tells of an accusation is alleged. That somebody left office is on record. */
function caseEntries(ledger: Ledger, span: Span): Entry[] {
  const inSpan = within(span);
  const steps = ledger["case-steps"].filter(inSpan);
  const first = steps.reduce<Row<"case-steps"> | undefined>((a, b) => (a && a.date <= b.date ? a : b), undefined);
  const exitIn = (step: Row<"case-steps">) => ledger.exits.find((exit) => exit.date === step.date && step.persons.includes(exit.person));
  const told = (exit: Row<"exits">) => steps.some((step) => step.date === exit.date && step.persons.includes(exit.person));
  return [
    ...steps.map((step): Entry => {
      return {
        id: step.id,
        lane: "case",
        date: step.date,
        label: eventOf(ledger, step)?.title ?? "",
        says: step.step,
        certainty: statusOf(ledger, step),
        rank: exitIn(step) || step === first ? 0 : 100 - countOrigins(ledger, step.sources),
        href: eventOrSource(ledger, step),
        sources: step.sources,
      };
    }),
    ...ledger.exits
      .filter((exit) => inSpan(exit) && !told(exit))
      .map((exit): Entry => ({
        id: exit.id,
        lane: "case",
        date: exit.date,
        label: `${actorName(ledger, exit.person)} ${exit.how}`,
        says: `${actorName(ledger, exit.person)}, ${exit.office.toLowerCase()}: ${exit.how}${exit.note ? `. ${exit.note}` : ""}`,
        certainty: "confirmed",
        rank: 0,
        href: routes.person(exit.person),
        sources: exit.sources,
      })),
  ];
}

/** Every day on which one of the entries happened or went on, in order. */
function days(entries: readonly { date: string; end?: string | undefined }[]): string[] {
  const all = entries.flatMap(({ date, end = date }) => {
    const length = (Date.parse(end) - Date.parse(date)) / 86_400_000 + 1;
    return Array.from({ length }, (_, i) => dayAfter(date, i));
  });
  return unique(all.sort());
}

/** The longest run of days without a gap. */
function longestRun(sorted: readonly string[]): string[] {
  let longest: string[] = [];
  let run: string[] = [];
  for (const date of sorted) {
    run = run.length > 0 && dayAfter(run.at(-1)!, 1) === date ? [...run, date] : [date];
    if (run.length > longest.length) longest = run;
  }
  return longest;
}

function dayAfter(date: string, count: number): string {
  return new Date(Date.parse(date) + count * 86_400_000).toISOString().slice(0, 10);
}
