/**
 * Rows as CSV (RFC 4180, comma, CRLF). A text that a spreadsheet would run as a formula (= + - @, their full-width twins or a
 * control character in front, and no plain number) is led by an apostrophe. A text with # is quoted: some take it for a
 * comment.
 */
export function toCsv(rows: ReadonlyArray<ReadonlyArray<string | number | null>>): string {
  return rows.map((row) => row.map(csvCell).join(",")).join("\r\n") + "\r\n";
}

const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

function csvCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return /[",#\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Characters that end a line somewhere, and other controls. */
const BREAKS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
/** Where a spreadsheet would begin a cell with a formula: behind a separator of any locale. */
const CELL_WITH_FORMULA = /([,;|]\s*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/**
 * A comment line of a CSV file, without its end. Whatever `text` holds, it stays one line, opens no quoted cell and starts no
 * formula in a spreadsheet that splits it.
 */
export function commentLine(text: string): string {
  return `# ${text.replace(BREAKS, " ").replaceAll('"', "'").replace(CELL_WITH_FORMULA, "$1'").trim()}`;
}
