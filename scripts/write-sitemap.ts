import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { escapeXml } from "../src/feed/xml.ts";
import { readChanges } from "../src/ledger/changes.ts";
import { readLedger } from "../src/ledger/read-ledger.ts";
import { pageDates } from "../src/meta/page-dates.ts";
import { htmlFiles } from "./html-files.ts";
import { linksOf, readPage } from "./verify/read-pages.ts";

/**
 * Writes `sitemap.xml` of the site in `root`: every page that has a canonical address and may be listed, with the day of
 * the latest change to it that content/changes.yaml records. It reads the pages themselves, so that no new kind of page
 * is forgotten.
 */
export function writeSitemap(root: string): void {
  const changes = readChanges("content/changes.yaml", readLedger("content/ledger"));
  const entries = htmlFiles(root)
    .map((page) => readPage({ ...page, html: page.html.slice(0, page.html.indexOf("</head>")) }))
    .filter((page) => !page.noindex)
    .flatMap((page) => {
      const { modified } = pageDates(page.url, changes, "");
      return linksOf(page.tags, "canonical").map(
        (link) => `<url><loc>${escapeXml(link.get("href")!)}</loc>${modified && `<lastmod>${modified}</lastmod>`}</url>`,
      );
    });
  const xml = `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join("\n")}\n</urlset>\n`;
  writeFileSync(join(root, "sitemap.xml"), xml);
}
