import type { Event, Ledger } from "../ledger/ledger.ts";
import { get } from "../ledger/lookup.ts";
import { mentionsIn, parseMdx } from "./mdx.ts";

/** What a citing component stands on: a row of the ledger, or sources alone. */
export interface Cited {
  /** Ids of sources. */
  sources: readonly string[];
  /** How far the row is established. */
  status?: Event["status"];
  /** The event that it is, where it has a page of its own. */
  event?: Event;
}

/** Components that cite, with what their ids stand for; others cite nothing. Throws if a row does not exist. */
export const CITING: Partial<Record<string, (ledger: Ledger, ids: readonly string[]) => Cited[]>> = {
  Cite: (_, ids) => [{ sources: ids }],
  Fact: (ledger, ids) => ids.map((id) => get(ledger, "events", id)).map((event) => ({ ...event, event })),
  Reason: (ledger, ids) =>
    ids.map((id) => get(ledger, "reasons", id)).map(({ sources, status }) => ({ sources, status })),
};

/** How often each source is cited in the body: source id → count. */
export function citationCounts(ledger: Ledger, body: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { component, ids } of mentionsIn(parseMdx(body)))
    for (const id of new Set(CITING[component]?.(ledger, ids).flatMap(({ sources }) => sources)))
      counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
