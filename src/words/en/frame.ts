import { formatDate } from "../../i18n/dates.ts";
import type { Sentence } from "../sentence.ts";

export const skip = "Skip to the content";
export const navigation = "Main";
export const search = "Search";
export const licence: Sentence = [
  "Text and data: ",
  { text: "CC BY 4.0", to: "https://creativecommons.org/licenses/by/4.0/", rel: "license" },
  "; sources keep their own terms. No cookies, no tracking, no third parties.",
];
/** The last line on paper. */
export const colophon = (site: string, address: string, sources: string) =>
  `${site}, ${address}. The address of every source stands there, and at ${sources}.`;
export const covers = (through: string) => `Covers events up to ${formatDate(through)}.`;
export const onThisPage = "On this page";
export const alsoWritten = "Also written";
export const inLanguage = (language: string) => `In ${language}`;
export const copy = "Copy";
export const copyOf = (name: string) => `Copy: ${name}`;

/** The page that stands where there is none. */
export const lost = {
  title: "Page not found",
  heading: "There is no such page",
  lead: "The address may be mistyped, or the page has moved. Everything that was published can be found from here.",
  browse: ["Or browse ", { text: "everything from A to Z", to: "/search/#a-to-z" }, "."] satisfies Sentence,
  places: "Places to start from",
  lookUp: "Look up",
  tell: [
    "Did a link on this site bring you here? ",
    { text: "Tell us", to: "/about/#corrections" },
    ", with the page it stands on.",
  ] satisfies Sentence,
} as const;
