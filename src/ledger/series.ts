import type { Row } from "./schema.ts";

type Cell = Row<"series">["rows"][number][number];

/** What stands in a cell of a series, whether it was read or worked out. */
export function cellValue(cell: Cell | undefined): number | string | null {
  return typeof cell === "object" && cell !== null ? cell.value : (cell ?? null);
}

/** Whether the number in a cell was worked out, not read. */
export function isDerived(cell: Cell | undefined): boolean {
  return typeof cell === "object" && cell !== null;
}
