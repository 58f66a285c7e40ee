import { createHash } from "node:crypto";

/**
 * Content Security Policy of the site's own pages: nothing from elsewhere, no evaluation, nothing inline but the styles
 * `inlineStyles`, by their hash. Search compiles its WebAssembly in a worker, which has a policy of its own, so no page
 * needs `wasm-unsafe-eval`; see docs/decisions/.
 */
export const pagePolicy = (inlineStyles?: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src ${["'self'", ...(inlineStyles ? [sourceOf(inlineStyles)] : [])].join(" ")}`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join("; ");

/** What a policy names an inline text by. */
export const sourceOf = (text: string): string =>
  `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
