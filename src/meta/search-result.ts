import type { Route } from "../routes.ts";
import { SITE_NAME, type Topic, PROCEEDINGS_TOPIC } from "../site.ts";
import { wholeSentences } from "../i18n/sentences.ts";

/** What search engines show before they cut, in characters. */
export const RESULT = { title: 60, description: 160 } as const;

/** Replacements for a title and a description that search engines would cut. */
export interface InResults {
  title?: string;
  description?: string;
}

/** Pages on texts and numbers. What is told of people often ends with who says so, or with their answer. */
const ON_TEXTS = new Set<Route["kind"]>(["chart", "draft", "theme"]);

/** The title among results: with the name of the site where it fits, never cut; `shorter` where it does not fit itself. */
export function titleOfResult(title: string, shorter = title): string {
  const shown = title.length <= RESULT.title ? title : shorter;
  const whole = `${shown} – ${SITE_NAME}`;
  return whole.length <= RESULT.title ? whole : shown;
}

/**
 * The description among results. One that is cut: on texts, its first sentences that fit; else, or where it may be about
 * a person (all but drafts, themes and charts, and the corruption case), `shorter`: a statement is whole or not there.
 */
export function descriptionOfResult(
  description: string,
  kind: Route["kind"],
  topic: Topic | undefined,
  shorter = description,
): string {
  if (description.length <= RESULT.description) return description;
  const cut =
    ON_TEXTS.has(kind) && topic !== PROCEEDINGS_TOPIC
      ? wholeSentences(description, RESULT.description)
      : description;
  return cut.length <= RESULT.description ? cut : shorter;
}
