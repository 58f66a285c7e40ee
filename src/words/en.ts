// Everything that the site says by itself in English, by what it is said of.
export * as changes from "./en/changes.ts";
export * as search from "./en/search.ts";
export * as reasons from "./en/reasons.ts";
