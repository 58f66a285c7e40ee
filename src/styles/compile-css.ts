import { transform } from "lightningcss";

/**
 * In these, text, links and charts are right, with or without script; everything works in those of `browserslist`.
 * Chrome's version counts for Edge, those of the desk for telephones.
 */
const OLDEST_BROWSERS = { chrome: 87, firefox: 91, safari: 15 };

/** What styles and the scripts of embeds are compiled for, as esbuild and Vite write it: `chrome87`. */
export const COMPILED_FOR = Object.entries(OLDEST_BROWSERS).map(([name, version]) => `${name}${version}`);

/** The same for lightningcss, which wants the version in the third byte. */
export const targets: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries(OLDEST_BROWSERS).map(([name, version]) => [name, version << 16]),
);

/**
 * Minified, and with `light-dark()` in a form that browsers without it understand.
 */
export function compileCss(css: string): string {
  return transform({ filename: "style.css", code: Buffer.from(css), minify: true, targets }).code.toString();
}
