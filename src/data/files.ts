import { toCsv } from "./csv.ts";
import type { Column, Table } from "./table.ts";

/** What joins the items of a list in a CSV cell. */
export const LIST_JOINT = "; ";

/** What joins the values of an item that is itself a row, such as a figure with name, value and unit. */
export const PART_JOINT = " | ";

/**
 * The table as JSON: a row a line, nested as it is. Every row has every key, null where there is no value: tools take the
 * columns from the first.
 */
export function tableJson(table: Table): string {
  return `[\n${table.rows.map((row) => JSON.stringify(filled(table.columns, row))).join(",\n")}\n]\n`;
}

function filled(columns: readonly Column[], row: unknown): Record<string, unknown> {
  return Object.fromEntries(
    columns.map(({ name, parts }) => {
      const value = valueAt(row, [name]) ?? null;
      if (value === null || !parts) return [name, value];
      return [name, Array.isArray(value) ? value.map((item) => filled(parts, item)) : filled(parts, value)];
    }),
  );
}

/** The table as CSV: parts of an object become columns of their own, a list one cell. Throws an Error for an item that could not be told apart. */
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
export function flatColumns(
  columns: readonly Column[],
  path: readonly string[] = [],
  required = true,
): FlatColumn[] {
  return columns.flatMap((column): FlatColumn[] => {
    const here = [...path, column.name];
    if (column.type === "object") return flatColumns(column.parts ?? [], here, required && column.required);
    return [{ name: here.join("_"), path: here, column, required: required && column.required }];
  });
}

function csvValue({ name, parts }: Column, value: unknown): string | number | null {
  if (value === undefined || value === null) return null;
  if (!Array.isArray(value)) return typeof value === "number" ? value : String(value);
  const text = (item: unknown) => {
    if (parts) return parts.map((part) => String(valueAt(item, [part.name]) ?? "")).join(PART_JOINT);
    if (!String(item).includes(LIST_JOINT)) return String(item);
    throw new Error(
      `\`${String(item)}\` in the column \`${name}\` holds “${LIST_JOINT}”, which joins a list in CSV; mend: write it without`,
    );
  };
  return value.map(text).join(LIST_JOINT);
}

function valueAt(row: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], row);
}
