import { ledger } from "../content.ts";
import { listOf } from "../i18n/numbers.ts";
import { receipts, shortLabel } from "../ledger/receipts.ts";

/** "AP, Axios and 12 others": whose work these sources carry, those first whose work most of them carry. */
export function originsLine(sources: readonly string[]): string {
  const byOrigin = Map.groupBy(receipts(ledger, sources), (source) => shortLabel(ledger, source));
  const origins = [...byOrigin].sort(([, a], [, b]) => b.length - a.length).map(([name]) => name);
  return origins.length <= 3
    ? listOf(origins)
    : `${origins.slice(0, 3).join(", ")} and ${origins.length - 3} others`;
}

/** The same as a sentence; empty without sources. */
export function sourcesLine({ sources }: { sources: readonly string[] }): string {
  return sources.length > 0 ? `Sources: ${originsLine(sources)}.` : "";
}
