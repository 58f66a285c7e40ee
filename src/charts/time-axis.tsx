import { type ScaleTime, scaleUtc, utcMonday, utcMonth, utcYear } from "d3";
import type { VNode } from "preact";
import { timeOf } from "../i18n/dates.ts";
import { dateFormat } from "../i18n/formatters.ts";
import { px } from "./drawing.ts";
import { textLines, widest, widthOf } from "./text-lines.tsx";
import { itemAt, required } from "../required.ts";

export type TimeScale = ScaleTime<number, number>;

// A drawing asks for the same dates many times over.
const periods = new Map<string, readonly [number, number]>();

/** When a partial ISO date begins and ends (a day, a month, a year), in milliseconds; NaN if it is no date. */
export function periodOf(date: string): readonly [number, number] {
  const known = periods.get(date) ?? readPeriod(date);
  periods.set(date, known);
  return known;
}

function readPeriod(date: string): [number, number] {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!parts) return [Number.NaN, Number.NaN];
  const [year = Number.NaN, month, day] = parts
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const end =
    month === undefined
      ? Date.UTC(year + 1, 0, 1)
      : day === undefined
        ? Date.UTC(year, month, 1)
        : Date.UTC(year, month - 1, day + 1);
  return [timeOf(date), end];
}

/** The middle of a partial date, in milliseconds: where its mark stands. */
export function middleOf(date: string): number {
  const [start, end] = periodOf(date);
  return (start + end) / 2;
}

/** Whether a partial date, or the time from it to `end`, lies on the axis from `from` to `to`. */
export function isWithin(from: string, to: string, date: string, end = date): boolean {
  return periodOf(date)[0] >= periodOf(from)[0] && periodOf(end)[1] <= periodOf(to)[1];
}

/** Scale from the start of the first to the end of the last of some partial dates onto `range`, px. */
export function timeScale(from: string, to: string, range: [number, number]): TimeScale {
  return scaleUtc([periodOf(from)[0], periodOf(to)[1]], range);
}

/** A named place on a time axis. */
export interface Tick {
  /** px along the axis. */
  at: number;
  label: string;
  /** Stands below the label where a year begins to count; empty elsewhere. */
  year: string;
}

const inWords = (parts: Intl.DateTimeFormatOptions) => {
  const format = dateFormat("en-GB", parts);
  return (time: Date) => format.format(time).replace("Sept", "Sep");
};
const month = inWords({ month: "short" });
const DAY = 86_400_000;
/** What an axis may be divided into, the finest first, and how long the longest of each is, in milliseconds. */
const STEPS = [
  { interval: utcMonday, longest: 7 * DAY, name: inWords({ day: "numeric", month: "short" }) },
  { interval: utcMonth, longest: 31 * DAY, name: month },
  { interval: required(utcMonth.every(3), "interval of three months"), longest: 92 * DAY, name: month },
  { interval: utcYear, longest: 366 * DAY, name: (time: Date) => String(time.getUTCFullYear()) },
];

/** Room for a label and the year below it, px. */
const TWO_LINES = 40;
const YEAR_WIDTH = widthOf("2025");

/**
 * Weeks, months, quarters or years: the finest whose labels fit along an axis that runs across ("x") or down ("y"). A
 * label starts at its tick; one that would end more than `beyond` px after the axis is left out.
 */
export function timeTicks(scale: TimeScale, along: "x" | "y", beyond = 0): Tick[] {
  const [start, end] = scale.range() as [number, number];
  const [first, last] = scale.domain() as [Date, Date];
  for (const { interval, longest, name } of STEPS) {
    const coarsest = interval === utcYear;
    // No label is narrower than this: too many of them need not be made to be refused.
    const least = Math.floor((last.getTime() - first.getTime()) / longest);
    if (!coarsest && (least - 1) * YEAR_WIDTH > Math.abs(end - start)) continue;
    const times = interval.range(interval.ceil(first), last);
    const named = times.map((time) => ({ at: scale(time), label: name(time), time }));
    const room = along === "x" ? widest(["2025", ...named.map((tick) => tick.label)]) + 10 : TWO_LINES;
    const close = named.some((tick, i) => i > 0 && tick.at - itemAt(named, i - 1).at < room);
    if (!coarsest && (named.length === 0 || close)) continue;
    const fitting = thin(named, room).filter(
      (tick) => tick.at + (along === "x" ? widest(["2025", tick.label]) + 4 : TWO_LINES - 4) <= end + beyond,
    );
    let year: number | undefined;
    return fitting.map(({ at, label, time }) => {
      const counts = !coarsest && time.getUTCFullYear() !== year;
      year = time.getUTCFullYear();
      return { at: px(Math.max(at, start)), label, year: counts ? String(year) : "" };
    });
  }
  return [];
}

/** Every tick, or every second, third …, so that each has `room` px. */
function thin<Named extends { at: number }>(ticks: Named[], room: number): Named[] {
  const gap = Math.min(Infinity, ...ticks.slice(1).map((tick, i) => tick.at - itemAt(ticks, i).at));
  const every = Math.max(1, Math.ceil(room / gap));
  return ticks.filter((_, i) => i % every === 0);
}

/** Hairlines at the ticks of an axis that runs across, from `top` to `bottom`; the labels begin at `y`, their first baseline. */
export function TimeAxisAcross({
  ticks,
  top,
  bottom,
  y,
}: {
  ticks: Tick[];
  top: number;
  bottom: number;
  y: number;
}): VNode {
  return (
    <g>
      {ticks.map(({ at, label, year }) => (
        <g>
          <path class="hair" d={`M${at} ${px(top)}V${px(bottom)}`} />
          {textLines(year ? [label, year] : [label], at + 4, y, "second")}
        </g>
      ))}
    </g>
  );
}
