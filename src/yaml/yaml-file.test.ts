import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { writeMarked } from "./marked-files.fixture.ts";
import {
  ContentError,
  formatProblem,
  type Problem,
  readYamlFile,
  sortProblems,
  validate,
  type YamlFile,
} from "./yaml-file.ts";

const TEXT = `# A comment
- id: a
  names: {uk: Київ, fr: Kiev}
  rows:
    - [1, two]
    - [3, four]
- id: b
  note: >
    folded
    text
`;

function read(text: string): YamlFile {
  return readYamlFile(join(writeMarked({ "a.yaml": text }).directory, "a.yaml"));
}

test.for<[path: (string | number)[], place: string, keyPlace: string]>([
  [[], "2:1", "2:1"],
  [[0, "id"], "2:7", "2:3"],
  [[0, "names", "fr"], "3:25", "3:21"],
  [[0, "rows", 1, 1], "6:11", "6:11"],
  [[1, "note"], "8:9", "8:3"],
  // Missing: at the nearest thing.
  [[1, "names", "uk"], "7:3", "7:3"],
  [[0, "rows", 7], "5:5", "5:5"],
  [[9], "2:1", "2:1"],
])("a value is traced back to its place: %j", ([path, place, keyPlace]) => {
  const file = read(TEXT);
  const text = ({ line, column }: { line: number; column: number }) => `${line}:${column}`;
  expect([text(file.place(path)), text(file.place(path, "key"))]).toEqual([place, keyPlace]);
});

/** `line:column message; fix: …` of each. */
const textsOf = (problems: readonly Problem[]) =>
  problems.map((problem) => formatProblem(problem).replace(/^.*?:/, ""));

test.for<[what: string, text: string, ...problems: string[]]>([
  [
    "a tab",
    "- id: a\n\ttitle: A\n\tby: [b]\n",
    "2:2 the line is indented with a tab or a non-breaking space; fix: indent it with spaces",
  ],
  ["a hard space", "- id: a\n  title:\u00a0A\n  by: b\n", "2:3 no ordinary space follows the colon"],
  ["a # in braces", "- { a: x # y }\n- { a: 1 }\n", "1:10 the text ends before the # as `x`"],
  ["a # in no braces", "- a: x # y\n   b: 1\n", "2:1 YAML syntax: All"],
  ["a colon in a text", "- title: Leak: all\n", "1:10 a colon is inside a text without quotes; fix: put the"],
  ["an open bracket", "- a: [1\n- b: 'x\n", "2:1 YAML syntax: Flow"],
  [
    "keys that stand twice",
    "- {a: 1, a: 2}\n- {b: 1, b: 2}\n",
    "1:10 the row has this key twice",
    "2:10 the row has",
  ],
  ["aliases", "- &a 1\n- *a\n- [*a]\n", "2:3 the alias `*a` is not allowed", "3:4 the alias"],
  ["an empty file", "# nothing yet\n", "1:1 the file is empty; fix: write its rows or fields, or remove it"],
])("%s: told once, with place and remedy", ([, text, ...problems]) => {
  const file = read(text);
  expect(textsOf(file.problems)).toEqual(problems.map((start) => expect.stringContaining(start)));
  expect(file.value).toBe(undefined);
});

test("a key that is the rest of a text", () => {
  const file = read("- { a: by Adams, Franklin and others }\n- { titel: T }\n- { b:\u00a0c }\n");
  const row = z.strictObject({ a: z.string().optional() });
  for (const i of [0, 1, 2]) validate(file, row, (file.value as unknown[])[i], [i]);
  expect(textsOf(file.problems)).toEqual([
    "1:18 the text before ends at its comma, without `Franklin and others`; fix: put the whole text in quotes; a number has no comma",
    "2:5 unknown key `titel`; fix: correct the spelling, or remove it",
    "3:5 no ordinary space follows the colon; fix: write one after it",
  ]);
});

test("a text that ends before a # is a warning; other comments are not", () => {
  const file = read("# a\n- title: Lee #independence\n- id: 1 # one\n- 'x' # two\n# b\n- [a, b] # three\n");
  expect(file.value).toHaveLength(4);
  expect(textsOf(file.warnings)).toEqual([
    "2:14 the text ends before the # as `Lee`; fix: put the whole text in quotes, or move the comment to a line of its own",
  ]);
});

test("a number as a key is its digits in quotes; a key of every object stays data", () => {
  expect(read("- 1: a\n  '1': b\n").problems).toMatchObject([{ line: 2, column: 3 }]);
  const [row] = read("- __proto__: {polluted: true}\n  constructor: x\n").value as object[];
  expect(Object.keys(row!)).toEqual(["__proto__", "constructor"]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test("problems are told a line each, in order", () => {
  const at = (file: string, line: number, column: number) => ({ file, line, column, message: "m", fix: "f" });
  const problems = [at("b.yaml", 1, 1), at("a.yaml", 10, 1), at("a.yaml", 9, 12), at("a.yaml", 9, 3)];
  const lines = [
    "a.yaml:9:3 m; fix: f",
    "a.yaml:9:12 m; fix: f",
    "a.yaml:10:1 m; fix: f",
    "b.yaml:1:1 m; fix: f",
  ];
  expect(sortProblems(problems).map(formatProblem)).toEqual(lines);
  expect(new ContentError(problems).message).toBe(lines.join("\n"));
});
