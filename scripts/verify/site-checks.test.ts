import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type Route, ROUTES } from "../../src/routes.ts";
import { compressSite } from "../compress.ts";
import { checkBudgets } from "./budgets.ts";
import { checkFeeds } from "./feeds.ts";
import { checkMarkup } from "./markup.ts";
import { folderOf, goodHead, pageOf, pngOf } from "./page.fixture.ts";
import { checkSitemap } from "./sitemap.ts";
import { checkSocialCards } from "./social-card.ts";
import { checkStructuredData } from "./structured-data.ts";
import { readXml } from "./xml.ts";

const SITE = "https://draft-by-draft.example";

describe("the social card", () => {
  const page = pageOf("/a/");
  test.each([
    ["right", pngOf(1200, 630), undefined],
    ["too small", pngOf(600, 315), "is 600 × 315 pixels, expected 1200 × 630"],
    ["no PNG", Buffer.from("<svg></svg>".repeat(3)), "is no PNG"],
  ])("%s", (_, card, message) => {
    const problems = checkSocialCards([page], folderOf({ "cards/default.png": card }));
    expect(problems).toEqual(message ? [expect.stringContaining(message)] : []);
  });

  test("missing, or elsewhere", () => {
    expect(checkSocialCards([page], folderOf({}))).toEqual([
      expect.stringContaining("`https://draft-by-draft.example/cards/default.png` does not exist"),
    ]);
    const elsewhere = pageOf("/a/", "", goodHead("/a/").replace(`${SITE}/cards/`, "https://cdn.example/"));
    expect(checkSocialCards([elsewhere], folderOf({}))).toEqual([expect.stringContaining("is no full address of this site")]);
  });

  test("tags that are missing are named, and an address of another page", () => {
    const root = folderOf({ "cards/default.png": pngOf(1200, 630) });
    const bare = pageOf(
      "/a/",
      "",
      goodHead("/a/")
        .replace(/<meta property="og:image:alt"[^>]*>/, "")
        .replace(`og:url" content="${SITE}/a/`, `og:url" content="${SITE}/b/`),
    );
    expect(checkSocialCards([bare], root)).toEqual([
      expect.stringContaining("no `og:image:alt`"),
      expect.stringContaining("`og:url` is https://draft-by-draft.example/b/"),
    ]);
  });
});

describe("structured data", () => {
  const crumbs = { "@type": "BreadcrumbList", itemListElement: [{ "@type": "ListItem", position: 1, name: "A", item: `${SITE}/a/` }] };
  const root = folderOf({ "a/index.html": "", "people/b/index.html": "" });
  const check = (url: string, ...nodes: unknown[]) =>
    checkStructuredData([pageOf(url, `<script type="application/ld+json">${JSON.stringify({ "@graph": nodes })}</script>`)], root);

  test("that is whole passes", () => {
    expect(check("/about/", crumbs)).toEqual([]);
  });

  test("of the wrong kind for its page is missed", () => {
    expect(check("/plan/", crumbs)).toEqual([expect.stringContaining("plan/index.html: JSON-LD: no NewsArticle")]);
    expect(check("/about/")).toEqual([expect.stringContaining("no BreadcrumbList")]);
  });

  test("that has an empty property is named", () => {
    expect(check("/about/", { ...crumbs, itemListElement: [] })).toEqual([
      expect.stringContaining("`itemListElement` of a BreadcrumbList is empty"),
    ]);
    const dataset = { "@type": "Dataset", name: "", description: "Short.", url: `${SITE}/a/`, license: "x", creator: "x" };
    expect(check("/about/", crumbs, dataset)).toEqual([
      expect.stringContaining("`name` of a Dataset is empty"),
      expect.stringContaining("fewer than 50 characters"),
    ]);
  });

  test("that says more of a person than names and office is stopped", () => {
    const person = { "@type": "Person", name: "B", url: `${SITE}/people/b/`, accusation: "x" };
    expect(check("/people/b/", crumbs, person)).toEqual([expect.stringContaining("a Person says `accusation`")]);
  });

  test("that leads nowhere or does not parse", () => {
    const lost = { "@type": "ListItem", position: 1, name: "A", item: `${SITE}/gone/` };
    expect(check("/about/", { ...crumbs, itemListElement: [lost] })).toEqual([
      expect.stringContaining("leads to `https://draft-by-draft.example/gone/`"),
    ]);
    expect(checkStructuredData([pageOf("/about/", '<script type="application/ld+json">{,}</script>')], root)).toEqual([
      expect.stringContaining("does not parse"),
    ]);
  });
});

