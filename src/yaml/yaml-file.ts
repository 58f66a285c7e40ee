import { isUtf8 } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { isMap, isNode, isScalar, LineCounter, type Node, parseDocument, visit, type YAMLError } from "yaml";
import type { z } from "zod";
import { nth } from "../expect-defined.ts";

export type Path = readonly PropertyKey[];

export interface Problem {
  /** Path relative to the project. */
  file: string;
  /** Counted from 1. */
  line: number;
  column: number;
  message: string;
  fix: string;
}

type Place = Pick<Problem, "line" | "column">;

export function problemOf(
  file: string,
  message: string,
  fix: string,
  { line, column }: Place = { line: 1, column: 1 },
): Problem {
  return { file, line, column, message, fix };
}

/** `file:line:column message; fix: …`: terminals make this form clickable. */
export function formatProblem({ file, line, column, message, fix }: Problem): string {
  return `${file}:${line}:${column} ${message}; fix: ${fix}`;
}

export function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) => a.file.localeCompare(b.file, "en") || a.line - b.line || a.column - b.column,
  );
}

export class ContentError extends Error {
  declare readonly problems: readonly Problem[];
  /** Read by Astro’s development server, which shows the text around the place. */
  declare loc?: Pick<Problem, "file" | "line" | "column">;
  constructor(problems: readonly Problem[]) {
    const sorted = sortProblems(problems);
    super(sorted.map(formatProblem).join("\n"));
    this.name = "ContentError";
    const [first] = sorted;
    const loc = first && { ...first, file: resolve(first.file) };
    // Not enumerable: otherwise Node prints them after the message. Astro writes to `loc`.
    Object.defineProperties(this, { problems: { value: sorted }, loc: { value: loc, writable: true } });
  }
}

export interface YamlFile {
  name: string;
  /** Undefined if parsing failed. */
  value: unknown;
  problems: Problem[];
  /** What may be meant otherwise. */
  warnings: Problem[];
  /** Place of the value (or key) at `path`, or of the nearest existing parent. */
  place: (path: Path, part?: "value" | "key") => Place;
  problem: (path: Path, message: string, fix: string, part?: "value" | "key") => Problem;
  /** Whether the key at `path` is the rest of a text in braces, which ended at a comma. */
  isRestOfText(path: Path): boolean;
}

/** UTF-8, no aliases. Invalid content is reported in `problems`. */
export function readYamlFile(path: string): YamlFile {
  const { name, text, problems } = readTextFile(path);
  const file = parseYaml(text, name);
  if (problems.length === 0 && file.value === null)
    problems.push(problemOf(name, "the file is empty", "write its rows or fields, or remove it"));
  return problems.length > 0 ? { ...file, value: undefined, problems } : file;
}

const NO_SPACE: [string, string] = ["no ordinary space follows the colon", "write one after it"];

