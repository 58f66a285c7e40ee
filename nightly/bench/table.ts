/** A table of measurements. */
export interface Table {
  title: string;
  /** What was measured and how, and what it does not say. */
  note: string;
  columns: string[];
  rows: (string | number)[][];
}

/** The value in the middle; of an even count, the lower of the two. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)]!;
}

/** A table in Markdown; numbers to the right. */
export function toMarkdown({ title, note, columns, rows }: Table): string {
  const right = columns.map((_, i) => rows.every((row) => typeof row[i] === "number"));
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => (typeof cell === "number" ? cell.toLocaleString("en") : cell)).join(" | ")} |`;
  return [
    `### ${title}`,
    note,
    [line(columns), line(right.map((yes) => (yes ? "---:" : "---"))), ...rows.map(line)].join("\n"),
  ].join("\n\n");
}
