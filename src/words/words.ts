import { LANGUAGE } from "../language.ts";
import * as changes from "./en/changes.ts";
import * as days from "./en/days.ts";
import * as land from "./en/land.ts";
import * as lineage from "./en/lineage.ts";
import * as meetings from "./en/meetings.ts";
import * as positions from "./en/positions.ts";
import * as status from "./en/status.ts";
import * as tables from "./en/tables.ts";

/**
 * Everything that the site says by itself, a catalogue a language: words for the values of the ledger, and functions that make
 * a sentence of facts. Stands above the ledger and below views, pages, feeds and search. Another language has the same shape.
 */
const CATALOGUES = { en: { changes, days, land, lineage, meetings, positions, status, tables } } as const;

/** The words of this build's language. */
export const words: (typeof CATALOGUES)["en"] = CATALOGUES[LANGUAGE];
