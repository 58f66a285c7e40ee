import { readFileSync, statSync } from "node:fs";
import { type Document, isMap, isNode, isScalar, LineCounter, type Node, parseDocument, visit } from "yaml";
import type { z } from "zod";
import { ContentError, type Problem, problemOf } from "./problem.ts";

/** Most problems that are told of one file: more than that have one cause. */
const MAX_PROBLEMS = 100;
const MAX_KEYS = 100;

type Path = ReadonlyArray<PropertyKey>;

/** A parsed YAML file whose values can be traced back to their place in the text. */
export interface YamlFile {
  name: string;
  /** The plain value of the document; undefined if it could not be parsed. */
  value: unknown;
  problems: Problem[];
  /** Place of the value at `path`; of the nearest existing parent if it is missing. */
  place(path: Path): { line: number; column: number };
  /** Place of the key that `path` ends in. */
  keyPlace(path: Path): { line: number; column: number };
}

/**
 * Reads one YAML 1.2 file (UTF-8, at most 4 MB, no aliases). Bad content does not throw: see `problems`.
 */
export function readYamlFile(path: string, name: string): YamlFile {
  const read = readTextFile(path, name);
  if ("text" in read) return parseYaml(read.text, name);
  return { name, value: undefined, problems: [read.problem], place: () => START, keyPlace: () => START };
}

/** Reads YAML that begins at `firstLine` of the file `name`. */
export function parseYaml(text: string, name: string, firstLine = 1): YamlFile {
  const counter = new LineCounter();
  // Keys are compared below: the parser takes quadratic time for it.
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: false });
  const at = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  const start = { line: firstLine, column: 1 };
  const file: YamlFile = { name, value: undefined, problems: [], place: () => start, keyPlace: () => start };
  const report = (range: Range | null | undefined, message: string, fix: string) =>
    file.problems.push(problemOf(name, message, fix, at(range?.[0] ?? 0)));
  // Warnings are unknown tags and directives, whose meaning would be lost.
  for (const error of [...document.errors, ...document.warnings].slice(0, MAX_PROBLEMS)) {
    if (error.message.includes("call stack")) {
      // The depth that overflows the stack depends on the machine, so no place is given.
      file.problems.push(
        problemOf(
          name,
          "the text is nested too deeply",
          "look for brackets or hyphens that stand too often",
          { line: at(error.pos[0]).line, column: 1 },
        ),
      );
      break;
    }
    report(
      error.pos,
      `YAML syntax: ${error.message}`,
      "check indentation, quotes and colons around this place",
    );
  }
  if (file.problems.length > 0) return file;
  visit(document, {
    Alias: (_, alias) =>
      void report(alias.range, `the alias \`*${alias.source}\` is not allowed`, "write the value out"),
    Map: (_, map) => {
      if (map.items.length > MAX_KEYS) {
        report(
          map.range,
          `a row has ${map.items.length} keys, more than ${MAX_KEYS}`,
          "begin each row with a hyphen",
        );
        return visit.SKIP;
      }
      // As text: `toJS` makes one key of 1 and "1".
      const keys = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key))
          report(isNode(key) ? key.range : null, "a key is not text", "write the key as one word");
        else if (keys.has(String(key.value)))
          report(key.range, `the key \`${String(key.value)}\` stands twice`, "remove one of the two");
        else keys.add(String(key.value));
      }
      return undefined;
    },
    Scalar: (_, { value, range }) => {
      if (typeof value === "number" && !(Math.abs(value) <= Number.MAX_SAFE_INTEGER))
        report(
          range,
          `the number ${value} cannot be kept exactly`,
          "write it in a larger unit, such as billion",
        );
    },
  });
  if (file.problems.length > 0) return file;
  file.value = document.toJS();
  file.place = (path) => at(nodeAt(document, path)?.range?.[0] ?? 0);
  file.keyPlace = (path) => at(keyAt(document, path)?.range?.[0] ?? nodeAt(document, path)?.range?.[0] ?? 0);
  return file;
}

/** Where a node begins and ends. */
type Range = readonly [from: number, ...others: number[]];

const START = { line: 1, column: 1 };

function nodeAt(document: Document, path: Path): Node | undefined {
  for (let depth = path.length; depth >= 0; depth--) {
    const found = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (isNode(found)) return found;
  }
  return undefined;
}

function keyAt(document: Document, path: Path): Node | undefined {
  const parent = nodeAt(document, path.slice(0, -1));
  const pair =
    isMap(parent) && parent.items.find(({ key }) => isScalar(key) && String(key.value) === path.at(-1));
  return pair && isNode(pair.key) ? pair.key : undefined;
}

