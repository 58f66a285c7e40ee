import { existsSync } from "node:fs";
import { z } from "zod";
import { capital } from "../i18n/numbers.ts";
import { id, line } from "../ledger/fields.ts";
import { figureCertainty, clausesInOrder, cellValue, isDerived } from "../ledger/lookup.ts";
import {
  type CollectionName,
  collections,
  type Event,
  type Ledger,
  type Row,
  rowKey,
  type Source,
  type Theme,
} from "../ledger/ledger.ts";
import { STANDING, standing } from "../ledger/sources.ts";
import { readYaml } from "../ledger/yaml-file.ts";
import { toCsv } from "./csv.ts";

export interface Column {
  name: string;
  type: "string" | "integer" | "number" | "boolean" | "date" | "array" | "object";
  description: string;
  /** Has a value in every row. */
  required: boolean;
  /** Columns of an object, or of the items of a list of objects. */
  parts?: Column[];
}

/** A table to download. */
export interface Table {
  /** Without ending: `case-steps` for case-steps.csv and case-steps.json. */
  name: string;
  title: string;
  description: string;
  group: string;
  /** The first one is `id`. */
  columns: Column[];
  rows: Record<string, unknown>[];
}

const NAMES = Object.keys(collections) as [CollectionName, ...CollectionName[]];

/** By group. */
const descriptions = z.array(
  z.strictObject({
    group: line,
    tables: z.partialRecord(
      z.enum(NAMES),
      z.strictObject({ title: line.optional(), description: line.optional() }),
    ),
  }),
);

export type TableDescriptions = z.infer<typeof descriptions>;

/** Without the file, all collections under one heading. Throws a ContentError with every problem. */
export function readTableDescriptions(path: string): TableDescriptions {
  if (existsSync(path)) return readYaml(path, descriptions);
  return [{ group: "Tables", tables: Object.fromEntries(NAMES.map((name) => [name, {}])) }];
}

/**
 * Group by group: described collections that have rows, the clauses after the themes, each series after the
 * list of series.
 */
export function tablesOf(ledger: Ledger, described: TableDescriptions): Table[] {
  return described.flatMap(({ group, tables }) =>
    Object.entries(tables).flatMap(([key, about]) => {
      const name = key as CollectionName;
      if (ledger[name].length === 0) return [];
      const {
        title = capital(name.replaceAll("-", " ")),
        description = "Its columns say what a row holds.",
      } = about;
      return [
        collectionTable(ledger, name, { title, description, group }),
        ...(name === "themes" ? [clauseTable(ledger, group)] : []),
        ...(name === "series" ? ledger.series.map((series) => seriesTable(series, group)) : []),
      ];
    }),
  );
}

const { sources, themes, series } = collections;

/**
 * Published shape: the standing of a source is derived; clauses and series values have tables of their own.
 */
const SCHEMAS: Readonly<Record<CollectionName, z.ZodObject>> = {
  ...collections,
  sources: sources.extend({
    standing: z.string().describe(
      Object.entries(STANDING)
        .map(([name, meaning]) => `${name}: ${meaning}.`)
        .join(" "),
    ),
  }),
  themes: themes.extend({
    clauses: z.array(id).describe(themes.shape.clauses.description ?? ""),
  }),
  series: series.omit({ rows: true }),
};

const ID = column("id", "string", "Key of the row: stable, unique in the table.");

function collectionTable(
  ledger: Ledger,
  name: CollectionName,
  about: Pick<Table, "title" | "group" | "description">,
): Table {
  const schema = z.toJSONSchema(SCHEMAS[name], { io: "input", unrepresentable: "any" }) as Field;
  const columns = [ID, ...columnsOf(schema, ledger[name]).filter((column) => column.name !== "id")];
  const rows = ledger[name].map((row) => ({
    ...row,
    id: rowKey(name, row),
    ...(name === "sources" && { standing: standing(ledger, row as Source) }),
    ...(name === "events" && { figures: figuresOf(row as Event) }),
    ...(name === "themes" && { clauses: (row as Theme).clauses.map((clause) => clause.id) }),
  }));
  return { name, ...about, columns, rows: inOrder(columns, rows) };
}

function figuresOf(event: Event) {
  return event.figures.map((figure) => ({ ...figure, certainty: figureCertainty(event, figure) }));
}

function clauseTable(ledger: Ledger, group: string): Table {
  return {
    name: "clauses",
    title: "Clauses",
    description: "What a reader asks of each theme; the answers of all drafts line up under them.",
    group,
    columns: [
      ID,
      column("theme", "string", "Theme it belongs to: id in the table themes."),
      column("number", "integer", "Place within the theme; 1 is the leading clause."),
      column("text", "string", "The clause, as a reader would ask it."),
    ],
    rows: clausesInOrder(ledger).map(({ theme, clause: { id, text } }) => ({
      id,
      theme: theme.id,
      number: theme.clauses.findIndex((clause) => clause.id === id) + 1,
      text,
    })),
  };
}

