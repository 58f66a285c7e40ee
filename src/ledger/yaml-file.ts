import { type Document, isMap, isNode, isScalar, LineCounter, type Node, parseDocument, visit } from "yaml";
import { type Problem, problemOf } from "./problem.ts";
import { readTextFile } from "./text-file.ts";

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
  /** Place of the value at `path`; of the nearest parent that exists if there is none. */
  place(path: Path): { line: number; column: number };
  /** Place of the key that `path` ends in. */
  keyPlace(path: Path): { line: number; column: number };
}

/**
 * Reads one YAML 1.2 file (UTF-8, at most 4 MB, no aliases). Does not throw for bad content: what is wrong
 * stands in `problems`.
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
  const report = (range: Range | null | undefined, wrong: string, expected: string, mend: string) =>
    file.problems.push(problemOf(name, wrong, expected, mend, at(range?.[0] ?? 0)));
  // Warnings are unknown tags and directives: whoever writes one means something that would be lost.
  for (const error of [...document.errors, ...document.warnings].slice(0, MAX_PROBLEMS)) {
    if (error.message.includes("call stack")) {
      // How far the parser came depends on the machine.
      file.problems.push(
        problemOf(
          name,
          "the text is nested too deeply",
          "a list of rows",
          "look for brackets or hyphens that stand too often",
          { line: at(error.pos[0]).line, column: 1 },
        ),
      );
      break;
    }
    report(
      error.pos,
      `YAML syntax: ${error.message}`,
      "valid YAML",
      "check indentation, quotes and colons around this place",
    );
  }
  if (file.problems.length > 0) return file;
  visit(document, {
    Alias: (_, alias) =>
      void report(
        alias.range,
        `the alias \`*${alias.source}\` stands for another value`,
        "every value written out",
        "replace the alias by its value",
      ),
    Map: (_, map) => {
      if (map.items.length > MAX_KEYS) {
        report(
          map.range,
          `a row has ${map.items.length} keys`,
          `at most ${MAX_KEYS}`,
          "begin each row with a hyphen",
        );
        return visit.SKIP;
      }
      // As text: `toJS` makes one key of 1 and "1".
      const keys = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key))
          report(isNode(key) ? key.range : null, "a key is not text", "a word", "write the key as one word");
        else if (keys.has(String(key.value)))
          report(
            key.range,
            `the key \`${String(key.value)}\` stands twice`,
            "each key once",
            "remove one of the two",
          );
        else keys.add(String(key.value));
      }
      return undefined;
    },
    Scalar: (_, { value, range }) => {
      if (typeof value === "number" && !(Math.abs(value) <= Number.MAX_SAFE_INTEGER))
        report(
          range,
          `the number ${value} cannot be kept exactly`,
          "at most 15 digits",
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
