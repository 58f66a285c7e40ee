import { utcDay } from "d3";
import type { VNode } from "preact";
import type { z } from "zod";
import { countInWords, listOf } from "../format/numbers.ts";
import type { Draft, Ledger } from "../ledger/ledger.ts";
import type { Topic } from "../site.ts";

/** A picture of its own for each width: see docs/charts.md. */
export interface Layout {
  name: "narrow" | "wide" | "full";
  width: number;
  /** Of a chart, px. */
  maxHeight: number;
  isNarrow: boolean;
}

/** Narrow: below `WIDE_FROM_PX`. Wide: up to `WIDE_MAX_PX`. Full: page width, if the chart’s YAML asks for it. */
export const LAYOUTS: Readonly<Record<Layout["name"], Layout>> = {
  narrow: { name: "narrow", width: 340, maxHeight: 510, isNarrow: true },
  wide: { name: "wide", width: 640, maxHeight: 520, isNarrow: false },
  full: { name: "full", width: 1148, maxHeight: 620, isNarrow: false },
};

/** Container width that shows the wide drawing, and the one that it does not exceed. */
export const WIDE_FROM_PX = 600;
export const WIDE_MAX_PX = 760;

/** Area, in px, of the link and the tooltip of one row. */
export interface HitArea {
  x: number;
  y: number;
  width: number;
  height: number;
  label: string;
  href?: string;
}

export interface Drawing {
  width: number;
  height: number;
  body: VNode;
  hitAreas: HitArea[];
}

export type Cell = string | number | null | { text: string; href: string };

/** The first column is the row header. */
export interface Table {
  columns: { id: string; label: string }[];
  rows: Cell[][];
  /** Of all numbers. */
  unit?: string;
}

export interface View {
  /** `finding`: the words of the chart’s YAML, filled in, at their place in the drawing. */
  draw(layout: Layout, finding?: string): Drawing;
  table: Table;
  /** Fill placeholders in texts and are compared by the conditions of a title. */
  values: Record<string, string | number>;
  /** In order of first use. */
  sources: string[];
}

/** `options` is the schema of the extra fields in the chart’s YAML. */
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

/** Labels and cells by id of the column. A column without a value is left out. */
export function tableOf<Id extends string>(
  columns: Readonly<Record<Id, string>>,
  rows: readonly { readonly [column in NoInfer<Id>]?: Cell | undefined }[],
  unit?: string,
): Table {
  const hasValue = (id: Id) => rows.some((row) => (row[id] ?? "") !== "");
  const ids = (Object.keys(columns) as Id[]).filter(hasValue);
  return {
    columns: ids.map((id) => ({ id, label: columns[id] })),
    rows: rows.map((row) => ids.map((id) => row[id] ?? null)),
    unit,
  };
}

export function cellText(cell: Cell): string {
  return String((typeof cell === "object" ? cell?.text : cell) ?? "");
}

export function sourcesOf(...rows: readonly { sources: readonly string[] }[]): string[] {
  return [...new Set(rows.flatMap(({ sources }) => sources))];
}

export interface Embeddable extends Omit<View, "values"> {
  what: "chart" | "clause";
  /** Path below `/embed/` and `/oembed/`: `<chart>` or `clause/<clause>`. */
  id: string;
  path: string;
  files: string;
  title: string;
  /** Shorter than the title. */
  name?: string;
  subtitle: string;
  description: string;
  /** How to use the marks; shown only where they are links. */
  hint?: string;
  notes: string[];
  topic: Topic;
}

/** `days`; none of months, which do not tell how many days lie between. */
export function daysBetween({ date: from }: Draft, { date: to }: Draft) {
  return from.length > 7 && to.length > 7 && { days: utcDay.count(new Date(from), new Date(to)) };
}

/** “two ordered (a and b); one intended (c)”: of groups that have any. */
export function countGroups(groups: readonly { label: string; names: string[] }[]): string {
  return groups
    .filter(({ names }) => names.length > 0)
    .map(({ label, names }) => `${countInWords(names.length)} ${label} (${listOf(names)})`)
    .join("; ");
}
