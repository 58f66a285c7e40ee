import type { Ledger } from "../ledger/ledger.ts";
import { listOf, plural } from "../format/numbers.ts";
import { rankSources, shortLabel } from "../ledger/sources.ts";

/** “Sources: AP, Axios, Reuters and 12 others.”: the outlets behind them, most frequent first; empty without sources. */
export function sourcesLine(ledger: Ledger, sources: readonly string[]): string {
  const byOrigin = Map.groupBy(rankSources(ledger, sources), (source) => shortLabel(ledger, source));
  const origins = [...byOrigin].sort(([, a], [, b]) => b.length - a.length).map(([name]) => name);
  const names = listOf(
    origins.length > 3 ? [...origins.slice(0, 3), plural(origins.length - 3, "other")] : origins,
  );
  return names && `Sources: ${names}.`;
}
