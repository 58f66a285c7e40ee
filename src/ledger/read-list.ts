import type { z } from "zod";
import { schemaProblems } from "./explain-issue.ts";
import { ContentError, type Problem } from "./problem.ts";
import { readYamlFile } from "./yaml-file.ts";

/** Reports a problem at the place of `key` in the row at hand. */
export type Report = (key: string, wrong: string, expected: string, mend: string) => void;

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
  const file = readYamlFile(path, path);
  const problems: Problem[] = [...file.problems];
  const rows = Array.isArray(file.value) ? file.value : [];
  if (problems.length === 0 && rows !== file.value) {
    problems.push({
      file: path,
      line: 1,
      column: 1,
      wrong: "the file is not a list",
      expected: `a list of ${what}`,
      mend: "start each row with a hyphen",
    });
  }
  const lines = new Map<string, number>();
  const valid = rows.flatMap((value: unknown, index): Row[] => {
    const result = schema.safeParse(value);
    if (!result.success) {
      problems.push(...schemaProblems(file, [index], value, result.error.issues));
      return [];
    }
    const row = result.data;
    const report: Report = (key, wrong, expected, mend) =>
      void problems.push({ file: path, ...file.place([index, key]), wrong, expected, mend });
    const first = lines.get(row.id);
    if (first === undefined) lines.set(row.id, file.place([index, "id"]).line);
    else
      report(
        "id",
        `\`${row.id}\` is taken`,
        `an id unique among the ${what}`,
        `choose another id, or merge with line ${first}`,
      );
    check?.(row, report);
    return [row];
  });
  if (problems.length > 0) throw new ContentError(problems);
  return valid;
}
