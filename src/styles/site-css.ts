import { createHash } from "node:crypto";
import { getTopics } from "../site.ts";
import { sidesCss } from "./chart-style.ts";
import { compileCss } from "./compile-css.ts";
import explainerRestCss from "./explainer-rest.css?inline";
import css from "./site.css?inline";

/** On the timeline, hides events of other topics, and periods without an event of the topic. */
function topicsCss() {
  return getTopics()
    .map(
      (topic) =>
        `.timeline:has(#topic_${topic}:checked) :is(.event:not(.topic_${topic}),.period:not(:has(.topic_${topic}))){display:none}`,
    )
    .join("");
}

/** By their names below `/assets/`, hashed so that hosts may cache them for good. */
export function makeSheets(drafts: number): Record<"site" | "explainer", { name: string; css: string }> {
  const sides = compileCss(sidesCss());
  const sheet = (name: string, css: string) => ({
    name: `${name}.${createHash("sha256").update(css).digest("base64url").slice(0, 8)}`,
    css,
  });
  return {
    site: sheet("site", `:root{--stops:${drafts}}${css}${sides}${topicsCss()}`),
    explainer: sheet("explainer", explainerRestCss + sides),
  };
}
