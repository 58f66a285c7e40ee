import { transformSync } from "esbuild";
import { COMPILED_FOR } from "../oldest-browsers.ts";

/**
 * A script for a browser: minified, in a language that the oldest browsers know. `given` are the values of names that the
 * script leaves open. Throws for a script that does not parse.
 */
export function compileScript(script: string, given: Readonly<Record<string, unknown>> = {}): string {
  const define = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, JSON.stringify(value)]),
  );
  return transformSync(script, { minify: true, format: "iife", target: COMPILED_FOR, define }).code;
}
