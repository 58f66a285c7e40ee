import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { type RouteName, ROUTES, matchRoutes, withBase } from "../../src/routes.ts";
import { SITE_DIR } from "./browser.ts";

/** Paths of the built pages of every route, with the base, the fullest first: by the size of its file. */
const pagesByRoute = new Map<RouteName, string[]>();
const root = join(SITE_DIR, withBase("/"));
for (const { path } of readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".html"))
  .map((file) => ({
    path: `/${file.replace(/(^|\/)index\.html$/, "$1")}`,
    size: statSync(join(root, file)).size,
  }))
  .sort((a, b) => b.size - a.size))
  for (const name of matchRoutes(path))
    pagesByRoute.set(name, [...(pagesByRoute.get(name) ?? []), withBase(path)]);

/** Paths of all pages of a route, the fullest first. Throws if the site has none. */
export function pagesOf(name: RouteName): string[] {
  const pages = pagesByRoute.get(name);
  if (!pages) throw new Error(`the built site has no page of the route \`${name}\``);
  return pages;
}

/** Path of the fullest page of a route. */
export const fullestPage = (name: RouteName): string => pagesOf(name)[0]!;

/** The fullest page of every route that the site has, by the name of the route. */
export const EXAMPLES = (Object.keys(ROUTES) as RouteName[])
  .filter((name) => pagesByRoute.has(name))
  .map((name) => ({ name, path: fullestPage(name) }));
