import { createHash } from "node:crypto";
import { absoluteUrl, cardPath } from "../routes.ts";
import { getSite } from "../site.ts";

/** Lays out what has been read of a page while the browser holds the first paint for fonts, not after that. */
export const EARLY_LAYOUT = "document.body.offsetHeight";
export const EARLY_LAYOUT_SCRIPT = `<script>${EARLY_LAYOUT}</script>`;

/**
 * Content Security Policy of the pages; what is inline is allowed by hash. No page needs `wasm-unsafe-eval`:
 * search compiles WebAssembly in a worker, which has its own policy (docs/decisions/010).
 */
export const pagePolicy = (styles?: string, script?: string): string =>
  [
    "default-src 'none'",
    `script-src ${ownAnd(script)}`,
    "worker-src 'self'",
    `style-src ${ownAnd(styles)}`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join("; ");

const ownAnd = (inline?: string) => `'self'${inline ? ` ${sourceOf(inline)}` : ""}`;

export const sourceOf = (text: string): string =>
  `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

interface Article {
  id: string;
  title: string;
  description: string;
  /** ISO day. */
  modified: string | undefined;
}

/** `<` is escaped so that no text ends the script. */
export function describeArticle({ id, title, description, modified }: Article): string {
  const path = `/${id}/`;
  const { name, licence } = getSite();
  const logo = absoluteUrl("/icons/512.png");
  const publisher = { "@type": "Organization", name, url: absoluteUrl("/"), logo };
  const article = {
    "@context": "https://schema.org",
    "@type": "Article",
    headline: title,
    description,
    image: absoluteUrl(cardPath(path)),
    dateModified: modified,
    license: licence.url,
    mainEntityOfPage: absoluteUrl(path),
    author: publisher,
    publisher,
  };
  return JSON.stringify(article).replaceAll("<", "\\u003c");
}
