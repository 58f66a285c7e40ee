import type { Kind } from "../lib/drawing.ts";
import type { CertaintyWords } from "../lib/glyphs.tsx";
import { dotRange, type DotRangeData, type DotRangeRow } from "./dot-range.tsx";
/** One row: a stem from zero with a sign at the value, or words where there is no number. */
export interface LollipopRow extends Omit<DotRangeRow, "group" | "range" | "says"> {
  value: number | null;
}

/** Values of one unit, one row each, in the order in which they are to be read. */
export interface LollipopData {
  rows: LollipopRow[];
  words: CertaintyWords;
  yardsticks?: DotRangeData["yardsticks"];
}

/** Horizontal lollipops from a common zero, rows in the given order. Positions are proportional to values. */
export const lollipop: Kind<LollipopData> = {
  key: (data) => dotRange.key(ungrouped(data)),
  draw: (data, layout) => dotRange.draw(ungrouped(data), layout),
};

/** The rows as ranges of no width in one group without a name. */
function ungrouped({ rows, words, yardsticks = [] }: LollipopData): DotRangeData {
  return {
    words,
    yardsticks,
    groups: [{ id: "", label: "", empty: "" }],
    rows: rows.map(({ value, ...row }) => ({
      ...row,
      group: "",
      range: value === null ? null : [value, value],
      says: row.text,
    })),
  };
}
