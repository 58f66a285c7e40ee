import type { Event, Ledger } from "./ledger.ts";

/** The events of one month; `month` is `YYYY-MM`, or undefined where only the year is known. */
export interface MonthOfEvents {
  month: string | undefined;
  events: Event[];
}

/** Rows in date order; rows of one day in the order of the files; what is known only by year or month comes first in it. */
export function inDateOrder<T extends { date: string }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** Events grouped by year and month of their first day, in date order. Groups without events do not appear. */
export function byYearAndMonth(events: readonly Event[]): { year: string; months: MonthOfEvents[] }[] {
  const years = Map.groupBy(inDateOrder(events), (event) => event.date.slice(0, 4));
  return [...years].map(([year, inYear]) => ({
    year,
    months: [...Map.groupBy(inYear, (event) => (event.date.length > 4 ? event.date.slice(0, 7) : undefined))].map(([month, events]) => ({
      month,
      events,
    })),
  }));
}

/** The events before and after one in its own story. */
export function neighboursOf(ledger: Ledger, event: Event): { previous: Event | undefined; next: Event | undefined } {
  const story = inDateOrder(ledger.events.filter((other) => other.topic === event.topic));
  const at = story.indexOf(event);
  return { previous: at > 0 ? story[at - 1] : undefined, next: story[at + 1] };
}

/** What happened on the same day in the other stories; nothing if the day is not known. */
export function sameDayElsewhere(ledger: Ledger, event: Event): Event[] {
  return event.date.length < 10 ? [] : ledger.events.filter((other) => other.date === event.date && other.topic !== event.topic);
}
