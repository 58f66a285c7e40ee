import { globSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { Parser } from "htmlparser2";
import { decodePart } from "../src/escape.ts";
import { getOrInsert } from "../src/expect-defined.ts";
import {
  budgetOf,
  findContentFile,
  RAISABLE,
  type RaisedBudgets,
  matchRoute,
  matchRoutes,
} from "../src/routes.ts";
import { CONTENT_DIR, SITE_URL } from "../src/settings.ts";

/** What the checks need to know of a page. Who needs its HTML reads it again: all pages together are too large. */
export type PageFacts = ReturnType<typeof readPage>;

export function readPages(root: string): PageFacts[] {
  return globSync("**/*.html", { cwd: root })
    .sort()
    .map((file) => readPage(file, readFileSync(join(root, file), "utf8")));
}

const ADDRESS_ATTRIBUTES = ["href", "src", "action", "xlink:href"];
const RESTRAINED = ["script", "style", "link", "body"];

export function readPage(file: string, html: string) {
  const page = {
    /** Path in the site: `/plan/`. */
    url: `/${file.replace(/index\.html$/, "")}`,
    file,
    elementCount: 0,
    ids: new Set<string>(),
    /** Each once: `a href /plan/`. Entities in addresses are resolved. */
    links: new Set<string>(),
    scripts: [] as string[],
    styles: [] as string[],
    fonts: [] as string[],
    /** The content security policy, if it comes before all that it restrains. */
    policy: undefined as string | undefined,
    /** Of the tag `<base>`, which embeds have. */
    base: undefined as string | undefined,
    isSearched: false,
    isRedirect: false,
  };
  const onopentag = (tag: string, attributes: Readonly<Record<string, string>>) => {
    const { id, rel, as, href, src } = attributes;
    page.elementCount++;
    if (attributes["http-equiv"]?.toLowerCase() === "content-security-policy")
      page.policy ??= detach(attributes.content ?? "");
    else if (RESTRAINED.includes(tag)) page.policy ??= "";
    page.isRedirect ||= attributes["http-equiv"]?.toLowerCase() === "refresh";
    page.isSearched ||= "data-pagefind-body" in attributes;
    if (id !== undefined) page.ids.add(detach(id));
    if (tag === "base") {
      page.base ??= href && detach(href);
      return;
    }
    if (tag === "script" && src !== undefined) page.scripts.push(detach(src));
    if (tag === "link" && rel === "stylesheet" && href) page.styles.push(detach(href));
    if (tag === "link" && rel === "preload" && as === "font" && href) page.fonts.push(detach(href));
    for (const attribute of ADDRESS_ATTRIBUTES) {
      const address = attributes[attribute];
      if (address === undefined || address === "data:,") continue;
      page.links.add(detach(`${tag} ${attribute} ${address}`));
    }
  };
  new Parser({ onopentag }).end(html);
  return page;
}

/** A copy of a part of a long text: V8 keeps the whole text for as long as there is a part of it. */
function detach(part: string) {
  return Buffer.from(part).toString();
}

/** Content must not bring in `javascript:`. What a page may load is a matter of its policy. */
export function checkLinks(pages: readonly PageFacts[], root: string): string[] {
  const idsByPath = new Map(pages.map(({ url, ids }) => [url, ids]));
  const linked = new Set(["/"]);
  const problems: string[] = [];
  for (const { url, file, links, base } of pages) {
    const here = addressOf(url);
    const origin = URL.parse(base ?? "", here)?.href;
    for (const link of links) {
      const [, tag = "", attribute = "", address = ""] = /^(\S+) (\S+) (.*)$/s.exec(link) ?? [];
      // The symbol of a <use> is in its own page, whatever the base.
      const target = URL.parse(address, (tag !== "use" && origin) || here);
      const problem = problemWith(target);
      if (problem) problems.push(`${file}: <${tag} ${attribute}="${address.slice(0, 80)}">: ${problem}`);
      if (tag === "a" && target && pathIn(target) !== url) linked.add(pathIn(target));
    }
  }
  for (const { url, file, isRedirect } of pages)
    if (!isRedirect && !matchRoute(url)?.noindex && !linked.has(url))
      problems.push(`${file}: no page links to it; fix: link to it, or do not build it`);
  return problems;

  function problemWith(target: URL | null) {
    if (!target) return "cannot be read as an address; fix: correct it where it is written";
    if (!/^(https?|mailto):$/.test(target.protocol))
      return `the scheme is \`${target.protocol}\`; fix: use an http, https or mailto address`;
    if (target.origin !== SITE_URL.origin) return undefined;
    if (!target.pathname.startsWith(SITE_URL.pathname))
      return `leaves the base path ${SITE_URL.pathname}; fix: build it with withBase() of src/routes.ts`;
    const path = pathIn(target);
    const ids = idsByPath.get(path);
    if (!ids && (path.endsWith("/") || !statSync(join(root, path), { throwIfNoEntry: false })?.isFile()))
      return "does not exist; fix: correct the address, or add the page";
    const fragment = decodePart(target.hash.slice(1));
    return fragment && ids && !ids.has(fragment)
      ? `that page has no \`id="${fragment}"\`; fix: correct the fragment`
      : undefined;
  }
}

export function checkPolicies(pages: readonly PageFacts[]): string[] {
  return pages.flatMap(({ file, isRedirect, policy = "" }) =>
    isRedirect || /^default-src 'none'(?!.*unsafe-)/s.test(policy)
      ? []
      : `${file}: has no content security policy that begins with default-src 'none', allows nothing unsafe and comes before scripts and styles; fix: take it from src/meta/head.ts`,
  );
}

export function addressOf(path: string): string {
  return new URL(path.slice(1), SITE_URL).href;
}

function pathIn({ pathname }: URL) {
  return decodePart(`/${pathname.slice(SITE_URL.pathname.length)}`);
}

interface Measure {
  file: string;
  what: string;
  size: number;
  limit: number | undefined;
  /** Key in `budgets` of site.yaml that raises the limit. */
  raisedBy?: string;
}

const EMBED_SCRIPT_LIMIT_BYTES = 2048;

/** Pages in memory at a time: Node has four threads that compress. */
const COMPRESSED_AT_ONCE = 4;

/** All links must be valid. */
export async function checkBudgets(pages: readonly PageFacts[], root: string, raised: RaisedBudgets = {}) {
  const script = join(root, "embed.js");
  const measures = [await measure("embed.js", "bytes after brotli", [script], EMBED_SCRIPT_LIMIT_BYTES)];
  const queue = pages.values();
  const measureRest = async () => {
    for (const page of queue) measures.push(...(await measurePage(page, root, raised)));
  };
  await Promise.all(Array.from({ length: COMPRESSED_AT_ONCE }, measureRest));
  const figure = (count: number) => count.toLocaleString("en-GB");
  const shareOf = ({ size, limit = Infinity }: Measure) => size / limit;
  const fullest = measures.reduce((a, b) => (shareOf(b) > shareOf(a) ? b : a));
  const problems = measures
    .filter((measure) => shareOf(measure) > 1)
    .map(({ file, what, size, limit = 0, raisedBy }) => {
      const content = findContentFile(`/${file.replace(/index\.html$/, "")}`);
      const source = content ? ` (its content is in ${CONTENT_DIR}/${content})` : "";
      const raise = raisedBy ? `, or raise \`${raisedBy}\` in site.yaml (docs/growth.md)` : "";
      return `${file}: ${figure(size)} ${what}; at most ${figure(limit)}; fix: make the page lighter${source}${raise}`;
    });
  return {
    problems: problems.sort(),
    summary: `fullest budget ${Math.round(100 * shareOf(fullest))} % (${fullest.file})`,
  };
}

async function measure(
  file: string,
  what: string,
  files: Iterable<string>,
  limit: number | undefined,
): Promise<Measure> {
  return { file, what, size: await transferSize([...files], limit), limit };
}

async function measurePage(page: PageFacts, root: string, raised: RaisedBudgets): Promise<Measure[]> {
  const { url, file, elementCount } = page;
  const budget = budgetOf(url, raised);
  const name = matchRoutes(url).find((name) => RAISABLE.includes(name));
  const raisedBy = (key: string) => name && `budgets.${name}.${key}`;
  const fileOf = (address: string) => join(root, pathIn(new URL(address, addressOf(url))));
  const scripts = new Set<string>();
  for (const address of page.scripts) addScript(fileOf(address), scripts);
  const html = [join(root, file), ...page.styles.map(fileOf)];
  return [
    { file, what: "elements", size: elementCount, limit: budget.elements, raisedBy: raisedBy("elements") },
    {
      ...(await measure(file, "bytes of HTML with its styles, after brotli", html, budget.html)),
      raisedBy: raisedBy("html_kb"),
    },
    await measure(file, "bytes of script, after brotli", scripts, budget.script),
    await measure(file, "bytes of preloaded fonts", page.fonts.map(fileOf), budget.fonts),
  ];
}

/** Dynamic imports do not count. */
function addScript(file: string, found: Set<string>) {
  if (found.has(file)) return;
  found.add(file);
  const imports = readFileSync(file, "utf8").matchAll(/\b(?:import|from)\s*["'](\.[^"']+\.js)["']/g);
  for (const [, specifier = ""] of imports) addScript(join(dirname(file), specifier), found);
}

const sizes = new Map<string, Promise<number>>();

/** Bytes after brotli; where a quick compression is well within the limit, its result. Fonts are compressed already. */
async function transferSize(files: readonly string[], limit = Infinity) {
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
  const fast = await total(4);
  return fast <= limit * 0.9 ? fast : total(11);
}
