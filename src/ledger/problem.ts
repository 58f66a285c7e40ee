import { resolve } from "node:path";

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
