import type { Ledger } from "../ledger/ledger.ts";
import { actorName, find } from "../ledger/lookup.ts";

/** A person’s name without the first name ("von der Leyen"), a body’s name as it is. Throws if the id is neither. */
export function shortName(ledger: Ledger, id: string): string {
  const name = actorName(ledger, id);
  return find(ledger, "people", id) ? name.replace(/^\S+\s+/, "") : name;
}
