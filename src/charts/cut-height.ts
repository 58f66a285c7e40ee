import type { Drawing } from "./drawing.ts";
import { readDrawing } from "./read-drawing.ts";

/** Room that a text keeps above the cut, px. */
const AIR = 6;
/** A cut keeps at least this part of what is allowed. */
const LEAST = 0.6;

/**
 * Where to cut a drawing off that may be at most `limit` px high: its whole height if it fits, else below the last row
 * that fits whole, else at the lowest place without a text, else at `limit`.
 */
export function cutHeight(drawing: Drawing, limit: number): number {
  if (drawing.height <= limit) return drawing.height;
  const { texts } = readDrawing(drawing);
  const throughText = (cut: number) => texts.some(({ top, bottom }) => top - 1 < cut && cut < bottom + 1);
  const throughRow = (cut: number) =>
    drawing.hits.some(({ y, height }) => y + 1 < cut && cut < y + height - 1);
  const ends = drawing.hits.map(({ y, height }) => Math.ceil(y + height)).sort((a, b) => b - a);
  const end = ends.find(
    (cut) => cut <= limit && cut >= limit * LEAST && !throughRow(cut) && !throughText(cut),
  );
  if (end !== undefined) return end;
  for (let cut = Math.floor(limit); cut >= limit * LEAST; cut--)
    if (!throughText(cut) && !throughText(cut - AIR)) return cut;
  return limit;
}
