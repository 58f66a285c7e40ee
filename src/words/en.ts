// Everything that the site says by itself in English, by what it is said of.
export * as search from "./en/search.ts";
