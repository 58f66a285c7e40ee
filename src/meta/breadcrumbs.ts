import { PAGE_NAMES, routeOf, routesOf } from "../routes.ts";
import { SITE_NAME, topicName } from "../site.ts";

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
  const above: Crumb[] = [];
  for (let under = routeOf(path)?.under; under; under = routeOf(under)?.under)
    above.unshift({ name: nameOf(under), path: under });
  return [home, ...above, { name: title, path }];
}

/** What a page that others stand under is called: a story, or a list. */
function nameOf(path: string): string {
  const [route] = routesOf(path);
  return route === "explainer"
    ? topicName(path.slice(1, -1))
    : PAGE_NAMES[route as keyof typeof PAGE_NAMES];
}
