import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { figure, id, line } from "../ledger/fields.ts";
import { figureCertainty, clausesInOrder, cellValue, isDerived } from "../ledger/lookup.ts";
import { type Event, type Ledger, rowKey, type Source, type Theme } from "../ledger/ledger.ts";
import { singleReferences } from "../ledger/integrity.ts";
import { collections, type CollectionName, type Row } from "../ledger/schema.ts";
import { STANDING, standing } from "../ledger/sources.ts";

/** A column of a table. Types are those of the Frictionless Table Schema. */
export interface Column {
  name: string;
  type: "string" | "integer" | "number" | "boolean" | "date" | "array" | "object";
  /** For people. */
  description: string;
  /** Has a value in every row. */
  required: boolean;
  /** The values it may take, where they are fixed. */
  values?: readonly string[];
  /** Form of a text: an address, or a date that may lack its day or month. */
  form?: "uri" | "partial-date";
  /** Columns of an object, or of the items of a list of objects. */
  parts?: Column[];
}

/** A table to download. */
export interface Table {
  /** Name of its files: `case-steps` for case-steps.csv and case-steps.json. */
  name: string;
  title: string;
  description: string;
  /** Heading under which it is listed. */
  group: string;
  /** The first one is `id`. */
  columns: Column[];
  /** Objects by column name; a column without a value is omitted. */
  rows: Record<string, unknown>[];
  /** Sources of the table as a whole, by id; empty if rows have their own. */
  sources: readonly string[];
  /** Columns that hold the id of a row of another table: path of the column, name of that table. */
  references: readonly { path: readonly string[]; target: string }[];
}

/** Title and description of every table to download, by group. */
const descriptions = z.array(
  z.strictObject({
    group: line,
    tables: z.partialRecord(
      z.enum(Object.keys(collections) as [CollectionName, ...CollectionName[]]),
      z.strictObject({ title: line, description: line }),
    ),
  }),
);

export type TableDescriptions = z.infer<typeof descriptions>;

/** The descriptions in a YAML file. Throws for an unknown collection or key. */
export function readTableDescriptions(path: string): TableDescriptions {
  return descriptions.parse(parse(readFileSync(path, "utf8")));
}

/**
 * Every table to download, group by group: the collections of the ledger that are described, the clauses after the themes,
 * each series after the list of series. Throws for a column without a description.
 */
export function tablesOf(ledger: Ledger, described: TableDescriptions): Table[] {
  return described.flatMap(({ group, tables }) =>
    Object.entries(tables).flatMap(([key, about]) => {
      const name = key as CollectionName;
      return [
        collectionTable(ledger, name, { ...about, group }),
        ...(name === "themes" ? [clauseTable(ledger, group)] : []),
        ...(name === "series" ? ledger.series.map((series) => seriesTable(series, group)) : []),
      ];
    }),
  );
}

const { events, sources, themes, series } = collections;
const { certainty } = figure.shape;
/** A figure as it is handed out: each says how sure it is. */
const sureFigure = figure.extend({
  certainty: certainty.unwrap().describe(certainty.description ?? ""),
});

