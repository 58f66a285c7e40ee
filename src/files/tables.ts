import { capitalize } from "../format/numbers.ts";
import { textsOf } from "../ledger/alignments.ts";
import { type CollectionName, collections, type Ledger, type Row, rowKey } from "../ledger/ledger.ts";
import { findRow } from "../ledger/lookup.ts";
import { UNNAMED } from "../ledger/sources.ts";
import { describeFields, isGiven } from "../yaml/fields.ts";

export type Table = ReturnType<typeof tablesOf>[number];

/** Every row has its key as `id`, and the same fields as the others, those of which one has a value. */
export function tablesOf(ledger: Ledger) {
  return (Object.keys(collections) as CollectionName[]).flatMap((name) => {
    const listed = ledger[name].filter((row) => row !== findRow(ledger, "publishers", UNNAMED));
    const rows = listed.map((row) => ({ id: rowKey(name, row), ...withoutWords(ledger, row) }));
    if (rows.length === 0) return [];
    const hasValue = (key: string) => rows.some((row) => isGiven((row as Record<string, unknown>)[key]));
    const keys = [...new Set(rows.flatMap(Object.keys))].filter(hasValue);
    return {
      name,
      title: capitalize(name.replaceAll("-", " ")),
      description: collections[name].description ?? "",
      rows: rows.map((row: Record<string, unknown>) =>
        Object.fromEntries(keys.map((key) => [key, row[key] ?? null])),
      ),
    };
  });
}

/**
 * Words of others may be shown on pages and not given away in files (docs/words.md): of a quotation by whom and where it
 * is, and none of a text that is only quoted.
 */
function withoutWords(ledger: Ledger, row: Row<CollectionName>): object {
  if ("quote" in row && row.quote) {
    const { by, lang, source } = row.quote;
    return { ...row, quote: { by, lang, source } };
  }
  const drafts = "marks" in row ? [row.from, row.to] : "says" in row && "draft" in row ? [row.draft] : [];
  const isQuoted = drafts.some((id = "") => textsOf(ledger, id).some(({ rights }) => rights === "quoted"));
  return isQuoted ? { ...row, words: undefined, english: undefined, marks: undefined } : row;
}

/** Of a fixed list of values the meanings of those in use. */
export function columnsOf({ name, rows }: Table) {
  const described = describeFields(collections[name], rows);
  const key = {
    name: "id",
    meaning: "Key of the row, made from its fields.",
    example: rows[0]?.id as string,
    unused: [],
  };
  const fields = described.some(({ name }) => name === "id") ? described : [key, ...described];
  return fields
    .filter(({ example }) => example !== "")
    .map(({ name, meaning, example, unused }) => {
      const isUsed = (sentence: string) => !unused.some((value) => sentence.startsWith(`${value}: `));
      return {
        name,
        example,
        meaning: meaning
          .split(/(?<=\.) /)
          .filter(isUsed)
          .join(" "),
      };
    });
}

export function tablesJson(tables: readonly Table[]): string {
  const lines = tables.map(
    ({ name, rows }) => `"${name}": [\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]`,
  );
  return `{${lines.join(",\n")}}\n`;
}

/** Items of a list are joined by “; ”; what has parts is JSON. */
export function tableCsv({ rows }: Table): string {
  return toCsv([Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row).map(csvValue))]);
}

function csvValue(value: unknown) {
  if (value === null || typeof value === "number") return value;
  if (typeof value === "string" || typeof value === "boolean") return String(value);
  const isFlat = Array.isArray(value) && value.every((item) => typeof item !== "object");
  return isFlat ? value.join("; ") : JSON.stringify(value);
}

/**
 * RFC 4180, comma, CRLF. An apostrophe leads text that a spreadsheet would run as a formula (= + - @, full-width forms,
 * a control character). Text with # is quoted: some programs read it as a comment.
 */
export function toCsv(rows: ReadonlyArray<ReadonlyArray<string | number | null>>): string {
  return rows.map((row) => row.map(csvCell).join(",")).join("\r\n") + "\r\n";
}

const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

function csvCell(value: string | number | null) {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return /[",#\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Line ends of any program, and other control characters. */
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu;
/** Separator of any locale before a formula. */
const BEFORE_FORMULA = /[,;|]\s*(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/** Stays one line and starts neither a quoted cell nor a formula, whatever is in `text`. */
export function commentLine(text: string): string {
  return `# ${text.replace(BREAKS, " ").replaceAll('"', "'").replace(BEFORE_FORMULA, "$&'").trim()}`;
}
