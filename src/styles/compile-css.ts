import { type Targets, transform } from "lightningcss";
import { RIGHT } from "../oldest-browsers.ts";

/** Targets of the compiler, which wants the version in the third byte; astro.config.mjs gives them to the pages' styles, too. */
export const targets: Targets = Object.fromEntries(
  Object.entries(RIGHT).map(([name, version]) => [name, version << 16]),
);

/** CSS for a browser: minified, and with `light-dark()` in a form that browsers without it understand. Throws for CSS that does not parse. */
export function compileCss(css: string): string {
  return transform({ filename: "style.css", code: Buffer.from(css), minify: true, targets }).code.toString();
}
