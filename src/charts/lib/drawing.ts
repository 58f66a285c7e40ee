import type { VNode } from "preact";

/** Narrow layouts put labels above their rows. */
export interface Layout {
  name: "narrow" | "wide" | "full";
  width: number;
  isNarrow: boolean;
}

/**
 * Narrow: below `WIDE_FROM_PX`. Wide: up to `WIDE_MAX_PX`. Full: page width, if the chart’s YAML asks for it.
 */
export const LAYOUTS: Readonly<Record<Layout["name"], Layout>> = {
  narrow: { name: "narrow", width: 340, isNarrow: true },
  wide: { name: "wide", width: 600, isNarrow: false },
  full: { name: "full", width: 1148, isNarrow: false },
};

/** Container width that shows the wide drawing, with text 13 px high. */
export const WIDE_FROM_PX = 520;
export const WIDE_MAX_PX = 760;

/** Area, in px, of the link and the tooltip of one row. */
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

/** To a tenth of a pixel, to keep the markup short. Throws a RangeError for NaN and Infinity. */
export function px(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`a coordinate is ${value}`);
  return Math.round(value * 10) / 10;
}
