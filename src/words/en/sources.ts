import type { Source } from "../../ledger/ledger.ts";
import type { Standing } from "../../ledger/sources.ts";
import { countInWords, listOf, plural } from "../../i18n/numbers.ts";

export const title = "Sources";
export const description = (pages: number) =>
  `Every document that this site stands on: ${plural(pages, "page")}, with publisher, date, standing and where each is used.`;
export const lead = (pages: number, publishers: number) =>
  `${plural(pages, "document")} from ${plural(publishers, "publisher")}.`;

const kinds = {
  news: "news",
  official: "official documents",
  analysis: "analysis",
  dataset: "data",
} as const satisfies Record<Source["kind"], string>;

const reading = {
  part: "in part, as excerpts",
  headline: "by headline only",
  whole: "whole",
} as const satisfies Record<Source["seen"], string>;

/** How many there are of each, in one sentence. */
export const byStanding = (counts: readonly [Standing, number][]) =>
  `By standing: ${listOf(counts.map(([name, count]) => `${plural(count, name, name)}`))}.`;
export const byKind = (counts: readonly [Source["kind"], number][]) =>
  `By kind: ${listOf(counts.map(([name, count]) => `${plural(count, kinds[name], kinds[name])}`))}.`;
export const byReading = (counts: readonly [Source["seen"], number][]) =>
  `Read ${listOf(counts.map(([name, count]) => `${reading[name]}: ${plural(count, "page")}`))}.`;

export const standings =
  "Official: the body itself. Original: the newsroom’s own reporting. Copy: " +
  "the text of an official body, an agency or a newsroom of record, word for word. Relay: " +
  "a retelling, translation or digest of somebody else’s work. " +
  "Pages with one origin count as one receipt. State-controlled: used only for what that state said.";
export const moreOnStanding = "More on that";
export const search = "Search the sources";

/** The letter of a page, as readers see it: "0-9" as "0–9". */
export const letterName = (letter: string) => letter.toUpperCase().replace("-", "–");
export const letters = "Publishers by letter";
export const letterTitle = (letter: string) => `${title}: ${letterName(letter)}`;
export const letterDescription = (letter: string, pages: number, publishers: number) =>
  `${lead(pages, publishers)} Publishers under ${letterName(letter)}, with date, standing and where each page is used.`;
export const readInPart = "Pages were read in part, as excerpts, unless the entry says otherwise.";

export const usedFor = "Used for:";
export const more = (count: number) => `and ${countInWords(count)} more`;
export const chart = (chartTitle: string) => `Chart: ${chartTitle}`;
