import type { VNode } from "preact";

/** Width for which a chart is drawn, px. Narrow layouts put labels above their rows. */
export interface Layout {
  name: "narrow" | "wide" | "full";
  width: number;
}

/**
 * Narrow: phones and the columns of other people's pages, used below `WIDE_FROM_PX`. Wide: article columns, used up to
 * `WIDE_MAX_PX`. Full: the width of the page, for charts whose YAML asks for it.
 */
export const LAYOUTS: Readonly<Record<Layout["name"], Layout>> = {
  narrow: { name: "narrow", width: 340 },
  wide: { name: "wide", width: 600 },
  full: { name: "full", width: 1148 },
};

/** From this width of its container on, the wide drawing is shown, px; its text is 13 px high there. */
export const WIDE_FROM_PX = 520;
/** Widest that the wide drawing grows, px. */
export const WIDE_MAX_PX = 760;

/** An area of the drawing, px, that stands for one row of data: a link for the mouse, a tooltip for both. */
export interface Hit {
  x: number;
  y: number;
  width: number;
  height: number;
  label: string;
  href?: string;
}

/** The content of an SVG of that size. */
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

/** What the rows of most drawings have, beside what is drawn of them. */
export interface Row {
  id: string;
  /** What the row says, in a sentence. */
  says: string;
  href?: string;
}

/** A key of the entries that apply, in their order. */
export function keyOf(...entries: readonly (KeyEntry | false)[]): KeyEntry[] {
  return entries.flatMap((entry) => (entry ? [{ glyph: entry.glyph, label: entry.label }] : []));
}

/** A coordinate to a tenth of a pixel: finer than anybody sees, and short. Throws a RangeError for what is no number. */
export function px(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`a coordinate is ${value}`);
  return Math.round(value * 10) / 10;
}
