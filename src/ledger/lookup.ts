import { type Event, type Ledger, type Clause, rowKey, type Theme, type Reason } from "./ledger.ts";
import { type CollectionName, collections, type Row } from "./schema.ts";
import { getOrInsert, required } from "../required.ts";
import type { z } from "zod";
import type { quotation } from "./fields.ts";

const indexes = new WeakMap<Ledger, Map<CollectionName, Map<string, unknown>>>();

export function find<Name extends CollectionName>(
  ledger: Ledger,
  collection: Name,
  key: string,
): Row<Name> | undefined {
  const index = getOrInsert(indexes, ledger, () => new Map());
  const rows = getOrInsert(
    index,
    collection,
    () => new Map(ledger[collection].map((row) => [rowKey(collection, row), row])),
  );
  return rows.get(key) as Row<Name> | undefined;
}

/** The row with that key. Throws an Error if it does not exist. */
export function get<Name extends CollectionName>(ledger: Ledger, collection: Name, key: string): Row<Name> {
  const row = find(ledger, collection, key);
  if (!row) throw new Error(`no \`${key}\` among the ${collection} of the ledger`);
  return row;
}

/** The figure with that id. Throws an Error if the event has none. */
export function getFigure(event: Event, id: string): Event["figures"][number] {
  const figure = event.figures.find((figure) => figure.id === id);
  if (!figure) throw new Error(`no figure \`${id}\` in the event \`${event.id}\``);
  return figure;
}

/** The certainty of a figure: its own, or else the event’s. */
export function figureCertainty(event: Event, figure: Event["figures"][number]): Event["status"] {
  return figure.certainty ?? event.status;
}

export function themesInOrder(ledger: Ledger): Theme[] {
  return [...ledger.themes].sort((a, b) => a.order - b.order);
}

export function clausesInOrder(ledger: Ledger): { theme: Theme; clause: Clause }[] {
  return themesInOrder(ledger).flatMap((theme) => theme.clauses.map((clause) => ({ theme, clause })));
}

/** A clause with its theme. Throws an Error if no theme has it. */
export function getClause(ledger: Ledger, id: string): { theme: Theme; clause: Clause } {
  return required(
    clausesInOrder(ledger).find(({ clause }) => clause.id === id),
    `clause \`${id}\` in a theme`,
  );
}

/** Throws an Error if `id` is neither a person nor an organisation. */
export function actorName(ledger: Ledger, id: string): string {
  return (find(ledger, "people", id) ?? get(ledger, "organisations", id)).name;
}

/** Status of the row’s event, or else of the row. Throws an Error if there is neither. */
export function statusOf(
  ledger: Ledger,
  { id, event, status }: { id: string; event?: string | undefined; status?: Event["status"] | undefined },
): Event["status"] {
  return required(event ? get(ledger, "events", event).status : status, `event or status of \`${id}\``);
}

/** Reasons and yardsticks by kind, reasons first and conditions last; within a kind in file order. */
export function reasonsInOrder(ledger: Ledger): Reason[] {
  return collections.reasons.shape.kind.options.flatMap((kind) =>
    ledger.reasons.filter((row) => row.kind === kind),
  );
}

type Cell = Row<"series">["rows"][number][number];

export function cellValue(cell: Cell | undefined): number | string | null {
  return typeof cell === "object" && cell !== null ? cell.value : (cell ?? null);
}

/** Whether the number was calculated, not read. */
export function isDerived(cell: Cell | undefined): boolean {
  return typeof cell === "object" && cell !== null;
}

export type Quotation = z.infer<typeof quotation>;

export function findQuotation(ledger: Ledger, key: string): Quotation | undefined {
  return (find(ledger, "events", key) ?? find(ledger, "answers", key))?.quote;
}

/** The quotation in quotation marks, with a note if it is translated. */
export function quoted({ text, english, lang }: Quotation): string {
  return lang === "en" ? `“${text}”` : `“${english}” (in translation)`;
}
