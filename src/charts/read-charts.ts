import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { capital, countInWords } from "../i18n/numbers.ts";
import { id, line, topic } from "../ledger/fields.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { ContentError, type Problem, problemOf } from "../ledger/problem.ts";
import { readYamlFile, schemaProblems, type YamlFile } from "../ledger/yaml-file.ts";
import type { Embeddable, TableView, View, Views } from "./view.ts";
import { tableViews, views } from "./views.ts";

const COMPARISONS: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  ">": (a, b) => a > b,
  "<": (a, b) => a < b,
  ">=": (a, b) => a >= b,
  "<=": (a, b) => a <= b,
  "=": (a, b) => a === b,
};
/** Two names or numbers with a comparison between them. */
const CONDITION = /^(-?\w[\w.]*) ([<>]=?|=) (-?\w[\w.]*)$/;

const tableTexts = z.strictObject({
  topic,
  title: line
    .max(130)
    .describe(
      "The finding, as a sentence without a full stop. `{name}` is filled in from the view, so that it stays true; `{Name}` begins with a capital.",
    ),
  holds: z
    .array(z.string().max(80).regex(CONDITION, "must compare two names or numbers: `last > first`"))
    .default([])
    .describe("Conditions under which the title is true: `last > first`. The check fails otherwise."),
  subtitle: line.max(220).describe("What is shown: unit, period. Filled in likewise."),
  notes: z.array(line).default([]).describe("Caveats that the reader needs, one a line. Filled in likewise."),
});

/** What `content/charts/<id>.yaml` says of every chart. Its id is the name of the file. */
export const chartTexts = tableTexts.extend({
  order: z
    .number()
    .int()
    .positive()
    .max(99)
    .default(99)
    .describe("Place among the charts of its topic; without one it comes last."),
  name: line.max(60).optional().describe("Replaces the title in search results, which truncate long ones."),
  also: z
    .array(line)
    .default([])
    .describe("Other questions that it answers: search brings it first for them."),
  hint: line
    .max(110)
    .optional()
    .describe("How to use its marks, a sentence; said only where they are links."),
  full: z.boolean().default(false).describe("Also drawn for the whole width of the page."),
});

/** The texts with the name of a view and the options that this view takes. */
function specOf<Texts extends z.ZodObject>(texts: Texts, views: Views<TableView>) {
  const named = Object.entries(views).map(([name, { options }]) =>
    texts.extend({ view: z.literal(name), ...(options && { options }) }),
  );
  const error = () => `must be one of ${Object.keys(views).join(", ")}`;
  return z.discriminatedUnion("view", named as unknown as [z.ZodObject], { error }) as unknown as z.ZodType<
    z.infer<Texts> & { view: string; options?: unknown }
  >;
}

/** A chart as `content/charts/<id>.yaml` describes it. */
export const chartSpec = specOf(chartTexts, views);
/** A table as `content/tables/<id>.yaml` describes it: what a chart has, without what is drawn. */
export const tableSpec = specOf(tableTexts, tableViews);

type ChartSpec = z.infer<typeof chartSpec>;
type TableSpec = z.infer<typeof tableSpec>;

/** The texts of a YAML file filled in, with what its view shows. */
type Filled<Spec, Made> = Spec & Made & { id: string };

/** A chart ready to be drawn. */
export type Chart = Filled<ChartSpec, View> & Embeddable;

/** A chart's or a table's file: its name is the id. Without `spec` there is a problem. */
export interface ChartFile<Spec = ChartSpec> {
  id: string;
  file: YamlFile;
  spec?: Spec;
  problems: Problem[];
}

/**
 * Every chart of `directory` in its own order, those of one place by file name. Throws a ContentError that names file, line
 * and reason for each chart that cannot be drawn.
 */
export function readCharts(directory: string, ledger: Ledger): Chart[] {
  return readFilled(directory, chartSpec, ledger, views)
    .map((chart) => {
      const files = `/charts/${chart.id}`;
      return { ...chart, what: "chart" as const, path: `${files}/`, files };
    })
    .sort((a, b) => a.order - b.order);
}

