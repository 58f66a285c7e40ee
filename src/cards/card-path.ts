import { routeOf } from "../routes.ts";

/** Card of every page that has none of its own. */
const DEFAULT_CARD = "default";

/** Size of every card, px: what the large previews of social networks take. */
export const CARD = { width: 1200, height: 630 } as const;

/** Name of the card of the page at `pagePath` (under the base): `drafts/us-28`, or the default one. */
export function cardName(pagePath: string): string {
  return routeOf(pagePath)?.card ? pagePath.slice(1, -1) : DEFAULT_CARD;
}

/** Path of the card of the page at `pagePath`, under the base: `/plan/` → `/cards/plan.png`. */
export function cardPath(pagePath: string): string {
  return `/cards/${cardName(pagePath)}.png`;
}
