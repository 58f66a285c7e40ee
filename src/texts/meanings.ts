import { capitalize, plural } from "../format/numbers.ts";
import type { Event, Ledger } from "../ledger/ledger.ts";
import { getSite } from "../site.ts";
import { comparePair, VERDICTS } from "../ledger/compare-answers.ts";
import { pairDrafts } from "../ledger/drafts.ts";
import { clausesInOrder } from "../ledger/lookup.ts";
import { gradeSource, type SourceGrade } from "../ledger/sources.ts";

/** For `<Meanings id="…" />`: words, each with a sentence and how often it applies. */
export const MEANINGS = {
  status: (ledger) => {
    const counts = Map.groupBy(ledger.events, ({ status }) => status);
    return Object.entries(getSite().labels.statuses).flatMap(([status, { name, meaning }]) =>
      termIfUsed(name, meaning, "event", counts.get(status as Event["status"])),
    );
  },
  standing: (ledger) => {
    const counts = Map.groupBy(ledger.sources, (source) => gradeSource(ledger, source));
    return Object.entries(getSite().labels.grades).flatMap(([grade, meaning]) =>
      termIfUsed(grade, meaning, "page", counts.get(grade as SourceGrade)),
    );
  },
  changes: (ledger) => {
    const clauses = clausesInOrder(ledger);
    const found = new Set(
      pairDrafts(ledger, getSite().compare).flatMap(([before, after]) =>
        clauses.map(({ clause }) => comparePair(ledger, before, after, clause.id).verdict),
      ),
    );
    return VERDICTS.filter((verdict) => found.has(verdict)).map(
      (verdict) => getSite().labels.verdicts[verdict],
    );
  },
} satisfies Record<string, (ledger: Ledger) => { name: string; meaning: string; count?: string }[]>;

/** Nothing for a word that the story does not use. */
function termIfUsed(name: string, meaning: string, noun: string, rows: readonly object[] = []) {
  return rows.length > 0
    ? [{ name, meaning: `${capitalize(meaning)}.`, count: plural(rows.length, noun) }]
    : [];
}
