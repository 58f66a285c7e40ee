import { transformSync } from "esbuild";

/**
 * A script for a browser: minified, for every browser that knows custom elements and private fields. `given` are the values
 * of names that the script leaves open. Throws for a script that does not parse.
 */
export function compileScript(script: string, given: Readonly<Record<string, unknown>> = {}): string {
  const define = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, JSON.stringify(value)]));
  return transformSync(script, { minify: true, format: "iife", target: "es2020", define }).code;
}
