import { type Box, overlaps } from "../lib/placement.ts";
import { breakText, LINE, widest, widthOf } from "../lib/text.tsx";
import type { MultiplesBar, MultiplesData } from "./multiples-data.ts";
/** Numbers above their bars, the `most` largest, largest first; one that would touch another number or a bar is left out. */
export function placeNumbers(
  bars: readonly (MultiplesBar & { middle: number })[],
  most: number,
  panel: { bar: number; left: number; right: number; base: number; height: (value: number) => number },
) {
  const { bar, left, right, base, height } = panel;
  const drawn = bars.flatMap(({ value, text, middle }) => {
    if (value === null) return [];
    const box = { left: middle - bar / 2, right: middle + bar / 2, top: base - height(value), bottom: base };
    return [{ ...box, value, text, middle }];
  });
  const placed: (Box & { text: string; x: number; y: number })[] = [];
  for (const own of [...drawn].sort((a, b) => b.value - a.value).slice(0, most)) {
    const { text, top, middle } = own;
    const half = widthOf(text) / 2;
    const x = Math.min(Math.max(middle, left + half), right - half);
    const room = { left: x - half - 2, right: x + half + 2, top: top - LINE, bottom: top - 1 };
    const others = [...placed, ...drawn.filter((other) => other !== own)];
    const fits = half * 2 <= right - left && !others.some((other) => overlaps(other, room));
    if (text && fits) placed.push({ ...room, text, x, y: top - 4 });
  }
  return placed;
}

/**
 * Names below the bars, word by word on lines of their own where they are wider than a bar; none touches another. All in
 * full if they find room, else in short, as many as do.
 */
export function placeNames(periods: MultiplesData["periods"], step: number, left: number, right: number) {
  const place = (names: readonly string[]) => {
    const placed: { lines: string[]; x: number; end: number }[] = [];
    names.forEach((name, i) => {
      if (!name) return;
      const lines = breakText(name, Math.max(step - 6, 0));
      const half = widest(lines) / 2;
      const x = Math.min(Math.max(left + step * (i + 0.5), left + half), right - half);
      if (x - half < (placed.at(-1)?.end ?? left - 0.5)) return;
      placed.push({ lines, x, end: x + half + 3 });
    });
    return placed;
  };
  const full = place(periods.map(({ label }) => label));
  return full.length === periods.filter(({ label }) => label).length
    ? full
    : place(periods.map(({ short }) => short));
}
