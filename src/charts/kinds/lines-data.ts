import type { Row } from "../lib/drawing.ts";
export interface LinesLine {
  id: string;
  /** Stands at the end of the line, with the last number. */
  label: string;
  marked: boolean;
  /** In order of time; partial ISO dates. A null breaks the line, which goes on dashed; a derived number is a ring. */
  points: { date: string; value: number | null; derived?: boolean }[];
  /** Parts of a point, hollow and apart from the line, each with its number; `says` is for the mouse. */
  parts?: { date: string; value: number; says: string }[];
}

/** Something that happened, marked on the time axis. */
export interface LinesMoment extends Row {
  date: string;
  label: string;
}

/** Numbers of one unit over time, `from` and `to` included (ISO dates). */
export interface LinesData {
  from: string;
  to: string;
  /** Lowest and highest number of the scale. */
  domain: readonly [number, number];
  /** Writes a number with its unit: "61%". */
  format: (value: number) => string;
  lines: LinesLine[];
  moments: LinesMoment[];
  /** Longest time between two points that a solid line may cross, in days. */
  longestGap: number;
  gap: string;
  derived?: string;
  part?: string;
  /** Name of a date in words, for what the mouse reads. */
  nameDate: (date: string) => string;
  href: string;
}
