import { countInWords } from "../../i18n/numbers.ts";

/** Lanes of the strip of days, its row of names, and its key. */
export const lanes = { talks: "Talks", case: "Corruption case" } as const;
export const chief = "Chief negotiator";
export const ring = "reported";

export const columns = { date: "Date", lane: "Where", what: "What happened" } as const;

/** "Andriy Yermak, from 22 November 2025" */
export const term = (name: string, from: string) => `${name}, from ${from}`;

/** What the strip shows, in a sentence. */
export const change = (of: {
  before: string;
  after: string;
  from: string;
  changed: string;
  talks: string;
  days: number;
}) =>
  `${of.before} headed the delegation from ${of.from}; ${of.after} took over on ${of.changed}, ` +
  `${daysFrom(of.days)} the talks of ${of.talks}.`;

/** "two days before", "on the day of", "one day after" */
function daysFrom(days: number): string {
  if (days === 0) return "on the day of";
  const count = Math.abs(days);
  return `${countInWords(count)} ${count === 1 ? "day" : "days"} ${days > 0 ? "before" : "after"}`;
}
