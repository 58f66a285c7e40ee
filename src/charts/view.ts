import type { z } from "zod";
import type { Ledger } from "../ledger/ledger.ts";
import type { Drawing, KeyEntry, Layout } from "./lib/drawing.ts";

/** A cell of a chart's table: text or a number, perhaps a link. */
export type Cell = string | number | null | { text: string; href: string };

/** The rows behind a drawing, as a reader or a spreadsheet wants them. The first column heads its row. */
export interface Table {
  columns: { id: string; label: string; unit?: string }[];
  rows: Cell[][];
}

export interface TableView {
  table: Table;
  /** Values for the placeholders of title and subtitle. */
  values: Record<string, string>;
  /** Numbers for the conditions of the title (`holds`); one with the name of a value is the number in it. */
  numbers?: Record<string, number>;
  /** Ids of the sources behind the rows, in order of first use. */
  sources: string[];
}

/** Everything a chart shows, drawn from the ledger. */
export interface View extends TableView {
  /** One or two sentences computed from the rows: what the drawing shows. */
  description: string;
  /** Signs that the drawing uses, in reading order. */
  key: KeyEntry[];
  draw(layout: Layout): Drawing;
}

/**
 * The only place that knows both the ledger and what a kind draws: one function a chart or a table. One that takes ids or
 * dates from the YAML says of what shape these `options` are.
 */
export interface ViewFunction<Made extends TableView> {
  (ledger: Ledger, options?: unknown): Made;
  options?: z.ZodType;
}

export type Views<Made extends TableView> = Readonly<Record<string, ViewFunction<Made>>>;

/** Joins a view to the shape of its options. */
export function withOptions<Options, Made extends TableView>(
  options: z.ZodType<Options>,
  view: (ledger: Ledger, options: Options) => Made,
): ViewFunction<Made> {
  return Object.assign((ledger: Ledger, given: unknown) => view(ledger, options.parse(given ?? {})), {
    options,
  });
}

/** A table: what each column is called by its id, with a unit where its numbers have one, and the cells of each row. */
export function tableOf<Row>(
  columns: Readonly<Record<string, string | readonly [label: string, unit: string]>>,
  rows: readonly Row[],
  cellsOf: (row: Row) => (Cell | undefined)[],
): Table {
  return {
    columns: Object.entries(columns).map(([id, of]) =>
      typeof of === "string" ? { id, label: of } : { id, label: of[0], unit: of[1] },
    ),
    rows: rows.map((row) => cellsOf(row).map((cell) => cell ?? null)),
  };
}

/** Text of a cell without its link. */
export function cellText(cell: Cell): string {
  if (cell === null) return "";
  return typeof cell === "object" ? cell.text : String(cell);
}

/** Each id once, in order of first use. */
export function unique(ids: Iterable<string>): string[] {
  return [...new Set(ids)];
}

/** Ids of the sources of some rows, each once, in order of first use. */
export function sourcesOf(...rows: readonly { sources: readonly string[] }[]): string[] {
  return unique(rows.flatMap(({ sources }) => sources));
}
