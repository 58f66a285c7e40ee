import type { VNode } from "preact";
import { type Drawing, type Hit, type Layout, px, TEXT_SIZE } from "../drawing.ts";
import { flagArea, Flags, placeFlags } from "../flags.tsx";
import { drawingOf } from "../glyphs.tsx";
import { LINE, textLines } from "../text-lines.tsx";
import { textWidth, wrapText } from "../text-width.ts";
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
  const gutter =
    Math.min(130, Math.max(0, ...data.lanes.flatMap((lane) => lane.label.split(" ").map((word) => textWidth(word, TEXT_SIZE, true))))) + 18;
  const scale = timeScale(data.from, data.to, [gutter, layout.width - 4]);
  const ticks = timeTicks(scale, "x");
  const above = data.lanes.filter((lane) => lane.side === "above");
  const below = data.lanes.filter((lane) => lane.side === "below");
  const hits: Hit[] = [];
  const parts: VNode[] = [];
  let y = 2;
  const draw = (lane: Lane, last: boolean) => {
    const { part, height } = drawLane(lane, y);
    parts.push(part);
    y += height;
    if (!last) parts.push(<path class="hair" d={`M0 ${px(y)}H${layout.width}`} />);
  };

  function drawLane(lane: Lane, top: number): { part: VNode; height: number } {
    const marks = placeMarks(data, lane.id, scale);
    const direction = lane.side === "above" ? -1 : 1;
    const depth = Math.max(0, ...marks.map((mark) => mark.level)) * MARK + MARK;
    const flags = placeFlags(
      byRank(marks)
        .filter((mark) => mark.row.label)
        .map((mark) => ({ id: mark.row.id, label: mark.row.label, x: mark.at, foot: PAD + mark.level * MARK + MARK / 2 })),
      {
        left: gutter,
        right: layout.width,
        near: PAD + depth + 3,
        far: PAD + depth + 3 + FLAG_ROOM,
        wraps: [146, 110, 84],
        obstacles: marks.map((mark) => ({
          id: mark.row.id,
          left: mark.at - 3,
          right: mark.end + 3,
          top: PAD + mark.level * MARK,
          bottom: PAD + mark.level * MARK + MARK,
        })),
      },
    );
    const names = wrapText(lane.label, gutter - 14, TEXT_SIZE, true);
    const height = Math.max(PAD + depth + PAD, names.length * LINE + 12, ...flags.map((flag) => flag.far + 8));
    const base = direction < 0 ? top + height : top;
    const middle = (level: number) => px(base + direction * (PAD + level * MARK + MARK / 2));
    for (const mark of marks)
      hits.push(
        hitOf(mark, {
          x: px(mark.at - MARK / 2),
          y: px(middle(mark.level) - MARK / 2),
          width: px(mark.end - mark.at + MARK),
          height: MARK,
        }),
      );
    for (const flag of flags)
      hits.push(
        hitOf(
          marks.find((mark) => mark.row.id === flag.id)!,
          flagArea(flag, base, direction),
        ),
      );
    const nameTop = direction < 0 ? base - 8 - names.length * LINE : base + 8;
    return {
      height,
      part: (
        <g>
          {textLines(names, 0, nameTop + 13, "bold")}
          <Flags flags={flags} base={base} direction={direction} />
          {marks.map((mark) => spanLine(mark, scale, (from, to) => `M${from} ${middle(mark.level)}H${to}`))}
          {marks.map((mark) => (
            <use href={`#${prefix}-${mark.row.certainty}`} x={mark.at} y={middle(mark.level)} data-row={mark.row.id} />
          ))}
        </g>
      ),
    };
  }

  above.forEach((lane, i) => draw(lane, i === above.length - 1));
  const axisTop = y;
  y += AXIS;
  below.forEach((lane, i) => draw(lane, i === below.length - 1));
  return drawingOf(
    { layout, height: Math.ceil(y) + 1, hits, prefix, names: data.rows.map((row) => row.certainty) },
    <>
      <TimeAxisAcross ticks={ticks} top={0} bottom={y} y={axisTop + 16} />
      <path class="rule" d={`M0 ${px(axisTop)}H${layout.width}M0 ${px(axisTop + AXIS)}H${layout.width}`} />
      {parts}
    </>,
  );
}
