import { readFileSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { isMap, isNode, isScalar, LineCounter, type Node, parseDocument, visit } from "yaml";
import type { z } from "zod";

export interface Problem {
  /** Path relative to the project. */
  file: string;
  /** Counted from 1. */
  line: number;
  column: number;
  message: string;
  fix: string;
}

export function problemOf(
  file: string,
  message: string,
  fix: string,
  { line, column }: { line: number; column: number } = { line: 1, column: 1 },
): Problem {
  return { file, line, column, message, fix };
}

/** `file:line:column message; fix: …`: terminals make this form clickable. */
export function formatProblem({ file, line, column, message, fix }: Problem): string {
  return `${file}:${line}:${column} ${message}; fix: ${fix}`;
}

export function sortProblems(problems: Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) => a.file.localeCompare(b.file, "en") || a.line - b.line || a.column - b.column,
  );
}

export class ContentError extends Error {
  // Private: otherwise Node prints the list after the message again.
  readonly #problems: Problem[];
  /** Read by Astro’s development server, which shows the text around the place. */
  declare loc?: Pick<Problem, "file" | "line" | "column">;
  constructor(problems: Problem[]) {
    const sorted = sortProblems(problems);
    super(sorted.map(formatProblem).join("\n"));
    this.name = "ContentError";
    this.#problems = sorted;
    // Writable for Astro; not enumerable, so that Node prints the message alone.
    const [first] = sorted;
    const loc = first && { ...first, file: resolve(first.file) };
    Object.defineProperty(this, "loc", { value: loc, writable: true });
  }
  get problems(): Problem[] {
    return this.#problems;
  }
}

type Path = readonly PropertyKey[];

export interface YamlFile {
  name: string;
  /** Undefined if parsing failed. */
  value: unknown;
  problems: Problem[];
  /** Place of the value (or key) at `path`, or of the nearest existing parent. */
  place(path: Path, part?: "value" | "key"): { line: number; column: number };
}

/** Reads a YAML 1.2 file (UTF-8, no aliases). Invalid content is reported in `problems`. */
export function readYamlFile(path: string): YamlFile {
  const read = readTextFile(path);
  if ("text" in read) return parseYaml(read.text, read.name);
  const place = () => ({ line: 1, column: 1 });
  return { name: read.problem.file, value: undefined, problems: [read.problem], place };
}

/** Parses YAML that begins at `firstLine` of the file `name`. */
export function parseYaml(text: string, name: string, firstLine = 1): YamlFile {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true });
  const at = (offset = 0) => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  const nodeAt = (path: Path): Node | undefined => {
    const found = path.length === 0 ? document.contents : document.getIn(path, true);
    return isNode(found) ? found : path.length === 0 ? undefined : nodeAt(path.slice(0, -1));
  };
  const keyAt = (path: Path): Node | undefined => {
    const parent = nodeAt(path.slice(0, -1));
    const keys = isMap(parent) ? parent.items.map(({ key }) => key) : [];
    return keys.filter(isScalar).find(({ value }) => value === path.at(-1));
  };
  // Warnings are unknown tags and directives, whose meaning would be lost.
  const problems = [...document.errors, ...document.warnings].map(({ message, pos }) =>
    problemOf(
      name,
      `YAML syntax: ${message}`,
      "check indentation, quotes and colons around this place",
      at(pos[0]),
    ),
  );
  visit(document, {
    Alias: (_, { source, range }) =>
      void problems.push(
        problemOf(name, `the alias \`*${source}\` is not allowed`, "write the value out", at(range?.[0])),
      ),
  });
  return {
    name,
    value: problems.length > 0 ? undefined : document.toJS(),
    problems,
    place: (path, part) => at(((part === "key" && keyAt(path)) || nodeAt(path))?.range?.[0]),
  };
}

export function schemaProblems(file: YamlFile, at: Path, issues: readonly z.core.$ZodIssue[]): Problem[] {
  return issues.map((issue) => {
    const path = [...at, ...issue.path];
    const name = nameOf(issue.path);
    const problem = (message: string, fix: string, place = file.place(path)) =>
      problemOf(file.name, message, fix, place);
    if (issue.code === "unrecognized_keys")
      return problem(
        `unknown key \`${issue.keys.join("`, `")}\``,
        "correct the spelling, or remove it",
        file.place([...path, ...issue.keys.slice(0, 1)], "key"),
      );
    if (issue.code === "invalid_key") {
      const [{ message } = issue] = issue.issues;
      return problem(`the key ${name} ${message}`, "correct the key", file.place(path, "key"));
    }
    const value = path.reduce(
      (inner, key) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[key],
      file.value,
    );
    if (value === undefined) return problem(`${name} is missing`, `add ${name}`);
    // Messages of our schemas continue the sentence: “must have …”.
    const message = `${name}${issue.message.startsWith("must ") ? "" : ":"} ${issue.message}`;
    const fix = issue.code === "custom" ? (issue.params?.fix as string | undefined) : undefined;
    return problem(
      message,
      fix ?? (issue.code === "invalid_value" ? "choose one of these" : "correct the value"),
    );
  });
}

/** “`title`”, “item 2 of `sources`”, “the row”. */
function nameOf(path: Path): string {
  const key = path.at(-1);
  if (key === undefined) return "the row";
  return typeof key === "number" ? `item ${key + 1} of ${nameOf(path.slice(0, -1))}` : `\`${String(key)}\``;
}

/** Reads a YAML file by its schema. Throws a ContentError with every problem. */
export function readYaml<Value>(path: string, schema: z.ZodType<Value>): Value {
  const file = readYamlFile(path);
  const { data, error } = schema.safeParse(file.value);
  const problems =
    error && file.problems.length === 0 ? schemaProblems(file, [], error.issues) : file.problems;
  if (data === undefined || problems.length > 0) throw new ContentError(problems);
  return data;
}

/** The path relative to the project. */
export function fileName(path: string): string {
  return relative(process.cwd(), path).split(sep).join("/");
}

/** Reads a content file (UTF-8, without byte order mark), or says why that failed. */
export function readTextFile(path: string): { name: string; text: string } | { problem: Problem } {
  const name = fileName(path);
  try {
    return { name, text: new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path)) };
  } catch (error) {
    const message = `the file cannot be read: ${(error as Error).message}`;
    return { problem: problemOf(name, message, "make it a readable file of UTF-8 text") };
  }
}

/** Yields the texts in a value with their paths, except under `skipped` keys. */
export function* textsIn(
  value: unknown,
  skipped: readonly string[],
  path: Path = [],
): Generator<{ path: Path; text: string }> {
  if (typeof value === "string") yield { path, text: value };
  else if (typeof value === "object" && value !== null)
    for (const [key, inner] of Object.entries(value))
      if (!skipped.includes(key))
        yield* textsIn(inner, skipped, [...path, Array.isArray(value) ? Number(key) : key]);
}
