import { scaleLinear } from "d3";
import { areaOf, type Drawing, type Hit, type Kind, type Layout, px, reasons, repeated } from "../drawing.ts";
import { type Flag, flagArea, Flags, placeFlags } from "../flags.tsx";
import { LINE, textLines, widest, widthOf } from "../text-lines.tsx";
import {
  isWithin,
  middleOf,
  periodOf,
  TimeAxisAcross,
  type TimeScale,
  timeScale,
  timeTicks,
} from "../time-axis.tsx";
import type { LinesData } from "./lines-data.ts";
import { drawEnds, drawLine, strokes } from "./lines-strokes.tsx";
import { itemAt, required } from "../../required.ts";

/**
 * Lines over time with a dot at every number and a name at the end of every line. Positions are proportional to values
 * and time; where a number is missing, or points lie further apart than `longestGap`, the line is dashed. Refuses numbers off the
 * scale, dates that are none, out of order or outside the axis, lines without numbers, and repeated ids.
 */
export const lines: Kind<LinesData> = {
  refuse: reasons(function* ({ from, to, domain, lines, moments }) {
    const [low, high] = domain;
    if (!(periodOf(from)[0] < periodOf(to)[1])) return yield `the axis runs from ${from} to ${to}`;
    if (!(low < high)) return yield `the scale runs from ${low} to ${high}`;
    yield* repeated(lines);
    yield* repeated(moments);
    for (const { id, date } of moments)
      if (!isWithin(from, to, date)) yield `moment \`${id}\` of ${date} lies outside ${from} to ${to}`;
    for (const { id, points, parts = [] } of lines) {
      for (const { date, value } of parts)
        if (!isWithin(from, to, date) || !(value >= low && value <= high))
          yield `line \`${id}\`: its part of ${date}, ${value}, lies outside`;
      if (points.every((point) => point.value === null)) yield `line \`${id}\` has no numbers`;
      for (const [i, { date, value }] of points.entries()) {
        const before = points[i - 1]?.date;
        if (!isWithin(from, to, date)) yield `line \`${id}\`: ${date} lies outside ${from} to ${to}`;
        if (before !== undefined && !(middleOf(before) < middleOf(date)))
          yield `line \`${id}\`: ${date} stands after ${before}`;
        if (value !== null && !(value >= low && value <= high))
          yield `line \`${id}\`, ${date}: ${value} is off the scale from ${low} to ${high}`;
      }
    }
  }),
  key: (data) => [
    ...(data.lines.some((line) => strokes(line, data).bridges.length > 0)
      ? [{ glyph: "gap", label: data.gap }]
      : []),
    ...(data.lines.some(({ points }) => points.some((point) => point.derived))
      ? [{ glyph: "ring", label: data.derived ?? "derived" }]
      : []),
    ...(data.part !== undefined && data.lines.some(({ parts = [] }) => parts.length > 0)
      ? [{ glyph: "reported", label: data.part }]
      : []),
  ],
  draw,
};

function draw(data: LinesData, layout: Layout): Drawing {
  const narrow = layout.name === "narrow";
  const ends = data.lines.map(({ id, label, marked, points }) => {
    const { date, value } = required(
      points.findLast((point): point is typeof point & { value: number } => point.value !== null),
      `number in the line \`${id}\``,
    );
    return { id, text: `${label} ${data.format(value)}`, marked, date, value };
  });
  const gutter = widest(data.domain.map((value) => data.format(value))) + 8;
  const right =
    layout.width -
    Math.min(layout.width * 0.45, Math.max(12, ...ends.map(({ text }) => widthOf(text, true) + 22)));
  const x = timeScale(data.from, data.to, [gutter, right]);
  const flags = placeFlags(
    data.moments.map((moment) => ({
      id: moment.id,
      label: moment.label,
      x: px(x(middleOf(moment.date))),
      foot: 0,
    })),
    {
      left: gutter,
      right: layout.width,
      near: 6,
      far: 6 + LINE * (narrow ? 12 : 8),
      wraps: narrow ? [130, 96] : [150, 110],
      obstacles: [],
    },
  );
  const top = Math.max(10, ...flags.map((flag) => flag.far + 4));
  const bottom = top + (narrow ? 300 : 340);
  const y = scaleLinear(data.domain, [bottom, top]);
  const ticks = timeTicks(x, "x", layout.width - right);
  return {
    width: layout.width,
    height: bottom + (ticks.some((tick) => tick.year) ? 40 : 24),
    hits: [...hitsOf(data, x, top, bottom), ...flags.map((flag) => momentHit(data, flag, top))],
    body: (
      <g>
        <TimeAxisAcross ticks={ticks} top={bottom} bottom={bottom + 7} y={bottom + 16} />
        {y.ticks(5).map((value) => (
          <g>
            <path
              class={value === data.domain[0] ? "rule" : "hair"}
              d={`M${px(gutter)} ${px(y(value))}H${px(right)}`}
            />
            {textLines([data.format(value)], gutter - 6, y(value) + 5, "second end")}
          </g>
        ))}
        <path class="rule" d={`M${px(gutter)} ${px(bottom)}H${px(right)}`} />
        <Flags flags={flags} base={top} direction={-1} />
        {data.moments.map(({ id, date }) => (
          <path
            class="moment"
            d={`M${px(x(middleOf(date)))} ${px(top - (flags.find((flag) => flag.id === id)?.far ?? 0))}V${bottom}`}
            data-row={id}
          />
        ))}
        {[...data.lines]
          .sort((a, b) => Number(a.marked) - Number(b.marked))
          .map((line) => drawLine(line, data, x, y))}
        {drawEnds(
          ends.map(({ date, value, ...end }) => ({ ...end, x: px(x(middleOf(date))), y: px(y(value)) })),
          { right, top, bottom },
          layout.width,
        )}
      </g>
    ),
  };
}

/** One hit a date: every line's number on it. */
function hitsOf(data: LinesData, x: TimeScale, top: number, bottom: number): Hit[] {
  const numbers = data.lines.flatMap((line) => [
    ...line.points.map(({ date, value, derived }) => ({
      date,
      says: `${line.label} ${value === null ? "not known" : data.format(value)}${derived ? ` (${data.derived})` : ""}`,
    })),
    ...(line.parts ?? []).map(({ date, value, says }) => ({
      date,
      says: `${line.label} ${data.format(value)} (${says})`,
    })),
  ]);
  const byDate = [...Map.groupBy(numbers, ({ date }) => date)].sort(([a], [b]) => middleOf(a) - middleOf(b));
  const middles = byDate.map(([date]) => x(middleOf(date)));
  return byDate.map(([date, says], i) => {
    const left =
      i === 0
        ? itemAt(middles, 0) - 8
        : Math.max((itemAt(middles, i - 1) + itemAt(middles, i)) / 2, itemAt(middles, i) - 20);
    const right =
      i === byDate.length - 1
        ? itemAt(middles, i) + 8
        : Math.min((itemAt(middles, i) + itemAt(middles, i + 1)) / 2, itemAt(middles, i) + 20);
    const label = `${data.nameDate(date)}: ${says.map(({ says }) => says).join(", ")}`;
    return { ...areaOf({ left, right, top, bottom }), label, href: data.href };
  });
}

function momentHit(data: LinesData, flag: Flag, top: number): Hit {
  const moment = required(
    data.moments.find(({ id }) => id === flag.id),
    `moment \`${flag.id}\``,
  );
  return {
    ...flagArea(flag, top, -1),
    label: `${data.nameDate(moment.date)}: ${moment.says}`,
    href: moment.href,
  };
}
