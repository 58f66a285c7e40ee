import type { Row } from "../../ledger/schema.ts";
import { cellValue, isDerived } from "../../ledger/lookup.ts";
import { routes } from "../../site.ts";
import type { Table } from "../view.ts";

export type Series = Row<"series">;

/** The number of a period; `derived` if we calculated it. */
export interface Value {
  period: string;
  value: number | null;
  derived: boolean;
}

/** Columns of a series after the first, each with its values by period. */
export function seriesColumns(series: Series): { name: string; values: Value[] }[] {
  return series.columns.slice(1).map((name, i) => ({
    name,
    values: series.rows.map((row) => {
      const value = cellValue(row[i + 1]);
      if (typeof value === "string")
        throw new Error(`series \`${series.id}\`, ${String(row[0])}, ${name}: \`${value}\` is not a number`);
      return { period: String(row[0]), value, derived: isDerived(row[i + 1]) };
    }),
  }));
}

/** The column of that name. Throws an Error that names the series and what it has. */
export function seriesColumn(series: Series, name: string): { name: string; values: Value[] } {
  const column = seriesColumns(series).find((column) => column.name === name);
  if (!column)
    throw new Error(`series \`${series.id}\` has no column \`${name}\`; it has ${series.columns.join(", ")}`);
  return column;
}

/** The numbers of a column that are known. */
export function knownOf({ values }: { values: Value[] }): (Value & { value: number })[] {
  return values.filter((cell): cell is Value & { value: number } => cell.value !== null);
}

/** The series as it stands, for the reader; a last column names the numbers of a row that were worked out, if there are any. */
export function seriesTable(series: Series): Table {
  const derived = series.rows.map((row) => series.columns.filter((_, i) => isDerived(row[i])).join(", "));
  const hasDerived = derived.some(Boolean);
  return {
    columns: [
      ...series.columns.map((label, i) => ({
        id: label.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-"),
        label,
        ...(i > 0 ? { unit: series.unit } : {}),
      })),
      ...(hasDerived ? [{ id: "derived", label: "Worked out, not read" }] : []),
    ],
    rows: series.rows.map((row, i) => [
      ...row.map((cell, j) => (j === 0 ? String(cellValue(cell)) : cellValue(cell))),
      ...(hasDerived ? [derived[i] || null] : []),
    ]),
  };
}

/** Where the receipts of a chart's numbers stand. */
export function receiptsOfChart(chart: string): string {
  return `${routes.chart(chart)}#sources-of-this-page`;
}