/** Every schema issue of the value at `at` in the file, in Zod’s words or those of the schema. */
export function schemaProblems(
  file: YamlFile,
  at: readonly PropertyKey[],
  issues: readonly z.core.$ZodIssue[],
): Problem[] {
  return issues.map((issue) => {
    const path = [...at, ...issue.path];
    const name = nameOf(issue.path);
    if (issue.code === "unrecognized_keys") {
      const keys = issue.keys.join("`, `");
      const place = file.keyPlace([...path, ...issue.keys.slice(0, 1)]);
      return problemOf(file.name, `unknown key \`${keys}\``, "correct the spelling, or remove it", place);
    }
    if (issue.code === "invalid_key")
      return problemOf(
        file.name,
        `the key ${name} ${issue.issues[0]?.message ?? issue.message}`,
        "correct the key",
        file.keyPlace(path),
      );
    if (valueAt(file.value, path) === undefined)
      return problemOf(file.name, `${name} is missing`, `add ${name}`, file.place(path));
    // The schema’s own messages continue the sentence: “must have …”.
    const joint = issue.message.startsWith("must ") ? " " : ": ";
    const fix = issue.code === "invalid_value" ? "choose one of these" : "correct the value";
    return problemOf(file.name, name + joint + issue.message, fix, file.place(path));
  });
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === "object" && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}

/** “`title`”, “item 2 of `sources`”, “the row” */
function nameOf(path: readonly PropertyKey[]): string {
  const key = path.at(-1);
  if (key === undefined) return "the row";
  return typeof key === "number" ? `item ${key + 1} of ${nameOf(path.slice(0, -1))}` : `\`${String(key)}\``;
}

/** Notes a problem of a row at a path in it. */
export type Report = (path: readonly PropertyKey[], message: string, fix: string) => void;

/** Notes problems of one row among `problems`. */
export function reporterOf(
  problems: Problem[],
  { file, index }: Pick<ReadRow<unknown>, "file" | "index">,
): Report {
  return (path, message, fix) =>
    void problems.push(problemOf(file.name, message, fix, file.place([index, ...path])));
}

/** A row before and after validation; undefined if its schema rejects it. */
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
    problems.push(problemOf(name, `the file is not a list of ${what}`, "start each row with a hyphen"));
    return undefined;
  }
  return file.value.map((value: unknown, index) => {
    const { data, error } = schema.safeParse(value);
    if (error) problems.push(...schemaProblems(file, [index], error.issues));
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
    const report = reporterOf(problems, read);
    const first = lines.get(row.id);
    if (first === undefined) lines.set(row.id, file.place([index, "id"]).line);
    else
      report(["id"], `the id \`${row.id}\` stands twice`, `choose another id, or merge with line ${first}`);
    check?.(row, report);
    return [row];
  });
  if (problems.length > 0) throw new ContentError(problems);
  return rows;
}

/** Largest file that is read, in bytes: content is written by hand, so more is a mistake. */
const MAX_BYTES = 4_000_000;

const READ_FIXES: Readonly<Record<string, string>> = {
  EACCES: "make the file readable for the user who builds",
  EISDIR: "rename the folder: only files end in .yaml or .mdx",
  ENOENT: "correct the name, or remove the link that leads nowhere",
};

/** The text of a content file (UTF-8, at most 4 MB; a byte order mark is dropped), or why it cannot be read. */
export function readTextFile(path: string, name: string): { text: string } | { problem: Problem } {
  const fail = (message: string, fix: string) => ({ problem: problemOf(name, message, fix) });
  let bytes: Buffer;
  try {
    const { size } = statSync(path);
    if (size > MAX_BYTES)
      return fail(
        `the file has ${size} bytes, more than ${MAX_BYTES}`,
        "split it into several files in a folder of the same name",
      );
    bytes = readFileSync(path);
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    return fail(
      `the file cannot be read (${code || message})`,
      READ_FIXES[code] ?? "check the file and its disk",
    );
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    // UTF-16 without its mark is UTF-8 with a zero behind each Latin letter.
    const zero = text.indexOf("\0");
    if (zero < 0) return { text };
    const line = text.slice(0, zero).split("\n").length;
    const place = { line, column: zero - text.lastIndexOf("\n", zero) };
    return {
      problem: problemOf(
        name,
        "the file holds a zero byte",
        "save the file as UTF-8, or remove the byte",
        place,
      ),
    };
  } catch {
    return fail("the file is not UTF-8 text", "save it as UTF-8");
  }
}
