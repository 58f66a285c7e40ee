import { LANGUAGE } from "../language.ts";
import * as answers from "./en/answers.ts";
import * as cards from "./en/cards.ts";
import * as changes from "./en/changes.ts";
import * as charts from "./en/charts.ts";
import * as clause from "./en/clause.ts";
import * as compare from "./en/compare.ts";
import * as pages from "./en/pages.ts";
import * as reasons from "./en/reasons.ts";
import * as embeds from "./en/embeds.ts";
import * as data from "./en/data.ts";
import * as days from "./en/days.ts";
import * as descriptions from "./en/descriptions.ts";
import * as draft from "./en/draft.ts";
import * as event from "./en/event.ts";
import * as explainer from "./en/explainer.ts";
import * as frame from "./en/frame.ts";
import * as front from "./en/front.ts";
import * as glossary from "./en/glossary.ts";
import * as people from "./en/people.ts";
import * as receipts from "./en/receipts.ts";
import * as search from "./en/search.ts";
import * as sources from "./en/sources.ts";
import * as status from "./en/status.ts";
import * as timeline from "./en/timeline.ts";
import * as land from "./en/land.ts";
import * as lineage from "./en/lineage.ts";
import * as meanings from "./en/meanings.ts";
import * as meetings from "./en/meetings.ts";
import * as positions from "./en/positions.ts";
import * as tables from "./en/tables.ts";
import * as negotiators from "./en/negotiators.ts";

/**
 * Everything that the site says by itself, a catalogue a language: words for the values of the ledger, and functions that make
 * a sentence of facts. Stands above the ledger and below views, pages, feeds and search. Another language has the same shape.
 */
const CATALOGUES = {
  en: {
    answers,
    cards,
    changes,
    charts,
    clause,
    compare,
    data,
    days,
    descriptions,
    draft,
    embeds,
    event,
    explainer,
    frame,
    front,
    glossary,
    land,
    lineage,
    meanings,
    meetings,
    negotiators,
    pages,
    people,
    positions,
    reasons,
    receipts,
    search,
    sources,
    status,
    tables,
    timeline,
  },
} as const;

/** The words of this build's language. */
export const words: (typeof CATALOGUES)["en"] = CATALOGUES[LANGUAGE];
