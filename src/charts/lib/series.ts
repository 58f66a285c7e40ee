import { z } from "zod";
import type { Ledger, Row } from "../../ledger/ledger.ts";
import { cellValue, findRow, getRow, isDerived } from "../../ledger/lookup.ts";
import { expectDefined } from "../../expect-defined.ts";
import { hrefs } from "../../routes.ts";
import { id, line as text } from "../../yaml/fields.ts";
import { type Table } from "../chart.ts";

export const seriesOptions = z.strictObject({
  series: id.describe("Id of the series, by years, or by quarters such as `2025 Q1` for bars."),
  marked: text,
  side: id.optional(),
});

export interface Value {
  period: string;
  value: number;
  derived: boolean;
}

export interface Column {
  name: string;
  values: (Value | undefined)[];
  known: Value[];
}

export function readSeries(ledger: Ledger, id: string, chart: string, name: string) {
  const series = getRow(ledger, "series", id);
  const columns = series.columns.slice(1).map((name, i): Column => {
    const values = series.rows.map((row): Value | undefined => {
      const value = cellValue(row[i + 1]);
      if (typeof value !== "number") return undefined;
      return { period: String(cellValue(row[0])), value, derived: isDerived(row[i + 1]) };
    });
    return { name, values, known: values.filter((value) => value !== undefined) };
  });
  const own = columns.find((column) => column.name === name);
  if (!own?.known.length)
    throw new Error(`series \`${id}\` has no numbers of ${name}; it has ${series.columns.join(", ")}`);
  return { series, columns, own, href: `${hrefs.chart(chart)}#page_sources`, table: seriesTable(series) };
}

function seriesTable({ columns, rows, unit }: Row<"series">): Table {
  const derived = rows.map((row) => columns.filter((_, i) => isDerived(row[i])).join(", "));
  const hasDerived = derived.some(Boolean);
  return {
    columns: [
      ...columns.map((label) => ({
        id: label.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-"),
        label,
      })),
      ...(hasDerived ? [{ id: "derived", label: "Worked out, not read" }] : []),
    ],
    rows: rows.map((row, i) => [
      ...row.map((cell, j) => (j === 0 ? String(cellValue(cell)) : cellValue(cell))),
      ...(hasDerived ? [derived[i] || null] : []),
    ]),
    unit,
  };
}

export function highest(values: readonly Value[]): Value {
  return values.reduce((a, b) => (b.value > a.value ? b : a));
}

export const figureSpec = z.strictObject({ row: id.describe("An event or a reason."), figure: id });

export function readFigure(ledger: Ledger, { row, figure }: { row: string; figure: string }) {
  const event = findRow(ledger, "events", row);
  const from = event ?? getRow(ledger, "reasons", row);
  const found = from.figures.find(({ id }) => id === figure);
  const { value, certainty = from.status } = expectDefined(found, `figure \`${figure}\` in \`${row}\``);
  return { from, value, certainty, href: event ? hrefs.event(row) : hrefs.reason(row) };
}
