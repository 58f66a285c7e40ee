import type { SiteChange } from "../../ledger/changes.ts";
import { plural } from "../../i18n/numbers.ts";
import type { Sentence } from "../sentence.ts";

/** The list of changes and corrections of the site. */
export const description =
  "What was added, changed or corrected on Draft by Draft, latest first, with the words before and after.";
export const lead = (corrections: number) =>
  `${corrections === 0 ? "No correction" : plural(corrections, "correction")} so far. ` +
  "A correction shows what stood there before and what stands there now; " +
  "nothing that was wrong is mended without a word.";
export const feeds = (of: { name: string; atom: string; json: string }): Sentence => [
  `${of.name}: `,
  { text: "Atom", to: of.atom, label: `Atom feed, ${of.name}` },
  ", ",
  { text: "JSON", to: of.json, label: `JSON feed, ${of.name}` },
];
export const pageAsFeed = "This page as a feed";
export const eventsAsFeed = (topic: string) => `Events as a feed, ${topic}`;
export const report: Sentence = [{ text: "How to report an error", to: "/about/#corrections" }];
export const latestFirst = "Changes, latest first";
export const kinds: Readonly<Record<SiteChange["kind"], string>> = {
  addition: "Added",
  change: "Changed",
  correction: "Correction",
};
export const wholeSite = "the whole site";
export const before = "Before:";
export const now = "Now:";
