import { z } from "zod";
import { figure, id } from "../ledger/fields.ts";
import { figureCertainty } from "../ledger/figures.ts";
import { type Event, type Ledger, rowKey, type Source, type Theme } from "../ledger/ledger.ts";
import { questionsInOrder } from "../ledger/lookup.ts";
import { cellValue, isDerived } from "../ledger/series.ts";
import { singleReferences } from "../ledger/references.ts";
import { collections, type CollectionName, type Row } from "../ledger/schema.ts";
import { STANDING, standing } from "../ledger/standing.ts";
import { columnsOf } from "./columns.ts";
import type { Column, Table } from "./table.ts";
import { itemAt, required } from "../required.ts";

/** Every table to download, in the order of the list: the collections of the ledger, the questions, each series. Throws for a column without words. */
export function tablesOf(ledger: Ledger): Table[] {
  const tables = (Object.keys(collections) as CollectionName[]).map((name) => collectionTable(ledger, name));
  const afterThemes = tables.findIndex((table) => table.name === "themes") + 1;
  return [
    ...tables.slice(0, afterThemes),
    questionTable(ledger),
    ...tables.slice(afterThemes),
    ...ledger.series.map(seriesTable),
  ];
}

/** What is told of a collection as a table. */
export function tableWords(name: CollectionName): Pick<Table, "title" | "group" | "description"> {
  return collections[name].meta() as Pick<Table, "title" | "group" | "description">;
}

const { figures } = collections.events.shape;
/** A figure as it is handed out: each says how sure it is. */
const { certainty } = figure.shape;
const sureFigure = figure.extend({
  certainty: certainty.unwrap().describe(required(certainty.description, "description of `certainty`")),
});

/** Shapes of the rows as they are handed out: the standing of a source is derived, questions and the values of a series have tables of their own. */
const SCHEMAS = {
  ...collections,
  events: collections.events.extend({
    figures: z
      .array(sureFigure)
      .default([])
      .describe(required(figures.description, "description of `figures`")),
  }),
  sources: collections.sources.extend({
    standing: z.enum(Object.keys(STANDING)).describe(
      Object.entries(STANDING)
        .map(([name, meaning]) => `${name}: ${meaning}.`)
        .join(" "),
    ),
  }),
  themes: collections.themes.extend({
    questions: z
      .array(id)
      .describe(required(collections.themes.shape.questions.description, "description of `questions`")),
  }),
  series: collections.series.omit({ rows: true }),
};

const ID: Column = {
  name: "id",
  type: "string",
  description: "Key of the row: stable, unique in the table.",
  required: true,
};

const DERIVED: Column = {
  name: "derived",
  type: "array",
  description: "Columns whose number in this row was worked out from a stated change, not read.",
  required: false,
};

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
    title: "Questions",
    group: tableWords("themes").group,
    description: "What a reader asks of each theme; the answers of all drafts line up under them.",
    columns: [
      ID,
      {
        name: "theme",
        type: "string",
        description: "Theme it belongs to: id in the table themes.",
        required: true,
      },
      {
        name: "number",
        type: "integer",
        description: "Place within the theme; 1 is the leading question.",
        required: true,
      },
      {
        name: "text",
        type: "string",
        description: "The question, as a reader would ask it.",
        required: true,
      },
    ],
    rows: questionsInOrder(ledger).map(({ theme, question }) => ({
      id: question.id,
      theme: theme.id,
      number: theme.questions.indexOf(question) + 1,
      text: question.text,
    })),
    sources: [],
    references: [{ path: ["theme"], target: "themes" }],
  };
}

function seriesTable(series: Row<"series">): Table {
  const columns = series.columns.map((label, i): Column => {
    const values = series.rows.map((row) => cellValue(row[i])).filter((value) => value !== null);
    const type = values.every(Number.isInteger)
      ? "integer"
      : values.every((value) => typeof value === "number")
        ? "number"
        : "string";
    return {
      name: slug(label, "_"),
      type,
      description: `${label}.`,
      required: values.length === series.rows.length,
    };
  });
  return {
    name: series.id,
    title: series.title,
    group: tableWords("series").group,
    description: [
      `Unit: ${series.unit}. As of ${series.as_of}.`,
      series.note,
      series.licence && `Terms of the publisher: ${series.licence}`,
    ]
      .filter(Boolean)
      .join(" "),
    columns: [ID, ...columns, ...(series.rows.some((row) => row.some(isDerived)) ? [DERIVED] : [])],
    rows: series.rows.map((row) => {
      const cells = row.flatMap((cell, i) => {
        const value = cellValue(cell);
        return value === null
          ? []
          : [
              [
                itemAt(columns, i).name,
                itemAt(columns, i).type === "string" ? String(value) : value,
              ] as const,
            ];
      });
      const derived = columns.filter((_, i) => isDerived(row[i])).map((column) => column.name);
      return {
        id: `${series.id}--${slug(String(cellValue(row[0])), "-")}`,
        ...Object.fromEntries(cells),
        ...(derived.length > 0 && { [DERIVED.name]: derived }),
      };
    }),
    sources: series.sources,
    references: [],
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
    columns
      .filter((column) => values[column.name] !== undefined)
      .map((column) => [column.name, values[column.name]]),
  );
}
