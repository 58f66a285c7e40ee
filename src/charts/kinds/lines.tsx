import { itemAt, required } from "../../required.ts";
import { middleOf, TimeAxis, timeScale, timeTicks } from "../lib/axis.tsx";
import { type Drawing, keyOf, type Kind, type Layout, px } from "../lib/drawing.ts";
import { Flags, placeFlags } from "../lib/flags.tsx";
import { drawingOf, HitArea, lineAcross } from "../lib/marks.tsx";
import { LINE, textLines, widest, widthOf } from "../lib/text.tsx";
import type { LinesData } from "./lines-data.ts";
import { drawEnds, drawLine, strokes } from "./lines-strokes.tsx";
import { scaleLinear } from "d3";
import type { VNode } from "preact";
/**
 * Lines over time with a dot at every number and a name at the end of every line. Positions are proportional to values
 * and time; where a number is missing, or points lie further apart than `longestGap`, the line is dashed.
 */
export const lines: Kind<LinesData> = {
  key: (data) => {
    const { lines, gap, derived = "derived", part } = data;
    return keyOf(
      lines.some((line) => strokes(line, data).bridges.length > 0) && { glyph: "gap", label: gap },
      lines.some(({ points }) => points.some((point) => point.derived)) && { glyph: "ring", label: derived },
      part !== undefined &&
        lines.some(({ parts = [] }) => parts.length > 0) && { glyph: "reported", label: part },
    );
  },
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
  const names = ends.map(({ text }) => widthOf(text, "bold") + 22);
  const right = layout.width - Math.min(layout.width * 0.45, Math.max(12, ...names));
  const scale = timeScale(data.from, data.to, [gutter, right]);
  const x = (date: string) => scale(middleOf(date));
  const moments = new Map(data.moments.map((moment) => [moment.id, { ...moment, x: px(x(moment.date)) }]));
  const flags = placeFlags([...moments.values()], {
    left: gutter,
    right: layout.width,
    far: 6 + LINE * (narrow ? 12 : 8),
    wraps: narrow ? [130, 96] : [150, 110],
  });
  const top = Math.max(10, ...flags.map(({ text }) => text.bottom + 4));
  const bottom = top + (narrow ? 300 : 340);
  const y = scaleLinear(data.domain, [bottom, top]);
  const ticks = timeTicks(scale, layout.width - right);
  const height = bottom + (ticks.some((tick) => tick.year) ? 40 : 24);
  return drawingOf(
    layout,
    height,
    <>
      <TimeAxis ticks={ticks} y={bottom} />
      {y.ticks(5).map((value) => (
        <g>
          {lineAcross(value === data.domain[0] ? "rule" : "hair", y(value), right, gutter)}
          {textLines([data.format(value)], gutter - 6, y(value) + 5, "second end")}
        </g>
      ))}
      {lineAcross("rule", bottom, right, gutter)}
      <Flags flags={flags} base={top} />
      {[...moments.values()].map(({ id, x }) => {
        const flown = flags.find((flag) => flag.id === id)?.text.bottom ?? 0;
        return <path class="moment" d={`M${x} ${px(top - flown)}V${bottom}`} data-row={id} />;
      })}
      {[...data.lines]
        .sort((a, b) => Number(a.marked) - Number(b.marked))
        .map((line) => drawLine(line, data, x, y))}
      {drawEnds(
        ends.map(({ date, value, ...end }) => ({ ...end, x: px(x(date)), y: px(y(value)) })),
        { right, top, bottom },
        layout.width,
      )}
      {dateAreas(data, x, { y: top, height: bottom - top })}
      {flags.map(({ id, text: { left, right, top: low, bottom: high } }) => {
        const { date, says, href } = required(moments.get(id), `moment \`${id}\``);
        const label = `${data.nameDate(date)}: ${says}`;
        return (
          <HitArea
            x={left}
            y={top - high}
            width={right - left}
            height={high - low}
            label={label}
            href={href}
          />
        );
      })}
    </>,
  );
}

/** One hit a date: every line's number on it. */
function dateAreas(
  data: LinesData,
  x: (date: string) => number,
  size: { y: number; height: number },
): VNode[] {
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
  const middles = byDate.map(([date]) => x(date));
  return byDate.map(([date, all], i) => {
    const own = itemAt(middles, i);
    // Half the way to the next date, and not far.
    const [left, right] = [middles[i - 1], middles[i + 1]].map((next) =>
      next === undefined ? 8 : Math.min(Math.abs(next - own) / 2, 20),
    ) as [number, number];
    const label = `${data.nameDate(date)}: ${all.map(({ says }) => says).join(", ")}`;
    return <HitArea x={own - left} {...size} width={left + right} label={label} href={data.href} />;
  });
}
