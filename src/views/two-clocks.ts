import type { LaneRow } from "../charts/kinds/lanes.tsx";
import { formatDate } from "../i18n/dates.ts";
import { countInWords, plural } from "../i18n/numbers.ts";
import { draftsInOrder } from "../ledger/drafts.ts";
import { eventBehind } from "../ledger/event-behind.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Row } from "../ledger/schema.ts";
import { actorName } from "../ledger/lookup.ts";
import { countOrigins } from "../ledger/receipts.ts";
import { inDateOrder } from "../ledger/timeline.ts";
import { routes } from "../site.ts";
import { eventOrSource } from "./event-or-source.ts";
import { meetingCertainty, meetingHref, meetingPlace } from "./meeting-words.ts";
import { columnsOf, unique, type View } from "./view.ts";

const FROM = "2025-11-01";
const TO = "2025-12-31";

/** A row with its receipts. */
interface Entry extends LaneRow {
  sources: string[];
}

/**
 * Talks and case, day by day. Above: every meeting and every draft of the two months that is dated to the day. Below:
 * every procedural step, and every exit from office that is not part of a step. Labelled first are drafts, the first step
 * and steps with which somebody left office, then what most newsrooms carry.
 */
export function twoClocks(ledger: Ledger): View<"lanes"> {
  const talks = [...draftEntries(ledger), ...meetingEntries(ledger)];
  const steps = caseEntries(ledger);
  const entries = inDateOrder([...talks, ...steps]);
  const both = days(talks).filter((date) => days(steps).includes(date));
  const longest = longestRun(both);
  const span = (Date.parse(TO) - Date.parse(FROM)) / 86_400_000 + 1;
  /** Days on which both would fall if neither knew of the other. */
  const chance = (days(talks).length * days(steps).length) / span;
  return {
    kind: "lanes",
    data: {
      from: FROM,
      to: TO,
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
    description: `From ${formatDate(FROM)} to ${formatDate(TO)}: ${plural(talks.length, "meeting or draft", "meetings and drafts")} and ${plural(steps.length, "step")} around the corruption affair. On ${plural(both.length, "day")} both moved${longest.length > 1 ? `, without a break from ${formatDate(longest[0]!)} to ${formatDate(longest.at(-1)!)}` : ""}.`,
    values: { both: countInWords(both.length), days: String(span), chance: countInWords(Math.round(chance)) },
    sources: unique(entries.flatMap((entry) => entry.sources)),
  };
}

const inSpan = ({ date, end }: { date: string; end?: string | undefined }) => date.length === 10 && date >= FROM && (end ?? date) <= TO;

function draftEntries(ledger: Ledger): Entry[] {
  return draftsInOrder(ledger)
    .filter(inSpan)
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

function meetingEntries(ledger: Ledger): Entry[] {
  return ledger.meetings.filter(inSpan).map((meeting) => ({
    id: meeting.id,
    lane: "talks",
    date: meeting.date,
    end: meeting.end,
    label: meeting.format === "call" ? "" : meetingPlace(meeting),
    says: `${meetingPlace(meeting)}. ${meeting.outcome}`,
    certainty: meetingCertainty(ledger, meeting),
    rank: 100 - countOrigins(ledger, meeting.sources),
    href: meetingHref(ledger, meeting),
    sources: meeting.sources,
  }));
}

/** A step is on record as a step; what it accuses anybody of is alleged, and its words say so. */
function caseEntries(ledger: Ledger): Entry[] {
  const steps = ledger["case-steps"].filter(inSpan);
  const first = steps.reduce<Row<"case-steps"> | undefined>((a, b) => (a && a.date <= b.date ? a : b), undefined);
  const exitIn = (step: Row<"case-steps">) => ledger.exits.find((exit) => exit.date === step.date && step.persons.includes(exit.person));
  const told = (exit: Row<"exits">) => steps.some((step) => step.date === exit.date && step.persons.includes(exit.person));
  return [
    ...steps.map((step): Entry => {
      const exit = exitIn(step);
      const event = eventBehind(
        ledger,
        "corruption",
        exit
          ? { date: exit.date, text: exit.how, actors: [exit.person], sources: exit.sources }
          : { date: step.date, text: step.step, actors: step.persons, sources: step.sources },
      );
      return {
        id: step.id,
        lane: "case",
        date: step.date,
        label: event?.title ?? "",
        says: step.step,
        certainty: "confirmed",
        rank: exit || step === first ? 0 : 100 - countOrigins(ledger, step.sources),
        href: eventOrSource(event, step.sources),
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
function days(entries: readonly Entry[]): string[] {
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
