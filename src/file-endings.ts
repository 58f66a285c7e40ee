/** Endings of the files in src/pages/_files.ts: astro.config.mjs has a route for each. */
export const ENDINGS = ["bib", "css", "csv", "js", "json", "png", "svg", "txt", "xml"];