function seriesTable(series: Row<"series">, group: string): Table {
  const { columns: labels, rows, id: name, title, unit, as_of, note, licence } = series;
  const columns = labels.map((label, i) => {
    const values = rows.map((row) => cellValue(row[i])).filter((value) => value !== null);
    const type = values.every(Number.isInteger)
      ? "integer"
      : values.every((value) => typeof value === "number")
        ? "number"
        : "string";
    return column(slug(label, "_"), type, `${label}.`, values.length === rows.length);
  });
  const derived = column(
    "derived",
    "array",
    "Columns whose number in this row was worked out from a stated change, not read.",
    false,
  );
  const all = [ID, ...columns, ...(rows.some((row) => row.some(isDerived)) ? [derived] : [])];
  const cells = rows.map((row) => {
    const values = columns.map(({ name, type }, i) => {
      const value = cellValue(row[i]) ?? undefined;
      return [name, type === "string" ? value?.toString() : value];
    });
    const derived = columns.flatMap(({ name }, i) => (isDerived(row[i]) ? name : []));
    return {
      id: `${name}--${slug(String(cellValue(row[0])), "-")}`,
      ...Object.fromEntries(values),
      ...(derived.length > 0 && { derived }),
    };
  });
  return {
    name,
    title,
    group,
    description: [`Unit: ${unit}. As of ${as_of}.`, note, licence && `Terms of the publisher: ${licence}`]
      .filter(Boolean)
      .join(" "),
    columns: all,
    rows: inOrder(all, cells),
  };
}

/** “People convicted” → `people_convicted`. */
function slug(label: string, separator: "_" | "-"): string {
  const words = label.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return words.match(/[a-z0-9]+/g)?.join(separator) ?? "";
}

/** Sorts the keys by column and drops those without a value. */
function inOrder(
  columns: readonly Column[],
  rows: readonly Record<string, unknown>[],
): Record<string, unknown>[] {
  return rows.map((row) =>
    Object.fromEntries(columns.flatMap(({ name }) => (row[name] === undefined ? [] : [[name, row[name]]]))),
  );
}

function column(name: string, type: Column["type"], description: string, required = true): Column {
  return { name, type, description, required };
}

/** JSON Schema of a row or a field; `form` is metadata of src/ledger/fields.ts. */
interface Field {
  type?: Column["type"] | Column["type"][];
  description?: string;
  form?: "day" | "partial-date" | "uri";
  properties?: Record<string, Field>;
  required?: string[];
  items?: Field;
}

/** Columns in the order of a schema. Keys of records ("names") become parts if `rows` use them. */
function columnsOf({ properties = {}, required = [] }: Field, rows: readonly object[]): Column[] {
  return Object.entries(properties).map(([name, field]) => {
    const { description = `${capital(name.replaceAll("_", " "))}.`, form, type } = field;
    const values = rows.flatMap((row) => (row as Record<string, object | undefined>)[name] ?? []);
    const made = column(name, Array.isArray(type) ? "string" : (type ?? "string"), description);
    made.required = required.includes(name);
    if (form === "day") made.type = "date";
    if (form === "partial-date") made.description += " YYYY-MM-DD; YYYY-MM or YYYY where no more is known.";
    if (made.type === "object" && !field.properties) {
      const keys = [...new Set(values.flatMap(Object.keys))].sort();
      made.parts = keys.map((key) => column(key, "string", `${description} (${key})`, false));
    } else if (made.type === "object") made.parts = columnsOf(field, values);
    else if (field.items?.properties) made.parts = columnsOf(field.items, values);
    return made;
  });
}

/** Between the items of a list in a CSV cell. */
export const LIST_SEPARATOR = "; ";

/** Between the values of an item that is itself a row, such as a figure with name, value and unit. */
export const PART_SEPARATOR = " | ";

/** One JSON line per row, nested. */
export function tableJson({ rows }: Table): string {
  return `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`;
}

/** Parts of an object become columns, a list one cell. Throws an Error for an ambiguous item. */
export function tableCsv(table: Table): string {
  const columns = flatColumns(table.columns);
  return toCsv([
    columns.map((column) => column.name),
    ...table.rows.map((row) => columns.map((column) => csvValue(column, valueAt(row, column.path)))),
  ]);
}

/** CSV columns: `quote_by` for the part `by` of `quote`, which has a value only if the whole has. */
export function flatColumns(columns: readonly Column[], whole?: FlatColumn): FlatColumn[] {
  return columns.flatMap((column): FlatColumn[] => {
    const path = [...(whole?.path ?? []), column.name];
    const required = column.required && (whole?.required ?? true);
    const flat = { ...column, name: path.join("_"), path, required };
    return column.type === "object" ? flatColumns(column.parts ?? [], flat) : [flat];
  });
}

export interface FlatColumn extends Column {
  path: readonly string[];
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
