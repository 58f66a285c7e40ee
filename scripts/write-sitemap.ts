import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { escapeXml } from "../src/feed/xml.ts";
import { lastChanged } from "../src/git-dates.ts";
import { routesOf } from "../src/routes.ts";
import { linksOf, type ReadPage } from "./verify/read-pages.ts";

/**
 * Writes `sitemap.xml` of the site in `root`: every page that may be listed, with the day on which it last changed, where that
 * is known.
 */
export function writeSitemap(root: string, pages: readonly ReadPage[]): void {
  const listed = pages.filter((page) => !page.noindex);
  const entries = listed.flatMap(({ url, tags }) => {
    const file = contentFile(url);
    const modified = file && lastChanged(file);
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

/** The file under the content folder that a page is made of: an explainer, a page of prose, a chart. */
function contentFile(url: string): string | undefined {
  const [name] = routesOf(url);
  const [id] = url.split("/").filter(Boolean).slice(-1);
  if (name === "explainer") return `explainers/en/${id}.mdx`;
  if (name === "chart") return `charts/${id}.yaml`;
  return name === "about" || name === "embeds" ? `pages/en/${id}.mdx` : undefined;
}
