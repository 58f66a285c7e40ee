import { plural } from "../../i18n/numbers.ts";

/** Where a table of a text comes from: "Sources: 12 pages, from AP and 3 others". */
export const sources = (pages: number, from: string) => `Sources: ${plural(pages, "page")}, from ${from}`;
