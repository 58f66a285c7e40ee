import type { z } from "zod";
import { schemaProblems } from "./explain-issue.ts";
import { type Report, reporter } from "./placed-row.ts";
import { ContentError, type Problem, problemOf } from "./problem.ts";
import { readYamlFile, type YamlFile } from "./yaml-file.ts";

/** A row as it stands in a file, and as its schema takes it: undefined if it does not. */
export interface ReadRow<Row> {
  file: YamlFile;
  index: number;
  value: unknown;
  row: Row | undefined;
}

/**
 * The rows of the YAML file at `path`, which is one list; undefined if it is not. `name` is the file in messages, `what` its
 * rows: "terms". What is wrong is noted among `problems`.
 */
export function readRows<Row>(
  path: string,
  name: string,
  what: string,
  schema: z.ZodType<Row>,
  problems: Problem[],
): ReadRow<Row>[] | undefined {
  const file = readYamlFile(path, name);
  problems.push(...file.problems);
  if (file.problems.length > 0) return undefined;
  if (!Array.isArray(file.value)) {
    problems.push(
      problemOf(name, "the file is not a list", `a list of ${what}`, "start each row with a hyphen"),
    );
    return undefined;
  }
  return file.value.map((value: unknown, index) => {
    const { data, error } = schema.safeParse(value);
    if (error) problems.push(...schemaProblems(file, [index], value, error.issues));
    return { file, index, value, row: data };
  });
}

/**
 * The rows of a YAML file that is one list of rows with ids, in the order of the file. `what` names them in messages:
 * "terms". `check` may look for what the schema cannot see. Throws a ContentError that names line and reason for every
 * bad row.
 */
export function readList<Row extends { id: string }>(
  path: string,
  what: string,
  schema: z.ZodType<Row>,
  check?: (row: Row, report: Report) => void,
): Row[] {
  const problems: Problem[] = [];
  const lines = new Map<string, number>();
  const rows = (readRows(path, path, what, schema, problems) ?? []).flatMap((read): Row[] => {
    const { file, index, row } = read;
    if (!row) return [];
    const report = reporter(problems, read);
    const first = lines.get(row.id);
    if (first === undefined) lines.set(row.id, file.place([index, "id"]).line);
    else
      report(
        ["id"],
        `\`${row.id}\` is taken`,
        `an id unique among the ${what}`,
        `choose another id, or merge with line ${first}`,
      );
    check?.(row, report);
    return [row];
  });
  if (problems.length > 0) throw new ContentError(problems);
  return rows;
}
