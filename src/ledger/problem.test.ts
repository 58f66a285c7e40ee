import { expect, test } from "vitest";
import { ContentError, formatProblem, type Problem, sortProblems } from "./problem.ts";

const problem = (file: string, line: number, column: number): Problem => ({
  file,
  line,
  column,
  message: "unknown key `x`",
  fix: "remove it",
});

test("a problem is one line that starts with its place", () => {
  expect(formatProblem(problem("content/ledger/a.yaml", 3, 7))).toBe(
    "content/ledger/a.yaml:3:7 unknown key `x`; fix: remove it",
  );
});

test("problems are sorted by file, then line, then column, as numbers; the list itself stays as it is", () => {
  const problems = [
    problem("b.yaml", 1, 1),
    problem("a.yaml", 10, 1),
    problem("a.yaml", 9, 12),
    problem("a.yaml", 9, 3),
  ];
  expect(sortProblems(problems).map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([
    "a.yaml:9:3",
    "a.yaml:9:12",
    "a.yaml:10:1",
    "b.yaml:1:1",
  ]);
  expect(problems[0]!.file).toBe("b.yaml");
});

test("the error carries every problem and tells them in order", () => {
  const error = new ContentError([problem("b.yaml", 1, 1), problem("a.yaml", 2, 1)]);
  expect(error).toBeInstanceOf(Error);
  expect(error.name).toBe("ContentError");
  expect(error.problems).toHaveLength(2);
  expect(error.message.split("\n").map((line) => line.split(" ")[0])).toEqual(["a.yaml:2:1", "b.yaml:1:1"]);
});
