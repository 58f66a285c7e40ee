import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Parser } from "htmlparser2";

/** Names are in lower case; entities in attribute values are resolved. */
export interface Tag {
  name: string;
  attributes: Readonly<Record<string, string>>;
}

/** A page of the built site. */
export interface ReadPage {
  /** Path in the site: `/plan/`. */
  url: string;
  /** Relative to the site’s folder. */
  file: string;
  html: string;
  /** Start tags, in order. */
  tags: Tag[];
}

/** HTML pages under `root`, sorted by path. */
export function readPages(root: string): ReadPage[] {
  return globSync("**/*.html", { cwd: root })
    .sort()
    .map((file) => readPage(file, readFileSync(join(root, file), "utf8")));
}

export function readPage(file: string, html: string): ReadPage {
  const tags: Tag[] = [];
  new Parser({ onopentag: (name, attributes) => void tags.push({ name, attributes }) }).end(html);
  return { url: `/${file.replace(/index\.html$/, "")}`, file, html, tags };
}
