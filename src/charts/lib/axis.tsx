import { utcDay, utcMonth, utcYear } from "d3";
import { timeOf } from "../../format/dates.ts";

/** Start and end of a partial ISO date (day, month or year), in ms. */
export function periodOf(date: string): readonly [number, number] {
  const interval = date.length > 7 ? utcDay : date.length > 4 ? utcMonth : utcYear;
  const start = timeOf(date);
  return [start, interval.offset(new Date(start), 1).getTime()];
}

export function middleOf(date: string): number {
  const [start, end] = periodOf(date);
  return (start + end) / 2;
}
