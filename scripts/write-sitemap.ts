import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { CONTENT_DIR } from "../src/content-dir.ts";
import { escapeXml } from "../src/feed/xml.ts";
import { readChanges } from "../src/ledger/changes.ts";
import { readLedger } from "../src/ledger/read-ledger.ts";
import { lastChanged } from "../src/meta/page-dates.ts";
import { readVersions } from "../src/views/versions.ts";
import { linksOf, type ReadPage } from "./verify/read-pages.ts";

/**
 * Writes `sitemap.xml` of the site in `root`: every page that may be listed, with the day on which it last changed, where that
 * is known.
 */
export function writeSitemap(root: string, pages: readonly ReadPage[]): void {
  const ledger = readLedger(`${CONTENT_DIR}/ledger`);
  const changes = readChanges(`${CONTENT_DIR}/changes.yaml`, ledger);
  const versions = readVersions(`${CONTENT_DIR}/versions.yaml`);
  const listed = pages.filter((page) => !page.noindex);
  const entries = listed.flatMap(({ url, tags }) => {
    const modified = lastChanged(url, changes, versions, ledger);
    const when = modified ? `<lastmod>${modified}</lastmod>` : "";
    return linksOf(tags, "canonical").map(
      ({ href = "" }) => `<url><loc>${escapeXml(href)}</loc>${when}</url>\n`,
    );
  });
  writeFileSync(
    join(root, "sitemap.xml"),
    '<?xml version="1.0" encoding="utf-8"?>\n' +
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join("")}</urlset>\n`,
  );
}