/** Shapes of the rows as they are handed out: the standing of a source is derived, clauses and the values of a series have tables of their own. */
const SCHEMAS = {
  ...collections,
  events: events.extend({
    figures: z
      .array(sureFigure)
      .default([])
      .describe(events.shape.figures.description ?? ""),
  }),
  sources: sources.extend({
    standing: z.enum(Object.keys(STANDING)).describe(
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
const DERIVED = column(
  "derived",
  "array",
  "Columns whose number in this row was worked out from a stated change, not read.",
  false,
);

function collectionTable(
  ledger: Ledger,
  name: CollectionName,
  about: Pick<Table, "title" | "group" | "description">,
): Table {
  const { id: _, ...shape } = SCHEMAS[name].shape as z.ZodRawShape;
  const columns = [ID, ...columnsOf(z.object(shape), ledger[name])];
  const rows = ledger[name].map((row) =>
    inOrder(columns, {
      ...row,
      id: rowKey(name, row),
      ...(name === "sources" && { standing: standing(ledger, row as Source) }),
      ...(name === "events" && { figures: figuresOf(row as Event) }),
      ...(name === "themes" && { clauses: (row as Theme).clauses.map((clause) => clause.id) }),
    }),
  );
  return { name, ...about, columns, rows, sources: [], references: singleReferences(name) };
}

function figuresOf(event: Event) {
  return event.figures.map((figure) => ({ ...figure, certainty: figureCertainty(event, figure) }));
}

function clauseTable(ledger: Ledger, group: string): Table {
  return {
    name: "clauses",
    title: "Questions",
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
    sources: [],
    references: [{ path: ["theme"], target: "themes" }],
  };
}

function seriesTable(series: Row<"series">, group: string): Table {
  const { columns: labels, rows, id: name, title, sources, unit, as_of, note, licence } = series;
  const columns = labels.map((label, i) => {
    const values = rows.map((row) => cellValue(row[i])).filter((value) => value !== null);
    const type = values.every(Number.isInteger)
      ? "integer"
      : values.every((value) => typeof value === "number")
        ? "number"
        : "string";
    return column(slug(label, "_"), type, `${label}.`, values.length === rows.length);
  });
  const all = [ID, ...columns, ...(rows.some((row) => row.some(isDerived)) ? [DERIVED] : [])];
  return {
    name,
    title,
    group,
    description: [`Unit: ${unit}. As of ${as_of}.`, note, licence && `Terms of the publisher: ${licence}`]
      .filter(Boolean)
      .join(" "),
    columns: all,
    rows: rows.map((row) => {
      const values = columns.map(({ name, type }, i) => {
        const value = cellValue(row[i]) ?? undefined;
        return [name, type === "string" ? value?.toString() : value];
      });
      const derived = columns.flatMap(({ name }, i) => (isDerived(row[i]) ? name : []));
      return inOrder(all, {
        id: `${name}--${slug(String(cellValue(row[0])), "-")}`,
        ...Object.fromEntries(values),
        derived: derived.length > 0 ? derived : undefined,
      });
    }),
    sources,
    references: [],
  };
}

/** "People convicted" → `people_convicted`. */
function slug(label: string, separator: "_" | "-"): string {
  const words = label.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return words.match(/[a-z0-9]+/g)?.join(separator) ?? "";
}

/** The row with its keys in the order of the columns, and without those that have no value. */
function inOrder(columns: readonly Column[], row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    columns.flatMap(({ name }) => (row[name] === undefined ? [] : [[name, row[name]]])),
  );
}

/** A column of that name, type and description. */
function column(name: string, type: Column["type"], description: string, required = true): Column {
  return { name, type, description, required };
}

/** How a date is written that may lack its day or month. */
const AS_EXACT = "YYYY-MM-DD; YYYY-MM or YYYY where no more is known.";

/**
 * Columns of the rows of a schema, in its order, with its words. Keys of records ("names") become parts, in alphabetical
 * order, if `rows` use them. Throws for a field without words or of an unknown kind.
 */
function columnsOf(schema: z.ZodObject, rows: readonly unknown[], prefix = ""): Column[] {
  return Object.entries(schema.shape).map(([name, field]) =>
    columnOf(name, field as z.ZodType, valuesOf(rows, name), prefix),
  );
}

function columnOf(name: string, field: z.ZodType, values: readonly unknown[], prefix: string): Column {
  const path = prefix + name;
  const optional = field instanceof z.ZodOptional || field instanceof z.ZodDefault;
  const inner = optional ? (field.unwrap() as z.ZodType) : field;
  const description = field.description ?? inner.description;
  if (!description)
    throw new Error(`the column \`${path}\` has no words; add .describe("…") in src/ledger/schema/`);
  const made = (type: Column["type"], more: Partial<Column> = {}): Column => ({
    name,
    description,
    required: !optional,
    type,
    ...more,
  });
  const form = inner.meta()?.form;
  if (form === "day") return made("date");
  if (form === "partial-date") return made("string", { description: `${description} ${AS_EXACT}`, form });
  if (form === "uri") return made("string", { form });
  if (inner instanceof z.ZodEnum) return made("string", { values: inner.options.map(String) });
  if (inner instanceof z.ZodBoolean) return made("boolean");
  if (inner instanceof z.ZodString) return made("string");
  if (inner instanceof z.ZodNumber) return made(inner.format === "safeint" ? "integer" : "number");
  if (inner instanceof z.ZodObject) return made("object", { parts: columnsOf(inner, values, `${path}.`) });
  if (inner instanceof z.ZodRecord) {
    const keys = [...new Set(values.flatMap((value) => Object.keys(value as object)))].sort();
    const parts = keys.map((key) => column(key, "string", `${description} (${key})`, false));
    return made("object", { parts });
  }
  if (inner instanceof z.ZodArray) {
    const item = inner.element;
    return made(
      "array",
      item instanceof z.ZodObject ? { parts: columnsOf(item, values.flat(), `${path}.`) } : {},
    );
  }
  throw new Error(`src/files/tables.ts has no column type for \`${path}\`, a ${inner.def.type}`);
}

function valuesOf(rows: readonly unknown[], name: string): unknown[] {
  return rows.map((row) => (row as Record<string, unknown>)[name]).filter((value) => value !== undefined);
}
