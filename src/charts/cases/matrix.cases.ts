import fc from "fast-check";
import { at, byRow, type Cases, LONGEST, times } from "./cases.ts";
import { readDrawing } from "../read-drawing.ts";
import { matrix, type MatrixColumn, type MatrixData, type MatrixRow } from "../kinds/matrix.tsx";

export const STATES = ["stated", "softened", "open", "added", "removed", "none"] as const;

export const column = (id: string, more: Partial<MatrixColumn> = {}): MatrixColumn => ({
  id,
  head: "20",
  label: "Leak",
  count: "28",
  group: "November 2025",
  groupShort: "Nov",
  ...more,
});
export const row = (id: string, signs: readonly string[], more: Partial<MatrixRow> = {}): MatrixRow => ({
  id,
  label: `Theme ${id}`,
  group: "Security",
  cells: signs.map((glyph, i) => ({ glyph, label: `Theme ${id}, ${i}: ${glyph}`, href: `/${id}/${i}/` })),
  ...more,
});
export const data = (columns: MatrixColumn[], rows: MatrixRow[]): MatrixData => ({
  columns,
  rows,
  heads: ["day", "where it stood", "number of points"],
  states: STATES.map((glyph) => ({ glyph, label: glyph })),
  hollow: "only reported",
});

/** The signs as they come out: where they stand and which they are, in reading order. */
export function signsOf(drawing: ReturnType<typeof matrix.draw>) {
  return readDrawing(drawing)
    .elements.filter(({ name }) => name === "use")
    .map(({ attributes, dy }) => ({
      x: Number(attributes.x),
      y: Number(attributes.y) + dy,
      glyph: attributes.href!.slice(1),
      href: attributes.href!,
    }));
}

/** So many columns, of November and then of December. */
const columns = (count: number) =>
  times(count, (i) =>
    column(`c${i}`, {
      head: String(i + 20),
      label: "Geneva",
      group: i < 4 ? "November 2025" : "December 2025",
      groupShort: i < 4 ? "Nov" : "Dec",
    }),
  );
const cells = (count: number, signOf = (i: number) => i) =>
  times(count, (i) => ({ glyph: STATES[signOf(i) % 6]!, label: `Cell ${i}` }));
const rowOf = (id: string, count: number, more: Partial<MatrixRow> = {}) =>
  row(id, [], {
    cells: cells(count).map((cell, i) => ({ ...cell, reported: i % 6 < 5 && i % 4 === 1, href: "/x/" })),
    href: `/x/${id}/`,
    ...more,
  });

export const matrixCases: Cases<MatrixData> = {
  kind: matrix,
  cases: {
    empty: data(columns(3), []),
    "one row": data(columns(1), [rowOf("a", 1)]),
    ties: data(columns(6), [rowOf("a", 6), rowOf("b", 6, { label: "Theme a" })]),
    "longest Ukrainian label": data(columns(12), [
      rowOf("a", 12, { label: LONGEST, group: LONGEST }),
      rowOf("b", 12),
    ]),
    "200 rows": data(
      columns(12),
      times(200, (i) => rowOf(String(i), 12, { group: `Group ${Math.floor(i / 9)}` })),
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
    .map(({ columns: count, rows }) =>
      data(
        columns(count),
        rows.map(({ shift, group }, i) =>
          rowOf(String(i), count, { group: `Group ${group}`, cells: cells(count, (j) => j * 7 + shift) }),
        ),
      ),
    ),
};
