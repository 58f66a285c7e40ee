/** Something wrong in the content, with the place and the way to mend it. */
export interface Problem {
  /** File, relative to the project. */
  file: string;
  /** Line and column count from 1. */
  line: number;
  column: number;
  /** What is wrong: "unknown key `staus`". */
  wrong: string;
  /** What was expected: "one of confirmed, reported". */
  expected: string;
  /** How to mend it: "correct the key or remove it". */
  mend: string;
}

/** A problem of a file as a whole, or at a place of it. */
export function problemOf(
  file: string,
  wrong: string,
  expected: string,
  mend: string,
  { line, column } = { line: 1, column: 1 },
): Problem {
  return { file, line, column, wrong, expected, mend };
}

/** `file:line:column what is wrong; expected …; mend: …`, the form that terminals make clickable. */
export function formatProblem(problem: Problem): string {
  const { file, line, column, wrong, expected, mend } = problem;
  return `${file}:${line}:${column} ${wrong}; expected ${expected}; mend: ${mend}`;
}

/** Problems in the order in which an editor works through them: by file, then line. */
export function sortProblems(problems: Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) => a.file.localeCompare(b.file, "en") || a.line - b.line || a.column - b.column,
  );
}

/** Content that must not be published. Carries every problem that was found, not only the first. */
export class ContentError extends Error {
  readonly problems: Problem[];
  constructor(problems: Problem[]) {
    super(sortProblems(problems).map(formatProblem).join("\n"));
    this.name = "ContentError";
    this.problems = problems;
  }
}
