import { EMBED_MIN_WIDTH_PX, FRAME_WIDE_FROM_PX } from "../embed/codes.ts";
import { formatDate } from "../format/dates.ts";
import { capitalize, countInWords, formatNumber, plural } from "../format/numbers.ts";
import type { Event, Ledger, Source } from "../ledger/ledger.ts";
import { getSite } from "../site.ts";
import { comparePair, VERDICTS } from "../ledger/compare-answers.ts";
import { pairDrafts } from "../ledger/drafts.ts";
import { clausesInOrder } from "../ledger/lookup.ts";
import { findCoverageEnd, lastReading, originOf, gradeSource, type SourceGrade } from "../ledger/sources.ts";

/** For `<Value id="…" />`. */
export const VALUES = {
  answers: ({ answers }) => formatNumber(answers.length),
  "covered-through": (ledger) => formatDate(findCoverageEnd(ledger)),
  drafts: ({ drafts }) => countInWords(drafts.length),
  "drafts-unpublished": ({ drafts }) =>
    countInWords(drafts.filter(({ text_public }) => text_public === "none").length),
  events: ({ events }) => formatNumber(events.length),
  headlines: (ledger) => pagesRead(ledger, "title"),
  languages: ({ sources }) => formatNumber(new Set(sources.map(({ lang }) => lang)).size),
  "last-reading": (ledger) => formatDate(lastReading(ledger).date),
  narrowest: () => formatNumber(EMBED_MIN_WIDTH_PX),
  origins: ({ sources }) => formatNumber(new Set(sources.map(originOf)).size),
  clauses: ({ themes }) => formatNumber(themes.flatMap(({ clauses }) => clauses).length),
  "read-in-part": (ledger) => pagesRead(ledger, "part"),
  "read-whole": (ledger) => pagesRead(ledger, "whole"),
  "reading-reaches": (ledger) => formatDate(lastReading(ledger).reaches),
  sources: ({ sources }) => formatNumber(sources.length),
  unknowns: ({ unknowns }) => countInWords(unknowns.length),
  "wide-from": () => formatNumber(FRAME_WIDE_FROM_PX),
} satisfies Record<string, (ledger: Ledger) => string>;

function pagesRead({ sources }: Ledger, read: Source["read"]): string {
  return formatNumber(sources.filter((source) => source.read === read).length);
}

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
