import type { Event, Ledger } from "../ledger/ledger.ts";
import { get } from "../ledger/lookup.ts";
import { mentionsIn, parseMdx } from "./mdx.ts";

/** What a citing component stands on: a row of the ledger, or sources alone. */
export interface Cited {
  sources: readonly string[];
  status?: Event["status"];
  /** The event that it is, where it has a page of its own. */
  event?: Event;
}

/** Components that cite, with what their ids stand for; others cite nothing. Throws if a row does not exist. */
export const CITING: ReadonlyMap<string, (ledger: Ledger, ids: readonly string[]) => Cited[]> = new Map([
  ["Cite", (_, ids) => [{ sources: ids }]],
  ["Fact", (ledger, ids) => ids.map((id) => get(ledger, "events", id)).map((event) => ({ ...event, event }))],
  [
    "Reason",
    (ledger, ids) =>
      ids.map((id) => get(ledger, "reasons", id)).map(({ sources, status }) => ({ sources, status })),
  ],
]);

/** Ids of the sources that are cited in a body (MDX below the frontmatter). */
export function citedSources(ledger: Ledger, body: string): Set<string> {
  return new Set(
    mentionsIn(parseMdx(body)).flatMap(({ component, ids }) =>
      (CITING.get(component)?.(ledger, ids) ?? []).flatMap(({ sources }) => sources),
    ),
  );
}

/** The explainers in whose text one of these components names `id`, in the order given. */
export function explainersNaming<Explainer extends { body?: string | undefined }>(
  explainers: readonly Explainer[],
  components: readonly string[],
  id: string,
): Explainer[] {
  return explainers.filter(({ body = "" }) =>
    mentionsIn(parseMdx(body)).some(
      ({ component, ids }) => components.includes(component) && ids.includes(id),
    ),
  );
}
