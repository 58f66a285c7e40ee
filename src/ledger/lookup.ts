import { type Event, type Ledger, type Question, rowKey, type Theme } from "./ledger.ts";
import type { CollectionName, Row } from "./schema.ts";
import { getOrInsert } from "../required.ts";

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

/** The row of `collection` with that key. Throws an Error that names both if there is none. */
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

/** Every question with its theme, in reading order. */
export function questionsInOrder(ledger: Ledger): { theme: Theme; question: Question }[] {
  return themesInOrder(ledger).flatMap((theme) => theme.questions.map((question) => ({ theme, question })));
}

/** Name of a person or organisation as the site spells it. Throws if the id is neither. */
export function actorName(ledger: Ledger, id: string): string {
  return (find(ledger, "people", id) ?? get(ledger, "organisations", id)).name;
}

/** A row that belongs to an event or, where none tells of it, says itself how far it is established. */
interface EventRow {
  id: string;
  event?: string | undefined;
  status?: Event["status"] | undefined;
}

/** The event that a row names, or undefined. */
export function eventOf(ledger: Ledger, { event }: { event?: string | undefined }): Event | undefined {
  return event === undefined ? undefined : find(ledger, "events", event);
}

/** How far what a row tells is established: as its event says, or else as the row says. Throws if neither says so. */
export function statusOf(ledger: Ledger, { id, event, status }: EventRow): Event["status"] {
  const known = event === undefined ? status : get(ledger, "events", event).status;
  if (!known)
    throw new Error(
      `nothing says how far \`${id}\` is established: give it an \`event\`, or a status of its own`,
    );
  return known;
}
