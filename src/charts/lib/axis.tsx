import { pairs, type ScaleLinear, type ScaleTime, scaleUtc, utcDay, utcMonth, utcYear } from "d3";
import type { VNode } from "preact";
import { dateFormat, timeOf } from "../../i18n/dates.ts";
import { itemAt } from "../../required.ts";
import { px } from "../chart.ts";
import { lineAcross } from "./marks.tsx";
import { textLines, widest, widthOf } from "./text.tsx";

export type TimeScale = ScaleTime<number, number>;

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

const inWords = (parts: Intl.DateTimeFormatOptions) => (time: Date) =>
  dateFormat(parts).format(time).replace("Sept", "Sep");
const NAMES = [
  { interval: utcYear, name: inWords({ year: "numeric" }) },
  { interval: utcMonth, name: inWords({ month: "short" }) },
  { interval: utcDay, name: inWords({ day: "numeric", month: "short" }) },
];

function timeTicks(scale: TimeScale): { at: number; label: string; year: string }[] {
  for (let count = 14; count > 0; count--) {
    const times = scale.ticks(count).filter((time) => scale(time) < itemAt(scale.range(), 1));
    const { name, interval } =
      NAMES.find(({ interval }) => times.every((time) => +interval(time) === +time)) ?? itemAt(NAMES, -1);
    const ticks = times.map((time, i) => {
      const year = time.getUTCFullYear();
      const isNew = interval !== utcYear && year !== times[i - 1]?.getUTCFullYear();
      return { at: px(scale(time)), label: name(time), year: isNew ? String(year) : "" };
    });
    const room = widest(["2025", ...ticks.map(({ label }) => label)]) + 10;
    if (pairs(ticks).every(([a, b]) => b.at - a.at >= room)) return ticks;
  }
  return [];
}

/** Omits a label that would end after `end`, px. */
export function TimeAxis({ scale, y, end }: { scale: TimeScale; y: number; end: number }): VNode {
  return (
    <g>
      {timeTicks(scale)
        .filter(({ at, label }) => at + widest(["2025", label]) + 4 <= end)
        .map(({ at, label, year }) => (
          <>
            <path class="hair" d={`M${at} ${px(y)}V${px(y + 7)}`} />
            {textLines(year ? [label, year] : [label], at + 4, y + 16, "second")}
          </>
        ))}
    </g>
  );
}

/** About `ticks` hairlines, fewer where labels would touch. */
export function ValueAxis(props: {
  scale: ScaleLinear<number, number>;
  top: number;
  bottom: number;
  ticks: number;
}): VNode {
  const { scale, top, bottom, ticks } = props;
  const marksOf = (count: number) => {
    const format = scale.tickFormat(count, ",f");
    return scale.ticks(count).map((value) => {
      const label = value === 0 ? "0" : format(value);
      return { value, label, x: scale(value), half: widthOf(label) / 2 };
    });
  };
  let count = ticks;
  while (count > 1 && pairs(marksOf(count)).some(([a, b]) => b.x - a.x < a.half + b.half + 8)) count--;
  return (
    <g>
      {marksOf(count).map(({ value, label, x }) => (
        <>
          <path class={value === 0 ? "rule" : "hair"} d={`M${px(x)} ${top}V${bottom}`} />
          {textLines([label], x, top - 7, "second middle")}
        </>
      ))}
    </g>
  );
}

/** Only the highest number has the unit. */
export function LevelAxis(props: {
  scale: ScaleLinear<number, number>;
  left: number;
  right: number;
  unit?: string;
}): VNode {
  const { scale, left, right, unit = "" } = props;
  const values = scale.ticks(4);
  return (
    <g>
      {values.map((value, i) => (
        <>
          {lineAcross(i === 0 ? "rule-ink" : "hair", scale(value), right, left)}
          {textLines(
            [value + (i === values.length - 1 ? unit : "")],
            left - 7,
            scale(value) + 5,
            "second end",
          )}
        </>
      ))}
    </g>
  );
}
