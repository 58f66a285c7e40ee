import { transformSync } from "esbuild";
import { COMPILED_FOR } from "../oldest-browsers.ts";

/**
 * A script for a browser, minified, for the oldest that count. `given`: values of names that it leaves open. Throws if it does
 * not parse.
 */
export function compileScript(script: string, given: Readonly<Record<string, unknown>> = {}): string {
  const define = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, JSON.stringify(value)]),
  );
  return transformSync(script, { minify: true, format: "iife", target: COMPILED_FOR, define }).code;
}
