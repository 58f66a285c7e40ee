import { createHash } from "node:crypto";
import { sidesCss } from "./chart-style.ts";
import { compileCss } from "./compile-css.ts";
import css from "./site.css?inline";

/** Every style of the pages, compiled. */
export const SITE_CSS = css + compileCss(sidesCss());

/** File name below `/assets/`, hashed so that hosts may cache it permanently. */
export const SITE_CSS_NAME = `site.${createHash("sha256").update(SITE_CSS).digest("base64url").slice(0, 8)}`;
