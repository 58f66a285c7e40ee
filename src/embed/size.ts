import type { Chart } from "../views/read-charts.ts";
import { embedDrawing } from "./embed-drawing.ts";

/** Widths whose heights are published, px. */
export const EMBED_WIDTHS = [280, 320, 480, 640, 800, 960] as const;
/** Height kept for the line with the link back, px; the line itself is one lower, so that a rounded frame never scrolls. */
export const FOOT = 32;
/** From this width on the wide drawing stands, px. */
export const WIDE_FROM = 640;
/** Widest a drawing grows, px: text stays near its natural size. */
export const NARROW_MAX = 480;
export const WIDE_MAX = 760;
/** Least and greatest height that a frame may tell its host, px. */
export const MESSAGE_HEIGHTS = [100, 4000] as const;

/** Height over width of the two drawings of an embed. */
export function embedRatios(chart: Chart): { narrow: number; wide: number } {
  const ratio = (name: "narrow" | "wide") => {
    const { width, height } = embedDrawing(chart, name);
    return Math.round((height / width) * 1e4) / 1e4;
  };
  return { narrow: ratio("narrow"), wide: ratio("wide") };
}

/** Exact height of the embed in a frame of `width` px. */
export function embedHeight(chart: Chart, width: number): number {
  const { narrow, wide } = embedRatios(chart);
  return Math.ceil((width < WIDE_FROM ? Math.min(width, NARROW_MAX) * narrow : Math.min(width, WIDE_MAX) * wide) + FOOT);
}

/** The greatest height at any width: what a frame has where style is forbidden, so that nothing is cut off. */
export function greatestHeight(chart: Chart): number {
  return Math.max(embedHeight(chart, NARROW_MAX), embedHeight(chart, WIDE_MAX));
}

/** `embedHeight` as CSS, for an element whose parent is a size container. */
export function embedHeightCss(chart: Chart): string {
  const { narrow, wide } = embedRatios(chart);
  return heightCss(String(narrow), String(wide));
}

/** The height in CSS for two ratios, numbers or `var()`: two lengths, of which one is positive at a time. */
export function heightCss(narrow: string, wide: string): string {
  const below = `min(min(100cqw,${NARROW_MAX}px)*${narrow} + ${FOOT}px,(${WIDE_FROM}px - 100cqw)*999999)`;
  const above = `min(min(100cqw,${WIDE_MAX}px)*${wide} + ${FOOT}px,(100cqw - ${WIDE_FROM - 0.01}px)*999999)`;
  return `max(${below},${above})`;
}
