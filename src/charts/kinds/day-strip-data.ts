import type { Row } from "../lib/drawing.ts";
export interface DayStripRow extends Row {
  /** Id of its day, and of its lane. */
  day: string;
  lane: string;
  label: string;
  reported?: boolean;
}

/** Somebody’s time, which begins on a day and lasts until the next one’s. */
export interface DayStripTerm extends Row {
  day: string;
  label: string;
}

/** A few days in a row: who was in place, and what happened, by lane. */
export interface DayStripData {
  days: { id: string; head: string; date: string }[];
  termsName: string;
  terms: DayStripTerm[];
  lanes: { id: string; label: string; glyph: string }[];
  rows: DayStripRow[];
  ring: string;
}

/** The terms with the days on which they begin and end, as indexes; the last one ends with the days. */
export function spans({ days, terms }: DayStripData): { term: DayStripTerm; from: number; to: number }[] {
  const at = terms.map(({ day }) => days.findIndex(({ id }) => id === day));
  return terms.map((term, i) => ({ term, from: at[i] ?? 0, to: at[i + 1] ?? days.length }));
}
