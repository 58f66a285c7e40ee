import { existsSync } from "node:fs";
import { z } from "zod";
import { capitalize } from "../format/numbers.ts";
import { describeChoice, id, line } from "../yaml/fields.ts";
import { textsOf } from "../ledger/alignments.ts";
import { clausesInOrder, cellValue, isDerived } from "../ledger/lookup.ts";
import { type CollectionName, collections, type Ledger, type Row, rowKey } from "../ledger/ledger.ts";
import { gradeSource } from "../ledger/sources.ts";
import { describeLimits, type FieldSchema, shortExample } from "../yaml/field-limits.ts";
import { readYaml } from "../yaml/yaml-file.ts";
import { toCsv } from "./csv.ts";

export interface Column {
  /** In CSV; in JSON the keys of `path` lead to the value. */
  name: string;
  path: readonly string[];
  description: string;
  /** What a row of the ledger may have in it. */
  limits?: string;
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
    tables: z.partialRecord(z.enum(NAMES), z.strictObject({ title: line, description: line })),
  }),
);

export type TableDescriptions = z.infer<typeof descriptions>;

/** Without the file, all collections under one heading. Throws a ContentError with every problem. */
export function readTableDescriptions(path: string): TableDescriptions {
  if (existsSync(path)) return readYaml(path, descriptions);
  const tables = NAMES.map((name) => {
    const title = capitalize(name.replaceAll("-", " "));
    return [name, { title, description: "Its columns say what a row holds." }];
  });
  return [{ group: "Tables", tables: Object.fromEntries(tables) as TableDescriptions[number]["tables"] }];
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
      return [
        { name, group, ...about, ...collectionTable(ledger, name) },
        ...(name === "themes" ? [clauseTable(ledger, group)] : []),
        ...(name === "series" ? ledger.series.map((series) => seriesTable(series, group)) : []),
      ];
    }),
  );
}

const { answers, events, reasons, sources, themes, series } = collections;

/** Of words that somebody said, only by whom and where: the words are their authors’ (docs/words.md). */
const saidBy = z.strictObject({
  by: id.describe("Who said it."),
  lang: line.describe("Language of the words, BCP 47."),
  source: id.describe("The page that has the words."),
});

/**
 * Published shape: the standing of a source is derived; clauses and series values have tables of their own.
 */
const SCHEMAS: Readonly<Record<CollectionName, z.ZodObject>> = {
  ...collections,
  answers: answers.safeExtend({
    words: line.optional().describe("The words of its text; empty where the text is only quoted."),
    english: line.optional().describe("The same in translation; empty where the text is only quoted."),
  }),
  events: events.safeExtend({ quote: saidBy.optional() }),
  reasons: reasons.safeExtend({ quote: saidBy.optional() }),
  sources: sources.extend({
    standing: line.describe("What the source is worth: official, original, copy, relay or state-controlled."),
  }),
  themes: themes.extend({
    clauses: z.array(id).describe(themes.shape.clauses.description ?? ""),
  }),
  series: series.omit({ rows: true }),
};

const ID = column("id", "Key of the row: stable, unique in the table.");

/** Words of others may be shown on pages and not given away in files. */
function withoutWords(quote: Row<"events">["quote"]): object {
  return quote ? { quote: { by: quote.by, lang: quote.lang, source: quote.source } } : {};
}

/** What the published shape has otherwise, by collection. */
const CHANGES: { [Name in CollectionName]?: (row: Row<Name>, ledger: Ledger) => object } = {
  sources: (source, ledger) => ({ standing: gradeSource(ledger, source) }),
  events: ({ figures, status, quote }) => ({
    figures: figures.map((figure) => ({ ...figure, certainty: figure.certainty ?? status })),
    ...withoutWords(quote),
  }),
  reasons: ({ quote }) => withoutWords(quote),
  answers: ({ draft }, ledger) =>
    textsOf(ledger, draft).some(({ rights }) => rights === "quoted")
      ? { words: undefined, english: undefined }
      : {},
  themes: ({ clauses }) => ({ clauses: clauses.map(({ id }) => id) }),
  series: () => ({ rows: undefined }),
};

function collectionTable<Name extends CollectionName>(
  ledger: Ledger,
  name: Name,
): Pick<Table, "columns" | "rows"> {
  const schema = z.toJSONSchema(SCHEMAS[name], { io: "input", unrepresentable: "any" }) as FieldSchema;
  const byCollection: { readonly [Each in CollectionName]: readonly Row<Each>[] } = ledger;
  const rows: readonly Row<Name>[] = byCollection[name];
  return {
    columns: [ID, ...columnsOf(schema, rows).filter((column) => column.name !== "id")],
    rows: rows.map((row) => ({ id: rowKey(name, row), ...row, ...CHANGES[name]?.(row, ledger) })),
  };
}

