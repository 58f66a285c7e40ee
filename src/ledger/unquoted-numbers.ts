import { countInWords } from "../format/numbers.ts";
import type { PlacedRow } from "./ledger.ts";

/** Fields that say what a row says, in the site’s words. */
const STATEMENTS = [
  "statement",
  "stance",
  "says",
  "summary",
  "outcome",
  "step",
  "allegation",
  "stage",
  "pledge",
  "what",
  "agreed",
];
const NUMBER = /\d+(?:[.,\u00a0\u202f ]\d{3}(?!\d))*(?:[.,]\d+)?/g;
const ISO_DATE = /\b(\d{4})-(\d\d)(?:-(\d\d))?\b/g;

/**
 * Numbers in the statements of rows that stand in no words of their sources, nor in its dates and references. Rows
 * whose sources come without words are left out.
 */
export function findUnquotedNumbers(rows: readonly PlacedRow[]): { row: PlacedRow; numbers: string[] }[] {
  return rows.flatMap((row) => {
    const words = row.receipts.flatMap(({ words = "", english = "" }) => [words, english]).join("\n");
    if (words.trim() === "") return [];
    const fields: Readonly<Record<string, unknown>> = { ...row.value };
    const stated = STATEMENTS.flatMap((field) => fields[field] ?? []).filter(
      (text) => typeof text === "string",
    );
    const dates = [...JSON.stringify(row.value).matchAll(ISO_DATE)].flatMap((parts) =>
      parts.slice(1).map(Number),
    );
    // “Point 4 of the 20 points”.
    const names = [fields.passages, fields.draft].flat().filter((name) => typeof name === "string");
    const known = new Set([...numbersIn([words, ...names].join("\n")), ...dates.map(String)]);
    const isQuoted = (number: string) =>
      known.has(number) || new RegExp(`\\b${countInWords(Number(number))}\\b`, "i").test(words);
    const numbers = [...new Set(stated.flatMap(numbersIn))].filter((number) => !isQuoted(number));
    return numbers.length > 0 ? [{ row, numbers }] : [];
  });
}

/** Without separators of thousands, and with a point for decimals. */
function numbersIn(text: string): string[] {
  return (text.match(NUMBER) ?? []).map((number) =>
    String(Number(number.replace(/[.,\u00a0\u202f ](?=\d{3}(?!\d))/g, "").replace(",", "."))),
  );
}
