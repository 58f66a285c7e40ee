import { readFileSync, statSync } from "node:fs";
import { type Document, isMap, isNode, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from "yaml";
import type { Problem } from "./problem.ts";

/** Largest file that is read, in bytes: a ledger file is written by hand, so more is a mistake. */
const MAX_BYTES = 4_000_000;

type Path = ReadonlyArray<PropertyKey>;

/** A parsed YAML file whose values can be traced back to their place in the text. */
export interface YamlFile {
  /** File as it is named in messages. */
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
  const file: YamlFile = { name, value: undefined, problems: [], place: () => START, keyPlace: () => START };
  const report = (at: { line: number; column: number }, wrong: string, expected: string, mend: string) =>
    file.problems.push({ file: name, ...at, wrong, expected, mend });

  const size = statSync(path).size;
  if (size > MAX_BYTES) {
    report(START, `the file has ${size} bytes`, `at most ${MAX_BYTES}`, "split it into several files in a folder of the same name");
    return file;
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch {
    report(START, "the file is not UTF-8 text", "UTF-8", "save it again with that encoding");
    return file;
  }
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  // Warnings are unknown tags and directives: whoever writes one means something that would be lost.
  for (const error of [...document.errors, ...document.warnings]) {
    report(at(error.pos[0]), `YAML syntax: ${error.message}`, "valid YAML", "check indentation, quotes and colons around this place");
  }
  visit(document, {
    Alias: (_, alias) =>
      void report(
        at(alias.range?.[0] ?? 0),
        `the alias \`*${alias.source}\` stands for another value`,
        "every value written out",
        "replace the alias by its value",
      ),
  });
  if (file.problems.length > 0) return file;
  file.value = document.toJS();
  file.place = (path) => at(nodeAt(document, path)?.range?.[0] ?? 0);
  file.keyPlace = (path) => at(keyAt(document, path)?.range?.[0] ?? nodeAt(document, path)?.range?.[0] ?? 0);
  return file;
}

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
  const key = path.at(-1);
  if (isSeq(parent) && typeof key === "number") return isNode(parent.items[key]) ? (parent.items[key] as Node) : undefined;
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key);
  return pair && isNode(pair.key) ? pair.key : undefined;
}
