import type { Chart } from "../views/read-charts.ts";
import { frameChart } from "./framed-chart.ts";

/** Space around an embedded drawing, px. */
export const EMBED_MARGIN = 10;
/** Height of the line with the link back, px. */
export const FOOT = 32;
/** From this width on the wide drawing stands, px. */
export const WIDE_FROM = 640;
/** Widest a drawing grows, px: text stays near its natural size. */
export const NARROW_MAX = 480;
export const WIDE_MAX = 760;

/** Height over width of the two drawings of an embed. */
export function embedRatios(chart: Chart): { narrow: number; wide: number } {
  const ratio = (name: "narrow" | "wide") => {
    const { width, height } = frameChart(chart, name, EMBED_MARGIN, "");
    return Math.round((height / width) * 1e4) / 1e4;
  };
  return { narrow: ratio("narrow"), wide: ratio("wide") };
}

/** Exact height of the embed in a frame of `width` px. */
export function embedHeight(chart: Chart, width: number): number {
  const { narrow, wide } = embedRatios(chart);
  return Math.ceil((width < WIDE_FROM ? Math.min(width, NARROW_MAX) * narrow : Math.min(width, WIDE_MAX) * wide) + FOOT);
}

/** The same as CSS for an element whose parent is a size container: two lengths, of which one is positive at a time. */
export function embedHeightCss(chart: Chart): string {
  const { narrow, wide } = embedRatios(chart);
  const below = `min(min(100cqw,${NARROW_MAX}px)*${narrow} + ${FOOT}px,(${WIDE_FROM}px - 100cqw)*999999)`;
  const above = `min(min(100cqw,${WIDE_MAX}px)*${wide} + ${FOOT}px,(100cqw - ${WIDE_FROM - 0.01}px)*999999)`;
  return `max(${below},${above})`;
}
