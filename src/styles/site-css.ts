import { createHash } from "node:crypto";
import { sidesCss } from "./chart-style.ts";
import { compileCss } from "./compile-css.ts";
import explainerCss from "./explainer.css?inline";
import css from "./site.css?inline";

/** Every style of the pages, compiled, with the number of drafts: the columns of their stops. */
export function getSiteCss(drafts: number): string {
  return `:root{--stops:${drafts}}${css}${compileCss(sidesCss())}`;
}

/** The styles that an explainer has inside it. */
export function getExplainerCss(): string {
  return explainerCss + compileCss(sidesCss());
}

/** File name below `/assets/`, hashed so that hosts may cache it permanently. */
export function nameSiteCss(drafts: number): string {
  return `site.${createHash("sha256").update(getSiteCss(drafts)).digest("base64url").slice(0, 8)}`;
}