describe("feeds", () => {
  const head = `${goodHead("/a/")}<link rel="alternate" type="application/atom+xml" href="/f.xml"><link rel="alternate" type="application/feed+json" href="/f.json">`;
  const entry = `<entry><title>T</title><id>urn:1</id><updated>2026-01-01T00:00:00Z</updated><link rel="alternate" type="text/html" href="${SITE}/a/"/></entry>`;
  const atom = `<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><id>urn:0</id><updated>2026-01-01T00:00:00Z</updated><author><name>A</name></author><link rel="self" type="application/atom+xml" href="${SITE}/f.xml"/>${entry}</feed>`;
  const item = { id: "urn:1", url: `${SITE}/a/`, content_html: "<p>x</p>", date_published: "2026-01-01T00:00:00Z" };
  const json = { version: "https://jsonfeed.org/version/1.1", title: "F", feed_url: `${SITE}/f.json`, items: [item] };
  const check = (xml: string, feed: unknown) =>
    checkFeeds(
      [pageOf("/a/", "", head)],
      folderOf({ "f.xml": xml, "f.json": typeof feed === "string" ? feed : JSON.stringify(feed), "a/index.html": "" }),
    );

  test("that are whole pass", () => {
    expect(check(atom, json)).toEqual([]);
  });

  test.each([
    [atom.replace("urn:1", ""), json, "f.xml: the id  is empty or stands twice"],
    [atom.replace(entry, entry + entry), json, "the id urn:1 is empty or stands twice"],
    [atom.replace(`href="${SITE}/a/"`, `href="${SITE}/gone/"`), json, "leads to `https://draft-by-draft.example/gone/`"],
    [atom.replace("<title>F", "<title>F & G"), json, "& G</title>"],
    [atom.replace("f.xml", "other.xml"), json, "as its own address"],
    [atom, { ...json, items: [] }, "has no entries"],
    [atom, { ...json, items: [{ ...item, url: undefined }] }, "leads to `undefined`"],
    [atom, "{", "does not parse"],
  ])("a broken one is named (%#)", (xml, feed, message) => {
    expect(check(xml, feed).join("\n")).toContain(message);
  });

  test("that are announced must be there, and some must be announced", () => {
    expect(checkFeeds([pageOf("/a/", "", head)], folderOf({}))).toEqual([
      expect.stringContaining("f.xml: announced, but not there"),
      expect.stringContaining("f.json"),
    ]);
    expect(checkFeeds([pageOf("/a/")], folderOf({}))).toEqual([expect.stringContaining("no page announces a feed")]);
  });
});

describe("XML", () => {
  test.each([
    ['<?xml version="1.0"?>\n<a b="c&amp;d"><e/>&#8217;</a>', undefined],
    ["<a><b></a></b>", "line 1: Expected closing tag 'b'"],
    ["<a>", "Unclosed tag 'a'"],
    ["<a>x & y</a>", '"& y</a>" begins with what XML does not allow'],
    ['<a b="x & y"/>', "XML does not allow"],
    ["<a>1 < 2</a>", "Invalid space after '<'"],
    ["<a>\u0008</a>", "XML does not allow"],
    ["text", "char 't' is not expected"],
  ])("%s", (xml, message) => {
    message === undefined ? expect(readXml(xml, [])).toMatchObject({ a: { "@b": "c&d" } }) : expect(readXml(xml, [])).toContain(message);
  });
});

