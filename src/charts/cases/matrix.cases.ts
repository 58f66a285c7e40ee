import fc from "fast-check";
import { at, byRow, type Cases, LONGEST, times } from "./cases.ts";
import { matrix, type MatrixColumn, type MatrixData, type MatrixRow } from "../kinds/matrix.tsx";

const STATES = ["stated", "softened", "open", "added", "removed", "none"];

const column = (i: number): MatrixColumn => ({
  id: `c${i}`,
  head: String(i + 20),
  label: "Geneva",
  count: "28",
  group: i < 4 ? "November 2025" : "December 2025",
  groupShort: i < 4 ? "Nov" : "Dec",
});
const row = (id: string, columns: number, extra: Partial<MatrixRow> = {}): MatrixRow => ({
  id,
  label: `Theme ${id}`,
  group: "Security",
  cells: times(columns, (i) => ({
    glyph: STATES[i % 6]!,
    reported: i % 6 < 5 && i % 4 === 1,
    label: `Theme ${id}, ${i}`,
    href: "/x/",
  })),
  href: `/x/${id}/`,
  ...extra,
});
const data = (columns: number, rows: MatrixRow[]): MatrixData => ({
  columns: times(columns, column),
  rows,
  heads: ["day", "where it stood", "number of points"],
  states: STATES.map((glyph) => ({ glyph, label: glyph })),
  hollow: "only reported",
});

export const matrixCases: Cases<MatrixData> = {
  kind: matrix,
  cases: {
    empty: data(3, []),
    "one row": data(1, [row("a", 1)]),
    ties: data(6, [row("a", 6), row("b", 6, { label: "Theme a" })]),
    "longest Ukrainian label": data(12, [row("a", 12, { label: LONGEST, group: LONGEST }), row("b", 12)]),
    "200 rows": data(
      12,
      times(200, (i) => row(String(i), 12, { group: `Group ${Math.floor(i / 9)}` })),
    ),
  },
  marked: ({ rows }) => rows.map(({ id }) => id),
  // Columns are as far apart as their order says, one sign a cell.
  scales: ({ rows }, elements) => {
    const drawn = byRow(elements);
    return [
      rows.flatMap(({ id }) =>
        drawn
          .get(id)!
          .filter(({ name }) => name === "use")
          .map((use, i) => [i, at(use, "x")] as const),
      ),
    ];
  },
  random: fc
    .record({
      columns: fc.integer({ min: 1, max: 12 }),
      rows: fc.array(fc.record({ shift: fc.nat(5), group: fc.nat(3) }), { maxLength: 20 }),
    })
    .map(({ columns, rows }) =>
      data(
        columns,
        rows.map(({ shift, group }, i) =>
          row(String(i), columns, {
            group: `Group ${group}`,
            cells: times(columns, (j) => ({ glyph: STATES[(j * 7 + shift) % 6]!, label: `${i}, ${j}` })),
          }),
        ),
      ),
    ),
};
