import { figuresIn, ISO_DATE } from "../format/dates.ts";
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

/**
 * Numbers in the statements of rows that are in no words of their sources, nor in its dates and references. Rows
 * whose sources come without words are left out.
 */
export function findUnquotedNumbers(rows: readonly PlacedRow[]): { row: PlacedRow; numbers: string[] }[] {
  return rows.flatMap((row) => {
    const words = row.receipts.flatMap(({ words = "", english = "" }) => [words, english]).join("\n");
    if (words.trim() === "") return [];
    const fields: Readonly<Record<string, unknown>> = { ...row.value };
    const textOf = (names: readonly string[]) =>
      names
        .flatMap((name) => fields[name] ?? [])
        .filter((text) => typeof text === "string")
        .join("\n");
    const dates = JSON.stringify(row.value).match(ISO_DATE) ?? [];
    // “Point 4 of the 20 points”.
    const known = figuresIn([words, textOf(["passages", "draft"]), ...dates].join("\n"));
    const numbers = figuresIn(textOf(STATEMENTS)).filter(
      (figure) =>
        /\d/.test(figure) &&
        !known.includes(figure) &&
        !new RegExp(`\\b${countInWords(Number(figure))}\\b`, "i").test(words),
    );
    return numbers.length > 0 ? [{ row, numbers: [...new Set(numbers)] }] : [];
  });
}
