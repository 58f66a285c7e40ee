import { sum } from "d3";
import type { VNode } from "preact";
import { areaOf, type Drawing, type Hit, type Layout, px } from "../drawing.ts";
import { drawingOf } from "../glyphs.tsx";
import { type Box, overlaps } from "../placement.ts";
import { breakText, LINE, textLines, widest } from "../text-lines.tsx";
import { timeScale, timeTicks } from "../time-axis.tsx";
import { byRank, hitOf, type LaneMark, MARK, placeMarks, spanLine } from "./lane-marks.tsx";
import type { LanesData } from "./lanes.tsx";

const GAP = 5;
/** How far a label may stand from its mark, px, nearest first. */
const SHIFTS = [0, 6, -6, 12, -12, 18, -18, 24, -24];

/** Time runs down; lanes are columns left and right of the axis, their labels on the outer side. */
export function drawDown(data: LanesData, layout: Layout): Drawing {
  const prefix = "lanes-narrow";
  const named = (["above", "below"] as const).map((side) =>
    data.lanes.filter((lane) => lane.side === side).map(({ id, label }) => ({ id, head: breakText(label, layout.width * 0.38, true) })),
  );
  const top = Math.max(...named.map((lanes) => lanes.flatMap(({ head }) => head).length)) * LINE + 12;
  const bottom = top + Math.max(420, Math.min(1000, data.rows.length * 24));
  const scale = timeScale(data.from, data.to, [top, bottom]);
  const ticks = timeTicks(scale, "y");
  const axis = widest(["2025", ...ticks.map((tick) => tick.label)]) + 6;
  const [left, right] = named.map((heads) => {
    const lanes = heads.map(({ id, head }) => {
      const marks = placeMarks(data, id, scale);
      return { head, marks, depth: Math.max(0, ...marks.map((mark) => mark.level)) + 1 };
    });
    const levels = sum(lanes, ({ depth }) => depth);
    // Many marks on one day close up rather than leave no room for words.
    const step = Math.min(MARK, 60 / Math.max(levels, 1));
    const longest = widest(lanes.flatMap(({ marks }) => marks.flatMap(({ row }) => row.label.split(" "))));
    return { lanes, step, width: levels * step + lanes.length * GAP, wish: GAP + 1 + Math.ceil(Math.max(40, longest)) };
  }) as [Side, Side];
  // Each side gets the room that its longest word needs, if both can have it; else the needier one gives way.
  const room = layout.width - axis - left.width - right.width;
  const spare = Math.max(0, room - left.wish - right.wish) / 2;
  const leftWords = Math.min(left.wish + spare, Math.max(room / 2, room - right.wish - spare));
  const rightWords = room - leftWords;
  const axisX = leftWords + left.width + axis / 2;
  const hits: Hit[] = [];

  const drawSide = ({ lanes, step }: Side, direction: -1 | 1, words: number): VNode => {
    const textX = direction < 0 ? words - GAP : layout.width - words + GAP;
    const parts: VNode[] = [];
    const placed: PlacedMark[] = [];
    let depth = 0;
    let headY = 13;
    for (const { head, marks, depth: levels } of lanes) {
      const first = axisX + direction * (axis / 2) + direction * (GAP + depth);
      const x = (level: number) => px(first + direction * step * (level + 0.5));
      parts.push(
        <g>
          <path class="hair" d={`M${px(first)} ${headY - 10}V${px(bottom)}`} />
          {textLines(head, first + direction * 4, headY, direction < 0 ? "bold end" : "bold")}
          {marks.map((mark) => spanLine(mark, scale, (from, to) => `M${x(mark.level)} ${from}V${to}`))}
        </g>,
      );
      for (const mark of marks) {
        placed.push({ mark, x: x(mark.level) });
        hits.push(
          hitOf(mark, { x: px(x(mark.level) - MARK / 2), y: px(mark.at - MARK / 2), width: MARK, height: px(mark.end - mark.at + MARK) }),
        );
      }
      headY += head.length * LINE;
      depth += GAP + levels * step;
    }
    const labels = placeLabels(placed, { direction, textX, width: words - GAP - 1, top, bottom });
    for (const { mark, box } of labels) hits.push(hitOf(mark, areaOf(box)));
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
  };
  const drawn = [drawSide(left, -1, leftWords), drawSide(right, 1, rightWords)];
  return drawingOf(
    { layout, height: Math.ceil(bottom) + MARK / 2 + 1, hits, prefix, names: data.rows.map((row) => row.certainty) },
    <>
      <g>
        {ticks.map(({ at, label, year }) => (
          <g>
            <path class="hair" d={`M${px(leftWords)} ${at}H${px(layout.width - rightWords)}`} />
            {textLines(year ? [label, year] : [label], px(axisX), at + 15, "second middle")}
          </g>
        ))}
      </g>
      {drawn}
    </>,
  );
}

/** The lanes of one side of the axis, with the room that their marks take and their words wish, px. */
interface Side {
  lanes: { head: string[]; marks: LaneMark[]; depth: number }[];
  /** From one level of marks to the next. */
  step: number;
  width: number;
  wish: number;
}

interface PlacedMark {
  mark: LaneMark;
  x: number;
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
function placeLabels(placed: readonly PlacedMark[], { direction, textX, width, top, bottom }: LabelSpace) {
  const labels: { mark: LaneMark; lines: string[]; box: Box; leader: string }[] = [];
  const at = new Map(placed.map(({ mark, x }) => [mark, x]));
  for (const mark of byRank(placed.map(({ mark }) => mark))) {
    const lines = breakText(mark.row.label, width);
    const length = widest(lines);
    const x = at.get(mark)!;
    const inTheWay = placed.some(
      (other) => other.mark !== mark && (other.x - x) * direction > 0 && other.mark.at - 7 < mark.at && other.mark.end + 7 > mark.at,
    );
    if (!mark.row.label || length > width || inTheWay) continue;
    const [left, right] = direction < 0 ? [textX - length, textX] : [textX, textX + length];
    for (const shift of SHIFTS) {
      // The first line stands level with the mark, or the label reaches it with its middle.
      const box = { left, right, top: mark.at + shift - LINE / 2, bottom: mark.at + shift - LINE / 2 + lines.length * LINE };
      const spaced = { ...box, top: box.top - 5, bottom: box.bottom + 5 };
      if (box.top < top - 4 || box.bottom > bottom || labels.some((other) => overlaps(other.box, spaced))) continue;
      const leader = `M${px(x)} ${px(mark.at)}H${px(textX - direction * 9)}L${px(textX - direction * 3)} ${px(mark.at + shift)}`;
      labels.push({ mark, lines, box, leader });
      break;
    }
  }
  return labels;
}
