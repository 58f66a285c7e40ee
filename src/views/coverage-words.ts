import { formatMonth } from "../i18n/dates.ts";
import { noticesOnly, thinFrom } from "../ledger/sources.ts";
import type { Ledger } from "../ledger/ledger.ts";

export function thinCoverage(ledger: Ledger): string | undefined {
  const from = thinFrom(ledger);
  return (
    from &&
    `Since ${formatMonth(from)} our coverage has rested on headlines and official notices rather than full reports.`
  );
}

/** That no report behind these sources was read, as a sentence; undefined where one was. */
export function seenAs(ledger: Ledger, sources: readonly string[]): string | undefined {
  const seen = noticesOnly(ledger, sources);
  return seen && `Seen as ${seen.on} only${seen.besides ? ", apart from state-controlled outlets" : ""}.`;
}
