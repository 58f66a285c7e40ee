import { toCsv } from "./csv.ts";
import type { Column, Table } from "./table.ts";

/** What joins the items of a list in a CSV cell. */
export const LIST_JOINT = "; ";

/** What joins the values of an item that is itself a row, such as a figure with name, value and unit. */
export const PART_JOINT = " | ";

/** The table as JSON: an array of rows, a row a line; what is nested stays nested, a column without a value is left out. */
export function tableJson(table: Table): string {
  return `[\n${table.rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`;
}

/** The table as CSV: parts of an object become columns of their own, a list one cell. */
export function tableCsv(table: Table): string {
  const columns = flatColumns(table.columns);
  return toCsv([
    columns.map((column) => column.name),
    ...table.rows.map((row) => columns.map(({ path, column }) => csvValue(column, valueAt(row, path)))),
  ]);
}

/** A column of the CSV: `quote_by` for the part `by` of `quote`. */
export interface FlatColumn {
  name: string;
  path: readonly string[];
  column: Column;
  /** Has a value in every row: a part only if the whole has. */
  required: boolean;
}

/** Columns of the CSV of a table, in order. */
export function flatColumns(columns: readonly Column[], path: readonly string[] = [], required = true): FlatColumn[] {
  return columns.flatMap((column): FlatColumn[] => {
    const here = [...path, column.name];
    if (column.type === "object") return flatColumns(column.parts ?? [], here, required && column.required);
    return [{ name: here.join("_"), path: here, column, required: required && column.required }];
  });
}

function csvValue(column: Column, value: unknown): string | number | null {
  if (value === undefined || value === null) return null;
  if (!Array.isArray(value)) return typeof value === "number" ? value : String(value);
  const { parts } = column;
  const text = (item: unknown) =>
    parts ? parts.map((part) => String((item as Record<string, unknown>)[part.name] ?? "")).join(PART_JOINT) : String(item);
  return value.map(text).join(LIST_JOINT);
}

function valueAt(row: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], row);
}
