import { readFileSync } from "node:fs";
import { type Route, routeOf, ROUTES } from "../../src/routes.ts";
import type { ReadPage } from "./read-pages.ts";
import { addressOf, fileAt } from "./site-address.ts";
import { readXml } from "./xml.ts";

/** What the protocol allows in one file. */
const MOST = 50_000;

/**
 * A sitemap that misses a page which src/routes.ts wants listed, lists another, or holds a date that is none; robots.txt that
 * does not name it.
 */
export function checkSitemap(pages: readonly ReadPage[], root: string): string[] {
  const mend = "mend: see scripts/write-sitemap.ts";
  const file = fileAt(root, "/sitemap.xml");
  if (!file) return [`sitemap.xml: missing; ${mend}`];
  const xml = readXml(readFileSync(file, "utf8"), ["url"]);
  if (typeof xml === "string") return [`sitemap.xml: ${xml}; ${mend}`];
  const entries = (xml.urlset as { url?: { loc: string; lastmod?: string }[] } | undefined)?.url ?? [];
  const listed = entries.map(({ loc }) => loc);
  const built = pages.map(({ url }) => url).filter((url) => routeOf(url)?.noindex !== true);
  const always = Object.values<Route>(ROUTES).flatMap(({ path, noindex }) => (noindex || path.includes("[") ? [] : path));
  const wanted = new Set([...built, ...always].map(addressOf));
  const robots = fileAt(root, "/robots.txt");
  return [
    ...[...wanted].filter((url) => !listed.includes(url)).map((url) => `${url} is missing`),
    ...listed.filter((url) => !wanted.has(url)).map((url) => `${url} is no page to be listed`),
    ...listed.filter((url, i) => listed.indexOf(url) !== i).map((url) => `${url} stands twice`),
    ...entries.flatMap(({ lastmod = "" }) =>
      /^(\d{4}-\d\d-\d\d)?$/.test(lastmod) && !Number.isNaN(Date.parse(lastmod || "2026-01-01")) ? [] : `\`${lastmod}\` is no day`,
    ),
    ...(listed.length > MOST ? [`${listed.length} addresses, the most is ${MOST}`] : []),
    ...(robots && readFileSync(robots, "utf8").includes(`Sitemap: ${addressOf("/sitemap.xml")}`) ? [] : ["robots.txt does not name it"]),
  ].map((what) => `sitemap.xml: ${what}; ${mend}`);
}
