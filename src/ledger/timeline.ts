import { answerOf, answersByTheme, draftsInOrder } from "./drafts.ts";
import { isBefore } from "./fields.ts";
import type { Event, Ledger } from "./ledger.ts";
import { itemAt } from "../required.ts";

export interface Period {
  /** `2025-11`, or `2018` for a year that is not cut into months, or of whose events only the year is known. */
  id: string;
  /** The latest first; what is known only by month or year comes last. */
  events: Event[];
}

/** Rows in date order, vague dates first; rows of one day by their `order`, then in the order of the files. */
export function inDateOrder<T extends { date: string; order?: number | undefined }>(rows: readonly T[]): T[] {
  const place = (row: T) => row.order ?? Number.MAX_SAFE_INTEGER;
  return [...rows].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : place(a) - place(b)));
}

/** First and last month of the talks, `YYYY-MM`: those of the first and the last draft. Throws without drafts. */
export function monthsOfTalks(ledger: Ledger): { from: string; to: string } {
  const months = draftsInOrder(ledger).map(({ date }) => date.slice(0, 7));
  return { from: itemAt(months, 0), to: itemAt(months, -1) };
}

/**
 * Events by year and month of their first day, the latest first. Years before `monthly` are one period each, as are the events
 * of a later year of which no month is known, at its end.
 */
export function periodsOf(events: readonly Event[], monthly: string): { year: string; periods: Period[] }[] {
  // What is not known exactly sorts behind every day of its month or year.
  const latestFirst = inDateOrder(events).sort(
    (a, b) => Number(a.date.length < 10) - Number(b.date.length < 10) || b.date.localeCompare(a.date),
  );
  const idOf = ({ date }: Event) => (date < monthly ? date.slice(0, 4) : date.slice(0, 7));
  const years = Map.groupBy(latestFirst, (event) => event.date.slice(0, 4));
  return [...years]
    .map(([year, inYear]) => ({
      year,
      periods: [...Map.groupBy(inYear, idOf)]
        .map(([id, events]) => ({ id, events }))
        .sort((a, b) => Number(a.id.length < 7) - Number(b.id.length < 7) || b.id.localeCompare(a.id)),
    }))
    .sort((a, b) => b.year.localeCompare(a.year));
}

/** Every day, ISO and in order, of an event, a meeting, a draft or a step in a case. */
export function daysOf(ledger: Ledger): string[] {
  const rows = [...ledger.events, ...ledger.meetings, ...ledger.drafts, ...ledger["case-steps"]];
  return [...new Set(rows.map((row) => row.date).filter((date) => date.length === 10))].sort();
}

/** What is on record for a day, each list in its order; meetings that had begun earlier come first. */
export function dayOf(ledger: Ledger, date: string) {
  const on = <T extends { date: string; order?: number | undefined }>(rows: readonly T[]) =>
    inDateOrder(rows.filter((row) => row.date === date));
  const isGoingOn = ({ date: from, end = from }: { date: string; end?: string | undefined }) =>
    from.length === 10 && end.length === 10 && from <= date && end >= date;
  return {
    events: on(ledger.events),
    meetings: inDateOrder(ledger.meetings.filter(isGoingOn)),
    drafts: on(ledger.drafts),
    steps: on(ledger["case-steps"]),
  };
}

/**
 * The state of the talks at the end of a day, as known today: the latest text of the plan (papers on other matters are left
 * aside) and what it leaves open, of each of `clauses` the latest answer that names a number, and who led for whom.
 */
export function standingOn(ledger: Ledger, date: string, clauses: readonly string[]) {
  const known = draftsInOrder(ledger)
    .filter((draft) => draft.date <= date)
    .reverse();
  const text = known.find((draft) => draft.absence !== "out-of-scope");
  const figures = clauses.flatMap((clause) => {
    const figuresOf = known.flatMap((draft) => {
      const answer = answerOf(ledger, draft.id, clause);
      return answer?.value === undefined ? [] : [{ draft, answer }];
    });
    return figuresOf.slice(0, 1);
  });
  const open = answersByTheme(ledger, text?.id ?? "")
    .flatMap(({ answers }) => answers)
    .filter(({ answer }) => answer.status === "open");
  return { text, open, figures, leads: leadsOn(ledger, date) };
}

/** Who led for whom: only offices marked as leading, with a first day that is known. */
function leadsOn(ledger: Ledger, date: string) {
  return ledger.people.flatMap(({ id, name, side, roles }) =>
    roles.flatMap(({ leads, from, to }) =>
      side && leads && from && !isBefore(date, from) && !(to && isBefore(to, date))
        ? [{ id, name, side, from, to }]
        : [],
    ),
  );
}
