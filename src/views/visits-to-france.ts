import { formatDate, formatSpan } from "../i18n/dates.ts";
import { countInWords, plural } from "../i18n/numbers.ts";
import { eventBehind } from "../ledger/event-behind.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Row } from "../ledger/schema.ts";
import { inDateOrder } from "../ledger/timeline.ts";
import { eventOrSource } from "./event-or-source.ts";
import { columnsOf, unique, type View } from "./view.ts";

type Visit = Row<"visits">;

/** The visit that this site starts from. */
const START = "visit-2025-12-01";

/** Zelensky's journeys to France since February 2022, with what was agreed and whether their number is in dispute. */
export function visitsToFrance(ledger: Ledger): View<"timeline"> {
  const visits = inDateOrder(ledger.visits);
  const start = visits.find((visit) => visit.id === START);
  const last = visits.at(-1);
  if (!start || !last) throw new Error(`the ledger has no visit \`${START}\``);
  const disputed = visits.filter((visit) => isDisputed(ledger, visit));
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
        certainty: isDisputed(ledger, visit) ? "disputed" : "confirmed",
        marked: visit.id === START,
        href: hrefOf(ledger, visit),
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
        { text: visit.date, href: hrefOf(ledger, visit) },
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
    sources: unique(visits.flatMap((visit) => visit.sources)),
  };
}

/**
 * The number of a visit is in dispute if a disagreement is about the visit and no confirmed event of that day gives
 * this same number of visits.
 */
function isDisputed(ledger: Ledger, visit: Visit): boolean {
  const settled = ledger.events.some(
    (event) =>
      event.date === visit.date &&
      event.status === "confirmed" &&
      event.figures.some((figure) => figure.unit === "visits" && figure.value === visit.number),
  );
  return !settled && ledger.disagreements.some((disagreement) => disagreement.about.includes(visit.id));
}

function hrefOf(ledger: Ledger, { date, end, occasion, sources }: Visit): string {
  return eventOrSource(eventBehind(ledger, "france", { date, end, text: occasion, actors: ["zelensky", "macron"], sources }), sources);
}

/** Months from one day to another, rounded. */
function monthsBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000 / 30.44);
}

function ordinal(number: number): string {
  const rest = number % 100 >= 11 && number % 100 <= 13 ? 0 : number % 10;
  return `${number}${["th", "st", "nd", "rd"][rest] ?? "th"}`;
}
