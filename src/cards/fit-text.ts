import { SERIF_WIDER, textWidth, wrapText } from "../charts/lib/text.tsx";
import { itemAt } from "../required.ts";

/** A text broken into lines at the size it is set in, px. */
export interface FittedText {
  lines: string[];
  size: number;
}

/** The room for a text: its width and number of lines, in the regular sans of charts or the semi-bold serif of titles. */
export interface Room {
  width: number;
  lines: number;
  face: "sans" | "serif";
}

/**
 * Sets a text at the first of `sizes` (largest first) at which it has room; where even the last is too large, it ends in an
 * ellipsis.
 */
export function fitText(
  text: string,
  sizes: readonly [number, ...number[]],
  { width, lines: maxLines, face }: Room,
): FittedText {
  const bold = face === "serif";
  const measure = bold ? width / SERIF_WIDER : width;
  const set = (text: string, size: number) => wrapText(text, measure, size, bold);
  const fits = ({ lines, size }: FittedText) =>
    lines.length <= maxLines && lines.every((line) => textWidth(line, size, bold) <= measure);
  const whole = sizes.map((size) => ({ lines: set(text, size), size })).find(fits);
  if (whole) return whole;
  const size = itemAt(sizes, -1);
  const words = text.split(" ");
  const cuts = words
    .map((_, i) => words.slice(0, words.length - 1 - i).join(" "))
    .map((start) => `${start.replace(/[,;:.]$/, "")}…`);
  return cuts.map((cut) => ({ lines: set(cut, size), size })).find(fits) ?? { lines: ["…"], size };
}
