import type { HtmlFile } from "../html-files.ts";
import { BASE, fileAt, pathOf } from "./site-address.ts";

/** Links inside the site whose page or anchor does not exist. */
export function checkLinks(pages: readonly HtmlFile[], root: string): { problems: string[]; checked: number } {
  const ids = new Map(pages.map((page) => [page.url, new Set([...page.html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]!))]));
  const problems: string[] = [];
  let checked = 0;
  for (const page of pages) {
    const here = new URL(page.url.slice(1), BASE);
    const seen = new Set<string>();
    for (const match of page.html.matchAll(/<(?:a|link|script|img|source)\b[^>]*?\s(?:href|src)="([^"]*)"/g)) {
      const href = match[1]!.replaceAll("&amp;", "&");
      if (seen.has(href)) continue;
      seen.add(href);
      if (/^(mailto:|data:)/.test(href)) continue;
      const url = new URL(href, here);
      const path = pathOf(url.href);
      if (path === undefined) {
        if (url.origin === BASE.origin)
          problems.push(
            `${page.file}: link to \`${href}\` leaves the base ${BASE.pathname}; mend: build the address with to() of src/site.ts`,
          );
        continue;
      }
      checked++;
      const anchor = decodeURIComponent(url.hash.slice(1));
      if (path.endsWith("/") ? !ids.has(path) : !fileAt(root, path)) {
        problems.push(`${page.file}: link to \`${href}\`, which does not exist; mend: correct the address, or add the page`);
      } else if (anchor && path.endsWith("/") && !ids.get(path)!.has(anchor)) {
        problems.push(`${page.file}: link to \`${href}\`, but that page has no \`id="${anchor}"\`; mend: correct the anchor`);
      }
    }
  }
  return { problems, checked };
}
