import { SITE_NAME } from "../../site.ts";
import { plural } from "../../i18n/numbers.ts";

/** How readers name a clause beside its own name, and a draft by its points. */
export const clause = (name: string) => `${name} clause`;
export const points = (count: number) => plural(count, "point");

export const description = `Search the drafts, themes, people, events and charts of ${SITE_NAME}.`;
export const kinds = "Kinds of pages";
export const narrow = "Narrow and sort the results";
export const choices = { topic: "Topic", year: "Year", status: "Status" } as const;
export const any = "Any";
export const sortBy = "Sort by";
export const orders = { relevance: "Relevance", date: "Date, latest first" } as const;
export const more = "More results";
export const aToZ = "Everything from A to Z";

export const field = {
  label: "Search this site",
  hint: "Name, theme, clause, date …",
  submit: "Search",
} as const;
