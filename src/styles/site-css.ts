import { createHash } from "node:crypto";
import css from "./site.css?inline";

/** Every style of the pages, compiled. */
export const SITE_CSS = css;

/** File name below `/assets/`, hashed so that hosts may cache it permanently. */
export const SITE_CSS_NAME = `site.${createHash("sha256").update(css).digest("base64url").slice(0, 8)}`;
