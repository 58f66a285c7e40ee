import { z } from "zod";
import { formatDate, formatSpan } from "../i18n/dates.ts";
import { countInWords, plural } from "../i18n/numbers.ts";
import { id } from "../ledger/fields.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { get } from "../ledger/lookup.ts";
import { inDateOrder } from "../ledger/timeline.ts";
import { eventOrSource } from "./event-or-source.ts";
import { columnsOf, unique, type View } from "./view.ts";

/** The visit that stands out: the one that the site starts from. */
export const visitOptions = z.strictObject({ start: id });

/** Zelensky's journeys to France since February 2022, with what was agreed and whether their number is in dispute. */
export function visitsToFrance(ledger: Ledger, options: z.infer<typeof visitOptions>): View<"timeline"> {
  const visits = inDateOrder(ledger.visits);
  const start = get(ledger, "visits", options.start);
  const last = visits.at(-1)!;
  const disputed = visits.filter((visit) => visit.number_is === "disputed");
  const span = monthsBetween(visits[0]!.date, last.date);
  return {
    kind: "timeline",
    data: {
      words: { confirmed: "number not in dispute", disputed: "number in dispute" },
      rows: visits.map((visit) => ({
        id: visit.id,
        date: visit.date,
        end: visit.end,
        number: String(visit.number),
        head: formatSpan(visit.date, visit.end),
        detail: visit.place,
        text: visit.agreed,
        certainty: visit.number_is === "disputed" ? "disputed" : "confirmed",
        marked: visit.id === start.id,
        href: eventOrSource(ledger, visit),
      })),
    },
    table: {
      columns: columnsOf({
        number: "Number",
        date: "Date",
        end: "Until",
        place: "Place",
        occasion: "Occasion",
        agreed: "What was agreed or announced",
        note: "Note",
      }),
      rows: visits.map((visit) => [
        visit.number,
        { text: visit.date, href: eventOrSource(ledger, visit) },
        visit.end ?? null,
        visit.place,
        visit.occasion,
        visit.agreed,
        visit.note ?? null,
      ]),
    },
    description: `${plural(visits.length, "visit")} in ${span} months, from ${formatDate(visits[0]!.date)} to ${formatDate(last.date)}. The one of ${formatDate(start.date)} is number ${start.number}${disputed.length > 0 ? `; the numbering of ${countInWords(disputed.length)} after it is in dispute` : ""}.`,
    values: {
      number: ordinal(start.number),
      date: formatDate(start.date),
    },
    numbers: { disputed: disputed.filter((visit) => visit.date > start.date).length },
    sources: unique(visits.flatMap((visit) => visit.sources)),
  };
}

/** Months from one day to another, rounded. */
function monthsBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000 / 30.44);
}

function ordinal(number: number): string {
  const rest = number % 100 >= 11 && number % 100 <= 13 ? 0 : number % 10;
  return `${number}${["th", "st", "nd", "rd"][rest] ?? "th"}`;
}
