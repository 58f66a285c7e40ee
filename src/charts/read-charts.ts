import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { z } from "zod";
import { id } from "../ledger/fields.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { ContentError, type Problem, problemOf } from "../ledger/problem.ts";
import { readYamlFile, schemaProblems, type YamlFile } from "../ledger/yaml-file.ts";
import {
  chartSpec,
  type ChartSpec,
  compare,
  tableSpec,
  type TableView,
  unknownNames,
  type View,
  type Views,
} from "./view.ts";
import { tableViews, views } from "./views.ts";

/** A chart ready to be drawn: its words from the YAML, its rows from the ledger. */
export interface Chart extends Omit<ChartSpec, "view" | "holds" | "options"> {
  id: string;
  view: View;
}

/** A table of a text: its words from the YAML, its rows from the ledger. Nothing of it is drawn. */
export interface TextTable extends Pick<ChartSpec, "topic" | "notes"> {
  id: string;
  title: string;
  subtitle: string;
  view: TableView;
}

/** A chart's file: its name is the chart's id. Without `spec` there is a problem. */
export interface ChartFile {
  id: string;
  file: YamlFile;
  spec?: ChartSpec;
  problems: Problem[];
}

/** The words of a chart or a table with their numbers, and the view that these come from. */
interface FilledChart<Made extends TableView> {
  view: Made;
  title: string;
  subtitle: string;
  hint: string | undefined;
  notes: string[];
}

type Fail = (key: string, message: string, fix: string) => void;

/**
 * Every chart of `directory` in its own order, those of one place by file name. Throws a ContentError that names file, line
 * and reason for each chart that cannot be drawn.
 */
export function readCharts(directory: string, ledger: Ledger): Chart[] {
  return readFilled(directory, chartSpec, ledger, views)
    .map(({ id, spec: { view: _, holds: __, options: ___, ...words }, chart }) => ({
      ...words,
      ...chart,
      id,
    }))
    .sort((a, b) => a.order - b.order);
}

/** Every table of `directory`. Throws a ContentError that names file, line and reason for each that cannot be filled. */
export function readTables(directory: string, ledger: Ledger): TextTable[] {
  return readFilled(directory, tableSpec, ledger, tableViews).map(({ id, spec: { topic }, chart }) => ({
    id,
    topic,
    ...chart,
  }));
}

function readFilled<Made extends TableView>(
  directory: string,
  shape: z.ZodType<ChartSpec>,
  ledger: Ledger,
  views: Views<Made>,
): { id: string; spec: ChartSpec; chart: FilledChart<Made> }[] {
  const read = readChartFiles(directory, shape).map((file) => ({ file, ...fillChart(file, ledger, views) }));
  const problems = read.flatMap(({ file, problems }) => [...file.problems, ...problems]);
  if (problems.length > 0) throw new ContentError(problems);
  return read.flatMap(({ file: { id, spec }, chart }) => (spec && chart ? { id, spec, chart } : []));
}

/** The YAML files of a folder in order, each judged alone; those whose name begins with a dot are the system's. None without the folder. */
export function readChartFiles(directory: string, shape: z.ZodType<ChartSpec>): ChartFile[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => !name.startsWith("."))
    .sort()
    .map((name) => readChartFile(join(directory, name), shape));
}

function readChartFile(path: string, shape: z.ZodType<ChartSpec>): ChartFile {
  const file = readYamlFile(path);
  const name = basename(path);
  const found: ChartFile = { id: name.replace(/\.yaml$/, ""), file, problems: [...file.problems] };
  if (!name.endsWith(".yaml") || !id.safeParse(found.id).success)
    found.problems.unshift(
      problemOf(
        file.name,
        `\`${name}\` is not a valid chart name`,
        "rename the file to lower-case letters and digits joined by single hyphens, and .yaml: its name is the chart’s id and address",
      ),
    );
  if (file.problems.length > 0) return found;
  const parsed = shape.safeParse(file.value);
  if (parsed.success) found.spec = parsed.data;
  else found.problems.push(...schemaProblems(file, [], parsed.error.issues));
  return found;
}

/** A chart or a table with the words filled in from its view, one of `views`, and what is wrong with both. */
export function fillChart<Made extends TableView>(
  { id, file, spec }: ChartFile,
  ledger: Ledger,
  views: Views<Made>,
): { chart?: FilledChart<Made>; problems: Problem[] } {
  const problems: Problem[] = [];
  if (!spec) return { problems };
  const fail: Fail = (key, message, fix) =>
    void problems.push(problemOf(file.name, `chart \`${id}\`: ${message}`, fix, file.place([key])));
  const makeView = Object.hasOwn(views, spec.view) ? views[spec.view] : undefined;
  if (!makeView) {
    fail("view", `there is no view \`${spec.view}\``, `write one of ${Object.keys(views).join(", ")}`);
    return { problems };
  }
  const { options } = spec;
  const issues = makeView.options?.safeParse(options ?? {}).error?.issues ?? [];
  problems.push(...schemaProblems(file, options ? ["options"] : [], issues));
  if (options && !makeView.options)
    fail("options", `the view \`${spec.view}\` takes no options`, "remove them");
  if (problems.length > 0) return { problems };
  let view: Made;
  try {
    view = makeView(ledger, options ?? {});
  } catch (error) {
    fail("view", `the view failed: ${(error as Error).message}`, "add what it misses to the ledger");
    return { problems };
  }
  const known = Object.keys(view.values).map((name) => `{${name}}`);
  const fill = (key: "title" | "subtitle" | "hint" | "notes", text = "") =>
    text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      if (Object.hasOwn(view.values, name)) return view.values[name] ?? "";
      fail(key, `\`${placeholder}\` has no value`, `write one of ${known.join(", ")}`);
      return "";
    });
  const chart = {
    view,
    title: fill("title", spec.title),
    subtitle: fill("subtitle", spec.subtitle),
    hint: spec.hint && fill("hint", spec.hint),
    notes: spec.notes.map((note) => fill("notes", note)),
  };
  checkConditions(spec, view, fail);
  return { chart, problems };
}

function checkConditions({ holds }: ChartSpec, { numbers = {} }: TableView, fail: Fail): void {
  for (const condition of holds) {
    const unknown = unknownNames(condition, numbers);
    if (unknown.length > 0) {
      const known = Object.keys(numbers);
      fail(
        "holds",
        `the view has no number \`${unknown.join("`, `")}\``,
        known.length > 0
          ? `write one of ${known.join(", ")}`
          : "remove the condition: the view has no numbers",
      );
      continue;
    }
    const { holds, says } = compare(condition, numbers);
    if (!holds)
      fail(
        "holds",
        `the title is no longer true: \`${condition.text}\` is now ${says}`,
        "write another title, and the condition for it",
      );
  }
}
