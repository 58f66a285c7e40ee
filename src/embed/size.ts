import { WIDE_FROM_PX, WIDE_MAX_PX } from "../charts/lib/drawing.ts";

/** Space around an embedded drawing, px. */
export const EMBED_MARGIN_PX = 10;
/** Widths whose heights are published, px. */
export const EMBED_WIDTHS_PX = [280, 340, 480, 600, 760] as const;
/** Height of the line with the link back, px; the line itself is one lower: a rounded frame never scrolls. */
export const FOOT_PX = 32;
/** Least width of a frame that shows the wide drawing, px. */
export const FRAME_WIDE_FROM_PX = WIDE_FROM_PX + 2 * EMBED_MARGIN_PX;
/** Least and greatest height that a frame may ask its host for, px. */
export const MESSAGE_HEIGHTS_PX = [100, 4000] as const;

/** Height over width of the two drawings of an embed, words and margins included. */
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

/** The box for a system with one height or shape at every width: nothing is cut off, even in the narrowest frame. */
export function embedBox(ratios: Ratios): Box {
  const widths = [EMBED_WIDTHS_PX[0], FRAME_WIDE_FROM_PX - 1, FRAME_WIDE_FROM_PX, WIDE_MAX_PX];
  const heights = widths.map((width) => embedHeight(ratios, width) * Math.max(1, FRAME_WIDE_FROM_PX / width));
  return { width: FRAME_WIDE_FROM_PX, height: Math.ceil(Math.max(...heights)) };
}

/**
 * `embedHeight` in CSS, for an element whose parent is a size container. A factor makes one of two lengths win: below the
 * change of drawings the narrow one, above it the wide one.
 */
export function heightCss({ narrow, wide }: Ratios): string {
  const below = `(${FRAME_WIDE_FROM_PX}px - 100cqw)*999999`;
  const from = `(100cqw - ${FRAME_WIDE_FROM_PX - 0.01}px)*999999`;
  return (
    `max(min(100cqw*${narrow} + ${FOOT_PX}px,${below}),` +
    `min(min(100cqw,${WIDE_MAX_PX}px)*${wide} + ${FOOT_PX}px,${from}))`
  );
}
