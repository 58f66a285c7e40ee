import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { Parser } from "htmlparser2";

/** A page of the built site. */
export interface HtmlFile {
  /** Path in the site: `/plan/`. */
  url: string;
  /** Relative to the site’s folder. */
  file: string;
  html: string;
}

/** Names are in lower case; entities in attribute values are resolved. */
export interface Tag {
  name: string;
  attributes: Readonly<Record<string, string>>;
}

/** A page with its start tags, in order. */
export interface ReadPage extends HtmlFile {
  tags: Tag[];
  noindex: boolean;
}

/** HTML pages under `root`, sorted by path. */
export function htmlFiles(root: string): HtmlFile[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html"))
    .map((file) => file.split(sep).join("/"))
    .sort()
    .map((file) => ({
      file,
      url: `/${file.replace(/index\.html$/, "")}`,
      html: readFileSync(join(root, file), "utf8"),
    }));
}

/** HTML pages under `root` with their tags, sorted by path. */
export function readPages(root: string): ReadPage[] {
  return htmlFiles(root).map(readPage);
}

export function readPage(page: HtmlFile): ReadPage {
  const tags: Tag[] = [];
  new Parser({ onopentag: (name, attributes) => void tags.push({ name, attributes }) }).end(page.html);
  const noindex = tags.some(
    ({ name, attributes: { name: of, content } }) =>
      name === "meta" && of === "robots" && content?.includes("noindex"),
  );
  return { ...page, tags, noindex };
}
