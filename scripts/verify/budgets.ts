import { readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { getOrInsert } from "../../src/required.ts";
import { type Budget, routeOf } from "../../src/routes.ts";
import { brotli } from "../compress.ts";
import { linksOf, type ReadPage } from "./read-pages.ts";
import { fileAt, pathOf } from "./site-address.ts";

interface Words {
  what: string;
  mend: string;
}
type Part =
  | (Words & { unit?: never; count?: never; files(page: ReadPage, root: string): Iterable<string> })
  | (Words & { unit: string; count(page: ReadPage): number; files?: never });

/** What each part of a budget measures, and what helps. */
const PARTS: Readonly<Record<keyof Budget, Part>> = {
  elements: {
    what: "what it has",
    unit: "elements",
    mend: "drawings with fewer marks, or fewer rows",
    count: (page) => page.tags.length,
  },
  html: { what: "the HTML", mend: "fewer charts on the page, or simpler ones", files: (page) => [page.url] },
  script: { what: "its script", mend: "load on demand what is not needed at once", files: scriptsOf },
  css: { what: "its styles", mend: "remove rules that no page uses", files: stylesOf },
  fonts: { what: "its preloaded fonts", mend: "a smaller subset", files: fontsOf },
};

/** From this share of a budget on a build says so: whoever writes should not meet the wall unwarned. */
const NEAR = 0.9;

/** Pages that transfer or hold more than src/routes.ts allows, and fonts that keep text from being seen. Warnings stop no build. */
export async function checkBudgets(
  pages: readonly ReadPage[],
  root: string,
): Promise<{ problems: string[]; warnings: string[]; summary: string }> {
  const sizes = new Map<string, Promise<number>>();
  const size = (path: string) =>
    getOrInsert(sizes, path, async () => {
      const file = fileAt(root, path);
      return file ? transferred(file) : 0;
    });
  const problems: string[] = [];
  const warnings: string[] = [];
  const figure = (count: number) => count.toLocaleString("en-GB");
  let fullest = { share: 0, page: "" };
  for (const page of pages) {
    const budget = Object.entries(routeOf(page.url)?.budget ?? {}) as [keyof Budget, number][];
    for (const [part, most] of budget) {
      const { what, mend, unit = "bytes after brotli", count, files } = PARTS[part];
      const parts = count ? [count(page)] : await Promise.all([...files(page, root)].map(size));
      const sum = parts.reduce((all, one) => all + one, 0);
      if (sum / most > fullest.share) fullest = { share: sum / most, page: page.url };
      const says = `${page.file}: ${what}: ${figure(sum)} ${unit}, the budget is ${figure(most)}; mend: ${mend}`;
      if (sum > most) problems.push(says);
      else if (sum > most * NEAR) warnings.push(says);
    }
  }
  for (const style of new Set(pages.flatMap(stylesOf))) {
    const file = fileAt(root, style);
    const css = file ? readFileSync(file, "utf8") : "";
    for (const [face] of css.matchAll(/@font-face\s*\{[^}]*url\([^}]*\}/g))
      if (!/font-display:\s*(optional|swap|fallback)/.test(face))
        problems.push(
          `${style.slice(1)}: a font that blocks text: \`${face.slice(0, 80)}\`; mend: font-display: optional`,
        );
  }
  const share = Math.round(fullest.share * 100);
  return { problems, warnings, summary: `fullest budget ${share} % (${fullest.page})` };
}

async function transferred(file: string): Promise<number> {
  const content = readFileSync(file);
  return file.endsWith(".woff2") ? content.length : (await brotli(content)).length;
}

function stylesOf(page: ReadPage): string[] {
  return linksOf(page.tags, "stylesheet").flatMap(({ href = "" }) => pathOf(href, page.url) ?? []);
}

function fontsOf(page: ReadPage): string[] {
  return linksOf(page.tags, "preload").flatMap(({ as, href = "" }) =>
    as === "font" ? (pathOf(href, page.url) ?? []) : [],
  );
}

/** Scripts of a page with everything that they import at once; what they import on demand is not counted. */
function scriptsOf(page: ReadPage, root: string): Set<string> {
  const found = new Set<string>();
  const follow = (path: string) => {
    const file = fileAt(root, path);
    if (found.has(path) || !file) return;
    found.add(path);
    for (const [, specifier = ""] of readFileSync(file, "utf8").matchAll(
      /\b(?:import|from)\s*["'](\.[^"']+\.js)["']/g,
    ))
      follow(join(dirname(path), specifier));
  };
  for (const { name, attributes } of page.tags) {
    const path =
      name === "script" && attributes.src !== undefined ? pathOf(attributes.src, page.url) : undefined;
    if (path) follow(path);
  }
  return found;
}
