import { createHash } from "node:crypto";

/**
 * Content Security Policy of the pages; `inlineStyles` are allowed by hash. No page needs `wasm-unsafe-eval`:
 * search compiles WebAssembly in a worker, which has its own policy (docs/decisions/010).
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

/** The hash source of an inline text. */
export const sourceOf = (text: string): string =>
  `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
