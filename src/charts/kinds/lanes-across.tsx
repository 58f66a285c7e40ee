import type { VNode } from "preact";
import { type Drawing, type Hit, type Layout, px } from "../drawing.ts";
import { flagArea, Flags, placeFlags } from "../flags.tsx";
import { drawingOf } from "../glyphs.tsx";
import { breakText, LINE, textLines, widthOf } from "../text-lines.tsx";
import { TimeAxisAcross, timeScale, timeTicks } from "../time-axis.tsx";
import { byRank, hitOf, MARK, placeMarks, spanLine } from "./lane-marks.tsx";
import type { Lane, LanesData } from "./lanes.tsx";

/** Room for the labels of a lane, px away from its marks. */
const FLAG_ROOM = LINE * 12;
const AXIS = 42;
const PAD = 10;

/** Time runs across; lanes stand above and below the axis, their labels on the far side. */
export function drawAcross(data: LanesData, layout: Layout): Drawing {
  const prefix = `lanes-${layout.name}`;
  const longest = Math.max(0, ...data.lanes.flatMap((lane) => lane.label.split(" ").map((word) => widthOf(word, true))));
  const gutter = Math.min(130, longest) + 18;
  const scale = timeScale(data.from, data.to, [gutter, layout.width - 4]);
  const hits: Hit[] = [];
  const parts: VNode[] = [];
  let y = 2;

  const drawLane = (lane: Lane, i: number, side: readonly Lane[]) => {
    const marks = placeMarks(data, lane.id, scale);
    const direction = lane.side === "above" ? -1 : 1;
    const depth = Math.max(0, ...marks.map((mark) => mark.level)) * MARK + MARK;
    const flags = placeFlags(
      byRank(marks)
        .filter((mark) => mark.row.label)
        .map(({ row, at, level }) => ({ id: row.id, label: row.label, x: at, foot: PAD + level * MARK + MARK / 2 })),
      {
        left: gutter,
        right: layout.width,
        near: PAD + depth + 3,
        far: PAD + depth + 3 + FLAG_ROOM,
        wraps: [146, 110, 84],
        obstacles: marks.map(({ row, at, end, level }) => {
          const top = PAD + level * MARK;
          return { id: row.id, left: at - 3, right: end + 3, top, bottom: top + MARK };
        }),
      },
    );
    const names = breakText(lane.label, gutter - 14, true);
    const height = Math.max(PAD + depth + PAD, names.length * LINE + 12, ...flags.map((flag) => flag.far + 8));
    const base = direction < 0 ? y + height : y;
    const middle = (level: number) => px(base + direction * (PAD + level * MARK + MARK / 2));
    for (const mark of marks) {
      const [left, top] = [px(mark.at - MARK / 2), px(middle(mark.level) - MARK / 2)];
      hits.push(hitOf(mark, { x: left, y: top, width: px(mark.end - mark.at + MARK), height: MARK }));
    }
    for (const flag of flags) {
      const mark = marks.find((mark) => mark.row.id === flag.id)!;
      hits.push(hitOf(mark, flagArea(flag, base, direction)));
    }
    parts.push(
      <g>
        {textLines(names, 0, (direction < 0 ? base - 8 - names.length * LINE : base + 8) + 13, "bold")}
        <Flags flags={flags} base={base} direction={direction} />
        {marks.map((mark) => spanLine(mark, scale, (from, to) => `M${from} ${middle(mark.level)}H${to}`))}
        {marks.map(({ row, at, level }) => (
          <use href={`#${prefix}-${row.certainty}`} x={at} y={middle(level)} data-row={row.id} />
        ))}
      </g>,
    );
    y += height;
    if (i < side.length - 1) parts.push(<path class="hair" d={`M0 ${px(y)}H${layout.width}`} />);
  };

  data.lanes.filter((lane) => lane.side === "above").forEach(drawLane);
  const axisTop = y;
  y += AXIS;
  data.lanes.filter((lane) => lane.side === "below").forEach(drawLane);
  return drawingOf(
    { layout, height: Math.ceil(y) + 1, hits, prefix, names: data.rows.map((row) => row.certainty) },
    <>
      <TimeAxisAcross ticks={timeTicks(scale, "x")} top={0} bottom={y} y={axisTop + 16} />
      <path class="rule" d={`M0 ${px(axisTop)}H${layout.width}M0 ${px(axisTop + AXIS)}H${layout.width}`} />
      {parts}
    </>,
  );
}