function clauseTable(ledger: Ledger, group: string): Table {
  return {
    name: "clauses",
    title: "Clauses",
    description: "What a reader asks of each theme; the answers of all drafts line up under them.",
    group,
    columns: [
      ID,
      column("theme", "Theme it belongs to: id in the table themes."),
      column("number", "Place within the theme; 1 is the leading clause."),
      column("text", "The clause, as a reader would ask it."),
    ],
    rows: clausesInOrder(ledger).map(({ theme, clause }) => ({
      id: clause.id,
      theme: theme.id,
      number: theme.clauses.indexOf(clause) + 1,
      text: clause.text,
    })),
  };
}

function seriesTable(series: Row<"series">, group: string): Table {
  const { columns: labels, rows, id: name, title, unit, as_of, note } = series;
  const columns = labels.map((label) => column(slug(label, "_"), `${label}.`));
  const hasDerived = rows.some((row) => row.some(isDerived));
  return {
    name,
    title,
    group,
    description: `Unit: ${unit}. As of ${as_of}. ${note ?? ""}`.trim(),
    columns: [ID, ...columns, ...(hasDerived ? [DERIVED] : [])],
    rows: rows.map((row) => {
      const derived = columns.flatMap(({ name }, i) => (isDerived(row[i]) ? name : []));
      return {
        id: `${name}--${slug(String(cellValue(row[0])), "-")}`,
        ...Object.fromEntries(columns.map(({ name }, i) => [name, cellValue(row[i]) ?? undefined])),
        ...(derived.length > 0 && { derived }),
      };
    }),
  };
}

const DERIVED = column(
  "derived",
  "Columns whose number in this row was worked out from a stated change, not read.",
);

/** “People convicted” → `people_convicted`. */
export function slug(label: string, separator: "_" | "-"): string {
  const words = label
    .normalize("NFD")
    .replace(/[\p{M}’']/gu, "")
    .toLowerCase();
  return words.match(/[a-z0-9]+/g)?.join(separator) ?? "";
}

function column(name: string, description: string): Column {
  return { name, path: [name], description };
}

/** Columns in the order of a schema. A part of an object is a column; keys of records ("names") are those that `rows` use. */
function columnsOf(
  { properties = {} }: FieldSchema,
  rows: readonly object[],
  whole: readonly string[] = [],
): Column[] {
  return Object.entries(properties).flatMap(([key, field]) => {
    const { type, description = `${capitalize(key.replaceAll("_", " "))}.` } = field;
    const path = [...whole, key];
    const values = rows.flatMap((row) => (row as Record<string, object | undefined>)[key] ?? []);
    if (type === "object") {
      const keys = [...new Set(values.flatMap(Object.keys))].sort();
      const parts = keys.map((part): [string, FieldSchema] => [
        part,
        { description: `${description} (${part})` },
      ]);
      return columnsOf({ properties: field.properties ?? Object.fromEntries(parts) }, values, path);
    }
    return { name: path.join("_"), path, ...describeUsed(field, description, new Set(values)) };
  });
}

/** Description and limits of a column, of a choice with the values that occur alone. */
function describeUsed(
  { meanings = {}, about, ...field }: FieldSchema,
  description: string,
  used: ReadonlySet<unknown>,
): Pick<Column, "description" | "limits"> {
  if (!field.enum?.some((value) => used.has(value))) return { description, limits: describeLimits(field) };
  const meant = Object.entries(meanings);
  const found = Object.fromEntries(meant.filter(([value]) => used.has(value)));
  return {
    description: description.replace(describeChoice(meanings, about), describeChoice(found, about)),
    ...(meant.length === 0 && {
      limits: describeLimits({ ...field, enum: field.enum.filter((value) => used.has(value)) }),
    }),
  };
}

/** The first value of a column, in short; undefined if no row has one: the page of data leaves such a column out. */
export function exampleOf({ path }: Column, rows: Table["rows"]): string | undefined {
  const values = rows.map((row) => valueAt(row, path));
  const found = values.find((value) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null,
  );
  return found === undefined ? undefined : shortExample(Array.isArray(found) ? found[0] : found);
}

function valueAt(row: Record<string, unknown>, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (value as typeof row | undefined)?.[key], row);
}

/** One JSON line per row, nested; every row has the same keys. */
export function tableJson({ columns, rows }: Table): string {
  const keys = new Set(columns.flatMap(({ path }) => path.slice(0, 1)));
  const complete = rows.map((row) => Object.fromEntries([...keys].map((key) => [key, row[key] ?? null])));
  return `[\n${complete.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`;
}

/** Flat: parts of an object are columns. Items of a list are joined by “; ”; a list of objects is JSON. */
export function tableCsv({ columns, rows }: Table): string {
  return toCsv([
    columns.map(({ name }) => name),
    ...rows.map((row) => columns.map(({ path }) => csvValue(valueAt(row, path)))),
  ]);
}

function csvValue(value: unknown): string | number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "number") return value;
  if (typeof value === "string" || typeof value === "boolean") return String(value);
  if (!Array.isArray(value)) return JSON.stringify(value);
  return value.some((item) => typeof item === "object") ? JSON.stringify(value) : value.join("; ");
}
