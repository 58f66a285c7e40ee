import { createHash } from "node:crypto";
import css from "./site.css?inline";

/** Every style of the pages, compiled. */
export const SITE_CSS = css;

/** Name of its file below `/assets/`, by what is in it: hosts may keep it for ever. */
export const SITE_CSS_NAME = `site.${createHash("sha256").update(css).digest("base64url").slice(0, 8)}`;
