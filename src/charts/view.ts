import { z } from "zod";
import { line, topic } from "../ledger/fields.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { required } from "../required.ts";
import type { Topic } from "../site.ts";
import type { Drawing, KeyEntry, Layout } from "./lib/drawing.ts";
import type { Chart } from "./read-charts.ts";

/** A number that is written down, or the name of one of the view's. */
type Operand = number | string;

const OPERATORS = {
  ">": (a: number, b: number) => a > b,
  "<": (a: number, b: number) => a < b,
  ">=": (a: number, b: number) => a >= b,
  "<=": (a: number, b: number) => a <= b,
  "=": (a: number, b: number) => a === b,
  "!=": (a: number, b: number) => a !== b,
} as const;

/** A comparison under which a chart's title is true: `last > first`. */
export interface Condition {
  text: string;
  left: Operand;
  operator: keyof typeof OPERATORS;
  right: Operand;
}

/** How a condition is written, for messages. */
const CONDITION_FORM = `two names or numbers of the view with one of ${Object.keys(OPERATORS).join(" ")} between them, such as \`last > first\``;

/** The condition that a text states; undefined if it states none. */
export function parseCondition(text: string): Condition | undefined {
  const [a, operator = "", b, ...rest] = text.match(/[<>=!]+|[^\s<>=!]+/g) ?? [];
  const [left, right] = [operandOf(a), operandOf(b)];
  if (!Object.hasOwn(OPERATORS, operator) || rest.length > 0) return undefined;
  if (left === undefined || right === undefined) return undefined;
  return { text, left, operator: operator as Condition["operator"], right };
}

function operandOf(text = ""): Operand | undefined {
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  return /^[a-z]\w*$/i.test(text) ? text : undefined;
}

/** The names in a condition for which there is no number. */
export function unknownNames(
  { left, right }: Condition,
  numbers: Readonly<Record<string, number>>,
): string[] {
  const names = [left, right].filter((operand) => typeof operand === "string");
  return names.filter((name) => !Object.hasOwn(numbers, name));
}

/** Whether a condition holds, and the comparison with its numbers: "22 > 26". Its names are known. */
export function compare(
  { left, operator, right }: Condition,
  numbers: Readonly<Record<string, number>>,
): { holds: boolean; says: string } {
  const valueOf = (operand: Operand) =>
    typeof operand === "number" ? operand : required(numbers[operand], `number \`${operand}\``);
  const [a, b] = [valueOf(left), valueOf(right)];
  return { holds: OPERATORS[operator](a, b), says: `${a} ${operator} ${b}` };
}

const condition = z
  .string()
  .max(80)
  .transform((text, { addIssue }) => {
    const parsed = parseCondition(text);
    if (!parsed) addIssue({ code: "custom", message: CONDITION_FORM });
    return parsed ?? z.NEVER;
  });

/** A chart as `content/charts/<id>.yaml` describes it. Its id is the name of the file. */
export const chartSpec = z.strictObject({
  /** What is drawn of the ledger, and how: a name of `src/charts/views.ts`. */
  view: line,
  topic,
  /** Place among the charts of its topic; without one it comes last. */
  order: z.number().int().positive().max(99).default(99),
  /** The finding, as a sentence without a full stop. `{name}` is filled in from the view, so that it stays true. */
  title: line.max(130),
  /** Replaces the title in search results, which truncate long ones. */
  name: line.max(60).optional(),
  /** Other questions that it answers: search brings it first for them. */
  also: z.array(line).default([]),
  /** Conditions under which the title is true: `last > first`. The check and the build fail otherwise. */
  holds: z
    .union([condition, z.array(condition)])
    .transform((given) => (Array.isArray(given) ? given : [given]))
    .default([]),
  /** Ids and dates for views that take some; what, the view says. */
  options: z.record(z.string(), z.unknown()).optional(),
  /** What is drawn: unit, period. */
  subtitle: line.max(220),
  /** How to use its marks, a sentence; said only where they are links. */
  hint: line.max(110).optional(),
  /** Caveats that the reader needs, one a line. */
  notes: z.array(line).default([]),
  /** Also drawn for the whole width of the page. */
  full: z.boolean().default(false),
});

/** A table as `content/tables/<id>.yaml` describes it: what a chart has, without what is drawn. */
export const tableSpec = chartSpec
  .omit({ order: true, name: true, also: true, hint: true, full: true })
  .transform((spec): ChartSpec => ({ ...spec, order: 99, also: [], full: false }));

export type ChartSpec = z.infer<typeof chartSpec>;

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

/** A chart or a clause, which other sites can embed and readers can download. */
export interface Embeddable {
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
  /** One or two sentences for those who do not see it. */
  description: string;
  notes: readonly string[];
  topic: Topic;
  table: Table;
  sources: readonly string[];
  draw(layout: Layout): Drawing;
  /** Signs that the drawing uses, in reading order. */
  key(): KeyEntry[];
}

/** A chart as something to embed. */
export function embeddableChart({ id, view, title, subtitle, hint, notes, topic }: Chart): Embeddable {
  const { description, table, sources, draw, key } = view;
  const files = `/charts/${id}`;
  const words = { title, subtitle, hint, notes, topic, description, table, sources };
  return { what: "chart", id, path: `${files}/`, files, ...words, draw, key: () => key };
}
