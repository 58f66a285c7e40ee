import { ascending } from "d3";
import type { VNode } from "preact";
import { formatSpan } from "../../i18n/dates.ts";
import { type Area, type Hit, px } from "../drawing.ts";
import { stack } from "../placement.ts";
import { middleOf, periodOf, type TimeScale } from "../time-axis.tsx";
import type { LaneRow, LanesData } from "./lanes.tsx";

/** Distance between the middles of two marks that touch, px. */
export const MARK = 13;

/** A row with its place: `at` to `end` along the time axis, `level` steps away from it. */
export interface LaneMark {
  row: LaneRow;
  at: number;
  end: number;
  level: number;
}

/**
 * Places the rows of a lane. The least important are placed first and stand nearest the axis, so that nothing stands
 * between an important mark and its label.
 */
export function placeMarks(data: LanesData, lane: string, scale: TimeScale): LaneMark[] {
  const rows = data.rows
    .filter((row) => row.lane === lane)
    .sort((a, b) => b.rank - a.rank || ascending(a.date, b.date) || ascending(a.id, b.id));
  const extents = rows.map((row) => ({ start: scale(middleOf(row.date)), end: scale(middleOf(row.end ?? row.date)) }));
  const levels = stack(extents, MARK);
  return rows.map((row, i) => ({ row, at: px(extents[i]!.start), end: px(extents[i]!.end), level: levels[i]! }));
}

/** The marks in the order in which they are labelled: by rank, then by date. */
export function byRank(marks: readonly LaneMark[]): LaneMark[] {
  return [...marks].sort((a, b) => a.row.rank - b.row.rank || ascending(a.row.date, b.row.date) || ascending(a.row.id, b.row.id));
}

/** The line of what lasted, or of a date known to the month only; null for a single day. `across` gives its path. */
export function spanLine({ row, at, end }: LaneMark, scale: TimeScale, path: (from: number, to: number) => string): VNode | null {
  if (row.date.length < 10) {
    const [start, stop] = periodOf(row.date);
    return <path class="stem dashed" d={path(px(scale(start)), px(scale(stop)))} />;
  }
  return end > at ? <path class="stem" d={path(at, end)} /> : null;
}

/** What a mark says to the mouse. */
export function hitOf({ row }: LaneMark, area: Area): Hit {
  return { ...area, label: `${formatSpan(row.date, row.end)}: ${row.says}`, href: row.href };
}
