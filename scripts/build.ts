import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { build as buildAstro } from "astro";
import { getSite } from "../src/site.ts";
import { CONTENT_DIR, SITE_URL, UNSET_SITE_URL } from "../src/settings.ts";
import { textNames } from "../src/texts/check.ts";
import { articleMarkdown } from "../src/files/markdown.ts";
import { plural } from "../src/format/numbers.ts";
import type { Ledger } from "../src/ledger/ledger.ts";
import { formatProblem } from "../src/yaml/yaml-file.ts";
import { matchRoutes } from "../src/routes.ts";
import { inspectOwnContent } from "./check-content.ts";
import { indexSite } from "./index-search.ts";
import { codeOf, makeWorkFolder, problemOfPath, problemOfReplacing, replaceSite } from "./replace-site.ts";
import { addressOf, checkBudgets, checkLinks, checkPolicies, type PageFacts, readPages } from "./verify.ts";

// npm run build: a failed build leaves dist/, or DIST_DIR inside the project, unchanged.

/** What public/ may contain: everything in it is published. */
const PUBLIC_FILES = [
  "_headers",
  "favicon.ico",
  "favicon.svg",
  "icons/48.png",
  "icons/512.png",
  "icons/apple-touch.png",
];

export function unlistedFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((file) => !PUBLIC_FILES.includes(file))
    .map(
      (file) =>
        `public/${file}: would be published, and nothing lists it; fix: remove it, or add it to PUBLIC_FILES in scripts/build.ts`,
    );
}

/**
 * Appends rules to `_headers` so that nobody else frames pages without a rule. Hosts join a header that two
 * rules set, so each section has one rule. Embeds have none: even `*` would shut out pages without a network
 * address, such as an article that an app has stored.
 */
export function writeHeaders(root: string, pages: readonly PageFacts[]) {
  const file = join(root, "_headers");
  const rules = readFileSync(file, "utf8");
  const sections = new Set(pages.map(({ url }) => /^\/[^/]+\//.exec(url)?.[0].concat("*") ?? url));
  sections.delete("/embed/*");
  for (const rule of rules.split(/\n(?=\S)/))
    if (rule.includes("  Content-Security-Policy:")) sections.delete(/^\S*/.exec(rule)?.[0] ?? "");
  const added = [...sections].map(
    (section) => `${section}\n  Content-Security-Policy: frame-ancestors 'self'\n`,
  );
  writeFileSync(file, `${rules}\n# All other pages.\n${added.join("")}`);
}

/** Returns problems: pages that only look like an explainer. */
export function writeMarkdown(root: string, pages: readonly PageFacts[]): string[] {
  const explainers = textNames(join(CONTENT_DIR, "explainers"));
  return pages.flatMap(({ url, file, isRedirect }) => {
    const name = url.slice(1, -1);
    if (isRedirect || !matchRoutes(url).includes("explainer")) return [];
    if (!explainers.includes(name)) return `${file}: has no entry in src/routes.ts; fix: add one`;
    const html = readFileSync(join(root, file), "utf8");
    writeFileSync(join(root, `${name}.md`), articleMarkdown(html, addressOf(url)));
    return [];
  });
}

async function build(live: string) {
  let started = performance.now();
  const report = (step: string, result: string) => {
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${step.padEnd(10)}${seconds.padStart(6)} s  ${result}`);
    started = performance.now();
  };
  const kept = problemOfPath(process.cwd()) ?? problemOfReplacing(live);
  if (kept) return [kept];

  const { ledger, problems, warnings, summary } = inspectOwnContent();
  const found = [...problems.map(formatProblem), ...unlistedFiles("public")];
  if (found.length > 0) return found;
  // Astro runs in this process: src/content/content.ts takes the ledger from here.
  (globalThis as { checkedLedger?: Ledger }).checkedLedger = ledger;
  const unset = `SITE_URL is not set, so every address in the site begins with ${UNSET_SITE_URL}; fix: set it to the address that the site will have`;
  const warned = [...warnings.map(formatProblem), ...(SITE_URL.href === UNSET_SITE_URL ? [unset] : [])];
  for (const warning of warned) console.warn(`warning: ${warning}`);
  report("content", `${summary}; ${plural(warnings.length, "warning")}`);

  const work = makeWorkFolder(live);
  const { site } = work;
  try {
    process.env.ASTRO_TELEMETRY_DISABLED = "1";
    // Astro builds a site for development if a shell or a container asks Node for that.
    process.env.NODE_ENV = "production";
    await buildAstro({ outDir: site, logLevel: "warn" });
    const pages = readPages(site);
    report("astro", `${pages.length} pages`);

    writeHeaders(site, pages);
    const wrong = [...writeMarkdown(site, pages), ...checkLinks(pages, site), ...checkPolicies(pages)];
    if (wrong.length > 0) return wrong;
    const [indexed, budgets] = await Promise.all([
      indexSite(site, pages),
      checkBudgets(pages, site, getSite().budgets),
    ]);
    if (budgets.problems.length > 0) return budgets.problems;
    report("verify", `${indexed.pages} entries of the search index · ${budgets.summary}`);

    replaceSite(live, work);
    return [];
  } finally {
    rmSync(site, { recursive: true, force: true });
  }
}

function describeError(error: Error & { loc?: { file?: string; line?: number }; hint?: string }) {
  const { name, loc, hint = "", message, stack } = error;
  if (name === "ContentError") return message;
  if (codeOf(error)?.startsWith("E") && "syscall" in error)
    return `the file system says ${message}; fix: see that there is room, and that the folders may be written`;
  return loc?.file ? `${loc.file}:${loc.line ?? 1} ${message}\n${hint}` : (stack ?? message);
}

if (import.meta.main) {
  const live = resolve(process.env.DIST_DIR ?? "dist");
  const inodeOf = () => statSync(live, { throwIfNoEntry: false })?.ino;
  const inode = inodeOf();
  const problems = await build(live).catch((error: unknown) => [describeError(error as Error)]);
  if (problems.length > 0) {
    const state = `${relative(process.cwd(), live)}/ ${inodeOf() === inode ? "is as it was" : "has changed"}`;
    console.error([...problems, `build stopped: ${plural(problems.length, "problem")}; ${state}`].join("\n"));
    process.exit(1);
  }
}
