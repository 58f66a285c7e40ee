import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { routeOf } from "../src/routes.ts";
import type { HtmlFile } from "./html-files.ts";

/**
 * Adds to `_headers` in `root` (from public/) who may frame the pages that its own rules say nothing of: nobody else. Hosts join
 * a header that two rules set, so each section has one rule.
 */
export function writeHeaders(root: string, pages: readonly HtmlFile[]): void {
  const file = join(root, "_headers");
  const rules = readFileSync(file, "utf8");
  const sections = pages
    .filter(({ url }) => !routeOf(url)?.framed)
    .map(({ url }) => /^\/[^/]+\//.exec(url)?.[0].concat("*") ?? url)
    .filter((section) => !new RegExp(`^${section.replace(/[.*]/g, "\\$&")}\n(.+\n)*?  Content-Security-Policy:`, "m").test(rules));
  const added = [...new Set(sections)].map((section) => `${section}\n  Content-Security-Policy: frame-ancestors 'self'\n`);
  writeFileSync(file, `${rules}\n# All other pages: nobody else frames them.\n${added.join("")}`);
}
