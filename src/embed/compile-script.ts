import { transformSync } from "esbuild";

// The oldest browsers that know private fields: lowered, they would make a script half as large again.
const TARGET = ["chrome84", "firefox90", "safari15"];

/**
 * A script for a browser: minified, for every browser that knows custom elements and private fields. `given` are the values
 * of names that the script leaves open. Throws for a script that does not parse.
 */
export function compileScript(script: string, given: Readonly<Record<string, unknown>> = {}): string {
  const define = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, JSON.stringify(value)]));
  return transformSync(script, { minify: true, format: "iife", target: TARGET, define }).code;
}
