import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type Problem, problemOf } from "../ledger/problem.ts";
import { accusationProblems } from "../ledger/presumption.ts";
import { parseYaml, readTextFile, schemaProblems, type YamlFile } from "../ledger/yaml-file.ts";
import { childrenOf, type Mention, mentionsIn, type Node, parseMdx, type Report } from "./mdx.ts";
import { misusesIn } from "./misuse.ts";
import { quotationsIn } from "./quotations.ts";
import type { TextKind } from "./text-kinds.ts";
import { unsupportedIn } from "./unsupported.ts";

/** Every problem in the texts of a folder, and what they name as far as they can be read. */
export function checkTexts(directory: string, kind: TextKind): { problems: Problem[]; mentions: Mention[] } {
  const problems: Problem[] = [];
  const mentions: Mention[] = [];
  for (const name of readdirSync(directory)
    .filter((name) => name.endsWith(".mdx"))
    .sort()) {
    const file = relative(process.cwd(), join(directory, name)).split(sep).join("/");
    const read = readTextFile(join(directory, name), file);
    if ("problem" in read) problems.push(read.problem);
    else {
      const report: Report = (place, message, fix) => problems.push(problemOf(file, message, fix, place));
      const tree = treeOf(read.text, report);
      if (!tree) continue;
      problems.push(...frontmatterProblems(file, tree, kind));
      misusesIn(read.text, tree, kind, report);
      quotationsIn(tree, report);
      unsupportedIn(tree, kind, report);
      mentions.push(...mentionsIn(tree));
    }
  }
  return { problems, mentions };
}

/** Every problem in the texts at these paths of a YAML file, and what they name: each is a text like those of an explainer. */
export function checkTextsIn(
  file: YamlFile,
  texts: readonly (readonly [path: PropertyKey[], text: string])[],
  kind: TextKind,
): { problems: Problem[]; mentions: Mention[] } {
  const problems: Problem[] = [];
  const mentions = texts.flatMap(([path, text]) => {
    const report: Report = (_, message, fix) =>
      problems.push(problemOf(file.name, message, fix, file.place(path)));
    const tree = treeOf(text, report);
    if (!tree) return [];
    misusesIn(text, tree, kind, report);
    quotationsIn(tree, report);
    unsupportedIn(tree, kind, report);
    return mentionsIn(tree);
  });
  return { problems, mentions };
}

function treeOf(text: string, report: Report): Node | undefined {
  try {
    return parseMdx(text);
  } catch (error) {
    const { message } = error as Error;
    const [, line, column, wrong] =
      /^(\d+):(\d+): (.*?)(?: \(note: .*\))? \(mdx[\w:-]*\)$/s.exec(message) ?? [];
    if (wrong === undefined) throw error;
    report(
      { line: Number(line), column: Number(column) },
      `the text cannot be read: ${wrong}`,
      "close or remove the tag; write a sign that is text as \\< or \\{",
    );
    return undefined;
  }
}

function frontmatterProblems(file: string, tree: Node, { schema, accused }: TextKind): Problem[] {
  const [first] = childrenOf(tree);
  if (first?.type !== "yaml") {
    const keys = Object.entries(schema.shape).flatMap(([key, field]) =>
      field.safeParse(undefined).success ? [] : key,
    );
    return [
      problemOf(
        file,
        "the file has no frontmatter",
        `begin it with a line of three hyphens, ${keys.join(", ")}, and three hyphens again`,
      ),
    ];
  }
  const yaml = parseYaml(first.value, file, 2);
  if (yaml.problems.length > 0) return yaml.problems;
  const parsed = schema.safeParse(yaml.value);
  return [
    ...(parsed.error ? schemaProblems(yaml, [], parsed.error.issues) : []),
    ...accusationProblems(yaml, accused),
  ];
}
