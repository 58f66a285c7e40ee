import { z } from "zod";
import { figure, id } from "../ledger/fields.ts";
import { figureCertainty, questionsInOrder } from "../ledger/lookup.ts";
import { type Event, type Ledger, rowKey, type Source, type Theme } from "../ledger/ledger.ts";
import { cellValue, isDerived } from "../ledger/series.ts";
import { singleReferences } from "../ledger/references.ts";
import { collections, type CollectionName, type Row } from "../ledger/schema.ts";
import { STANDING, standing } from "../ledger/standing.ts";
import { required } from "../required.ts";
import { words } from "../words/words.ts";
import { column, columnsOf } from "./columns.ts";
import type { Column, Table } from "./table.ts";

const w = words.data.tables;

/** Every table to download, in the order of the list: the collections of the ledger, the questions, each series. Throws for a column without words. */
export function tablesOf(ledger: Ledger): Table[] {
  return [
    ...(Object.keys(collections) as CollectionName[]).flatMap((name) => [
      collectionTable(ledger, name),
      ...(name === "themes" ? [questionTable(ledger)] : []),
    ]),
    ...ledger.series.map(seriesTable),
  ];
}

const WORDS = new Map(
  Object.entries(words.collections.groups).flatMap(([group, tables]) =>
    Object.entries(tables).map(([name, [title, description]]) => [name, { title, group, description }]),
  ),
);

/** What is told of a collection as a table. Throws if nothing is. */
export function tableWords(name: CollectionName): Pick<Table, "title" | "group" | "description"> {
  return required(WORDS.get(name), `title of the table \`${name}\` in src/words/en/collections.ts`);
}

const { events, sources, themes, series } = collections;
const { certainty } = figure.shape;
/** A figure as it is handed out: each says how sure it is. */
const sureFigure = figure.extend({
  certainty: certainty.unwrap().describe(certainty.description ?? ""),
});

/** Shapes of the rows as they are handed out: the standing of a source is derived, questions and the values of a series have tables of their own. */
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
    questions: z.array(id).describe(themes.shape.questions.description ?? ""),
  }),
  series: series.omit({ rows: true }),
};

const ID = column("id", "string", w.id);
const DERIVED = column("derived", "array", w.derived, false);

function collectionTable(ledger: Ledger, name: CollectionName): Table {
  const { id: _, ...shape } = SCHEMAS[name].shape as z.ZodRawShape;
  const columns = [ID, ...columnsOf(z.object(shape), ledger[name])];
  const rows = ledger[name].map((row) =>
    inOrder(columns, {
      ...row,
      id: rowKey(name, row),
      ...(name === "sources" && { standing: standing(ledger, row as Source) }),
      ...(name === "events" && { figures: figuresOf(row as Event) }),
      ...(name === "themes" && { questions: (row as Theme).questions.map((question) => question.id) }),
    }),
  );
  return { name, ...tableWords(name), columns, rows, sources: [], references: singleReferences(name) };
}

function figuresOf(event: Event) {
  return event.figures.map((figure) => ({ ...figure, certainty: figureCertainty(event, figure) }));
}

function questionTable(ledger: Ledger): Table {
  return {
    name: "questions",
    ...w.questions,
    group: tableWords("themes").group,
    columns: [
      ID,
      column("theme", "string", w.theme),
      column("number", "integer", w.number),
      column("text", "string", w.text),
    ],
    rows: questionsInOrder(ledger).map(({ theme, question: { id, text } }) => ({
      id,
      theme: theme.id,
      number: theme.questions.findIndex((question) => question.id === id) + 1,
      text,
    })),
    sources: [],
    references: [{ path: ["theme"], target: "themes" }],
  };
}

function seriesTable(series: Row<"series">): Table {
  const { columns: labels, rows, id: name, title, sources } = series;
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
    group: tableWords("series").group,
    description: w.series(series),
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
export function slug(label: string, joint: "_" | "-"): string {
  const words = label.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return words.match(/[a-z0-9]+/g)?.join(joint) ?? "";
}

/** The row with its keys in the order of the columns, and without those that have no value. */
function inOrder(columns: readonly Column[], row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    columns.flatMap(({ name }) => (row[name] === undefined ? [] : [[name, row[name]]])),
  );
}
