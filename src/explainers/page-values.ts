import { EMBED_WIDTHS_PX, FRAME_WIDE_FROM_PX } from "../embed/size.ts";
import { countInWords, formatNumber } from "../i18n/numbers.ts";
import { coverageThrough, lastReading, originOf } from "../ledger/sources.ts";
import type { Ledger, Source } from "../ledger/ledger.ts";
import { thinCoverage } from "../views/coverage-words.ts";
import type { VALUE_NAMES } from "./page-names.ts";

/** What `<Value id="…" />` writes in a page: a text, or the ISO date of a day. */
export const VALUES: Readonly<
  Record<(typeof VALUE_NAMES)[number], (ledger: Ledger) => string | { day: string }>
> = {
  answers: ({ provisions }) => formatNumber(provisions.length),
  "covered-through": (ledger) => ({ day: coverageThrough(ledger) }),
  drafts: ({ drafts }) => countInWords(drafts.length),
  "drafts-unpublished": ({ drafts }) =>
    countInWords(drafts.filter(({ text_public }) => text_public === "none").length),
  events: ({ events }) => formatNumber(events.length),
  headlines: (ledger) => pagesRead(ledger, "headline"),
  languages: ({ sources }) => formatNumber(new Set(sources.map(({ lang }) => lang)).size),
  "last-reading": (ledger) => ({ day: lastReading(ledger).date }),
  narrowest: () => formatNumber(EMBED_WIDTHS_PX[0]),
  origins: ({ sources }) => formatNumber(new Set(sources.map(originOf)).size),
  questions: ({ themes }) => formatNumber(themes.flatMap(({ questions }) => questions).length),
  "read-in-part": (ledger) => pagesRead(ledger, "part"),
  "read-whole": (ledger) => pagesRead(ledger, "whole"),
  "reading-reaches": (ledger) => ({ day: lastReading(ledger).reaches }),
  sources: ({ sources }) => formatNumber(sources.length),
  "thin-coverage": (ledger) => thinCoverage(ledger) ?? "",
  unknowns: ({ unknowns }) => countInWords(unknowns.length),
  "wide-from": () => formatNumber(FRAME_WIDE_FROM_PX),
};

function pagesRead({ sources }: Ledger, seen: Source["seen"]): string {
  return formatNumber(sources.filter((source) => source.seen === seen).length);
}
