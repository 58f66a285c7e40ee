import { formatDate } from "../../i18n/dates.ts";
import type { Sentence } from "../sentence.ts";

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
