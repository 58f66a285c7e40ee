import { LANGUAGE } from "../language.ts";
import * as en from "./en.ts";

/**
 * Everything that the site says by itself, a catalogue a language: words for the values of the ledger, and functions that make
 * a sentence of facts. Stands above the ledger and below views, pages, feeds and search. Another language has the same shape.
 */
const CATALOGUES = { en } as const;

/** The words of this build's language. */
export const words: typeof en = CATALOGUES[LANGUAGE];
