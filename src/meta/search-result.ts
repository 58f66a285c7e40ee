import type { Route } from "../routes.ts";
import { SITE_NAME, type Topic } from "../site.ts";
import { wholeSentences } from "./whole-sentences.ts";

// What search engines show before they cut, in characters.
const TITLE = 60;
const DESCRIPTION = 160;
/** Fewer tell too little: then a search engine may cut. */
const TELLING = 60;

/** Pages whose description is on texts and numbers. What is told of people often ends with who says so, or with their answer. */
const ON_TEXTS = new Set<Route["kind"]>(["chart", "draft", "theme"]);

/** The title of a page among results: with the name of the site where it fits, never cut. */
export function titleOfResult(title: string): string {
  const whole = `${title} – ${SITE_NAME}`;
  return whole.length <= TITLE ? whole : title;
}

/**
 * The description of a page among results: its first sentences that fit, if they say enough. Whole, however long, where it may tell of somebody: on
 * the corruption case and on every kind of page but drafts, themes and charts.
 */
export function descriptionOfResult(description: string, kind: Route["kind"], topic: Topic | undefined): string {
  if (!ON_TEXTS.has(kind) || topic === "corruption") return description;
  const cut = wholeSentences(description, DESCRIPTION);
  return cut.length < TELLING ? description : cut;
}
