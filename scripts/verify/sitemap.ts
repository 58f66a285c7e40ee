import { readFileSync } from "node:fs";
import { type Route, routeOf, ROUTES } from "../../src/routes.ts";
import type { ReadPage } from "./read-pages.ts";
import { addressOf, fileAt } from "./site-address.ts";
import { readXml } from "./xml.ts";

/**
 * A sitemap that misses a page which src/routes.ts wants listed, or lists another, such as the `unlisted` charts that were
 * taken out; robots.txt that does not name it.
 */
export function checkSitemap(
  pages: readonly ReadPage[],
  root: string,
  unlisted: readonly string[] = [],
): string[] {
  const mend = "mend: see scripts/write-sitemap.ts";
  const file = fileAt(root, "/sitemap.xml");
  if (!file) return [`sitemap.xml: missing; ${mend}`];
  const xml = readXml(readFileSync(file, "utf8"), ["url"]);
  if (typeof xml === "string") return [`sitemap.xml: ${xml}; ${mend}`];
  const listed = ((xml.urlset as { url?: { loc: string }[] } | undefined)?.url ?? []).map(({ loc }) => loc);
  const built = pages
    .map(({ url }) => url)
    .filter((url) => routeOf(url)?.noindex !== true && !unlisted.includes(url));
  const always = Object.values<Route>(ROUTES).flatMap(({ path, noindex }) =>
    noindex || path.includes("[") ? [] : path,
  );
  const wanted = new Set([...built, ...always].map(addressOf));
  const robots = fileAt(root, "/robots.txt");
  return [
    ...[...wanted].filter((url) => !listed.includes(url)).map((url) => `${url} is missing`),
    ...listed.filter((url) => !wanted.has(url)).map((url) => `${url} is no page to be listed`),
    ...(robots && readFileSync(robots, "utf8").includes(`Sitemap: ${addressOf("/sitemap.xml")}`)
      ? []
      : ["robots.txt does not name it"]),
  ].map((what) => `sitemap.xml: ${what}; ${mend}`);
}
