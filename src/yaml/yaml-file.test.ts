import { join } from "node:path";
import { expect, test } from "vitest";
import { writeMarked } from "./marked-files.fixture.ts";
import {
  ContentError,
  formatProblem,
  type Problem,
  readYamlFile,
  sortProblems,
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

test("values come as plain data; YAML 1.2 is meant: a country is not a truth value, a day is text", () => {
  expect(read(TEXT).value).toMatchObject([{ names: { uk: "Київ" } }, { id: "b", note: "folded text\n" }]);
  expect(read("- [no, NO, yes, on, 2025-11-23, 012, true, ~]\n").value).toEqual([
    ["no", "NO", "yes", "on", "2025-11-23", 12, true, null],
  ]);
});

test.for<[path: (string | number)[], place: string, keyPlace: string]>([
  [[], "2:1", "2:1"],
  [[0, "id"], "2:7", "2:3"],
  [[0, "names", "fr"], "3:25", "3:21"],
  [[0, "rows", 1, 1], "6:11", "6:11"],
  [[1, "note"], "8:9", "8:3"],
  // What is missing is looked for at the nearest thing that is there.
  [[1, "names", "uk"], "7:3", "7:3"],
  [[0, "rows", 7], "5:5", "5:5"],
  [[9], "2:1", "2:1"],
])("a value is traced back to its place: %j", ([path, place, keyPlace]) => {
  const file = read(TEXT);
  const text = ({ line, column }: { line: number; column: number }) => `${line}:${column}`;
  expect([text(file.place(path)), text(file.place(path, "key"))]).toEqual([place, keyPlace]);
});

test("all errors of a file are told, and no value is given", () => {
  const syntax = read("- a: [1\n- b: 'x\n");
  expect(syntax.problems.length).toBeGreaterThan(1);
  expect(syntax.problems.every(({ message }) => message.startsWith("YAML syntax"))).toBe(true);
  const aliases = read("- &a 1\n- *a\n- [*a]\n");
  expect(aliases.problems.map(({ line, column }) => `${line}:${column}`)).toEqual(["2:3", "3:4"]);
  expect([syntax.value, aliases.value]).toEqual([undefined, undefined]);
});

test("a key that is a number is the same as its digits in quotes; one of every object stays data", () => {
  expect(read("- 1: a\n  '1': b\n").problems).toMatchObject([{ line: 2, column: 3 }]);
  const [row] = read("- __proto__: {polluted: true}\n  constructor: x\n").value as object[];
  expect(Object.keys(row!)).toEqual(["__proto__", "constructor"]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test("problems are told a line each, by file, line and column as numbers", () => {
  const at = (file: string, line: number, column: number): Problem => ({
    file,
    line,
    column,
    message: "m",
    fix: "f",
  });
  const problems = [at("b.yaml", 1, 1), at("a.yaml", 10, 1), at("a.yaml", 9, 12), at("a.yaml", 9, 3)];
  const lines = [
    "a.yaml:9:3 m; fix: f",
    "a.yaml:9:12 m; fix: f",
    "a.yaml:10:1 m; fix: f",
    "b.yaml:1:1 m; fix: f",
  ];
  expect(sortProblems(problems).map(formatProblem)).toEqual(lines);
  expect(new ContentError(problems)).toMatchObject({
    name: "ContentError",
    problems: sortProblems(problems),
    message: lines.join("\n"),
  });
});
