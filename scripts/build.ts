import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, relative, resolve } from "node:path";
import { build as buildAstro } from "astro";
import { articleMarkdown } from "../src/files/markdown.ts";
import { routeOf, routesOf } from "../src/routes.ts";
import type { Ledger } from "../src/ledger/ledger.ts";
import { formatProblem } from "../src/ledger/yaml-file.ts";
import { inspectOwnContent } from "./check-content.ts";
import { indexSite } from "./index-search.ts";
import { type HtmlFile, type ReadPage, readPages } from "./read-pages.ts";
import { verifySite } from "./verify.ts";

// npm run build: checks the content, builds, indexes and verifies the site in a separate folder, then moves
// it to dist/ or DIST_DIR (inside the project). A failed build leaves dist/ unchanged.

/**
 * Only an empty folder or a built site inside the project may be replaced, so nothing else is ever deleted.
 */
export function mayReplace(folder: string): boolean {
  const inside = relative(process.cwd(), folder);
  if (inside === "" || inside.startsWith("..")) return false;
  return !existsSync(folder) || existsSync(join(folder, "index.html")) || readdirSync(folder).length === 0;
}

/**
 * Appends frame rules to `_headers` for pages without one. Hosts join a header that two rules set, so each
 * section has one rule.
 */
export function writeHeaders(root: string, pages: readonly Pick<HtmlFile, "url">[]): void {
  const file = join(root, "_headers");
  const rules = readFileSync(file, "utf8");
  const ancestors = new Map(
    pages.map(({ url }) => [
      /^\/[^/]+\//.exec(url)?.[0].concat("*") ?? url,
      routeOf(url)?.framed ? "*" : "'self'",
    ]),
  );
  for (const rule of rules.split(/\n(?=\S)/))
    if (rule.includes("  Content-Security-Policy:")) ancestors.delete(rule.split("\n", 1).join(""));
  const added = [...ancestors].map(
    ([section, who]) => `${section}\n  Content-Security-Policy: frame-ancestors ${who}\n`,
  );
  writeFileSync(file, `${rules}\n# All other pages.\n${added.join("")}`);
}

function writeMarkdown(root: string, pages: readonly ReadPage[]): void {
  for (const { url, html, tags } of pages) {
    if (!routesOf(url).includes("explainer")) continue;
    const canonical = tags.find(({ attributes }) => attributes.rel === "canonical")?.attributes.href ?? url;
    writeFileSync(join(root, `${url.slice(1, -1)}.md`), articleMarkdown(html, canonical));
  }
}

async function build(live: string): Promise<void> {
  let started = performance.now();
  const report = (step: string, result = "") => {
    console.log(
      `${step.padEnd(10)}${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${result}`,
    );
    started = performance.now();
  };
  const fail = (problems: readonly string[]) => {
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    throw new Error(
      [...problems, `build stopped: ${count}; ${relative(process.cwd(), live)}/ is as it was`].join("\n"),
    );
  };
  if (!mayReplace(live))
    fail([
      `${live} is not a built site and would be lost; fix: let DIST_DIR name a new folder inside the project`,
    ]);

  const { ledger, problems, warnings, summary } = inspectOwnContent();
  if (problems.length > 0) fail(problems.map(formatProblem));
  // Astro runs in this process: src/content.ts takes the ledger from here.
  (globalThis as { checkedLedger?: Ledger }).checkedLedger = ledger;
  report("content", `${summary}; ${warnings.length} warnings`);

  mkdirSync(".build", { recursive: true });
  const temporary = mkdtempSync(resolve(".build/site-"));
  const site = join(temporary, "site");
  try {
    process.env.ASTRO_TELEMETRY_DISABLED = "1";
    await buildAstro({ outDir: site, logLevel: "silent" });
    const pages = readPages(site);
    report("astro", `${pages.length} pages`);

    writeHeaders(site, pages);
    writeMarkdown(site, pages);
    const [indexed, verified] = await Promise.all([indexSite(site, pages), verifySite(site, pages)]);
    if (verified.problems.length > 0) fail(verified.problems);
    report("verify", `${indexed.pages} entries of the search index · ${verified.summary}`);

    rmSync(live, { recursive: true, force: true });
    renameSync(site, live);
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

/** A plain message for problems of content or site, otherwise a place or a stack trace. */
function describeError(error: Error & { loc?: { file?: string; line?: number }; hint?: string }): string {
  const { name, loc, hint = "", message, stack } = error;
  if (name === "ContentError" || message.includes("build stopped: ")) return message;
  return loc?.file ? `${loc.file}:${loc.line ?? 1} ${message}\n${hint}` : (stack ?? message);
}

if (import.meta.main) {
  await build(resolve(process.env.DIST_DIR ?? "dist")).catch((error: Error) => {
    console.error(describeError(error));
    process.exit(1);
  });
}
