import type { z } from "zod";
import type { Ledger } from "../ledger/ledger.ts";
import type { Topic } from "../site.ts";
import type { Drawing, KeyEntry, Layout } from "./lib/drawing.ts";

export type Cell = string | number | null | { text: string; href: string };

/** The rows behind a drawing, as a reader or a spreadsheet wants them. The first column heads its row. */
export interface Table {
  columns: { id: string; label: string; unit?: string }[];
  rows: Cell[][];
}

/** What a chart shows of the ledger. */
export interface View {
  /** One or two sentences computed from the rows, for those who do not see the drawing. */
  description: string;
  key: KeyEntry[];
  draw(layout: Layout): Drawing;
  table: Table;
  /** Fill the placeholders of the texts, counts in words, and are what the conditions of the title compare. */
  values: Record<string, string | number>;
  /** Ids of the sources behind the rows, in order of first use. */
  sources: string[];
}

/** Makes a view for the chart of an id; `options` is the shape of what its YAML adds. */
export interface ViewFunction {
  (ledger: Ledger, options: never, id: string): View;
  options?: z.ZodType;
}

export function withOptions<Options, Make extends (ledger: Ledger, options: Options, id: string) => View>(
  options: z.ZodType<Options>,
  make: Make,
): Make & { options: z.ZodType } {
  return Object.assign(make, { options });
}

/** A table from the labels of its columns by id, some with a unit, and the cells of each row by these ids. */
export function tableOf<Id extends string>(
  columns: Readonly<Record<Id, string | readonly [label: string, unit: string]>>,
  rows: readonly { readonly [column in NoInfer<Id>]?: Cell | undefined }[],
): Table {
  const ids = Object.keys(columns) as Id[];
  return {
    columns: ids.map((id) => {
      const column: string | readonly [string, string] = columns[id];
      return typeof column === "string" ? { id, label: column } : { id, label: column[0], unit: column[1] };
    }),
    rows: rows.map((row) => ids.map((id) => row[id] ?? null)),
  };
}

export function cellText(cell: Cell): string {
  return String((typeof cell === "object" ? cell?.text : cell) ?? "");
}

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
  path: string;
  files: string;
  title: string;
  subtitle: string;
  /** How to use its marks, a sentence; said only where they are links. */
  hint?: string | undefined;
  notes: string[];
  topic: Topic;
}
