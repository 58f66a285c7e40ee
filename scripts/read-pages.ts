import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { Parser } from "htmlparser2";

/** A page of the built site. */
export interface HtmlFile {
  /** Path in the site, as a reader asks for it: `/plan/`. */
  url: string;
  /** File relative to the site's folder. */
  file: string;
  html: string;
}

/** A start tag; values of attributes have their entities resolved, names are in lower case. */
export interface Tag {
  name: string;
  attributes: Readonly<Record<string, string>>;
}

/** A page of the built site with its start tags, in order. */
export interface ReadPage extends HtmlFile {
  tags: Tag[];
  /** Search engines are asked not to list it. */
  noindex: boolean;
}

/** Every HTML page under `root`, in order of path. */
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

/** Every HTML page under `root` with its tags, in order of path. */
export function readPages(root: string): ReadPage[] {
  return htmlFiles(root).map(readPage);
}

/** The page with its tags. */
export function readPage(page: HtmlFile): ReadPage {
  const tags: Tag[] = [];
  new Parser({ onopentag: (name, attributes) => void tags.push({ name, attributes }) }).end(page.html);
  const noindex = tags.some(
    ({ name, attributes: { name: of, content } }) =>
      name === "meta" && of === "robots" && content?.includes("noindex"),
  );
  return { ...page, tags, noindex };
}
