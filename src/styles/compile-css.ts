import { browserslistToTargets, transform } from "lightningcss";

/** The oldest browsers in which colours, layers and shapes must be right: docs/contracts/browsers.md. */
const OLDEST = ["chrome 87", "firefox 91", "safari 15"];

/** Targets of the compiler; astro.config.mjs gives them to the pages' styles, too. */
export const targets = browserslistToTargets(OLDEST);

/** CSS for a browser: minified, and with `light-dark()` in a form that browsers without it understand. Throws for CSS that does not parse. */
export function compileCss(css: string): string {
  return transform({ filename: "style.css", code: Buffer.from(css), minify: true, targets }).code.toString();
}
