/** By file ending in src/pages/_files.ts; astro.config.mjs has a route for each. */
export const MEDIA_TYPES: Readonly<Record<string, string>> = {
  bib: "application/x-bibtex; charset=utf-8",
  css: "text/css; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  xml: "application/xml; charset=utf-8",
};
