// Everything that the site says by itself in English, by what it is said of.
export * as changes from "./en/changes.ts";
export * as days from "./en/days.ts";
export * as descriptions from "./en/descriptions.ts";
export * as explainer from "./en/explainer.ts";
export * as meanings from "./en/meanings.ts";
export * as meetings from "./en/meetings.ts";
export * as negotiators from "./en/negotiators.ts";
export * as programs from "./en/programs.ts";
export * as reasons from "./en/reasons.ts";
export * as search from "./en/search.ts";
export * as sources from "./en/sources.ts";
export * as tables from "./en/tables.ts";
