import { WIDE_FROM_PX, WIDE_MAX_PX } from "../charts/lib/drawing.ts";

export const EMBED_MARGIN_PX = 10;
export const EMBED_WIDTHS_PX = [280, 340, 480, 600, 760] as const;
/** Height of the line with the link back; the line is one px lower, so that a rounded frame never scrolls. */
export const FOOT_PX = 32;
export const FRAME_WIDE_FROM_PX = WIDE_FROM_PX + 2 * EMBED_MARGIN_PX;
/** Smallest and largest height that a frame may ask its host for. */
export const MESSAGE_HEIGHTS_PX = [100, 4000] as const;

/** Height over width of both drawings, with text and margins. */
export interface Ratios {
  narrow: number;
  wide: number;
}

export interface Box {
  width: number;
  height: number;
}

/** Exact height in px of an embed in a frame of `width` px. */
export function embedHeight({ narrow, wide }: Ratios, width: number): number {
  return Math.ceil(Math.min(width, WIDE_MAX_PX) * (width < FRAME_WIDE_FROM_PX ? narrow : wide) + FOOT_PX);
}

/** A box for systems with one height or shape: nothing is cut off, even in the narrowest frame. */
export function embedBox(ratios: Ratios): Box {
  const widths = [EMBED_WIDTHS_PX[0], FRAME_WIDE_FROM_PX - 1, FRAME_WIDE_FROM_PX, WIDE_MAX_PX];
  const heights = widths.map((width) => embedHeight(ratios, width) * Math.max(1, FRAME_WIDE_FROM_PX / width));
  return { width: FRAME_WIDE_FROM_PX, height: Math.ceil(Math.max(...heights)) };
}

/**
 * `embedHeight` in CSS, for a child of a size container. A factor lets one of two lengths win: the narrow one
 * below the change of drawings, the wide one above.
 */
export function heightCss({ narrow, wide }: Ratios): string {
  const below = `(${FRAME_WIDE_FROM_PX}px - 100cqw)*999999`;
  const from = `(100cqw - ${FRAME_WIDE_FROM_PX - 0.01}px)*999999`;
  return (
    `max(min(100cqw*${narrow} + ${FOOT_PX}px,${below}),` +
    `min(min(100cqw,${WIDE_MAX_PX}px)*${wide} + ${FOOT_PX}px,${from}))`
  );
}
