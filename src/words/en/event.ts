import { plural } from "../../i18n/numbers.ts";
import type { Event } from "../../ledger/ledger.ts";

/** "reported, by Axios". */
export const unsure = (of: Event["status"], by: string | undefined) => (by ? `${of}, by ${by}` : of);
export const briefly = ({ title, status, sources }: Event, when: string) =>
  `${when}, ${status}: ${title}. The statement in full, who says so, and ${plural(sources.length, "receipt")}.`;
export const accordingTo = (who: string) => `According to ${who}.`;
export const receipts = (pages: number, origins: number) =>
  `${plural(pages, "page")} from ${plural(origins, "independent origin")}.`;
export const innocent =
  "An allegation is not a verdict. Everyone named here is presumed innocent unless a court finds otherwise.";
export const inFigures = "In figures:";
export const notKnown = "Not known:";
export const copy = "Copy sentence with source";
export const formats = { text: "Text", markdown: "Markdown", bibtex: "BibTeX" } as const;
export const copies = (format: string) => `${format}: the sentence with its source`;
export const around = "Around this event";
export const people = "People and bodies";
export const sameDay = "Same day";
/** Reads on from the date of the day. */
export const othersThatDay = (count: number) =>
  count === 0 ? "nothing else on record" : `${plural(count, "other event")}`;
export const charts = "In charts";
export const explainers = "In explainers";
export const clauses = "Clauses it tells of";
export const before = "Before it";
export const after = "After it";
/** "in: The plan". */
export const inStory = (label: string, story: string) => `${label}, in: ${story}`;

/** Of a quotation: its English, and whose translation that is. */
export const inEnglish = "In English:";
const translations = {
  site: "our translation",
  source: "translation of the source, original not seen",
} as const;
export const translated = (language: string, by: keyof typeof translations) =>
  `(in ${language}; ${translations[by]})`;
