import { SITE_NAME, TOPIC_NAMES } from "../site.ts";
import { words } from "../words/words.ts";

/** Pages that others stand under, by path. */
const SECTIONS: Readonly<Record<string, string>> = {
  "/plan/": TOPIC_NAMES.plan,
  "/plan/drafts/": "Drafts",
  "/plan/themes/": words.clause.section,
  "/plan/compare/": "Compare",
  "/timeline/": "Timeline",
  "/people/": "People and organisations",
  "/charts/": "Charts",
};

/** Sections whose list of pages stands at another path. */
const LISTED_AT: readonly (readonly [start: string, list: string])[] = [
  ["/events/", "/timeline/"],
  ["/organisations/", "/people/"],
];

/** A step on the way from the front page to a page. */
export interface Crumb {
  name: string;
  /** Under the base of the site. */
  path: string;
}

/** The way from the front page to the page at `path`, both included. */
export function breadcrumbs(path: string, title: string): Crumb[] {
  const home = { name: SITE_NAME, path: "/" };
  if (path === "/") return [home];
  const [start, list] = LISTED_AT.find(([start]) => path.startsWith(start)) ?? ["", ""];
  const place = start ? path.replace(start, list) : path;
  const above = Object.entries(SECTIONS)
    .filter(([section]) => place.startsWith(section) && section !== path)
    .map(([path, name]) => ({ name, path }));
  return [home, ...above, { name: title, path }];
}
