import type { VNode } from "preact";
import { type Drawing, type Hit, type Layout, px, TEXT_SIZE } from "../drawing.ts";
import { drawingOf } from "../glyphs.tsx";
import { type Box, overlaps } from "../placement.ts";
import { LINE, textLines } from "../text-lines.tsx";
import { textWidth, wrapText } from "../text-width.ts";
import { TimeAxisDown, timeScale, timeTicks } from "../time-axis.tsx";
import { byRank, hitOf, type LaneMark, MARK, placeMarks, spanLine } from "./lane-marks.tsx";
import type { LanesData } from "./lanes.tsx";

const GAP = 5;
/** How far a label may stand from its mark, px, nearest first. */
const SHIFTS = [0, 6, -6, 12, -12, 18, -18, 24, -24];

/** Time runs down; lanes are columns left and right of the axis, their labels on the outer side. */
export function drawDown(data: LanesData, layout: Layout): Drawing {
  const prefix = "lanes-narrow";
  const above = data.lanes.filter((lane) => lane.side === "above");
  const below = data.lanes.filter((lane) => lane.side === "below");
  const heads = [above, below].map((lanes) => lanes.map((lane) => wrapText(lane.label, layout.width * 0.38, TEXT_SIZE, true)));
  const top = Math.max(...heads.map((lanes) => lanes.flat().length)) * LINE + 12;
  const length = Math.max(420, Math.min(1000, data.rows.length * 24));
  const scale = timeScale(data.from, data.to, [top, top + length]);
  const ticks = timeTicks(scale, "y");
  const axis = Math.max(textWidth("2025", TEXT_SIZE), ...ticks.map((tick) => textWidth(tick.label, TEXT_SIZE))) + 6;
  const sides = [above, below].map((lanes) => lanes.map((lane) => ({ lane, marks: placeMarks(data, lane.id, scale) })));
  const depths = sides.map((lanes) => lanes.map(({ marks }) => Math.max(0, ...marks.map((mark) => mark.level)) + 1));
  const levels = depths.map((side) => side.reduce((sum, depth) => sum + depth, 0));
  // Many marks on one day close up rather than leave no room for words.
  const steps = levels.map((count) => Math.min(MARK, 60 / Math.max(count, 1)));
  const widths = levels.map((count, side) => count * steps[side]! + (depths[side]!.length === 0 ? 0 : depths[side]!.length * GAP));
  // Each side gets the room that its longest word needs, if both can have it; else the needier one gives way.
  const [left, right] = [above, below].map(
    (lanes) =>
      GAP +
      1 +
      Math.ceil(
        Math.max(
          40,
          ...data.rows
            .filter((row) => lanes.some((lane) => lane.id === row.lane))
            .flatMap((row) => row.label.split(" ").map((word) => textWidth(word, TEXT_SIZE))),
        ),
      ),
  ) as [number, number];
  const room = layout.width - axis - widths[0]! - widths[1]!;
  const spare = Math.max(0, room - left - right) / 2;
  const leftWords = Math.min(left + spare, Math.max(room / 2, room - right - spare));
  const words = [leftWords, room - leftWords];
  const axisX = words[0]! + widths[0]! + axis / 2;
  const hits: Hit[] = [];

  const drawn = sides.map((lanes, side) => {
    const direction = side === 0 ? -1 : 1;
    const edge = axisX + direction * (axis / 2);
    const textX = direction < 0 ? words[0]! - GAP : layout.width - words[1]! + GAP;
    let depth = 0;
    const parts: VNode[] = [];
    const placed: { mark: LaneMark; x: number }[] = [];
    let headY = 13;
    lanes.forEach(({ marks }, i) => {
      const first = edge + direction * (GAP + depth);
      const x = (level: number) => px(first + direction * steps[side]! * (level + 0.5));
      parts.push(
        <g>
          <path class="hair" d={`M${px(first)} ${headY - 10}V${px(top + length)}`} />
          {textLines(heads[side]![i]!, first + direction * 4, headY, direction < 0 ? "bold end" : "bold")}
          {marks.map((mark) => spanLine(mark, scale, (from, to) => `M${x(mark.level)} ${from}V${to}`))}
        </g>,
      );
      for (const mark of marks) {
        placed.push({ mark, x: x(mark.level) });
        hits.push(
          hitOf(mark, { x: px(x(mark.level) - MARK / 2), y: px(mark.at - MARK / 2), width: MARK, height: px(mark.end - mark.at + MARK) }),
        );
      }
      headY += heads[side]![i]!.length * LINE;
      depth += GAP + depths[side]![i]! * steps[side]!;
    });
    const labels = placeLabels(placed, { direction, textX, width: words[side]! - GAP - 1, top, bottom: top + length });
    for (const { mark, box } of labels)
      hits.push(hitOf(mark, { x: px(box.left), y: px(box.top), width: px(box.right - box.left), height: px(box.bottom - box.top) }));
    return (
      <g>
        {parts}
        {labels.map(({ lines, box, leader }) => (
          <g>
            <path class="lead" d={leader} />
            {textLines(lines, textX, box.top + 13, direction < 0 ? "halo end" : "halo")}
          </g>
        ))}
        {placed.map(({ mark, x }) => (
          <use href={`#${prefix}-${mark.row.certainty}`} x={x} y={mark.at} data-row={mark.row.id} />
        ))}
      </g>
    );
  });
  return drawingOf(
    { layout, height: Math.ceil(top + length) + MARK / 2 + 1, hits, prefix, names: data.rows.map((row) => row.certainty) },
    <>
      <TimeAxisDown ticks={ticks} left={words[0]!} right={layout.width - words[1]!} x={px(axisX)} />
      {drawn}
    </>,
  );
}

interface LabelSpace {
  direction: -1 | 1;
  textX: number;
  /** Room for words, px. */
  width: number;
  top: number;
  bottom: number;
}

/** Labels in one column beside the marks, the most important first; one whose line would cross a mark is left out. */
function placeLabels(placed: readonly { mark: LaneMark; x: number }[], { direction, textX, width, top, bottom }: LabelSpace) {
  const labels: { mark: LaneMark; lines: string[]; box: Box; leader: string }[] = [];
  const at = new Map(placed.map(({ mark, x }) => [mark, x]));
  for (const mark of byRank(placed.map(({ mark }) => mark))) {
    const lines = wrapText(mark.row.label, width, TEXT_SIZE);
    const widest = Math.max(...lines.map((line) => textWidth(line, TEXT_SIZE)));
    const x = at.get(mark)!;
    const inTheWay = placed.some(
      (other) => other.mark !== mark && (other.x - x) * direction > 0 && other.mark.at - 7 < mark.at && other.mark.end + 7 > mark.at,
    );
    if (!mark.row.label || widest > width || inTheWay) continue;
    for (const shift of SHIFTS) {
      // The first line stands level with the mark, or the label reaches it with its middle.
      const boxTop = mark.at + shift - LINE / 2;
      const box = {
        left: direction < 0 ? textX - widest : textX,
        right: direction < 0 ? textX : textX + widest,
        top: boxTop,
        bottom: boxTop + lines.length * LINE,
      };
      const spaced = { ...box, top: box.top - 5, bottom: box.bottom + 5 };
      if (box.top < top - 4 || box.bottom > bottom || labels.some((other) => overlaps(other.box, spaced))) continue;
      labels.push({
        mark,
        lines,
        box,
        leader: `M${px(x)} ${px(mark.at)}H${px(textX - direction * 9)}L${px(textX - direction * 3)} ${px(mark.at + shift)}`,
      });
      break;
    }
  }
  return labels;
}
