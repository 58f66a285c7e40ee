import { type Event, type Ledger, type Clause, rowKey, type Theme, type Reason } from "./ledger.ts";
import { type CollectionName, collections, type Row } from "./schema.ts";
import { getOrInsert, required } from "../required.ts";
import type { z } from "zod";
import type { quotation } from "./fields.ts";

const indexes = new WeakMap<Ledger, Map<CollectionName, Map<string, unknown>>>();

/** The row of `collection` with that key, or undefined. */
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

/** The row of `collection` with that key. Throws an Error that names both if it does not exist. */
export function get<Name extends CollectionName>(ledger: Ledger, collection: Name, key: string): Row<Name> {
  const row = find(ledger, collection, key);
  if (!row) throw new Error(`no \`${key}\` among the ${collection} of the ledger`);
  return row;
}

/** The figure of an event with that id. Throws an Error that names both if it has none. */
export function getFigure(event: Event, id: string): Event["figures"][number] {
  const figure = event.figures.find((figure) => figure.id === id);
  if (!figure) throw new Error(`no figure \`${id}\` in the event \`${event.id}\``);
  return figure;
}

/** How sure a number of an event is: as the number itself says, else as the event. */
export function figureCertainty(event: Event, figure: Event["figures"][number]): Event["status"] {
  return figure.certainty ?? event.status;
}

/** Themes in reading order. */
export function themesInOrder(ledger: Ledger): Theme[] {
  return [...ledger.themes].sort((a, b) => a.order - b.order);
}

/** Every clause with its theme, in reading order. */
export function clausesInOrder(ledger: Ledger): { theme: Theme; clause: Clause }[] {
  return themesInOrder(ledger).flatMap((theme) => theme.clauses.map((clause) => ({ theme, clause })));
}

/** A clause with its theme. Throws if no theme asks it. */
export function getClause(ledger: Ledger, id: string): { theme: Theme; clause: Clause } {
  return required(
    clausesInOrder(ledger).find(({ clause }) => clause.id === id),
    `clause \`${id}\` in a theme`,
  );
}

/** Name of a person or organisation as the site spells it. Throws if the id is neither. */
export function actorName(ledger: Ledger, id: string): string {
  return (find(ledger, "people", id) ?? get(ledger, "organisations", id)).name;
}

/** Status of the row’s event, or else of the row. Throws if there is neither. */
export function statusOf(
  ledger: Ledger,
  { id, event, status }: { id: string; event?: string | undefined; status?: Event["status"] | undefined },
): Event["status"] {
  return required(event ? get(ledger, "events", event).status : status, `event or status of \`${id}\``);
}

/** Reasons and yardsticks, reasons first and conditions last; those of one kind in the order of the files. */
export function reasonsInOrder(ledger: Ledger): Reason[] {
  return collections.reasons.shape.kind.options.flatMap((kind) =>
    ledger.reasons.filter((row) => row.kind === kind),
  );
}

type Cell = Row<"series">["rows"][number][number];

export function cellValue(cell: Cell | undefined): number | string | null {
  return typeof cell === "object" && cell !== null ? cell.value : (cell ?? null);
}

/** Whether the number in a cell was worked out, not read. */
export function isDerived(cell: Cell | undefined): boolean {
  return typeof cell === "object" && cell !== null;
}

export type Quotation = z.infer<typeof quotation>;

/** The quotation of the event or of the answer with that key, or undefined. */
export function findQuotation(ledger: Ledger, key: string): Quotation | undefined {
  return (find(ledger, "events", key) ?? find(ledger, "answers", key))?.quote;
}

/** The words in quotation marks, marked if they are a translation. */
export function quoted({ text, english, lang }: Quotation): string {
  return lang === "en" ? `“${text}”` : `“${english}” (in translation)`;
}
