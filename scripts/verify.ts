import { globSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { Parser } from "htmlparser2";
import { getOrInsert } from "../src/required.ts";
import { type Budget, routeOf } from "../src/routes.ts";

const BASE = new URL(process.env.SITE_URL ?? "https://draft-by-draft.example/");

/** A page of the built site. */
export interface ReadPage {
  /** Path in the site: `/plan/`. */
  url: string;
  /** Relative to the site’s folder. */
  file: string;
  html: string;
  /** Start tags, in order. Names are in lower case; entities in attribute values are resolved. */
  tags: { name: string; attributes: Readonly<Record<string, string>> }[];
}

/** HTML pages under `root`, sorted by path. */
export function readPages(root: string): ReadPage[] {
  return globSync("**/*.html", { cwd: root })
    .sort()
    .map((file) => readPage(file, readFileSync(join(root, file), "utf8")));
}

export function readPage(file: string, html: string): ReadPage {
  const tags: ReadPage["tags"] = [];
  new Parser({ onopentag: (name, attributes) => void tags.push({ name, attributes }) }).end(html);
  return { url: `/${file.replace(/index\.html$/, "")}`, file, html, tags };
}

/** URL attributes of any tag. */
const ADDRESS_ATTRIBUTES = ["href", "src", "action", "xlink:href"];

/**
 * Finds invalid URLs, schemes other than http(s) (content must not bring in `javascript:`), URLs outside the
 * base path, missing pages, files and fragments; and listed pages that no other page links to.
 */
export function checkLinks(pages: readonly ReadPage[], root: string): string[] {
  const idsByPath = new Map(
    pages.map(({ url, tags }) => [url, new Set(tags.flatMap(({ attributes: { id } }) => id ?? []))]),
  );
  const linked = new Set(["/"]);
  const problems: string[] = [];
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
        // The symbol of a <use> is in its own page, whatever the base.
        const target = URL.parse(address, (name !== "use" && base) || here);
        const problem = problemWith(target);
        if (problem) problems.push(`${file}: <${name} ${key}="${address.slice(0, 80)}">: ${problem}`);
        if (name === "a" && target && pathIn(target) !== url) linked.add(pathIn(target));
      }
  }
  for (const { url, file } of pages)
    if (!routeOf(url)?.noindex && !linked.has(url))
      problems.push(`${file}: no page links to it; fix: link to it, or do not build it`);
  return problems;

  function problemWith(target: URL | null): string | undefined {
    if (!target) return "cannot be read as an address; fix: correct it where it is written";
    if (!/^https?:$/.test(target.protocol))
      return `the scheme is \`${target.protocol}\`; fix: use an http or https address`;
    if (target.origin !== BASE.origin) return undefined;
    if (!target.pathname.startsWith(BASE.pathname))
      return `leaves the base path ${BASE.pathname}; fix: build it with to() of src/routes.ts`;
    const path = pathIn(target);
    const ids = idsByPath.get(path);
    if (!ids && (path.endsWith("/") || !statSync(join(root, path), { throwIfNoEntry: false })?.isFile()))
      return "does not exist; fix: correct the address, or add the page";
    const fragment = decode(target.hash.slice(1));
    return fragment && ids && !ids.has(fragment)
      ? `that page has no \`id="${fragment}"\`; fix: correct the fragment`
      : undefined;
  }
}

/** Path in the site. */
function pathIn({ pathname }: URL): string {
  return decode(`/${pathname.slice(BASE.pathname.length)}`);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** What a page, or a file of it, weighs or has, and how much it may. */
interface Measure {
  file: string;
  what: string;
  size: number;
  limit: number | undefined;
}

const EMBED_SCRIPT_LIMIT_BYTES = 2048;

/** Finds pages over the budget of their route in src/routes.ts. All links must be valid. */
export async function checkBudgets(
  pages: readonly ReadPage[],
  root: string,
): Promise<{ problems: string[]; summary: string }> {
  const embedScript = {
    file: "embed.js",
    what: "bytes after brotli",
    size: await transferSize([join(root, "embed.js")], EMBED_SCRIPT_LIMIT_BYTES),
    limit: EMBED_SCRIPT_LIMIT_BYTES,
  };
  const measures = [embedScript, ...(await Promise.all(pages.map((page) => measurePage(page, root)))).flat()];
  const figure = (count: number) => count.toLocaleString("en-GB");
  const shareOf = ({ size, limit = Infinity }: Measure) => size / limit;
  const fullest = measures.reduce((a, b) => (shareOf(b) > shareOf(a) ? b : a));
  return {
    problems: measures.flatMap(({ file, what, size, limit = Infinity }) =>
      size > limit
        ? `${file}: ${figure(size)} ${what}; at most ${figure(limit)}; fix: make the page lighter`
        : [],
    ),
    summary: `fullest budget ${Math.round(100 * shareOf(fullest))} % (${fullest.file})`,
  };
}

async function measurePage({ url, file, tags }: ReadPage, root: string): Promise<Measure[]> {
  const budget: Budget | undefined = routeOf(url)?.budget;
  if (!budget) return [];
  const html = [join(root, file)];
  const fonts: string[] = [];
  const scripts = new Set<string>();
  const fileOf = (address = "") => join(root, pathIn(new URL(address, new URL(url.slice(1), BASE))));
  for (const { name, attributes } of tags) {
    const { rel, as, href, src } = attributes;
    if (name === "script" && src !== undefined) addScript(fileOf(src), scripts);
    if (name === "link" && rel === "stylesheet") html.push(fileOf(href));
    if (name === "link" && rel === "preload" && as === "font") fonts.push(fileOf(href));
  }
  const measure = async (what: string, files: Iterable<string>, limit: number | undefined) => ({
    file,
    what,
    size: await transferSize([...files], limit),
    limit,
  });
  return [
    { file, what: "elements", size: tags.length, limit: budget.elements },
    await measure("bytes of HTML with its styles, after brotli", html, budget.html),
    await measure("bytes of script, after brotli", scripts, budget.script),
    await measure("bytes of preloaded fonts", fonts, budget.fonts),
  ];
}

/** Adds a script with its static imports; dynamic imports do not count. */
function addScript(file: string, found: Set<string>): void {
  if (found.has(file)) return;
  found.add(file);
  const imports = readFileSync(file, "utf8").matchAll(/\b(?:import|from)\s*["'](\.[^"']+\.js)["']/g);
  for (const [, specifier = ""] of imports) addScript(join(dirname(file), specifier), found);
}

const sizes = new Map<string, Promise<number>>();

/** Bytes after brotli; a faster upper bound if that is within the limit. Fonts are compressed already. */
async function transferSize(files: readonly string[], limit = Infinity): Promise<number> {
  const compress = async (file: string, quality: number) => {
    const content = readFileSync(file);
    if (file.endsWith(".woff2")) return content.length;
    const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
    return (await promisify(brotliCompress)(content, { params })).length;
  };
  const total = async (quality: number) => {
    const found = files.map((file) =>
      getOrInsert(sizes, `${quality} ${file}`, () => compress(file, quality)),
    );
    return (await Promise.all(found)).reduce((all, size) => all + size, 0);
  };
  const fast = await total(5);
  return fast <= limit * 0.9 ? fast : total(11);
}
