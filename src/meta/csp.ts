/**
 * Content Security Policy of the site's own pages: nothing inline, nothing from elsewhere, no evaluation. Search compiles
 * its WebAssembly in a worker, which has a policy of its own, so no page needs `wasm-unsafe-eval`; see docs/decisions/.
 */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join("; ");
