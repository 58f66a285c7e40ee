import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { routeOf } from "../src/routes.ts";
import type { HtmlFile } from "./html-files.ts";

/**
 * Adds to `_headers` in `root` who may frame the pages that its own rules leave out. Hosts join a header that two rules set,
 * so each section has one.
 */
export function writeHeaders(root: string, pages: readonly HtmlFile[]): void {
  const file = join(root, "_headers");
  const rules = readFileSync(file, "utf8");
  const said = new Set(
    rules
      .split(/\n(?=\S)/)
      .filter((rule) => rule.includes("  Content-Security-Policy:"))
      .map((rule) => rule.split("\n", 1)[0]),
  );
  const sections = new Map(
    pages.map(({ url }) => [
      /^\/[^/]+\//.exec(url)?.[0].concat("*") ?? url,
      routeOf(url)?.framed ? "*" : "'self'",
    ]),
  );
  const added = [...sections]
    .filter(([section]) => !said.has(section))
    .map(([section, who]) => `${section}\n  Content-Security-Policy: frame-ancestors ${who}\n`);
  writeFileSync(file, `${rules}\n# All other pages.\n${added.join("")}`);
}
