/**
 * CSV (RFC 4180, comma, CRLF). Prefixes an apostrophe to text that a spreadsheet would run as a formula (= +
 * - @, full-width forms, a leading control character). Quotes text with #, which some programs read as a
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

/** Line ends of any program, and other control characters. */
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu;
/** Separator of any locale before a formula. */
const BEFORE_FORMULA = /[,;|]\s*(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/**
 * A comment line without line end. Whatever is in `text`, the result stays one line and starts neither a
 * quoted cell nor a formula.
 */
export function commentLine(text: string): string {
  return `# ${text.replace(BREAKS, " ").replaceAll('"', "'").replace(BEFORE_FORMULA, "$&'").trim()}`;
}
