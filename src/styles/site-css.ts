import { createHash } from "node:crypto";
import { getTopics } from "../site.ts";
import { sidesCss } from "./chart-style.ts";
import { compileCss } from "./compile-css.ts";
import explainerCss from "./explainer.css?inline";
import css from "./site.css?inline";

/** On the timeline, hides events of other topics, and periods without an event of the topic. */
function topicsCss(): string {
  return getTopics()
    .map(
      (topic) =>
        `.timeline:has(#topic_${topic}:checked) :is(.event:not(.topic_${topic}),.period:not(:has(.topic_${topic}))){display:none}`,
    )
    .join("");
}

/** Every style of the pages, compiled, with the number of drafts: the columns of their stops. */
export function getSiteCss(drafts: number): string {
  return `:root{--stops:${drafts}}${css}${compileCss(sidesCss())}${topicsCss()}`;
}

/** The styles that an explainer has inside it. */
export function getExplainerCss(): string {
  return explainerCss + compileCss(sidesCss());
}

/** File name below `/assets/`, hashed so that hosts may cache it permanently. */
export function nameSiteCss(drafts: number): string {
  return `site.${createHash("sha256").update(getSiteCss(drafts)).digest("base64url").slice(0, 8)}`;
}
