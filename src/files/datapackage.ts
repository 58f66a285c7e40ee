import { createHash } from "node:crypto";
import type { Source } from "../ledger/ledger.ts";
import { toCsv } from "./csv.ts";
import type { Column, Table } from "./tables.ts";

/** What the package says of itself; addresses are full ones. */
export interface PackageFacts {
  title: string;
  description: string;
  homepage: string;
  /** Page that lists every source. */
  sourcesPage: string;
  /** The source with an id, and the name of its publisher. */
  source: (id: string) => Pick<Source, "title" | "about" | "url"> & { name: string };
}

const LICENCE = {
  name: "CC-BY-4.0",
  path: "https://creativecommons.org/licenses/by/4.0/",
  title: "Creative Commons Attribution 4.0 International",
};

/**
 * `datapackage.json` of all tables (Frictionless Data Package 2.0), each as CSV and as JSON, with its hash. Only the CSV has
 * its size: frictionless does not count that of JSON, and takes it for wrong.
 */
export function dataPackage(tables: readonly Table[], facts: PackageFacts): object {
  const { title, description, homepage, sourcesPage, source } = facts;
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: "draft-by-draft",
    title,
    description,
    homepage,
    licenses: [LICENCE],
    sources: [
      {
        title: "All documents behind the rows, each with its address; also in the table `sources`",
        path: sourcesPage,
      },
    ],
    resources: tables.flatMap((table) => {
      const { name, columns } = table;
      const about = {
        title: table.title,
        description: table.description,
        ...(table.sources.length > 0 && { sources: table.sources.map((id) => sourceEntry(source(id))) }),
      };
      const [csv, json, primaryKey] = [tableCsv(table), tableJson(table), ["id"]];
      return [
        {
          name,
          ...about,
          ...fileEntry(name, "csv", "text/csv", csv),
          bytes: Buffer.byteLength(csv),
          dialect: { delimiter: "," },
          schema: { fields: csvFields(table), primaryKey, ...foreignKeys(table, "_", "") },
        },
        {
          name: `${name}-json`,
          ...about,
          ...fileEntry(name, "json", "application/json", json),
          schema: { fields: columns.map(jsonField), primaryKey, ...foreignKeys(table, undefined, "-json") },
        },
      ];
    }),
  };
}

function fileEntry(name: string, format: string, mediatype: string, content: string) {
  const hash = `sha256:${createHash("sha256").update(content).digest("hex")}`;
  return { type: "table", path: `${name}.${format}`, format, mediatype, encoding: "utf-8", hash };
}

/** Keys into other tables, by `separator` where a column is part of another one; without it a nested one is omitted. `suffix` ends the name of a resource. */
function foreignKeys({ references }: Table, separator: string | undefined, suffix: string) {
  const keys = references.flatMap(({ path, target }) =>
    path.length > 1 && separator === undefined
      ? []
      : [{ fields: [path.join(separator)], reference: { resource: target + suffix, fields: ["id"] } }],
  );
  return keys.length > 0 && { foreignKeys: keys };
}

function sourceEntry({ name, title, about, url }: ReturnType<PackageFacts["source"]>) {
  return { title: `${name}: ${title ?? about ?? url}`, path: url };
}

function csvFields(table: Table) {
  return flatColumns(table.columns).map(({ name, column, required }) => {
    if (column.type !== "array") return field({ ...column, name, required }, name === "id");
    const parts = column.parts?.map((part) => part.name).join(", ");
    const items = parts
      ? `Items are joined by “${LIST_SEPARATOR}”, within an item ${parts} by “${PART_SEPARATOR}”.`
      : `Joined by “${LIST_SEPARATOR}”.`;
    return field({
      ...column,
      name,
      type: "string",
      description: `${column.description} ${items}`,
      required,
    });
  });
}

function jsonField(column: Column) {
  const parts = column.parts?.map((part) => `${part.name}: ${part.description}`).join(" ");
  const description = [column.description, parts].filter(Boolean).join(" ");
  return field({ ...column, description }, column.name === "id");
}

function field({ name, type, form, description, required, values }: Column, unique = false) {
  const constraints = {
    ...(required && { required: true }),
    ...(unique && { unique: true }),
    ...(values && { enum: values }),
    ...(form === "partial-date" && { pattern: "\\d{4}(-\\d{2}(-\\d{2})?)?" }),
  };
  return {
    name,
    type,
    ...(form === "uri" && { format: "uri" }),
    description,
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}

/** What joins the items of a list in a CSV cell. */
export const LIST_SEPARATOR = "; ";

/** What joins the values of an item that is itself a row, such as a figure with name, value and unit. */
export const PART_SEPARATOR = " | ";

/**
 * One JSON line per row, nested. Every row has every key, null for no value: tools take the columns from the
 * first row.
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
    if (parts) return parts.map((part) => String(valueAt(item, [part.name]) ?? "")).join(PART_SEPARATOR);
    if (!String(item).includes(LIST_SEPARATOR)) return String(item);
    throw new Error(
      `\`${String(item)}\` in the column \`${name}\` holds “${LIST_SEPARATOR}”, which joins a list in CSV; fix: write it without`,
    );
  };
  return value.map(text).join(LIST_SEPARATOR);
}

function valueAt(row: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], row);
}
