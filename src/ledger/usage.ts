import { type Ledger, rowKey } from "./ledger.ts";
import type { PlacedRow } from "./rules/rule.ts";
import { type Problem, problemOf } from "./problem.ts";
import type { CollectionName } from "./schema.ts";
import { getOrInsert } from "../required.ts";

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
      for (const id of ids)
        getOrInsert(uses, id, () => []).push({ collection, key: rowKey(collection, row) });
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

/** Every source that no row of the ledger stands on and that is not used `elsewhere` (ids): in explainers or changes. */
export function unusedSources(
  rows: readonly PlacedRow[],
  ledger: Ledger,
  elsewhere: ReadonlySet<string>,
): Problem[] {
  const uses = usesOfSources(ledger);
  return rows
    .filter(({ collection, key }) => collection === "sources" && !uses.has(key) && !elsewhere.has(key))
    .map(({ file, index, key }) =>
      problemOf(
        file.name,
        `nothing stands on the source \`${key}\``,
        "name it in a row, an explainer or a change, or remove it",
        file.place([index, "id"]),
      ),
    );
}
