import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A rule of `_headers`: a path, perhaps with a star at its end, and the headers it sets. */
export interface HeaderRule {
  path: string;
  headers: [name: string, value: string][];
}

/** The rules of `_headers` of the built site in order. */
export function headerRules(): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of readFileSync(join(process.env.DIST_DIR ?? "dist", "_headers"), "utf8").split("\n")) {
    if (/^\s*(#|$)/.test(line)) continue;
    if (!/^\s/.test(line)) rules.push({ path: line.trim(), headers: [] });
    else
      rules
        .at(-1)!
        .headers.push([line.slice(0, line.indexOf(":")).trim(), line.slice(line.indexOf(":") + 1).trim()]);
  }
  return rules;
}

/** Every header that the rules set for `path`, those of two rules both. */
export function headersFor(path: string, rules: readonly HeaderRule[]): [name: string, value: string][] {
  const fits = (rule: HeaderRule) =>
    rule.path.endsWith("*") ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path;
  return rules.filter(fits).flatMap((rule) => rule.headers);
}
