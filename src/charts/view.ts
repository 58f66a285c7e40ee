import type { z } from "zod";
import type { Ledger } from "../ledger/ledger.ts";
import type { Topic } from "../site.ts";
import type { Drawing, KeyEntry, Layout } from "./lib/drawing.ts";

/** A cell of a chart's table: text or a number, perhaps a link. */
export type Cell = string | number | null | { text: string; href: string };

/** The rows behind a drawing, as a reader or a spreadsheet wants them. The first column heads its row. */
export interface Table {
  columns: { id: string; label: string; unit?: string }[];
  rows: Cell[][];
}

/** What a table of a text shows of the ledger. */
export interface TableView {
  table: Table;
  /** Fill the placeholders of the texts, counts in words, and are what the conditions of the title compare. */
  values: Record<string, string | number>;
  /** Ids of the sources behind the rows, in order of first use. */
  sources: string[];
}

/** What a chart shows of the ledger. */
export interface View extends TableView {
  /** One or two sentences computed from the rows, for those who do not see the drawing. */
  description: string;
  /** Signs that the drawing uses, in reading order. */
  key: KeyEntry[];
  draw(layout: Layout): Drawing;
}

/** Makes a view for the chart of an id; `options` is the shape of what its YAML adds. */
export interface ViewFunction<Made extends TableView> {
  (ledger: Ledger, options: never, id: string): Made;
  options?: z.ZodType;
}

export type Views<Made extends TableView> = Readonly<Record<string, ViewFunction<Made>>>;

/** Joins a view to the shape of its options. */
export function withOptions<Options, Make extends (ledger: Ledger, options: Options, id: string) => View>(
  options: z.ZodType<Options>,
  make: Make,
): Make & { options: z.ZodType } {
  return Object.assign(make, { options });
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
  return String((typeof cell === "object" ? cell?.text : cell) ?? "");
}

/** Each id once, in order of first use. */
export function unique(ids: Iterable<string>): string[] {
  return [...new Set(ids)];
}

/** Ids of the sources of some rows, each once, in order of first use. */
export function sourcesOf(...rows: readonly { sources: readonly string[] }[]): string[] {
  return unique(rows.flatMap(({ sources }) => sources));
}

/** A chart or a clause, which other sites can embed and readers can download. */
export interface Embeddable extends Omit<View, "values"> {
  what: "chart" | "clause";
  /** Its place below `/embed/` and `/oembed/`: `<chart>` or `clause/<clause>`. */
  id: string;
  /** Path of the page that shows it, perhaps with an anchor. */
  path: string;
  /** Path of its files without what tells them apart: `/charts/<chart>`. */
  files: string;
  title: string;
  subtitle: string;
  /** How to use its marks, a sentence; said only where they are links. */
  hint?: string | undefined;
  notes: string[];
  topic: Topic;
}
