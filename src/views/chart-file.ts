import type { z } from "zod";
import { basename, relative, sep } from "node:path";
import { chartSpec, type ChartSpec } from "./spec.ts";
import { schemaProblems } from "../ledger/explain-issue.ts";
import { id } from "../ledger/fields.ts";
import type { Problem } from "../ledger/problem.ts";
import { readYamlFile, type YamlFile } from "../ledger/yaml-file.ts";

/** A chart's file: its name is the chart's id. Without `spec` there is a problem. */
export interface ChartFile {
  id: string;
  file: YamlFile;
  spec?: ChartSpec;
  problems: Problem[];
}

/** Notes a problem at a key of a chart's file. */
export type Fail = (key: string, wrong: string, expected: string, mend: string) => void;

/** Adds what is wrong with a chart to `problems`, each at its place in the file. */
export function failIn({ id, file }: ChartFile, problems: Problem[]): Fail {
  return (key, wrong, expected, mend) =>
    void problems.push({
      file: file.name,
      ...file.place([key]),
      wrong: `chart \`${id}\`: ${wrong}`,
      expected,
      mend,
    });
}

/** Reads a chart's file and judges what stands in it alone; whether its kind and view exist is judged where they are known. */
export function readChartFile(path: string, shape: z.ZodType<ChartSpec> = chartSpec): ChartFile {
  const file = readYamlFile(path, relative(process.cwd(), path).split(sep).join("/"));
  const name = basename(path);
  const found: ChartFile = { id: name.replace(/\.yaml$/, ""), file, problems: [...file.problems] };
  if (!name.endsWith(".yaml") || !id.safeParse(found.id).success)
    found.problems.unshift({
      file: file.name,
      line: 1,
      column: 1,
      wrong: `\`${name}\` is no name for a chart`,
      expected: "lower-case letters and digits joined by single hyphens, and .yaml",
      mend: "rename the file: its name is the chart's id and address",
    });
  if (file.problems.length > 0) return found;
  const parsed = shape.safeParse(file.value);
  if (parsed.success) found.spec = parsed.data;
  else found.problems.push(...schemaProblems(file, [], file.value, parsed.error.issues));
  return found;
}
