import type { Ledger, Source } from "./ledger.ts";
import { get } from "./lookup.ts";

/** The newsroom or body whose work a source carries. */
export function originOf(source: Source): string {
  return source.relays ?? source.publisher;
}

/** What a relay says when it does not tell whose work it carries. */
const UNNAMED = "unnamed outlets";

/** Name of a receipt in full: "AP", "Financial Times via Belga", "Telescroll, a digest". */
export function receiptLabel(source: Source): string {
  if (source.relays === UNNAMED) return `${source.publisher}, a digest`;
  return source.relays && source.relays !== source.publisher ? `${source.relays} via ${source.publisher}` : source.publisher;
}

/** Name of a receipt in running text: whose work it is, or who published it where that is not said. */
export function shortLabel(source: Source): string {
  return source.relays && source.relays !== UNNAMED ? source.relays.split(/,| via /)[0]! : source.publisher;
}

/** Whose work a page carries, in words: "carrying Reuters", "a digest"; undefined where it is the publisher's own. */
export function carries({ publisher, relays }: Pick<Source, "publisher" | "relays">): string | undefined {
  if (relays === UNNAMED) return "a digest";
  return relays && relays !== publisher ? `carrying ${relays}` : undefined;
}

/** Receipts that say less: a digest does not tell whose work it is, a state speaks for itself. */
function weakness({ relays, standing }: Source): number {
  return standing === "state-controlled" ? 2 : relays === UNNAMED ? 1 : 0;
}

/**
 * The sources with these ids, digests and state-controlled ones after the others, and one an origin first: pages that carry
 * the same newsroom's work come last.
 */
export function receipts(ledger: Ledger, ids: readonly string[]): Source[] {
  const sources = ids.map((id) => get(ledger, "sources", id)).sort((a, b) => weakness(a) - weakness(b));
  const seen = new Set<string>();
  const first: Source[] = [];
  const later: Source[] = [];
  for (const source of sources) {
    (seen.has(originOf(source)) ? later : first).push(source);
    seen.add(originOf(source));
  }
  return [...first, ...later];
}

/** The first of these sources that have different names in running text, at most `count` of them. */
export function namedApart(sources: readonly Source[], count: number): Source[] {
  const names = sources.map(shortLabel);
  return sources.filter((source, i) => names.indexOf(shortLabel(source)) === i).slice(0, count);
}

/** How many independent origins stand behind these sources. */
export function countOrigins(ledger: Ledger, ids: readonly string[]): number {
  return new Set(ids.map((id) => originOf(get(ledger, "sources", id)))).size;
}
