import { existsSync, statSync } from "node:fs";
import { join } from "node:path";

/** Where the site will live. */
export const BASE = new URL(process.env.SITE_URL ?? "https://draft-by-draft.example/");

/** Full address of a path of the site: `/plan/`. */
export function addressOf(path: string): string {
  return new URL(path.slice(1), BASE).href;
}

/** Path of the site that an address leads to, `/plan/` without its anchor; undefined if it leads elsewhere. */
export function pathOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.origin !== BASE.origin || !url.pathname.startsWith(BASE.pathname)) return undefined;
  return `/${decodeURIComponent(url.pathname.slice(BASE.pathname.length))}`;
}

/** The file of the site in `root` that answers a path, or undefined. */
export function fileAt(root: string, path: string): string | undefined {
  const file = join(root, path.endsWith("/") ? `${path}index.html` : path);
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}
