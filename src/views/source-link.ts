import type { Ledger } from "../ledger/ledger.ts";
import { get } from "../ledger/lookup.ts";
import { letterOf } from "../ledger/sources.ts";
import { pathOf } from "../routes.ts";
import { routes, to } from "../site.ts";

/** Address of a source: its entry on the page of its publisher’s letter. Throws if the ledger has no such source. */
export function sourceLink(ledger: Ledger, id: string): string {
  const { publisher } = get(ledger, "sources", id);
  return routes.source(letterOf(get(ledger, "publishers", publisher)), id);
}

/** Address of the page of a letter, or of a publisher on it. */
export function letterPath(letter: string, publisher?: string): string {
  return to(`${pathOf("sourceLetter", letter)}${publisher ? `#by-${publisher}` : ""}`);
}
