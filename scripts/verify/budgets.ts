import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path/posix";
import { brotli } from "../compress.ts";
import { linksOf, type ReadPage } from "./read-pages.ts";
import { BASE, fileAt, pathOf } from "./site-address.ts";

const KB = 1024;

/** What a reader's browser transfers, at most, in bytes after brotli. */
const BUDGETS = { embed: 14 * KB, html: 45 * KB, script: 8 * KB, css: 12 * KB, fonts: 80 * KB };

/** Explainers: the pages that most readers open first. */
const EXPLAINER = /^\/(plan|france|corruption)\/$/;

/** Embeds and explainers that transfer more than their budget, and fonts that keep text from being seen. */
export async function checkBudgets(pages: readonly ReadPage[], root: string): Promise<{ problems: string[]; summary: string }> {
  const sizes = new Map<string, Promise<number>>();
  const size = (path: string) => {
    const file = fileAt(root, path);
    if (!sizes.has(path)) sizes.set(path, file ? transferred(file) : Promise.resolve(0));
    return sizes.get(path)!;
  };
  const total = async (paths: Iterable<string>) => (await Promise.all([...paths].map(size))).reduce((sum, bytes) => sum + bytes, 0);
  const problems: string[] = [];
  const most = { embed: 0, html: 0 };
  const judge = (page: ReadPage, what: string, bytes: number, budget: number, mend: string) => {
    if (bytes > budget)
      problems.push(
        `${page.file}: ${what}: ${bytes.toLocaleString("en-GB")} bytes after brotli, the budget is ${budget.toLocaleString("en-GB")}; mend: ${mend}`,
      );
  };
  for (const page of pages) {
    const html = () => size(page.url);
    if (page.url.startsWith("/embed/")) {
      const bytes = await html();
      most.embed = Math.max(most.embed, bytes);
      judge(page, "the embed", bytes, BUDGETS.embed, "fewer marks or shorter labels in its chart");
    }
    if (EXPLAINER.test(page.url)) {
      const bytes = await html();
      most.html = Math.max(most.html, bytes);
      judge(page, "the HTML", bytes, BUDGETS.html, "fewer charts on the page, or simpler ones");
      judge(page, "its script", await total(scriptsOf(page, root)), BUDGETS.script, "load on demand what is not needed at once");
      judge(page, "its styles", await total(stylesOf(page)), BUDGETS.css, "remove rules that no page uses");
      judge(page, "its preloaded fonts", await total(fontsOf(page)), BUDGETS.fonts, "a smaller subset");
    }
  }
  for (const style of new Set(pages.flatMap(stylesOf))) {
    const file = fileAt(root, style);
    for (const [face] of (file ? readFileSync(file, "utf8") : "").matchAll(/@font-face\s*\{[^}]*url\([^}]*\}/g))
      if (!/font-display:\s*(optional|swap|fallback)/.test(face))
        problems.push(`${style.slice(1)}: a font that blocks text: \`${face.slice(0, 80)}\`; mend: font-display: optional`);
  }
  const inKb = (bytes: number) => `${(bytes / KB).toFixed(1)} KB`;
  return { problems, summary: `largest explainer ${inKb(most.html)}, largest embed ${inKb(most.embed)} (brotli)` };
}

async function transferred(file: string): Promise<number> {
  const content = readFileSync(file);
  return file.endsWith(".woff2") ? content.length : (await brotli(content)).length;
}

function stylesOf(page: ReadPage): string[] {
  return linksOf(page.tags, "stylesheet").flatMap((link) => inSite(link.get("href"), page) ?? []);
}

function fontsOf(page: ReadPage): string[] {
  return linksOf(page.tags, "preload").flatMap((link) => (link.get("as") === "font" ? (inSite(link.get("href"), page) ?? []) : []));
}

/** Scripts of a page with everything that they import at once; what they import on demand is not counted. */
function scriptsOf(page: ReadPage, root: string): Set<string> {
  const found = new Set<string>();
  const follow = (path: string) => {
    const file = fileAt(root, path);
    if (found.has(path) || !file) return;
    found.add(path);
    for (const [, specifier] of readFileSync(file, "utf8").matchAll(/\b(?:import|from)\s*["'](\.[^"']+\.js)["']/g))
      follow(join(dirname(path), dirname(specifier!), basename(specifier!)));
  };
  for (const tag of page.tags)
    if (tag.name === "script" && tag.attributes.has("src")) {
      const path = inSite(tag.attributes.get("src"), page);
      if (path) follow(path);
    }
  return found;
}

function inSite(address: string | undefined, page: ReadPage): string | undefined {
  return address === undefined ? undefined : pathOf(new URL(address, new URL(page.url.slice(1), BASE)).href);
}