/** Every table of `directory`. Throws a ContentError that names file, line and reason for each that cannot be filled. */
export function readTables(directory: string, ledger: Ledger) {
  return readFilled(directory, tableSpec, ledger, tableViews);
}

function readFilled<Spec extends TableSpec, Made extends TableView>(
  directory: string,
  shape: z.ZodType<Spec>,
  ledger: Ledger,
  views: Views<Made>,
): Filled<Spec, Made>[] {
  const read = readChartFiles(directory, shape).map((file) => ({ file, ...fillChart(file, ledger, views) }));
  const problems = read.flatMap(({ file, problems }) => [...file.problems, ...problems]);
  if (problems.length > 0) throw new ContentError(problems);
  return read.flatMap(({ filled }) => filled ?? []);
}

/** The YAML files of a folder in order, each judged alone; those whose name begins with a dot are the system's. None without the folder. */
export function readChartFiles<Spec>(directory: string, shape: z.ZodType<Spec>): ChartFile<Spec>[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => !name.startsWith("."))
    .sort()
    .map((name) => {
      const path = join(directory, name);
      const file = readYamlFile(path);
      const problems = [...file.problems];
      const stem = basename(name, ".yaml");
      if (stem === name || !id.safeParse(stem).success)
        problems.unshift(
          problemOf(
            file.name,
            `\`${name}\` is not a valid chart name`,
            "rename the file to lower-case letters and digits joined by single hyphens, and .yaml: its name is the chart’s id and address",
          ),
        );
      if (file.problems.length > 0) return { id: stem, file, problems };
      const { data, error } = shape.safeParse(file.value);
      if (error) problems.push(...schemaProblems(file, [], error.issues));
      return { id: stem, file, problems, ...(data !== undefined && { spec: data }) };
    });
}

/** A chart or a table with the texts filled in from its view, one of `views`, and what is wrong with both. */
export function fillChart<Spec extends TableSpec, Made extends TableView>(
  { id, file, spec }: ChartFile<Spec>,
  ledger: Ledger,
  views: Views<Made>,
): { filled?: Filled<Spec, Made>; problems: Problem[] } {
  const problems: Problem[] = [];
  const make = spec && views[spec.view];
  if (!make) return { problems };
  const fail = (key: keyof ChartSpec, message: string, fix: string) =>
    void problems.push(problemOf(file.name, `chart \`${id}\`: ${message}`, fix, file.place([key])));
  let view: Made;
  try {
    view = make(ledger, spec.options as never, id);
  } catch (error) {
    fail("view", `the view failed: ${(error as Error).message}`, "add what it misses to the ledger");
    return { problems };
  }
  const values = new Map(Object.entries(view.values));
  const known = `write one of ${[...values.keys()].join(", ")}`;
  const fill = (key: "title" | "subtitle" | "notes", text: string) =>
    text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const lower = name.charAt(0).toLowerCase() + name.slice(1);
      const value = values.get(name) ?? values.get(lower);
      if (value === undefined) fail(key, `\`${placeholder}\` has no value`, known);
      const words = typeof value === "number" ? countInWords(value) : (value ?? "");
      return values.has(name) ? words : capital(words);
    });
  const filled = {
    ...spec,
    ...view,
    id,
    title: fill("title", spec.title),
    subtitle: fill("subtitle", spec.subtitle),
    notes: spec.notes.map((note) => fill("notes", note)),
  };
  for (const condition of spec.holds) {
    const [, left = "", comparison = "", right = ""] = CONDITION.exec(condition) ?? [];
    const numberOf = (operand: string) => Number(values.get(operand) ?? operand);
    const [a, b] = [numberOf(left), numberOf(right)];
    if (Number.isNaN(a + b)) fail("holds", `\`${condition}\` names no number of the view`, known);
    else if (!COMPARISONS[comparison]?.(a, b))
      fail(
        "holds",
        `the title is no longer true: \`${condition}\` is now ${a} ${comparison} ${b}`,
        "write another title, and the condition for it",
      );
  }
  return { filled, problems };
}
