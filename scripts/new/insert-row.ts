import { isMap, isSeq, parseDocument, Scalar, stringify, type YAMLMap } from "yaml";

/** A row as text of a YAML list, in the form of the ledger's files: dates in quotes, lists indented. */
function rowText(row: Record<string, unknown>): string {
  const quoted = Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, isDay(value) ? inQuotes(value) : value]),
  );
  return stringify([quoted], { lineWidth: 140, singleQuote: true });
}

/**
 * The text of a YAML list with a row more. Nothing else changes: comments, quotes and blank lines stay. The row goes behind
 * the last one whose `date` is not later; without a date, to the end.
 */
export function insertRow(text: string, row: Record<string, unknown>): { text: string; line: number } {
  const document = parseDocument(text);
  const rows = isSeq(document.contents)
    ? document.contents.items.filter((item): item is YAMLMap.Parsed => isMap(item))
    : [];
  const added = rowText(row);
  const date = typeof row.date === "string" ? row.date : undefined;
  const follower =
    date === undefined
      ? undefined
      : rows[rows.findLastIndex((other) => String(other.get("date")) <= date) + 1];
  // Some files part their rows by a blank line.
  const gap = /\n\n- /.test(text) ? "\n" : "";
  if (!follower?.range) {
    const before = text === "" || text.endsWith("\n") ? text : `${text}\n`;
    const lead = rows.length > 0 ? gap : "";
    return { text: before + lead + added, line: (before + lead).split("\n").length };
  }
  // A row's range begins behind its hyphen; comments above it belong to it.
  let at = text.lastIndexOf("\n", follower.range[0]) + 1;
  for (let above = lineBefore(text, at); above?.text.startsWith("#"); above = lineBefore(text, at))
    at = above.start;
  return {
    text: text.slice(0, at) + added + gap + text.slice(at),
    line: text.slice(0, at).split("\n").length,
  };
}

function lineBefore(text: string, at: number): { start: number; text: string } | undefined {
  if (at === 0) return undefined;
  const start = text.lastIndexOf("\n", at - 2) + 1;
  return { start, text: text.slice(start, at) };
}

function isDay(value: unknown): value is string {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

function inQuotes(value: string): Scalar {
  const scalar = new Scalar(value);
  scalar.type = "QUOTE_SINGLE";
  return scalar;
}
