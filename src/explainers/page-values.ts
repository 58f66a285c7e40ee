import { EMBED_MIN_WIDTH_PX, FRAME_WIDE_FROM_PX } from "../embed/codes.ts";
import { countInWords, formatNumber, plural } from "../i18n/numbers.ts";
import type { Ledger, Source } from "../ledger/ledger.ts";
import { CHANGES } from "../ledger/compare-answers.ts";
import { coverageThrough, lastReading, originOf, standing } from "../ledger/sources.ts";
import { CHANGE_WORDS } from "../views/answers.ts";
import { thinCoverage } from "../views/coverage-words.ts";

/** For `<Value id="…" />`: a text or an ISO date. */
export const VALUES = {
  answers: ({ answers }) => formatNumber(answers.length),
  "covered-through": (ledger) => ({ day: coverageThrough(ledger) }),
  drafts: ({ drafts }) => countInWords(drafts.length),
  "drafts-unpublished": ({ drafts }) =>
    countInWords(drafts.filter(({ text_public }) => text_public === "none").length),
  events: ({ events }) => formatNumber(events.length),
  headlines: (ledger) => pagesRead(ledger, "headline"),
  languages: ({ sources }) => formatNumber(new Set(sources.map(({ lang }) => lang)).size),
  "last-reading": (ledger) => ({ day: lastReading(ledger).date }),
  narrowest: () => formatNumber(EMBED_MIN_WIDTH_PX),
  origins: ({ sources }) => formatNumber(new Set(sources.map(originOf)).size),
  clauses: ({ themes }) => formatNumber(themes.flatMap(({ clauses }) => clauses).length),
  "read-in-part": (ledger) => pagesRead(ledger, "part"),
  "read-whole": (ledger) => pagesRead(ledger, "whole"),
  "reading-reaches": (ledger) => ({ day: lastReading(ledger).reaches }),
  sources: ({ sources }) => formatNumber(sources.length),
  "thin-coverage": (ledger) => thinCoverage(ledger) ?? "",
  unknowns: ({ unknowns }) => countInWords(unknowns.length),
  "wide-from": () => formatNumber(FRAME_WIDE_FROM_PX),
} satisfies Record<string, (ledger: Ledger) => string | { day: string }>;

function pagesRead({ sources }: Ledger, seen: Source["seen"]): string {
  return formatNumber(sources.filter((source) => source.seen === seen).length);
}

export interface Meaning {
  word: string;
  meaning: string;
  /** For example “12 events”. */
  count?: string;
}

const STATUSES = {
  confirmed:
    "On the record, or stated as fact by two independent newsrooms. " +
    "When a minister says something, what is confirmed is that it was said, not that it is true.",
  reported: "Unnamed sources told a newsroom.",
  alleged: "An accusation that has not been tried.",
  disputed: "Parties or newsrooms contradict each other. The versions stand side by side.",
};
const CERTAINTIES = {
  published: "It is in a text that is public, or that was read out.",
  reported: "Outlets described it.",
  claimed: "A party to the talks says so.",
};
const STANDINGS = {
  official: "The body itself: a government, a court, a parliament, an institute’s own figures.",
  original: "A newsroom’s own reporting.",
  copy: "The text of an official body, an agency or a newsroom of record, printed word for word by somebody else.",
  relay:
    "A retelling, translation or digest of somebody else’s work. The list of sources names whose, where the page does.",
  "state-controlled":
    "An outlet that speaks for a state. It is used for what that state said, and labelled. No fact rests on such outlets alone unless it is attributed.",
};

/** For `<Meanings id="…" />`. */
export const MEANINGS = {
  status: ({ events }) =>
    countEach(
      STATUSES,
      "event",
      Map.groupBy(events, ({ status }) => status),
    ),
  certainty: ({ answers }) =>
    countEach(
      CERTAINTIES,
      "answer",
      Map.groupBy(answers, ({ certainty }) => certainty),
    ),
  standing: (ledger) =>
    countEach(
      STANDINGS,
      "page",
      Map.groupBy(ledger.sources, (source) => standing(ledger, source)),
    ),
  changes: (): Meaning[] =>
    CHANGES.map((change) => ({ word: CHANGE_WORDS[change].name, meaning: CHANGE_WORDS[change].meaning })),
} satisfies Record<string, (ledger: Ledger) => Meaning[]>;

function countEach(
  meanings: Readonly<Record<string, string>>,
  noun: string,
  rows: ReadonlyMap<string | undefined, readonly unknown[]>,
): Meaning[] {
  return Object.entries(meanings).map(([word, meaning]) => ({
    word,
    meaning,
    count: plural(rows.get(word)?.length ?? 0, noun),
  }));
}
