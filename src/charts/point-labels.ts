import { type Box, overlaps } from "./placement.ts";
import { widthOf } from "./text-lines.tsx";

/** A round mark that wants a label, px. */
export interface LabelledPoint {
  id: string;
  x: number;
  y: number;
  /** Radius of the mark. */
  r: number;
  label: string;
}

/** A placed label: where its text is anchored and its base line, and the end of a line to its mark if it stands apart. */
export interface PointLabel {
  id: string;
  label: string;
  x: number;
  y: number;
  /** Which part of the text stands at `x`: the one next to the mark, so that a wider font does not run into it. */
  anchor: "start" | "middle" | "end";
  /** Point at the label from which a line leads to the mark; undefined if the label stands at it. */
  leader?: { x: number; y: number };
}

/** Places around a mark, the best first: where the middle of the label lies, in directions. */
const AROUND = [
  [1, 0],
  [-1, 0],
  [1, -0.8],
  [1, 0.8],
  [-1, -0.8],
  [-1, 0.8],
  [0, -1],
  [0, 1],
] as const;
const ASCENT = 11;
const HEIGHT = 15;

/**
 * Places labels in the given order, the most important first: beside the mark, or further off with a line to it, never
 * on another label, a mark, or outside `bounds`. A label without a free place is left out.
 */
export function placePointLabels(points: readonly LabelledPoint[], bounds: Box, taken: readonly Box[] = []): PointLabel[] {
  const texts: Box[] = [...taken];
  const lines: Box[] = [];
  const placed: PointLabel[] = [];
  for (const point of points) {
    for (const { box, anchor, leader } of candidates(point)) {
      const line = leader && {
        left: Math.min(leader.x, point.x) - 1,
        right: Math.max(leader.x, point.x) + 1,
        top: Math.min(leader.y, point.y) - 1,
        bottom: Math.max(leader.y, point.y) + 1,
      };
      const inside = box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top && box.bottom <= bounds.bottom;
      if (!inside || [...texts, ...lines].some((other) => overlaps(box, other) || (line && overlaps(line, other)))) continue;
      if (points.some((other) => onMark(box, other) || (line && other !== point && onMark(line, other)))) continue;
      texts.push(box);
      if (line) lines.push(line);
      placed.push({
        id: point.id,
        label: point.label,
        x: anchor === "start" ? box.left : anchor === "end" ? box.right : (box.left + box.right) / 2,
        y: box.top + ASCENT + 1,
        anchor,
        leader,
      });
      break;
    }
  }
  return placed;
}

/** Whether a box touches a round mark or comes within a pixel of it. */
function onMark(box: Box, { x, y, r }: LabelledPoint): boolean {
  return Math.hypot(x - Math.max(box.left, Math.min(x, box.right)), y - Math.max(box.top, Math.min(y, box.bottom))) < r + 1;
}

function* candidates({ x, y, r, label }: LabelledPoint): Generator<Pick<PointLabel, "anchor" | "leader"> & { box: Box }> {
  const width = widthOf(label, true);
  for (const away of [4, 12, 22, 34, 48, 64]) {
    for (const [dx, dy] of AROUND) {
      const reach = r + away;
      const middleX = x + dx * (dx === 0 ? 0 : (dy === 0 ? reach : reach * 0.75) + width / 2);
      const middleY = y + dy * (reach + HEIGHT / 2 - (dx === 0 ? 2 : 4));
      const box = { left: middleX - width / 2, right: middleX + width / 2, top: middleY - HEIGHT / 2, bottom: middleY + HEIGHT / 2 };
      const anchor = dx > 0 ? "start" : dx < 0 ? "end" : "middle";
      yield away === 4
        ? { box, anchor }
        : { box, anchor, leader: { x: middleX - (dx * width) / 2, y: dx === 0 ? middleY - (dy * HEIGHT) / 2 : middleY } };
    }
  }
}
