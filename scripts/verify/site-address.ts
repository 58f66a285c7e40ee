import { existsSync, statSync } from "node:fs";
import { join } from "node:path";

/** Where the site will live. */
export const BASE = new URL(process.env.SITE_URL ?? "https://draft-by-draft.example/");

/** Full address of a path of the site: `/plan/`. */
export function addressOf(path: string): string {
  return new URL(path.slice(1), BASE).href;
}

/**
 * Path of the site that an address leads to from the page at `from`, `/plan/` without its anchor; undefined if it leads
 * elsewhere or is no address.
 */
export function pathOf(address: string, from = "/"): string | undefined {
  const url = URL.parse(address, addressOf(from));
  if (!url || url.origin !== BASE.origin || !url.pathname.startsWith(BASE.pathname)) return undefined;
  const path = decoded(url.pathname.slice(BASE.pathname.length));
  return path === undefined ? undefined : `/${path}`;
}

/** A part of an address with its percent signs resolved; undefined if they are malformed. */
export function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** The file of the site in `root` that answers a path, or undefined. */
export function fileAt(root: string, path: string): string | undefined {
  const file = join(root, path.endsWith("/") ? `${path}index.html` : path);
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}
