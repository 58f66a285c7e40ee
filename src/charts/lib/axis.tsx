import { pairs, type ScaleLinear, type ScaleTime, scaleUtc, utcDay, utcMonth, utcYear } from "d3";
import type { VNode } from "preact";
import { timeOf } from "../../format/dates.ts";
import { lineAcross } from "./signs.tsx";
import { write } from "./text.tsx";

type TimeScale = ScaleTime<number, number>;

/** Start and end of a partial ISO date (day, month or year), in ms. */
export function periodOf(date: string): readonly [number, number] {
  const interval = date.length > 7 ? utcDay : date.length > 4 ? utcMonth : utcYear;
  const start = timeOf(date);
  return [start, interval.offset(new Date(start), 1).getTime()];
}

export function middleOf(date: string): number {
  const [start, end] = periodOf(date);
  return (start + end) / 2;
}

/** Scale from the start of `from` to the end of `to` (partial dates) onto `range`, px. */
export function timeScale(from: string, to: string, range: [number, number]): TimeScale {
  return scaleUtc([periodOf(from)[0], periodOf(to)[1]], range);
}

/** For the label of a year. */
const LABEL_PX = 44;

/** The first and the last year, and as many as have room between them, before `end`, px. */
export function drawTimes(scale: TimeScale, y: number, end: number): VNode[][] {
  const [first, last] = scale.domain() as [Date, Date];
  const years = utcYear.range(first, last).filter((year) => scale(year) <= end - LABEL_PX + 6);
  const shownBy = (step: number) =>
    years.filter((year, i) => i === 0 || i === years.length - 1 || year.getUTCFullYear() % step === 0);
  const step = [1, 2, 5, 10, 20].find((step) =>
    pairs(shownBy(step)).every(([a, b]) => scale(b) - scale(a) >= LABEL_PX),
  );
  return shownBy(step ?? Infinity).map((year) => [
    <path class="hair" d={`M${scale(year)} ${y}v7`} />,
    ...write(String(year.getUTCFullYear()), scale(year) + 4, y + 16, "second"),
  ]);
}

/** Only the highest number has the unit. */
export function drawLevels(
  scale: ScaleLinear<number, number>,
  left: number,
  right: number,
  unit = "",
): VNode[][] {
  const values = scale.ticks(4);
  return values.map((value, i) => [
    lineAcross(i === 0 ? "rule-ink" : "hair", scale(value), right, left),
    ...write(`${value}${i === values.length - 1 ? unit : ""}`, left - 7, scale(value) + 5, "second end"),
  ]);
}
