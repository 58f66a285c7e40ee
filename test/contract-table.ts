import { readFileSync } from "node:fs";

/** Rows of the table under a heading of a contract in Markdown, without marks of code. Throws if there is no such heading. */
export function contractTable(file: string, heading: string): string[][] {
  const section = readFileSync(file, "utf8")
    .split(/^## /m)
    .find((part) => part.startsWith(`${heading}\n`));
  if (!section) throw new Error(`${file} has no section "${heading}"`);
  const rows = section.split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(2).map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.replaceAll("`", "").trim()),
  );
}
