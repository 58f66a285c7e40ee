import type { Ledger } from "../ledger/ledger.ts";
import { get } from "../ledger/lookup.ts";
import type { Row } from "../ledger/schema.ts";
import { routes } from "../site.ts";
import type { Table } from "./view.ts";

export type Series = Row<"series">;

/** Columns of a series after the first, each with its values by period: a number, or null where there is none. */
export function seriesColumns(series: Series): { name: string; values: { period: string; value: number | null }[] }[] {
  return series.columns.slice(1).map((name, i) => ({
    name,
    values: series.rows.map((row) => {
      const value = row[i + 1] ?? null;
      if (typeof value === "string") throw new Error(`series \`${series.id}\`, ${row[0]}, ${name}: \`${value}\` is no number`);
      return { period: String(row[0]), value };
    }),
  }));
}

/** The series of that id and the column of that name in it. Throws an Error that names what is missing. */
export function seriesColumn(
  ledger: Ledger,
  id: string,
  name: string,
): { series: Series; values: { period: string; value: number | null }[] } {
  const series = get(ledger, "series", id);
  const column = seriesColumns(series).find((column) => column.name === name);
  if (!column) throw new Error(`series \`${id}\` has no column \`${name}\`; it has ${series.columns.join(", ")}`);
  return { series, values: column.values };
}

/** The series as it stands, for the reader. */
export function seriesTable(series: Series): Table {
  return {
    columns: series.columns.map((label, i) => ({
      id: label.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-"),
      label,
      ...(i > 0 ? { unit: series.unit } : {}),
    })),
    rows: series.rows.map((row) => row.map((cell, i) => (i === 0 ? String(cell) : cell))),
  };
}

/** Where the receipts of a chart's numbers stand. */
export function receiptsOfChart(chart: string): string {
  return `${routes.chart(chart)}#sources-of-this-page`;
}
