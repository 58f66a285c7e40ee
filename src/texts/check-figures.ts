import { figuresIn, ISO_DATE } from "../format/dates.ts";
import { countInWords } from "../format/numbers.ts";
import type { Ledger, PlacedRow } from "../ledger/ledger.ts";
import { findRow } from "../ledger/lookup.ts";
import { getSite } from "../site.ts";
import { findCitedRow } from "./cited-rows.ts";
import { readBlock } from "./citations.ts";
import { isComponent, type Node } from "./mdx.ts";

/** Fields that refer to other rows, whose ids may contain dates. */
const REFERENCES = ["id", "sources", "source", "actors", "about", "inference"];

/** With the ids of the rows that are cited beside them. */
export function unknownFigures(block: Node, ledger: Ledger) {
  // The names of drafts contain numbers.
  const { places, text } = readBlock(block, (node) => !isComponent(node) || node.name !== "Draft");
  // What one cell of a table cites is cited for all of them.
  const isRow = block.type === "tableRow";
  const claims = isRow
    ? [{ words: text, components: places.flatMap(({ components }) => components) }]
    : places.map(({ components, at }, i) => ({ words: text.slice(places[i - 1]?.at ?? 0, at), components }));
  return claims.flatMap(({ words, components }) => {
    const ids = components.flat();
    const rows = ids.flatMap((id) => textOf(ledger, id));
    if (rows.length === 0) return [];
    const known = figuresIn([...rows, getSite().read_until].join(" "));
    return figuresIn(words)
      .filter((figure) => !known.some((other) => isSame(figure, other)))
      .map((figure) => ({ figure, ids }));
  });
}

/** A row that a text cites, as text; an answer with the day of its draft. */
function textOf(ledger: Ledger, id: string) {
  const row = findCitedRow(ledger, id)?.row;
  if (!row) return [];
  const draft = typeof row.draft === "string" ? findRow(ledger, "drafts", row.draft) : undefined;
  const text = JSON.stringify({ ...row, dated: draft?.date }, (key, value: unknown) =>
    REFERENCES.includes(key) ? undefined : value,
  );
  return [text];
}

/** Whether `known` is the figure, or is rounded to it. */
function isSame(figure: string, known: string) {
  return figure === known || Number(known).toFixed((figure.split(".")[1] ?? "").length) === figure;
}

const STATEMENTS = "statement stance says summary outcome step allegation stage pledge what agreed".split(
  " ",
);

/** Its dates and references do not count. Rows whose sources come without words are left out. */
export function findUnquotedNumbers(rows: readonly PlacedRow[]) {
  return rows.flatMap((row) => {
    const words = row.receipts.flatMap(({ words = "", english = "" }) => [words, english]).join("\n");
    if (words.trim() === "") return [];
    const fields: Readonly<Record<string, unknown>> = { ...row.value };
    const fieldsText = (names: readonly string[]) =>
      names
        .flatMap((name) => fields[name] ?? [])
        .filter((text) => typeof text === "string")
        .join("\n");
    const dates = JSON.stringify(row.value).match(ISO_DATE) ?? [];
    // “Point 4 of the 20 points”.
    const known = figuresIn([words, fieldsText(["passages", "draft"]), ...dates].join("\n"));
    const numbers = figuresIn(fieldsText(STATEMENTS)).filter(
      (figure) =>
        /\d/.test(figure) &&
        !known.includes(figure) &&
        !new RegExp(`\\b${countInWords(Number(figure))}\\b`, "i").test(words),
    );
    return numbers.length > 0 ? [{ row, numbers: [...new Set(numbers)] }] : [];
  });
}
