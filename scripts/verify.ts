import { existsSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { getOrInsert } from "../src/required.ts";
import { type Budget, routeOf } from "../src/routes.ts";
import type { ReadPage, Tag } from "./read-pages.ts";

const BASE = new URL(process.env.SITE_URL ?? "https://draft-by-draft.example/");

/**
 * Checks links with fragments, orphan pages and budgets of the given pages. Resolves to every problem, and a
 * summary.
 */
export async function verifySite(
  root: string,
  pages: readonly ReadPage[],
): Promise<{ problems: string[]; summary: string }> {
  const links = checkLinks(pages, root);
  const budgets = await checkBudgets(pages, root);
  return {
    problems: [...links.problems, ...budgets.problems],
    summary: `${links.checked} addresses checked · ${budgets.summary}`,
  };
}

/** URL attributes of any tag. */
const ADDRESS_ATTRIBUTES = ["href", "src", "action", "formaction", "poster", "data", "cite", "xlink:href"];

/**
 * Finds invalid URLs, schemes other than http(s) (content must not bring in `javascript:`), URLs outside the
 * base path, missing pages, files and fragments; and listed pages that no other page links to.
 */
export function checkLinks(
  pages: readonly ReadPage[],
  root: string,
): { problems: string[]; checked: number } {
  const idsByPath = new Map(
    pages.map(({ url, tags }) => [url, new Set(tags.flatMap(({ attributes: { id } }) => id ?? []))]),
  );
  const linked = new Set(["/"]);
  const problems: string[] = [];
  let checked = 0;
  for (const { url, file, tags } of pages) {
    const seen = new Set<string>(["data:,"]);
    const here = new URL(url.slice(1), BASE).href;
    // Embeds have a <base>.
    const base = URL.parse(tags.find(({ name }) => name === "base")?.attributes.href ?? "", here)?.href;
    for (const { name, attributes } of tags)
      for (const key of name === "base" ? [] : ADDRESS_ATTRIBUTES) {
        const address = attributes[key];
        if (address === undefined || seen.has(address)) continue;
        seen.add(address);
        checked++;
        // The symbol of a <use> is in its own page, whatever the base.
        const { path, problem } = resolveAddress(address, (name !== "use" && base) || here);
        if (problem) problems.push(`${file}: <${name} ${key}="${address.slice(0, 80)}">: ${problem}`);
        if (name === "a" && path && path !== url) linked.add(path);
      }
  }
  for (const { url, file, noindex } of pages)
    if (!noindex && !linked.has(url))
      problems.push(`${file}: no page links to it; fix: link to it, or do not build it`);
  return { problems, checked };

  function resolveAddress(address: string, base: string): { path?: string; problem?: string } {
    // Browsers skip white space and control characters before and inside a scheme.
    const [, scheme = "http"] = /^([a-z][a-z0-9+.-]*):/i.exec(address.replace(/[\u0000-\u0020]/g, "")) ?? [];
    if (!/^https?$/i.test(scheme))
      return { problem: `the scheme is \`${scheme.toLowerCase()}\`; fix: use an http or https address` };
    const url = URL.parse(address, base);
    if (!url) return { problem: "cannot be read as an address; fix: correct it where it is written" };
    if (url.origin !== BASE.origin) return {};
    if (!url.pathname.startsWith(BASE.pathname))
      return { problem: `leaves the base path ${BASE.pathname}; fix: build it with to() of src/routes.ts` };
    const path = decode(`/${url.pathname.slice(BASE.pathname.length)}`);
    const fragment = decode(url.hash.slice(1));
    if (path === undefined || fragment === undefined)
      return { problem: "has a percent sign that encodes no character; fix: write it as %25" };
    const ids = idsByPath.get(path);
    if (path.endsWith("/") ? !ids : !fileAt(root, path))
      return { problem: "does not exist; fix: correct the address, or add the page" };
    if (fragment && ids && !ids.has(fragment))
      return { path, problem: `that page has no \`id="${fragment}"\`; fix: correct the fragment` };
    return { path };
  }
}

/** What each part of a budget measures. */
const PARTS: Record<keyof Budget, string> = {
  elements: "elements",
  html: "bytes of HTML with its styles, after brotli",
  script: "bytes of script, after brotli",
  fonts: "bytes of preloaded fonts",
};

/** Finds pages over the budget of their route in src/routes.ts. */
export async function checkBudgets(
  pages: readonly ReadPage[],
  root: string,
): Promise<{ problems: string[]; summary: string }> {
  const sizes = new Map<string, Promise<number>>();
  const measure = async (page: ReadPage, part: keyof Budget, limit: number) => {
    if (part === "elements") return page.tags.length;
    const files = [...FILES[part](page, root)];
    const found = files.map((file) => getOrInsert(sizes, file, () => transferSize(file, limit)));
    return (await Promise.all(found)).reduce((all, size) => all + size, 0);
  };
  const results = await Promise.all(
    pages.flatMap((page) =>
      (Object.entries(routeOf(page.url)?.budget ?? {}) as [keyof Budget, number][]).map(
        async ([part, limit]) => ({ page, part, limit, size: await measure(page, part, limit) }),
      ),
    ),
  );
  const figure = (count: number) => count.toLocaleString("en-GB");
  const problems = results
    .filter(({ size, limit }) => size > limit)
    .map(
      ({ page, part, limit, size }) =>
        `${page.file}: ${figure(size)} ${PARTS[part]}; at most ${figure(limit)}; fix: make the page lighter`,
    );
  const [fullest] = results.toSorted((a, b) => b.size / b.limit - a.size / a.limit);
  const share = fullest && `${Math.round((100 * fullest.size) / fullest.limit)} % (${fullest.page.url})`;
  return { problems, summary: `fullest budget ${share ?? "none"}` };
}

/** Files that count towards each part of a budget. */
const FILES: Record<Exclude<keyof Budget, "elements">, (page: ReadPage, root: string) => Iterable<string>> = {
  html: (page, root) => [
    join(root, page.file),
    ...linkedFiles(page, root, ({ rel = "" }) => rel.includes("stylesheet")),
  ],
  fonts: (page, root) => linkedFiles(page, root, ({ rel, as }) => rel === "preload" && as === "font"),
  script: scriptsOf,
};

function linkedFiles(
  { tags, url }: ReadPage,
  root: string,
  isWanted: (attributes: Tag["attributes"]) => boolean,
): string[] {
  return tags.flatMap(({ name, attributes }) =>
    name === "link" && isWanted(attributes) ? (fileAt(root, pathOf(attributes.href ?? "", url)) ?? []) : [],
  );
}

/** Scripts with their static imports; dynamic imports do not count. */
function scriptsOf({ tags, url }: ReadPage, root: string): Set<string> {
  const found = new Set<string>();
  const add = (path: string | undefined) => {
    const file = fileAt(root, path);
    if (path === undefined || file === undefined || found.has(file)) return;
    found.add(file);
    const imports = readFileSync(file, "utf8").matchAll(/\b(?:import|from)\s*["'](\.[^"']+\.js)["']/g);
    for (const [, specifier = ""] of imports) add(posix.join(posix.dirname(path), specifier));
  };
  for (const { name, attributes } of tags)
    if (name === "script" && attributes.src !== undefined) add(pathOf(attributes.src, url));
  return found;
}

/** Bytes after brotli; a faster upper bound if that is within `limit`. Fonts are compressed already. */
async function transferSize(file: string, limit: number): Promise<number> {
  const content = readFileSync(file);
  if (file.endsWith(".woff2")) return content.length;
  const compressed = async (quality: number) =>
    (await promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }))
      .length;
  const fast = await compressed(5);
  return fast <= limit * 0.9 ? fast : compressed(11);
}

/** Path without the base, of a URL on the page at `from`; undefined if outside the site. */
function pathOf(address: string, from: string): string | undefined {
  const url = URL.parse(address, new URL(from.slice(1), BASE));
  return url?.href.startsWith(BASE.href) ? decode(`/${url.pathname.slice(BASE.pathname.length)}`) : undefined;
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

function fileAt(root: string, path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  const file = join(root, path.endsWith("/") ? `${path}index.html` : path);
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}
