import { formatDate, formatMonth } from "../../i18n/dates.ts";
import { formatNumber, plural } from "../../i18n/numbers.ts";

export const title = "Timeline";
export const heading = "Day by day";
export const show = "Show only some events";
export const everything = "Show everything";
export const all = "all";
export const filters = { topic: "Story", status: "Status" } as const;
export const rail = "Years and months";
export const events = (count: number) => plural(count, "event");
/** Reads on from the number that is left. */
export const outOf = (total: number) => `of ${events(total)} shown`;
export const description = (total: number) =>
  `All ${formatNumber(total)} events that this site records, day by day, the latest first: the peace plan, France, the corruption case. Each with its status.`;
export const lead = (total: number, through: string, from: string, to: string) =>
  `${events(total)} up to ${formatDate(through)}, the latest first. ` +
  `The latest month and those of the talks, ${formatMonth(from)} to ${formatMonth(to)}, stand open. ` +
  "A date leads to its day.";
export const before = (year: string) => `Before ${year}`;
/** Heading of a period with the id `2025-11` or `2018`; a year may hold what has no month in a year cut into months. */
export const period = (id: string, wholeYear: boolean) =>
  id.length > 4 ? formatMonth(id) : wholeYear ? id : `${id}, month not known`;