function explainSyntax({ code, message }: YAMLError, line: string): [message: string, fix: string] {
  if (/^[ -]*[\t\u00a0]/.test(line))
    return ["the line is indented with a tab or a non-breaking space", "indent it with spaces"];
  if (/MISSING_CHAR|IMPLICIT_KEY/.test(code) && /^[ -]*[\w-]+:[^ \r]/.test(line)) return NO_SPACE;
  if (code === "BLOCK_AS_IMPLICIT_KEY")
    return [
      "a colon is inside a text without quotes",
      "put the whole text in quotes, or correct the indentation of the next line",
    ];
  if (code === "DUPLICATE_KEY") return ["the row has this key twice", "remove one of the two"];
  return [`YAML syntax: ${message}`, "check indentation, quotes and colons around this place"];
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
  const place: YamlFile["place"] = (path, part) =>
    at(((part === "key" && keyAt(path)) || nodeAt(path))?.range?.[0]);
  // What follows the first error is mostly its consequence. Warnings are unknown tags and directives, whose
  // meaning would be lost.
  const errors = document.errors.filter(({ code }, i) => i === 0 || code === "DUPLICATE_KEY");
  const lines = text.split("\n");
  const problems = [...errors, ...document.warnings].map((error) => {
    const place = at(error.pos[0]);
    return problemOf(name, ...explainSyntax(error, lines[place.line - firstLine] ?? ""), place);
  });
  const warnings: Problem[] = [];
  const isUnclosed = /BAD_INDENT|MISSING_CHAR/.test(errors[0]?.code ?? "");
  visit(document, {
    Alias: (_, { source, range }) =>
      void problems.push(
        problemOf(name, `the alias \`*${source}\` is not allowed`, "write the value out", at(range?.[0])),
      ),
    Scalar(_, { type, value, range }, parents) {
      const end = range?.[1] ?? 0;
      if (type !== "PLAIN" || typeof value !== "string" || !/^[ \t]+#/.test(text.slice(end))) return;
      const message = `the text ends before the # as \`${value.slice(-30)}\``;
      const fix = "put the whole text in quotes, or move the comment to a line of its own";
      const cut = problemOf(name, message, fix, at(text.indexOf("#", end)));
      warnings.push(cut);
      // It takes a closing brace with it.
      const isInBraces = parents.some((node) => "flow" in node && node.flow);
      if (isUnclosed && isInBraces && cut.line + 1 === problems[0]?.line) problems[0] = cut;
    },
  });
  return {
    name,
    value: problems.length > 0 ? undefined : document.toJS(),
    problems,
    warnings: problems.length > 0 ? [] : warnings,
    place,
    isRestOfText(path) {
      const parent = nodeAt(path.slice(0, -1));
      const pairs = isMap(parent) && parent.flow ? parent.items : [];
      return pairs.some(({ key, value }) => value === null && isScalar(key) && key.value === path.at(-1));
    },
    problem: (path, message, fix, part) => problemOf(name, message, fix, place(path, part)),
  };
}

/** Undefined if it is not valid; adds what is wrong to the problems of the file. */
export function validate<Value>(
  file: YamlFile,
  schema: z.ZodType<Value>,
  value = file.value,
  at: Path = [],
): Value | undefined {
  if (file.value === undefined) return undefined;
  const { data, error } = schema.safeParse(value);
  file.problems.push(...(error?.issues ?? []).map((issue) => problemOfIssue(file, issue, value, at)));
  return data;
}

function problemOfIssue(file: YamlFile, issue: z.core.$ZodIssue, within: unknown, at: Path) {
  const path = [...at, ...issue.path];
  const name = nameOf(issue.path);
  if (issue.code === "unrecognized_keys") {
    const rest = issue.keys.find((key) => file.isRestOfText([...path, key]));
    const [message, fix] =
      rest === undefined
        ? [`unknown key \`${issue.keys.join("`, `")}\``, "correct the spelling, or remove it"]
        : /^[\w-]+:/.test(rest)
          ? NO_SPACE
          : [
              `the text before ends at its comma, without \`${rest}\``,
              "put the whole text in quotes; a number has no comma",
            ];
    return file.problem([...path, rest ?? nth(issue.keys, 0)], message, fix, "key");
  }
  if (issue.code === "invalid_key")
    return file.problem(path, `the key ${name} ${issue.issues[0]?.message}`, "correct the key", "key");
  const value = issue.path.reduce(
    (inner, key) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[key],
    within,
  );
  if (value === undefined) return file.problem(path, `${name} is missing`, `add ${name}`);
  // Messages of our schemas continue the sentence: “must have …”.
  const said = issue.message.startsWith("must ")
    ? issue.message
    : (describeIssue(issue, value) ?? issue.message);
  const message = `${name}${said.startsWith("must ") ? "" : ":"} ${said}`;
  const isList = issue.code === "invalid_type" && /array|tuple/.test(issue.expected);
  const fix = issue.code === "custom" ? (issue.params?.fix as string | undefined) : undefined;
  return file.problem(
    path,
    message,
    fix ?? (isList && typeof value === "string" ? `write [${value}]` : "correct the value"),
  );
}

const TYPES: Readonly<Record<string, string>> = {
  array: "a list",
  tuple: "a list",
  int: "a whole number",
  object: "fields, each with its name",
  record: "fields, each with its name",
  string: "a text",
  number: "a number",
  boolean: "true or false",
};

function describeIssue(issue: z.core.$ZodIssue, value: unknown) {
  if (issue.code === "invalid_value") return `must be one of ${issue.values.map(String).join(", ")}`;
  if (issue.code === "invalid_type") return `must be ${TYPES[issue.expected] ?? issue.expected}`;
  if (issue.code !== "too_big" && issue.code !== "too_small") return undefined;
  const least = issue.code === "too_small" && !issue.inclusive ? "more than" : "at least";
  const limit = issue.code === "too_big" ? `at most ${issue.maximum}` : `${least} ${issue.minimum}`;
  if (!(typeof value === "string" || Array.isArray(value))) return `must be ${limit}`;
  return `must have ${limit} ${typeof value === "string" ? "characters" : "items"}, and has ${value.length}`;
}

/** “`title`”, “item 2 of `sources`”, “the row”. */
function nameOf(path: Path): string {
  const key = path.at(-1);
  if (key === undefined) return "the row";
  return typeof key === "number" ? `item ${key + 1} of ${nameOf(path.slice(0, -1))}` : `\`${String(key)}\``;
}

export function readYaml<Value>(path: string, schema: z.ZodType<Value>): Value {
  const file = readYamlFile(path);
  const data = validate(file, schema);
  if (data === undefined) throw new ContentError(file.problems);
  return data;
}

export function fileName(path: string): string {
  return relative(process.cwd(), path).split(sep).join("/");
}

/** UTF-8, without byte order mark. The problem, if there is one, says why that failed. */
export function readTextFile(path: string): { name: string; text: string; problems: Problem[] } {
  const name = fileName(path);
  try {
    // A device or a pipe would never end.
    if (!statSync(path).isFile()) throw new Error("it is not a file");
    const bytes = readFileSync(path);
    const text = new TextDecoder().decode(bytes);
    if (isUtf8(bytes)) return { name, text, problems: [] };
    const place = { line: text.slice(0, text.indexOf("\ufffd")).split("\n").length, column: 1 };
    const fix = "save it in your editor with the encoding UTF-8";
    return { name, text: "", problems: [problemOf(name, "the file is not UTF-8 from here on", fix, place)] };
  } catch (error) {
    const message = `the file cannot be read: ${(error as Error).message}`;
    return { name, text: "", problems: [problemOf(name, message, "make it a file that can be read")] };
  }
}

/** Except those under `skipped` keys. */
export function textsIn(
  value: unknown,
  skipped: readonly string[],
  path: Path = [],
): { path: Path; text: string }[] {
  if (typeof value === "string") return [{ path, text: value }];
  return Object.entries(value ?? {}).flatMap(([key, inner]) =>
    skipped.includes(key) ? [] : textsIn(inner, skipped, [...path, key]),
  );
}
