import { routeOf } from "../routes.ts";

/** Card of every page that has none of its own. */
const DEFAULT_CARD = "default";

/** Size of every card, px: what the large previews of social networks take. */
export const CARD = { width: 1200, height: 630 } as const;

/** Name of the card that stands for the page at `pagePath` (under the base, as in `path` of a page): `plan/drafts/us-28`. */
export function cardName(pagePath: string): string {
  return routeOf(pagePath)?.card ? pagePath.slice(1, -1) : DEFAULT_CARD;
}

/**
 * Path of the PNG card (1200 × 630 px) of the page at `pagePath`: `/plan/` → `/cards/plan.png`. Any page without one of
 * its own gets the default card. Under the base of the site, like `pagePath`: give it to `absolute`.
 */
export function cardPath(pagePath: string): string {
  return `/cards/${cardName(pagePath)}.png`;
}
