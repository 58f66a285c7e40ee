import type { VNode } from "preact";

/** Width for which a chart is drawn, px. Narrow layouts put labels above their rows. */
export interface Layout {
  name: "narrow" | "wide" | "full";
  width: number;
  isNarrow: boolean;
}

/**
 * Narrow: phones and the columns of other people's pages, used below `WIDE_FROM_PX`. Wide: article columns, used up to
 * `WIDE_MAX_PX`. Full: the width of the page, for charts whose YAML asks for it.
 */
export const LAYOUTS: Readonly<Record<Layout["name"], Layout>> = {
  narrow: { name: "narrow", width: 340, isNarrow: true },
  wide: { name: "wide", width: 600, isNarrow: false },
  full: { name: "full", width: 1148, isNarrow: false },
};

/** From this width of its container on, the wide drawing is shown, px; its text is 13 px high there. */
export const WIDE_FROM_PX = 520;
/** Widest that the wide drawing grows, px. */
export const WIDE_MAX_PX = 760;

/** The area, in px, that opens the link and the tooltip of one row of data. */
export interface Hit {
  x: number;
  y: number;
  width: number;
  height: number;
  label: string;
  href?: string;
}

export interface Drawing {
  width: number;
  height: number;
  body: VNode;
  hits: Hit[];
}

export interface KeyEntry {
  glyph: string;
  label: string;
}

export function keyOf(labels: Readonly<Record<string, string | false>>): KeyEntry[] {
  return Object.entries(labels).flatMap(([glyph, label]) => (label ? [{ glyph, label }] : []));
}

/** Rounds to a tenth of a pixel, to keep the markup short. Throws a RangeError for NaN and Infinity. */
export function px(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`a coordinate is ${value}`);
  return Math.round(value * 10) / 10;
}
