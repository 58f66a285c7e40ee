import { dateFormat } from "../format/dates.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { findRow } from "../ledger/lookup.ts";
import { getSite } from "../site.ts";
import { findCitedRow, isCiting } from "./cited-rows.ts";
import { childrenOf, idsOf, isComponent, type Node } from "./mdx.ts";

/** Words, the ids that are cited after them, and the rows of these ids. */
interface Claim {
  words: string;
  ids: string[];
  rows: object[];
}

const MONTHS = Array.from({ length: 12 }, (_, month) =>
  dateFormat({ month: "long" }).format(new Date(Date.UTC(2000, month))),
);
const FIGURE = new RegExp(`\\d+(?:[.,]\\d+)*|\\b(?:${MONTHS.join("|")})\\b`, "g");
const ISO_DATE = /(\d{4})-(\d\d)(?:-(\d\d))?/g;
/** Fields that refer to other rows, whose ids may contain dates. */
const REFERENCES = ["id", "sources", "source", "actors", "about", "inference"];

/** The row that a component cites; an answer with the day of its draft. */
function rowsOf(ledger: Ledger, component: string, id: string): object[] {
  const row = findCitedRow(ledger, component, id)?.row;
  if (!row) return [];
  const draft = typeof row.draft === "string" ? findRow(ledger, "drafts", row.draft) : undefined;
  return [row, { date: draft?.date }];
}

/** Finds figures and dates that none of the rows has that are cited beside them, with the ids of these rows. */
export function unknownFigures(block: Node, ledger: Ledger): { figure: string; ids: string[] }[] {
  const { read_until = "" } = getSite();
  return claimsOf(block, ledger).flatMap(({ words, ids, rows }) => {
    const known = figuresIn([...rows.map(textOf), read_until].join(" "));
    return figuresIn(rows.length > 0 ? words : "")
      .filter((figure) => !known.some((other) => isSame(figure, other)))
      .map((figure) => ({ figure, ids }));
  });
}

function claimsOf(block: Node, ledger: Ledger): Claim[] {
  const claims: Claim[] = [];
  // What one cell of a table cites is cited for all of them.
  const isRow = block.type === "tableRow";
  let open: Claim = { words: "", ids: [], rows: [] };
  const close = () => {
    claims.push(open);
    open = { words: "", ids: [], rows: [] };
  };
  const read = (node: Node) => {
    if (node.type === "text") {
      if (node.value.trim() && !isRow && open.ids.length > 0) close();
      open.words += node.value;
    } else if (isCiting(node)) {
      for (const child of node.children) read(child);
      open.ids.push(...idsOf(node));
      open.rows.push(...idsOf(node).flatMap((id) => rowsOf(ledger, node.name, id)));
    } else if (!(isComponent(node) && node.name === "Draft")) {
      // The names of drafts contain numbers.
      if (node.type === "tableCell") open.words += " ";
      for (const child of childrenOf(node)) read(child);
    }
  };
  read(block);
  close();
  return claims;
}

function textOf(row: object): string {
  return JSON.stringify(row, (key, value: unknown) => (REFERENCES.includes(key) ? undefined : value));
}

/** Numbers without separators of thousands, and names of months; of an ISO date its parts. */
function figuresIn(text: string): string[] {
  const spelled = text.replace(
    ISO_DATE,
    (_, year: string, month: string, day: string | undefined) =>
      `${Number(day ?? year)} ${MONTHS[Number(month) - 1]} ${year}`,
  );
  return (spelled.match(FIGURE) ?? []).map((figure) => figure.replace(/,(?=\d{3})/g, ""));
}

/** Whether `known` is the figure, or is rounded to it. */
function isSame(figure: string, known: string): boolean {
  return figure === known || Number(known).toFixed((figure.split(".")[1] ?? "").length) === figure;
}
