import type { Table } from "./view.ts";

/** A table as a reader sees it, a line a row: first the heads with their units; “–” where a cell is empty, behind “→” where one leads. */
export function linesOf({ columns, rows }: Table): string[] {
  const cells = rows.map((row) =>
    row.map((cell) =>
      cell === null ? "–" : typeof cell === "object" ? `${cell.text} → ${cell.href}` : String(cell),
    ),
  );
  return [columns.map(({ label, unit }) => (unit ? `${label} (${unit})` : label)), ...cells].map((line) =>
    line.join(" | "),
  );
}
