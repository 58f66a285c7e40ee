import { type Event, type Ledger, rowKey, type Theme } from "./ledger.ts";
import { themesInOrder } from "./lookup.ts";
import type { CollectionName } from "./schema.ts";
import { entryAt } from "../required.ts";

/** A row that stands on a source. */
export interface Use {
  collection: CollectionName;
  key: string;
}

/** For each source id, every row of the ledger that names it as a receipt. */
export function usesOfSources(ledger: Ledger): Map<string, Use[]> {
  const uses = new Map<string, Use[]>();
  for (const collection of Object.keys(ledger) as CollectionName[]) {
    for (const row of ledger[collection]) {
      const ids = new Set<string>();
      collectSources(row, ids);
      for (const id of ids) entryAt(uses, id, () => []).push({ collection, key: rowKey(collection, row) });
    }
  }
  return uses;
}

/** Themes that have an answer on a receipt of the event, in reading order: the clauses that its pages tell of as well. */
export function themesOnSameReceipts(ledger: Ledger, event: Event): Theme[] {
  const questions = new Set(
    ledger.provisions.filter(({ sources }) => sources.some((id) => event.sources.includes(id))).map(({ question }) => question),
  );
  return themesInOrder(ledger).filter((theme) => theme.questions.some(({ id }) => questions.has(id)));
}

function collectSources(value: unknown, ids: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "sources" && Array.isArray(inner)) for (const id of inner) ids.add(String(id));
    else if (key === "source" && typeof inner === "string") ids.add(inner);
    else collectSources(inner, ids);
  }
}
