import type { VNode } from "preact";

/**
 * Width for which a chart is drawn, in CSS pixels. Narrow layouts put labels above their rows; a kind that needs room
 * beside its labels does so in the medium one, too.
 */
export interface Layout {
  name: "narrow" | "medium" | "wide" | "full";
  width: number;
}

/** Phones; the columns of other people's pages; article column; the whole width of the page (only charts that ask for it). */
export const LAYOUTS: Readonly<Record<Layout["name"], Layout>> = {
  narrow: { name: "narrow", width: 340 },
  medium: { name: "medium", width: 520 },
  wide: { name: "wide", width: 720 },
  full: { name: "full", width: 1080 },
};

/** Whether a layout has no room for columns beside each other. */
export function isSmall({ name }: Layout): boolean {
  return name === "narrow" || name === "medium";
}

/** Size of all text in a chart, px. At a container of 300 px, text is still 12 px high. */
export const TEXT_SIZE = 14;

/** Size of `.small` text, px: where a wide layout has least room (38.5 rem), it is still 12 px high. */
export const SMALL_SIZE = 13.3;

/** Size of `.large` text, px: the words that a drawing is about. */
export const LARGE_SIZE = 17;

/** What the rows of most kinds have, beside what is drawn of them. */
export interface Row {
  id: string;
  /** What the row says, in a sentence. */
  says: string;
  href?: string;
}

/** An area of the drawing, px, that stands for one row of data: a link for the mouse, a tooltip for both. */
export interface Hit {
  x: number;
  y: number;
  width: number;
  height: number;
  label: string;
  href?: string;
}

/** What a chart kind returns: the content of an SVG of that size. */
export interface Drawing {
  width: number;
  height: number;
  body: VNode;
  hits: Hit[];
}

/** One entry of a key: the sign as it is drawn, and what it means. */
export interface KeyEntry {
  glyph: string;
  label: string;
}

/**
 * A kind of chart: rows in, SVG out. It knows neither the ledger nor the page, reads no clock and draws the same rows
 * the same way each time.
 */
export interface Kind<Data> {
  /** Reasons not to draw these rows, each naming the row; empty if they can be drawn. */
  refuse(data: Data): string[];
  draw(data: Data, layout: Layout): Drawing;
  /** Signs that the drawing uses, in reading order. */
  key(data: Data): KeyEntry[];
}

/** A key of the entries that apply, in their order. */
export function keyOf(...entries: readonly (KeyEntry | false)[]): KeyEntry[] {
  return entries.flatMap((entry) => (entry ? [{ glyph: entry.glyph, label: entry.label }] : []));
}

/** A kind's `refuse`, from a generator of its reasons. */
export function reasons<Data>(find: (data: Data) => Iterable<string>): (data: Data) => string[] {
  return (data) => [...find(data)];
}

/** A reason not to draw for each id that stands more than once. */
export function repeated(rows: readonly { id: string }[]): string[] {
  const ids = rows.map((row) => row.id);
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) < i))].map((id) => `\`${id}\` stands twice`);
}

/** Whether a length can stand for a number. */
export function isAmount(value: number): boolean {
  return Number.isFinite(value) && value >= 0;
}

/** Coordinates to a tenth of a pixel: finer than anybody sees, and short. */
export function px(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`a coordinate is ${value}`);
  return Math.round(value * 10) / 10;
}
