import { z } from "zod";
import { explainIssue } from "./explain-issue.ts";
import { id, line } from "./fields.ts";
import { ContentError, type Problem } from "./problem.ts";
import { readYamlFile } from "./yaml-file.ts";

/** A word that a reader may not know. */
const term = z.strictObject({
  id,
  /** The word as the text has it. */
  term: line,
  /** What it means, in one or two sentences of our own. */
  definition: line,
  /** Other spellings and words for it. */
  also: z.array(line).default([]),
  topic: z.enum(["plan", "france", "corruption"]),
});

export type Term = z.infer<typeof term>;

/** The glossary, in alphabetical order. Throws a ContentError that names line and reason for every bad row. */
export function readGlossary(path: string): Term[] {
  const file = readYamlFile(path, path);
  const problems: Problem[] = [...file.problems];
  const rows = Array.isArray(file.value) ? file.value : [];
  const terms = rows.flatMap((row: unknown, index): Term[] => {
    const result = term.safeParse(row);
    if (result.success) return [result.data];
    for (const issue of result.error.issues) {
      const value = issue.path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], row);
      problems.push({ file: path, ...file.place([index, ...issue.path]), ...explainIssue(issue, value) });
    }
    return [];
  });
  if (problems.length > 0) throw new ContentError(problems);
  return terms.sort((a, b) => a.term.localeCompare(b.term, "en"));
}
