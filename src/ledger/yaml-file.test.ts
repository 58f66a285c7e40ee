import { truncateSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { writeMarked } from "./marked-files.fixture.ts";
import { readYamlFile, type YamlFile } from "./yaml-file.ts";

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
  return readYamlFile(join(writeMarked({ "a.yaml": text }).directory, "a.yaml"), "a.yaml");
}

test("values come as plain data, keys and all", () => {
  const { value, problems, name } = read(TEXT);
  expect(problems).toEqual([]);
  expect(name).toBe("a.yaml");
  expect(value).toEqual([
    {
      id: "a",
      names: { uk: "Київ", fr: "Kiev" },
      rows: [
        [1, "two"],
        [3, "four"],
      ],
    },
    { id: "b", note: "folded text\n" },
  ]);
});

test("YAML 1.2 is meant: a country is not a truth value, a day is text", () => {
  expect(read("- [no, NO, yes, on, 2025-11-23, 012, true, ~]\n").value).toEqual([
    ["no", "NO", "yes", "on", "2025-11-23", 12, true, null],
  ]);
});

describe("a value is traced back to its place", () => {
  const cases: [path: (string | number)[], place: string, keyPlace: string][] = [
    [[], "2:1", "2:1"],
    [[0], "2:3", "2:3"],
    [[0, "id"], "2:7", "2:3"],
    [[0, "names", "uk"], "3:15", "3:11"],
    [[0, "names", "fr"], "3:25", "3:21"],
    [[0, "rows", 1], "6:7", "6:7"],
    [[0, "rows", 1, 1], "6:11", "6:11"],
    [[1, "note"], "8:9", "8:3"],
    // What is missing is looked for at the nearest thing that is there.
    [[0, "title"], "2:3", "2:3"],
    [[1, "names", "uk"], "7:3", "7:3"],
    [[0, "rows", 7], "5:5", "5:5"],
    [[9], "2:1", "2:1"],
  ];
  test.for(cases)("%j", ([path, place, keyPlace]) => {
    const file = read(TEXT);
    const text = ({ line, column }: { line: number; column: number }) => `${line}:${column}`;
    expect(text(file.place(path))).toBe(place);
    expect(text(file.keyPlace(path))).toBe(keyPlace);
  });
});

test("all syntax errors of a file are told, and no value is given", () => {
  const { problems, value } = read("- a: [1\n- b: 'x\n");
  expect(problems.length).toBeGreaterThan(1);
  expect(problems.every(({ message }) => message.startsWith("YAML syntax"))).toBe(true);
  expect(value).toBeUndefined();
});

test("each alias is told at its place, so that one round of fixing is enough", () => {
  const { problems, value } = read("- &a 1\n- *a\n- [*a]\n");
  expect(problems.map(({ line, column }) => `${line}:${column}`)).toEqual(["2:3", "3:4"]);
  expect(value).toBeUndefined();
});

test("aliases that would grow without bound are not expanded", () => {
  const bomb = `- &a [x, x]\n${"bcdefghijklmnopqrstuvwxyz"
    .split("")
    .map((name, i) => `- &${name} [${`*${String.fromCharCode(97 + i)}, `.repeat(9)}x]\n`)
    .join("")}`;
  expect(read(bomb).problems).toHaveLength(25 * 9);
});

test("a file that nobody can have written by hand is not read", () => {
  const { directory } = writeMarked({ "a.yaml": "- a\n" });
  truncateSync(join(directory, "a.yaml"), 4_000_001);
  const { problems, value } = readYamlFile(join(directory, "a.yaml"), "a.yaml");
  expect(problems).toMatchObject([
    {
      file: "a.yaml",
      line: 1,
      column: 1,
      message: "the file has 4000001 bytes, more than 4000000",
    },
  ]);
  expect(value).toBeUndefined();
});

test("a key that is written as a number is the same key as its digits in quotes", () => {
  expect(read("- 1: a\n  '1': b\n").problems).toMatchObject([
    { line: 2, column: 3, message: expect.stringContaining("`1`") },
  ]);
});

test("a key that is called like a part of every object stays data", () => {
  const value = read("- __proto__: {polluted: true}\n  constructor: x\n").value as object[];
  expect(Object.keys(value[0]!)).toEqual(["__proto__", "constructor"]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
