import { createHash } from "node:crypto";
import { getTopics } from "../site.ts";
import { sidesCss } from "./chart-style.ts";
import { compileCss } from "./compile-css.ts";
import explainerRestCss from "./explainer-rest.css?inline";
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

/** The two files of styles by their names below `/assets/`, hashed so that hosts may cache them permanently. */
export function getSheets(drafts: number): Record<"site" | "explainer", { name: string; css: string }> {
  const sheet = (name: string, css: string) => ({
    name: `${name}.${createHash("sha256").update(css).digest("base64url").slice(0, 8)}`,
    css,
  });
  return {
    site: sheet("site", getSiteCss(drafts)),
    explainer: sheet("explainer", explainerRestCss + compileCss(sidesCss())),
  };
}
