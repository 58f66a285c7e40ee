import { schemaProblems } from "../ledger/explain-issue.ts";
import type { Problem } from "../ledger/problem.ts";
import { parseYaml } from "../ledger/yaml-file.ts";
import { explainerSchema } from "./schema.ts";

/** An explainer's file in its two parts. */
export interface ExplainerText {
  /** YAML between the two lines of three hyphens; undefined if there is none. */
  frontmatter: string | undefined;
  body: string;
  /** Line of the file at which the body begins, from 1. */
  bodyLine: number;
}

/** Parts the text of an MDX file. */
export function splitExplainer(text: string): ExplainerText {
  const match = /^---\r?\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!match) return { frontmatter: undefined, body: text, bodyLine: 1 };
  return { frontmatter: match[1]!, body: text.slice(match[0].length), bodyLine: match[0].split("\n").length };
}

/** Every problem of the frontmatter of the file `name`. */
export function frontmatterProblems(name: string, frontmatter: string | undefined): Problem[] {
  if (frontmatter === undefined)
    return [
      {
        file: name,
        line: 1,
        column: 1,
        wrong: "the file has no frontmatter",
        expected: "a line of three hyphens, title, description, topic, answer, and three hyphens again",
        mend: "begin the file with them: npm run new -- explainer writes one",
      },
    ];
  const file = parseYaml(frontmatter, name, 2);
  if (file.problems.length > 0) return file.problems;
  const parsed = explainerSchema.safeParse(file.value);
  return parsed.success ? [] : schemaProblems(file, [], file.value, parsed.error.issues);
}
