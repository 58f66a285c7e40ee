import {
  min,
  pairs,
  type ScaleLinear,
  type ScaleTime,
  scaleUtc,
  utcDay,
  utcMonday,
  utcMonth,
  utcYear,
} from "d3";
import type { VNode } from "preact";
import { dateFormat, timeOf } from "../../i18n/dates.ts";
import { numberFormat } from "../../i18n/numbers.ts";
import { px } from "./drawing.ts";
import { textLines, widest, widthOf } from "./text.tsx";
import { getOrInsert, itemAt, required } from "../../required.ts";

export type TimeScale = ScaleTime<number, number>;

// A drawing asks for the same dates many times over.
const periods = new Map<string, readonly [number, number]>();

/** Start and end of a partial ISO date (day, month or year), in ms; NaN if invalid. */
export function periodOf(date: string): readonly [number, number] {
  return getOrInsert(periods, date, () => {
    if (!/^\d{4}(-\d{2}){0,2}$/.test(date)) return [Number.NaN, Number.NaN];
    const interval = date.length > 7 ? utcDay : date.length > 4 ? utcMonth : utcYear;
    const start = timeOf(date);
    return [start, interval.offset(new Date(start), 1).getTime()];
  });
}

/** The middle of a partial date, in milliseconds: where its mark stands. */
export function middleOf(date: string): number {
  const [start, end] = periodOf(date);
  return (start + end) / 2;
}

/** Scale from the start of the first to the end of the last of some partial dates onto `range`, px. */
export function timeScale(from: string, to: string, range: [number, number]): TimeScale {
  return scaleUtc([periodOf(from)[0], periodOf(to)[1]], range);
}

/** A named place on a time axis. */
export interface Tick {
  at: number;
  label: string;
  /** Second line of the first label of each year; empty elsewhere. */
  year: string;
}

const inWords = (parts: Intl.DateTimeFormatOptions) => {
  const format = dateFormat(parts);
  return (time: Date) => format.format(time).replace("Sept", "Sep");
};
const month = inWords({ month: "short" });
/** What an axis may be divided into, the finest first. */
const STEPS = [
  { interval: utcMonday, name: inWords({ day: "numeric", month: "short" }) },
  { interval: utcMonth, name: month },
  { interval: required(utcMonth.every(3), "interval of three months"), name: month },
  { interval: utcYear, name: (time: Date) => String(time.getUTCFullYear()) },
];

/**
 * Weeks, months, quarters or years: the finest whose labels fit along the axis, of years as many as do. A label starts at its
 * tick; one that would end more than `beyond` px after the axis is omitted.
 */
export function timeTicks(scale: TimeScale, beyond = 0): Tick[] {
  const [first, last] = scale.domain() as [Date, Date];
  const end = itemAt(scale.range(), 1);
  for (const { interval, name } of STEPS) {
    const coarsest = interval === utcYear;
    // No label is narrower than a year: where the first two do not fit, none need be made. (Making all weeks of fourteen years
    // takes longer than the rest of the drawing.)
    const one = interval.ceil(first);
    const next = interval.offset(one);
    if (!coarsest && next < last && scale(next) - scale(one) < widest(["2025"])) continue;
    const times = interval.range(first, last);
    const named = times.map((time) => ({ at: scale(time), label: name(time), own: time.getUTCFullYear() }));
    const room = widest(["2025", ...named.map(({ label }) => label)]) + 10;
    const gap = min(pairs(named, (a, b) => b.at - a.at)) ?? Infinity;
    if (!coarsest && (named.length === 0 || gap < room)) continue;
    const every = Math.max(1, Math.ceil(room / gap));
    return named
      .filter(({ at, label }, i) => i % every === 0 && at + widest(["2025", label]) + 4 <= end + beyond)
      .map(({ at, label, own }, i, all) => ({
        at: px(at),
        label,
        year: coarsest || own === all[i - 1]?.own ? "" : String(own),
      }));
  }
  return [];
}

/** Ticks below an axis at `y`, with their labels. */
export function TimeAxis({ ticks, y }: { ticks: Tick[]; y: number }): VNode {
  return (
    <g>
      {ticks.map(({ at, label, year }) => (
        <g>
          <path class="hair" d={`M${at} ${px(y)}V${px(y + 7)}`} />
          {textLines(year ? [label, year] : [label], at + 4, y + 16, "second")}
        </g>
      ))}
    </g>
  );
}

/**
 * Horizontal value axis: labelled hairlines over the height of the plot, numbers of one axis all with as many decimals.
 * There are about as many as `ticks`, fewer where their labels would touch; labels are above the plot, or below it at `foot`.
 */
export function ValueAxis(props: {
  scale: ScaleLinear<number, number>;
  top: number;
  bottom: number;
  ticks: number;
  foot?: boolean;
}): VNode {
  const { scale, top, bottom, ticks, foot } = props;
  const format = (value: number, values: readonly number[]) => {
    const decimals = Math.max(...values.map((other) => (String(other).split(".")[1] ?? "").length));
    return numberFormat({ minimumFractionDigits: value === 0 ? 0 : decimals }).format(value);
  };
  const touch = (values: number[]) => {
    const widths = values.map((value) => widthOf(format(value, values)));
    return values.some(
      (value, i) =>
        i > 0 &&
        scale(value) - scale(itemAt(values, i - 1)) < (itemAt(widths, i) + itemAt(widths, i - 1)) / 2 + 8,
    );
  };
  let values = scale.ticks(ticks);
  for (let fewer = ticks - 1; fewer > 0 && touch(values); fewer--) values = scale.ticks(fewer);
  return (
    <g>
      {values.map((value) => (
        <g>
          <path class={value === 0 ? "rule" : "hair"} d={`M${px(scale(value))} ${top}V${bottom}`} />
          {textLines([format(value, values)], scale(value), foot ? bottom + 17 : top - 7, "second middle")}
        </g>
      ))}
    </g>
  );
}
