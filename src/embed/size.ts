import type { Embeddable } from "../charts/embeddable.ts";
import { WIDE_FROM_PX, WIDE_MAX_PX } from "../charts/lib/drawing.ts";
import { EMBED_LAYOUTS, EMBED_MARGIN, embedDrawing, type EmbedLayout } from "./embed-drawing.ts";

/** Widths whose heights are published, px. */
export const EMBED_WIDTHS = [280, 320, 480, 640, 800, 960] as const;
/** Height kept for the line with the link back, px; the line itself is one lower, so that a rounded frame never scrolls. */
export const FOOT = 32;
/** From this width on the wide drawing is shown, px. */
export const WIDE_FROM = WIDE_FROM_PX + 2 * EMBED_MARGIN;
/** Widest that the wide drawing grows, px: text stays near its natural size. */
export const WIDE_MAX = WIDE_MAX_PX;
/** Least and greatest height that a frame may tell its host, px. */
export const MESSAGE_HEIGHTS = [100, 4000] as const;

/** Height over width of the two drawings of an embed. */
export function embedRatios(embed: Embeddable): Record<EmbedLayout, number> {
  const ratio = (name: EmbedLayout) => {
    const { width, height } = embedDrawing(embed, name);
    return Math.round((height / width) * 1e4) / 1e4;
  };
  return { narrow: ratio("narrow"), wide: ratio("wide") };
}

/** Exact height of the embed in a frame of `width` px. */
export function embedHeight(embed: Embeddable, width: number): number {
  const ratio = embedRatios(embed)[width < WIDE_FROM ? "narrow" : "wide"];
  return Math.ceil(Math.min(width, WIDE_MAX) * ratio + FOOT);
}

/** A frame of fixed shape, for software that makes one of two numbers. */
export interface Box {
  width: number;
  height: number;
}

/**
 * The box for whoever keeps its height or its shape: nothing is cut off at any width in the one, from the narrowest frame on
 * in the other. What is left over is paper.
 */
export function embedBox(embed: Embeddable): Box {
  const widths = [EMBED_WIDTHS[0], WIDE_FROM - 1, WIDE_FROM, WIDE_MAX];
  const heights = widths.map((width) => embedHeight(embed, width) * Math.max(1, WIDE_FROM / width));
  return { width: WIDE_FROM, height: Math.ceil(Math.max(...heights)) };
}

/** `embedHeight` as CSS, for an element whose parent is a size container. */
export function embedHeightCss(embed: Embeddable): string {
  const ratios = embedRatios(embed);
  return heightCss(EMBED_LAYOUTS.map((name) => String(ratios[name])));
}

/**
 * The height in CSS for the ratios of the two drawings, numbers or `var()`: of two lengths, that of the drawing that
 * stands is neither negative nor cut short.
 */
export function heightCss(ratios: readonly string[]): string {
  const [narrow, wide] = ratios;
  const until = (width: number) => `(${width}px - 100cqw)*999999`;
  const from = (width: number) => `(100cqw - ${width - 0.01}px)*999999`;
  return (
    `max(min(100cqw*${narrow} + ${FOOT}px,${until(WIDE_FROM)}),` +
    `min(min(100cqw,${WIDE_MAX}px)*${wide} + ${FOOT}px,${from(WIDE_FROM)}))`
  );
}