describe("the sitemap", () => {
  const FIXED = Object.values<Route>(ROUTES).flatMap(({ path, noindex }) => (noindex || path.includes("[") ? [] : path));
  const robots = `Sitemap: ${SITE}/sitemap.xml`;
  const map = (...urls: string[]) =>
    `<urlset>${[...FIXED, ...urls].map((url) => `<url><loc>${SITE}${url}</loc><lastmod>2026-11-24</lastmod></url>`).join("")}</urlset>`;
  const pages = [...FIXED, "/a/", "/b/", "/search/", "/embed/a/"].map((url) => pageOf(url));
  test.each([
    [map("/a/", "/b/"), robots, undefined],
    [map("/a/"), robots, "https://draft-by-draft.example/b/ is missing"],
    [map("/a/", "/b/", "/search/"), robots, "/search/ is no page to be listed"],
    [map("/a/", "/b/"), "", "robots.txt does not name it"],
    [map("/a/", "/b/").replace(`${SITE}/timeline/`, `${SITE}/embed/a/`), robots, ["/timeline/ is missing", "/embed/a/ is no page"]],
    ["<urlset>", robots, "Unclosed tag 'urlset'"],
  ])("%#", (xml, text, message) => {
    const problems = checkSitemap(pages, folderOf({ "sitemap.xml": xml, "robots.txt": text }));
    expect(problems).toEqual([message ?? []].flat().map((part) => expect.stringContaining(part)));
  });

  test("lists a page that is always there, even if it was not built", () => {
    const root = folderOf({ "sitemap.xml": map("/a/", "/b/").replace(/<url>[^u]*\/timeline\/.*?<\/url>/, ""), "robots.txt": robots });
    const built = pages.filter(({ url }) => url !== "/timeline/");
    expect(checkSitemap(built, root)).toEqual([expect.stringContaining("/timeline/ is missing")]);
  });

  test("does not list a chart that was taken out", () => {
    const root = folderOf({ "sitemap.xml": map("/a/"), "robots.txt": robots });
    expect(checkSitemap(pages, root, ["/b/"])).toEqual([]);
    expect(checkSitemap(pages, root, ["/a/", "/b/"])).toEqual([expect.stringContaining("/a/ is no page to be listed")]);
  });

  test("must be there", () => {
    expect(checkSitemap(pages, folderOf({}))).toEqual([expect.stringContaining("sitemap.xml: missing")]);
  });
});

describe("budgets", () => {
  // Hexadecimal digits of no order compress to about half.
  const noise = (bytes: number) =>
    Array.from({ length: bytes }, (_, i) => ((Math.imul(i + 1, 2654435761) ^ Math.imul(i, i * 40503)) >>> 0).toString(36).at(-3)).join("");
  const head = `${goodHead("/plan/")}<link rel="stylesheet" href="/s.css"><script type="module" src="/s.js"></script><link rel="preload" as="font" href="/f.woff2">`;
  const light = {
    "s.css": "a{}",
    "s.js": 'import"./t.js";import("./lazy.js")',
    "t.js": "1",
    "lazy.js": noise(90_000),
    "f.woff2": noise(1000),
  };
  const check = (url: string, body: string, files: Record<string, string> = {}) => {
    const page = pageOf(url, body, head);
    return checkBudgets([page], folderOf({ ...light, ...files, [page.file]: page.html }));
  };

  test("a light page passes, and what is loaded on demand is not counted", async () => {
    expect(await check("/plan/", "<p>x</p>")).toMatchObject({ problems: [], warnings: [] });
  });

  test.each([
    ["/plan/", noise(120_000), {}, "plan/index.html: the HTML"],
    ["/sources/", noise(240_000), {}, "sources/index.html: the HTML"],
    ["/embed/a/", noise(60_000), {}, "embed/a/index.html: the HTML"],
    ["/plan/", "", { "t.js": noise(30_000) }, "its script"],
    ["/plan/", "", { "s.css": noise(40_000) }, "its styles"],
    ["/plan/", "", { "f.woff2": noise(90_000) }, "its preloaded fonts: 90,000 bytes after brotli, the budget is 81,920"],
    ["/plan/", "", { "s.css": "@font-face{font-family:A;src:url(a.woff2)}" }, "a font that blocks text"],
  ])("%s too heavy is named (%#)", async (url, body, files, message) => {
    expect((await check(url, body, files as Record<string, string>)).problems).toEqual([expect.stringContaining(message)]);
  });

  test("from nine tenths of a budget on a page is warned of, and passes", async () => {
    const { problems, warnings } = await check("/plan/", "", { "f.woff2": noise(78_000) });
    expect(problems).toEqual([]);
    expect(warnings).toEqual([expect.stringContaining("its preloaded fonts: 78,000 bytes after brotli, the budget is 81,920")]);
  });
});

