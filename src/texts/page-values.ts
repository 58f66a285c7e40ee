import { EMBED_MIN_WIDTH_PX, FRAME_WIDE_FROM_PX } from "../embed/codes.ts";
import { formatDate } from "../format/dates.ts";
import { capitalize, countInWords, formatNumber, plural } from "../format/numbers.ts";
import { STATUS_MEANINGS } from "../ledger/fields.ts";
import type { Ledger, Source } from "../ledger/ledger.ts";
import { VERDICTS } from "../ledger/compare-answers.ts";
import { findCoverageEnd, lastReading, originOf, gradeSource } from "../ledger/sources.ts";
import { VERDICT_WORDS } from "../phrases/answers.ts";

/** For `<Value id="…" />`. */
export const VALUES = {
  answers: ({ answers }) => formatNumber(answers.length),
  "covered-through": (ledger) => formatDate(findCoverageEnd(ledger)),
  drafts: ({ drafts }) => countInWords(drafts.length),
  "drafts-unpublished": ({ drafts }) =>
    countInWords(drafts.filter(({ text_public }) => text_public === "none").length),
  events: ({ events }) => formatNumber(events.length),
  headlines: (ledger) => pagesRead(ledger, "headline"),
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

/** As `STATUS_MEANINGS`. */
const STANDINGS = {
  official: "the body itself: a government, a court, a parliament, an institute’s own figures",
  original: "a newsroom’s own reporting",
  copy: "the text of an official body, an agency or a newsroom of record, printed word for word by somebody else",
  relay:
    "a retelling, translation or digest of somebody else’s work. The list of sources names whose, where the page does",
  "state-controlled":
    "an outlet that speaks for a state. It is used for what that state said, and labelled. No fact rests on such outlets alone unless it is attributed",
};

/** For `<Meanings id="…" />`: words, each with a sentence and how often it applies. */
export const MEANINGS = {
  status: ({ events }) =>
    countEach(
      STATUS_MEANINGS,
      "event",
      events.map(({ status }) => status),
    ),
  standing: (ledger) =>
    countEach(
      STANDINGS,
      "page",
      ledger.sources.map((source) => gradeSource(ledger, source)),
    ),
  changes: () => VERDICTS.map((verdict) => VERDICT_WORDS[verdict]),
} satisfies Record<string, (ledger: Ledger) => { name: string; meaning: string; count?: string }[]>;

function countEach(meanings: Readonly<Record<string, string>>, noun: string, rows: readonly string[]) {
  return Object.entries(meanings).map(([name, meaning]) => ({
    name,
    meaning: `${capitalize(meaning)}.`,
    count: plural(rows.filter((word) => word === name).length, noun),
  }));
}
