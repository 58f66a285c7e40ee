import { LANGUAGE } from "../language.ts";
import * as answers from "./en/answers.ts";
import * as changes from "./en/changes.ts";
import * as clause from "./en/clause.ts";
import * as compare from "./en/compare.ts";
import * as pages from "./en/pages.ts";
import * as reasons from "./en/reasons.ts";
import * as embeds from "./en/embeds.ts";
import * as days from "./en/days.ts";
import * as draft from "./en/draft.ts";
import * as event from "./en/event.ts";
import * as explainer from "./en/explainer.ts";
import * as front from "./en/front.ts";
import * as status from "./en/status.ts";
import * as timeline from "./en/timeline.ts";

/**
 * Everything that the site says by itself, a catalogue a language: words for the values of the ledger, and functions that make
 * a sentence of facts. Stands above the ledger and below views, pages, feeds and search. Another language has the same shape.
 */
const CATALOGUES = {
  en: { answers, changes, clause, compare, days, draft, embeds, event, explainer, front, pages, reasons, status, timeline },
} as const;

/** The words of this build's language. */
export const words: (typeof CATALOGUES)["en"] = CATALOGUES[LANGUAGE];