test("invalid HTML is named with rule and place, by whatever thread found it, with a cache and without", { timeout: 60_000 }, async () => {
  const cache = join(folderOf({}), "cache");
  const pages = Array.from({ length: 50 }, (_, i) => ({
    url: `/${i}/`,
    file: `${i}/index.html`,
    html: i === 40 ? '<p>\n<div></p><b style="color: red">' : `<p>${i}</p>`,
  }));
  const problems = await checkMarkup(pages, cache);
  expect(readdirSync(cache)).toHaveLength(49);
  expect(await checkMarkup(pages, cache)).toEqual(problems);
  expect(problems.join("\n")).toContain("no-inline-style");
  expect(problems.length).toBeGreaterThan(0);
  for (const problem of problems) expect(problem).toMatch(/^40\/index\.html:\d+:\d+ .*; mend: see html-validate\.org\/rules\//);
});

describe("compressed twins", () => {
  const html = "<p>The same words again and again.</p>".repeat(100);
  const files = { "index.html": html, "small.css": "a{}", "f.woff2": html, "p.png": html };

  test("stand beside every text of some size, hold the same bytes, and are the same each time", async () => {
    const [one, two, cache] = [folderOf(files), folderOf(files), folderOf({})];
    const first = await compressSite(one, cache);
    expect(first).toMatchObject({ files: 1, plain: html.length });
    expect(await compressSite(two, cache)).toEqual(first);
    expect(brotliDecompressSync(readFileSync(join(one, "index.html.br"))).toString()).toBe(html);
    expect(gunzipSync(readFileSync(join(one, "index.html.gz"))).toString()).toBe(html);
    for (const name of ["index.html.br", "index.html.gz"])
      expect(readFileSync(join(one, name)).equals(readFileSync(join(two, name)))).toBe(true);
    for (const name of ["small.css.br", "f.woff2.br", "p.png.gz"]) expect(() => readFileSync(join(one, name))).toThrow("ENOENT");
  });

  test("are read back from what an earlier build compressed", async () => {
    const cache = folderOf({});
    await compressSite(folderOf(files), cache);
    const [key = ""] = readdirSync(cache);
    writeFileSync(join(cache, key), "from the cache");
    const folder = folderOf(files);
    await compressSite(folder, cache);
    expect(readFileSync(join(folder, "index.html.br"), "utf8")).toBe("from the cache");
  });

  // Digits of no order, so that even compressed they are of some size.
  const inside = `pagefind_dcd${Array.from({ length: 3000 }, (_, i) => Math.imul(i + 1, 2654435761) >>> 5).join("")}`;

  test("of a part of the search index hold what is inside its gzip", async () => {
    const folder = folderOf({ "en.pf_index": gzipSync(inside) });
    expect(await compressSite(folder)).toMatchObject({ files: 1 });
    expect(brotliDecompressSync(readFileSync(join(folder, "en.pf_index.br"))).toString()).toBe(inside);
    expect(() => readFileSync(join(folder, "en.pf_index.gz"))).toThrow("ENOENT");
  });

  test("of an index that is not Pagefind’s are refused", async () => {
    await expect(compressSite(folderOf({ "en.pf_index": gzipSync(inside.slice(1)) }))).rejects.toThrow("en.pf_index does not begin with");
  });
});
