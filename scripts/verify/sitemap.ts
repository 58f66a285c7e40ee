import { readFileSync } from "node:fs";
import { linksOf, type ReadPage } from "./read-pages.ts";
import { addressOf, fileAt } from "./site-address.ts";
import { resolve } from "./tags.ts";
import { malformed } from "./xml.ts";

/** What the protocol allows in one file. */
const MOST = 50_000;

/** A sitemap that misses a page, lists one that is not to be listed, or holds a date that is none; robots.txt that does not name it. */
export function checkSitemap(pages: readonly ReadPage[], root: string): string[] {
  const file = fileAt(root, "/sitemap.xml");
  if (!file) return ["sitemap.xml: missing; mend: see scripts/write-sitemap.ts"];
  const xml = readFileSync(file, "utf8");
  const wrong = malformed(xml);
  if (wrong) return [`sitemap.xml: ${wrong}; mend: see scripts/write-sitemap.ts`];
  const listed = [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map((match) => resolve(match[1]!));
  const canonical = new Set(
    pages.filter((page) => !page.noindex).flatMap((page) => linksOf(page.tags, "canonical").map((link) => link.get("href")!)),
  );
  const dates = [...xml.matchAll(/<lastmod>([^<]*)<\/lastmod>/g)].map((match) => match[1]!);
  const robots = fileAt(root, "/robots.txt");
  return [
    ...[...canonical].filter((url) => !listed.includes(url)).map((url) => `${url} is missing`),
    ...listed.filter((url) => !canonical.has(url)).map((url) => `${url} is not the canonical address of a page to be listed`),
    ...listed.filter((url, i) => listed.indexOf(url) !== i).map((url) => `${url} stands twice`),
    ...dates.filter((date) => !/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(Date.parse(date))).map((date) => `\`${date}\` is no day`),
    ...(listed.length > MOST ? [`${listed.length} addresses, the most is ${MOST}`] : []),
    ...(robots && readFileSync(robots, "utf8").includes(`Sitemap: ${addressOf("/sitemap.xml")}`) ? [] : ["robots.txt does not name it"]),
  ].map((what) => `sitemap.xml: ${what}; mend: see scripts/write-sitemap.ts`);
}
