import { join } from "node:path";
import { close, createIndex } from "pagefind";
import { normalise } from "../src/search/normalise.ts";
import { htmlFiles } from "./html-files.ts";

/**
 * Builds the search index of the site in `root` into `root/pagefind`. Pagefind is handed a normalised twin of each page;
 * the published page stays as it is. Pages without `data-pagefind-body` are not indexed. Throws with Pagefind's reasons.
 */
export async function indexSite(root: string): Promise<{ pages: number }> {
  const { index, errors } = await createIndex({ forceLanguage: "en" });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join("; ")}`);
  let pages = 0;
  for (const { url, html } of htmlFiles(root)) {
    if (!html.includes("data-pagefind-body")) continue;
    const result = await index.addHTMLFile({ url, content: normalise(html) });
    if (result.errors.length > 0) throw new Error(`Pagefind cannot read ${url}: ${result.errors.join("; ")}`);
    pages++;
  }
  const written = await index.writeFiles({ outputPath: join(root, "pagefind") });
  if (written.errors.length > 0) throw new Error(`Pagefind cannot write its index: ${written.errors.join("; ")}`);
  await close();
  return { pages };
}
