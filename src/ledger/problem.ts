import { resolve } from "node:path";

/** Something wrong in the content: where, what, and how to fix it. */
export interface Problem {
  /** Relative to the project. */
  file: string;
  /** From 1, as the column. */
  line: number;
  column: number;
  /** “unknown key `staus`” */
  message: string;
  /** “correct the spelling, or remove it” */
  fix: string;
}

/** A problem at a place of a file; of the file as a whole by default. */
export function problemOf(
  file: string,
  message: string,
  fix: string,
  { line, column }: { line: number; column: number } = { line: 1, column: 1 },
): Problem {
  return { file, line, column, message, fix };
}

/** `file:line:column message; fix: …`, the form that terminals make clickable. */
export function formatProblem({ file, line, column, message, fix }: Problem): string {
  return `${file}:${line}:${column} ${message}; fix: ${fix}`;
}

/** Problems by file, then by place. */
export function sortProblems(problems: Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) => a.file.localeCompare(b.file, "en") || a.line - b.line || a.column - b.column,
  );
}

/** Content that must not be published, with every problem that was found. */
export class ContentError extends Error {
  // Private, so that Node prints the message and not the list again.
  readonly #problems: Problem[];
  /** Place of the first problem, which the development server shows with the text around it. */
  declare loc?: Pick<Problem, "file" | "line" | "column">;
  constructor(problems: Problem[]) {
    const sorted = sortProblems(problems);
    super(sorted.map(formatProblem).join("\n"));
    this.name = "ContentError";
    this.#problems = sorted;
    // Astro writes it again. Not enumerable, so that Node prints the message alone.
    const [first] = sorted;
    const loc = first && { ...first, file: resolve(first.file) };
    Object.defineProperty(this, "loc", { value: loc, writable: true });
  }
  get problems(): Problem[] {
    return this.#problems;
  }
}
