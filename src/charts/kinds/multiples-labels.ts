import { type Box, overlaps } from "../placement.ts";
import { breakText, LINE, widest, widthOf } from "../text-lines.tsx";
import type { MultiplesPanel } from "./multiples.tsx";

/** Numbers above their bars, the largest first; one that would touch another number or a bar is left out. */
export function placeNumbers(
  panel: MultiplesPanel,
  most: number,
  middle: (period: string) => number,
  { bar, left, right, base, height }: { bar: number; left: number; right: number; base: number; height: (value: number) => number },
) {
  const bars = panel.bars.flatMap(({ period, value, text }) =>
    value === null
      ? []
      : [
          {
            period,
            value,
            text,
            box: { left: middle(period) - bar / 2, right: middle(period) + bar / 2, top: base - height(value), bottom: base },
          },
        ],
  );
  const placed: (Box & { text: string; x: number; y: number })[] = [];
  for (const { period, text, box } of [...bars].sort((a, b) => b.value - a.value).slice(0, most)) {
    const half = widthOf(text) / 2;
    const x = Math.min(Math.max(middle(period), left + half), right - half);
    const room = { left: x - half - 2, right: x + half + 2, top: box.top - LINE, bottom: box.top - 1 };
    const fits =
      half * 2 <= right - left &&
      !placed.some((other) => overlaps(other, room)) &&
      !bars.some((other) => other.period !== period && overlaps(other.box, room));
    if (text && fits) placed.push({ ...room, text, x, y: box.top - 4 });
  }
  return placed;
}

/** Names below the bars, word by word on lines of their own where they are wider than a bar; none touches another. */
export function placeNames(labels: readonly string[], step: number, left: number, right: number) {
  const placed: { lines: string[]; x: number; end: number }[] = [];
  labels.forEach((label, i) => {
    if (!label) return;
    const lines = breakText(label, Math.max(step - 6, 0));
    const half = widest(lines) / 2;
    const x = Math.min(Math.max(left + step * (i + 0.5), left + half), right - half);
    if (x - half < (placed.at(-1)?.end ?? left - 0.5)) return;
    placed.push({ lines, x, end: x + half + 3 });
  });
  return placed;
}
