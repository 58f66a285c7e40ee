import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

/** A page of the built site. */
export interface HtmlFile {
  /** Path in the site, as a reader asks for it: `/plan/`. */
  url: string;
  /** File relative to the site's folder. */
  file: string;
  html: string;
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
