import type { Row } from "../../ledger/ledger.ts";
import { cellValue, isDerived } from "../../ledger/lookup.ts";
import { routes } from "../../routes.ts";
import type { Table } from "../chart.ts";

export type Series = Row<"series">;

export interface Value {
  period: string;
  value: number;
  derived: boolean;
}

export interface Column {
  name: string;
  values: (Omit<Value, "value"> & { value: number | null })[];
  known: Value[];
}

/** Columns after the first, which has the periods. */
export function columnsOf(series: Series): Column[] {
  return series.columns.slice(1).map((name, i) => {
    const values = series.rows.map((row) => {
      const value = cellValue(row[i + 1]);
      return {
        period: String(row[0]),
        value: typeof value === "number" ? value : null,
        derived: isDerived(row[i + 1]),
      };
    });
    return { name, values, known: values.filter((cell): cell is Value => cell.value !== null) };
  });
}

/** Throws an Error that names the series and the columns it has. */
export function columnOf(series: Series, name: string): Column {
  const column = columnsOf(series).find((column) => column.name === name);
  if (!column?.known.length)
    throw new Error(`series \`${series.id}\` has no numbers of ${name}; it has ${series.columns.join(", ")}`);
  return column;
}

export function highest(values: readonly Value[]): Value {
  return values.reduce((a, b) => (b.value > a.value ? b : a));
}

/** Adds a column that names the calculated numbers of a row, if any. */
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

export function receiptsOfChart(chart: string): string {
  return `${routes.chart(chart)}#sources-of-this-page`;
}
