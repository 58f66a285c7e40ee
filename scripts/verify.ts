import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { dirname, join as joinPath } from "node:path/posix";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { getOrInsert } from "../src/required.ts";
import { type Budget, routeOf } from "../src/routes.ts";
import type { ReadPage, Tag } from "./read-pages.ts";

/** Where the site will live. */
const BASE = new URL(process.env.SITE_URL ?? "https://draft-by-draft.example/");

/**
 * Checks the built site in `root`, whose pages are given: links with their fragments, pages that no page links to, and budgets.
 * Resolves to every problem, and to a summary of what was checked.
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

/** Attributes that hold an address, of whatever tag. */
const ADDRESS_ATTRIBUTES = ["href", "src", "action", "formaction", "poster", "data", "cite", "xlink:href"];

/**
 * Finds addresses that cannot be read, that have another scheme than http(s) (no `javascript:` from content reaches a page),
 * that leave the base path or whose page, file or fragment is not in the site; and listed pages that no other page links to.
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
    const seen = new Set<string>();
    const here = new URL(url.slice(1), BASE).href;
    // Embeds have a <base>.
    const base =
      URL.parse(tags.find(({ name }) => name === "base")?.attributes.href ?? "", here)?.href ?? here;
    for (const tag of tags) {
      if (tag.name === "base") continue;
      for (const key of ADDRESS_ATTRIBUTES) {
        const address = tag.attributes[key];
        if (address === undefined || seen.has(address)) continue;
        seen.add(address);
        checked++;
        // The sign of a <use> is in its own page, whatever the base.
        const { path, problem } = resolveAddress(tag, address, tag.name === "use" ? here : base);
        if (problem) problems.push(`${file}: <${tag.name} ${key}="${address.slice(0, 80)}">: ${problem}`);
        if (tag.name === "a" && path && path !== url) linked.add(path);
      }
    }
  }
  for (const { url, file, noindex } of pages)
    if (!noindex && !linked.has(url))
      problems.push(`${file}: no page links to it; fix: link to it, or do not build it`);
  return { problems, checked };

  function resolveAddress(tag: Tag, address: string, base: string): { path?: string; problem?: string } {
    // Browsers skip white space and control characters before and inside a scheme.
    const [, scheme = "http"] = /^([a-z][a-z0-9+.-]*):/i.exec(address.replace(/[\u0000-\u0020]/g, "")) ?? [];
    if (!/^https?$/i.test(scheme))
      return tag.name === "link" && address === "data:,"
        ? {}
        : { problem: `the scheme is \`${scheme.toLowerCase()}\`; fix: use an http or https address` };
    const url = URL.parse(address, base);
    if (!url) return { problem: "cannot be read as an address; fix: correct it where it is written" };
    if (url.origin !== BASE.origin) return {};
    if (!url.pathname.startsWith(BASE.pathname))
      return { problem: `leaves the base path ${BASE.pathname}; fix: build it with to() of src/site.ts` };
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

/** What each part of a budget measures, and what helps. */
const PARTS: Record<keyof Budget, { what: string; unit: string; hint: string }> = {
  elements: { what: "page", unit: "elements", hint: "fewer marks in drawings, or fewer rows" },
  html: {
    what: "HTML with its styles",
    unit: "bytes after brotli",
    hint: "fewer or simpler charts on the page",
  },
  script: { what: "script", unit: "bytes after brotli", hint: "load on demand what is not needed at once" },
  fonts: { what: "preloaded fonts", unit: "bytes", hint: "a smaller subset" },
};

/** Finds pages that transfer or hold more than the budget of their route in src/routes.ts. */
export async function checkBudgets(
  pages: readonly ReadPage[],
  root: string,
): Promise<{ problems: string[]; summary: string }> {
  const sizes = new Map<string, Promise<number>>();
  const sum = async (files: Iterable<string>, limit: number) => {
    const found = await Promise.all(
      [...files].map((file) => getOrInsert(sizes, file, () => transferSize(file, limit))),
    );
    return found.reduce((all, size) => all + size, 0);
  };
  const measured = pages.flatMap((page) =>
    (Object.entries(routeOf(page.url)?.budget ?? {}) as [keyof Budget, number][]).map(
      async ([part, limit]) => {
        const size = part === "elements" ? page.tags.length : await sum(FILES[part](page, root), limit);
        return { page, part, limit, size };
      },
    ),
  );
  const results = await Promise.all(measured);
  const problems = results
    .filter(({ size, limit }) => size > limit)
    .map(({ page, part, limit, size }) => {
      const { what, unit, hint } = PARTS[part];
      const figure = (count: number) => count.toLocaleString("en-GB");
      return `${page.file}: the ${what} has ${figure(size)} ${unit}, the budget is ${figure(limit)}; fix: ${hint}`;
    });
  const [fullest] = results.toSorted((a, b) => b.size / b.limit - a.size / a.limit);
  const summary = fullest
    ? `fullest budget ${Math.round((100 * fullest.size) / fullest.limit)} % (${fullest.page.url})`
    : "no budgets";
  return { problems, summary };
}

/** The files that count towards each part of a budget. */
const FILES: Record<Exclude<keyof Budget, "elements">, (page: ReadPage, root: string) => Iterable<string>> = {
  html: (page, root) => [
    join(root, page.file),
    ...linkedFiles(page, root, (rel) => rel.includes("stylesheet")),
  ],
  fonts: (page, root) => linkedFiles(page, root, (rel, as) => rel.includes("preload") && as === "font"),
  script: scriptsOf,
};

function linkedFiles(
  { tags, url }: ReadPage,
  root: string,
  isWanted: (rel: readonly string[], as: string | undefined) => boolean,
): string[] {
  return tags.flatMap(({ name, attributes: { rel = "", as, href = "" } }) =>
    name === "link" && isWanted(rel.split(" "), as) ? (fileAt(root, pathOf(href, url)) ?? []) : [],
  );
}

/** Scripts of a page with everything that they import at once; what they import on demand is not counted. */
function scriptsOf({ tags, url }: ReadPage, root: string): Set<string> {
  const found = new Set<string>();
  const add = (path: string | undefined) => {
    const file = fileAt(root, path);
    if (path === undefined || file === undefined || found.has(file)) return;
    found.add(file);
    for (const [, specifier = ""] of readFileSync(file, "utf8").matchAll(
      /\b(?:import|from)\s*["'](\.[^"']+\.js)["']/g,
    ))
      add(joinPath(dirname(path), specifier));
  };
  for (const { name, attributes } of tags)
    if (name === "script" && attributes.src !== undefined) add(pathOf(attributes.src, url));
  return found;
}

/** Bytes of a file after brotli; an upper bound, found faster, where that is within `limit`. Fonts are compressed already. */
async function transferSize(file: string, limit: number): Promise<number> {
  const content = readFileSync(file);
  if (file.endsWith(".woff2")) return content.length;
  const compressed = async (quality: number) =>
    (await promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }))
      .length;
  const fast = await compressed(5);
  return fast <= limit * 0.9 ? fast : compressed(11);
}

/** Path in the site, without the base, of an address on the page at `from`; undefined if it leads elsewhere. */
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

/** The file in `root` that answers a path. */
function fileAt(root: string, path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  const file = join(root, path.endsWith("/") ? `${path}index.html` : path);
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}
