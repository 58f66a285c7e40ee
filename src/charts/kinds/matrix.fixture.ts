import { readDrawing } from "../read-drawing.ts";
import type { matrix, MatrixColumn, MatrixData, MatrixRow } from "./matrix.tsx";

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
