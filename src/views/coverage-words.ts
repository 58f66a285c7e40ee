import { formatMonth } from "../i18n/dates.ts";
import { noticesOnly, thinFrom } from "../ledger/sources.ts";
import type { Ledger } from "../ledger/ledger.ts";

/** From when on the site rests on less than full reports, as a sentence; undefined where it does not. */
export function thinCoverage(ledger: Ledger): string | undefined {
  const from = thinFrom(ledger);
  return (
    from &&
    `From ${formatMonth(from)} on it rests on headlines and official notices rather than full reports.`
  );
}

/** That no report behind these sources was read, as a sentence; undefined where one was. */
export function seenAs(ledger: Ledger, sources: readonly string[]): string | undefined {
  const seen = noticesOnly(ledger, sources);
  return seen && `Seen as ${seen.on} only${seen.besides ? ", apart from state-controlled outlets" : ""}.`;
}
