import { transformSync } from "esbuild";
import { COMPILED_FOR } from "../oldest-browsers.ts";
import draftChart from "./draft-chart.js?raw";
import { MESSAGE_HEIGHTS_PX } from "./size.ts";

/**
 * A script minified for the oldest promised browsers. `constants`: values of the names that the script leaves undefined.
 * Throws if it does not parse.
 */
export function compileScript(script: string, constants: Readonly<Record<string, unknown>> = {}): string {
  const define = Object.fromEntries(
    Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)]),
  );
  return transformSync(script, { minify: true, format: "iife", target: COMPILED_FOR, define }).code;
}

/** `embed.js` of the site at `root`: the element `<draft-chart>`. */
export function embedScript(root: string): string {
  return compileScript(draftChart, { SITE: root, HEIGHTS: MESSAGE_HEIGHTS_PX });
}
