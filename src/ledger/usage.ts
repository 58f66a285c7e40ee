import { type Ledger, rowKey } from "./ledger.ts";
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

function collectSources(value: unknown, ids: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "sources" && Array.isArray(inner)) for (const id of inner) ids.add(String(id));
    else if (key === "source" && typeof inner === "string") ids.add(inner);
    else collectSources(inner, ids);
  }
}
