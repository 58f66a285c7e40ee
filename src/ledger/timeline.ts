import { answerOf, answersByTheme, draftsInOrder, inDateOrder } from "./lookup.ts";
import { isBefore } from "./fields.ts";
import type { Event, Ledger } from "./ledger.ts";
import { itemAt } from "../required.ts";

export interface Period {
  /** `2025-11`, or `2018` for a whole year or for events without a known month. */
  id: string;
  /** Latest first; events dated by month or year last. */
  events: Event[];
}

/**
 * First and last month of the talks (`YYYY-MM`), by the first and last draft. Throws an Error without drafts.
 */
export function monthsOfTalks(ledger: Ledger): { from: string; to: string } {
  const months = draftsInOrder(ledger).map(({ date }) => date.slice(0, 7));
  return { from: itemAt(months, 0), to: itemAt(months, -1) };
}

/**
 * Groups events by year and month, latest first. Years before `monthly` are one period; in later years events
 * without a month form a period at the end.
 */
export function periodsOf(events: readonly Event[], monthly: string): { year: string; periods: Period[] }[] {
  // Imprecise dates sort after every day of their month or year.
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

/** Every ISO day with an event, meeting, draft or case step, in order. */
export function daysOf(ledger: Ledger): string[] {
  const rows = [...ledger.events, ...ledger.meetings, ...ledger.drafts, ...ledger["case-steps"]];
  return [...new Set(rows.map((row) => row.date).filter((date) => date.length === 10))].sort();
}

/** Everything recorded for a day; meetings that began earlier come first. */
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
 * The state of the talks at the end of a day, as known today: the latest text of the plan and its open
 * answers, the latest numeric answer to each of `clauses`, and the leaders of the delegations.
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

/** Only offices marked as leading, with a known first day. */
function leadsOn(ledger: Ledger, date: string) {
  return ledger.people.flatMap(({ id, name, side, roles }) =>
    roles.flatMap(({ leads, from, to }) =>
      side && leads && from && !isBefore(date, from) && !(to && isBefore(to, date))
        ? [{ id, name, side, from, to }]
        : [],
    ),
  );
}
