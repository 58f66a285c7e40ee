import { pairs, type ScaleLinear, type ScaleTime, scaleUtc, utcDay, utcMonth, utcYear } from "d3";
import type { VNode } from "preact";
import { formatShortDate, timeOf } from "../../format/dates.ts";
import { nth } from "../../expect-defined.ts";
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

/** For the label of a year or a month. */
const LABEL_PX = 44;

/** Years, or months above their years, never shorter spans; as many as have room before `end`, px. */
export function drawTimes(scale: TimeScale, y: number, end: number): VNode[][] {
  const last = Math.min(nth(scale.range(), 1) - 1, end - LABEL_PX + 6);
  const ticksOf = (count: number) => {
    const times = scale.ticks(count).filter((time) => scale(time) <= last);
    const isYears = times.every((time) => time.getUTCMonth() === 0);
    const years = times.map((time) => String(time.getUTCFullYear()));
    return times.map((time, i) => {
      const month = isYears ? [] : formatShortDate(time.toISOString().slice(0, 7)).slice(0, 3);
      const lines = [month, years[i] === years[i - 1] ? [] : nth(years, i)].flat();
      return { at: scale(time), isMonth: time.getUTCDate() === 1, lines };
    });
  };
  let count = 14;
  while (count > 1 && pairs(ticksOf(count)).some(([a, b]) => b.at - a.at < LABEL_PX || !b.isMonth)) count--;
  return ticksOf(count).map(({ at, lines }) => [
    <path class="hair" d={`M${at} ${y}v7`} />,
    ...write(lines, at + 4, y + 16, "second"),
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
