import { z } from "zod";
import { id } from "../ledger/fields.ts";
import { type Ledger, rowKey, type Theme } from "../ledger/ledger.ts";
import { questionsInOrder } from "../ledger/lookup.ts";
import { collections, type CollectionName, type Row } from "../ledger/schema.ts";
import { columnsOf } from "./columns.ts";
import type { Column, Table } from "./table.ts";
import { SHARED_COLUMNS, TABLE_WORDS } from "./table-words.ts";

/** Every table to download, in the order of the list: the collections of the ledger, the questions, each series. Throws for a column without words. */
export function tablesOf(ledger: Ledger): Table[] {
  const tables = (Object.keys(TABLE_WORDS) as CollectionName[]).map((name) => collectionTable(ledger, name));
  const afterThemes = tables.findIndex((table) => table.name === "themes") + 1;
  return [...tables.slice(0, afterThemes), questionTable(ledger), ...tables.slice(afterThemes), ...ledger.series.map(seriesTable)];
}

/** Shapes of the rows as they are handed out: questions and the values of a series have tables of their own. */
const SCHEMAS = {
  ...collections,
  themes: collections.themes.extend({ questions: z.array(id) }),
  series: collections.series.omit({ rows: true }),
};

const ID: Column = { name: "id", type: "string", description: SHARED_COLUMNS.id!, required: true };

function collectionTable(ledger: Ledger, name: CollectionName): Table {
  const { columns: words, ...about } = TABLE_WORDS[name];
  const describe = (path: string): string => {
    const text = Object.hasOwn(words, path) ? words[path] : SHARED_COLUMNS[path];
    if (!text) throw new Error(`the column \`${path}\` of the table \`${name}\` has no words; add them to src/data/table-words.ts`);
    return text;
  };
  const columns = [ID, ...columnsOf(SCHEMAS[name], ledger[name], describe).filter((column) => column.name !== "id")];
  const rows = ledger[name].map((row) =>
    inOrder(columns, {
      ...row,
      id: rowKey(name, row),
      ...(name === "themes" && { questions: (row as Theme).questions.map((question) => question.id) }),
    }),
  );
  return { name, ...about, columns, rows, sources: [] };
}

function questionTable(ledger: Ledger): Table {
  return {
    name: "questions",
    title: "Questions",
    group: TABLE_WORDS.themes.group,
    description: "What a reader asks of each theme; the answers of all drafts line up under them.",
    columns: [
      ID,
      { name: "theme", type: "string", description: "Theme it belongs to: id in the table themes.", required: true },
      { name: "number", type: "integer", description: "Place within the theme; 1 is the leading question.", required: true },
      { name: "text", type: "string", description: "The question, as a reader would ask it.", required: true },
    ],
    rows: questionsInOrder(ledger).map(({ theme, question }) => ({
      id: question.id,
      theme: theme.id,
      number: theme.questions.indexOf(question) + 1,
      text: question.text,
    })),
    sources: [],
  };
}

function seriesTable(series: Row<"series">): Table {
  const columns = series.columns.map((label, i): Column => {
    const values = series.rows.map((row) => row[i]).filter((value) => value !== null);
    const type = values.every(Number.isInteger) ? "integer" : values.every((value) => typeof value === "number") ? "number" : "string";
    return { name: slug(label, "_"), type, description: `${label}.`, required: values.length === series.rows.length };
  });
  return {
    name: series.id,
    title: series.title,
    group: TABLE_WORDS.series.group,
    description: [
      `Unit: ${series.unit}. As of ${series.as_of}.`,
      series.note,
      series.licence && `Terms of the publisher: ${series.licence}`,
    ]
      .filter(Boolean)
      .join(" "),
    columns: [ID, ...columns],
    rows: series.rows.map((row) => {
      const cells = row.flatMap((value, i) =>
        value === null ? [] : [[columns[i]!.name, columns[i]!.type === "string" ? String(value) : value] as const],
      );
      return { id: `${series.id}--${slug(String(row[0]), "-")}`, ...Object.fromEntries(cells) };
    }),
    sources: series.sources,
  };
}

/** "People convicted" → `people_convicted`. */
function slug(label: string, joint: "_" | "-"): string {
  return (
    label
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.join(joint) ?? ""
  );
}

/** The row with its keys in the order of the columns, and without those that have no value. */
function inOrder(columns: readonly Column[], row: object): Record<string, unknown> {
  const values = row as Record<string, unknown>;
  return Object.fromEntries(
    columns.filter((column) => values[column.name] !== undefined).map((column) => [column.name, values[column.name]]),
  );
}
