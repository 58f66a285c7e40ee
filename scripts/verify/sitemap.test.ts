import { describe, expect, test } from "vitest";
import { type Route, ROUTES } from "../../src/routes.ts";
import { folderOf, pageOf } from "./page.fixture.ts";
import { checkSitemap } from "./sitemap.ts";

const SITE = "https://draft-by-draft.example";

describe("the sitemap", () => {
  const FIXED = Object.values<Route>(ROUTES).flatMap(({ path, noindex }) =>
    noindex || path.includes("[") ? [] : path,
  );
  const robots = `Sitemap: ${SITE}/sitemap.xml`;
  const map = (...urls: string[]) =>
    `<urlset>${[...FIXED, ...urls].map((url) => `<url><loc>${SITE}${url}</loc><lastmod>2026-11-24</lastmod></url>`).join("")}</urlset>`;
  const pages = [...FIXED, "/a/", "/b/", "/search/", "/embed/a/"].map((url) => pageOf(url));
  test.each([
    [map("/a/", "/b/"), robots, undefined],
    [map("/a/"), robots, "https://draft-by-draft.example/b/ is missing"],
    [map("/a/", "/b/", "/search/"), robots, "/search/ is no page to be listed"],
    [map("/a/", "/b/"), "", "robots.txt does not name it"],
    [
      map("/a/", "/b/").replace(`${SITE}/timeline/`, `${SITE}/embed/a/`),
      robots,
      ["/timeline/ is missing", "/embed/a/ is no page"],
    ],
    ["<urlset>", robots, "Unclosed tag 'urlset'"],
  ])("%#", (xml, text, message) => {
    const problems = checkSitemap(pages, folderOf({ "sitemap.xml": xml, "robots.txt": text }));
    expect(problems).toEqual([message ?? []].flat().map((part) => expect.stringContaining(part)));
  });

  test("lists a page that is always there, even if it was not built", () => {
    const root = folderOf({
      "sitemap.xml": map("/a/", "/b/").replace(/<url>[^u]*\/timeline\/.*?<\/url>/, ""),
      "robots.txt": robots,
    });
    const built = pages.filter(({ url }) => url !== "/timeline/");
    expect(checkSitemap(built, root)).toEqual([expect.stringContaining("/timeline/ is missing")]);
  });

  test("does not list a chart that was taken out", () => {
    const root = folderOf({ "sitemap.xml": map("/a/"), "robots.txt": robots });
    expect(checkSitemap(pages, root, ["/b/"])).toEqual([]);
    expect(checkSitemap(pages, root, ["/a/", "/b/"])).toEqual([
      expect.stringContaining("/a/ is no page to be listed"),
    ]);
  });

  test("must be there", () => {
    expect(checkSitemap(pages, folderOf({}))).toEqual([expect.stringContaining("sitemap.xml: missing")]);
  });
});
