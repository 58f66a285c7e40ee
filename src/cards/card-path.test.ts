import { expect, test } from "vitest";
import { cardPath } from "./card-path.ts";

test.for([
  ["/plan/", "/cards/plan.png"],
  ["/corruption/", "/cards/corruption.png"],
  ["/plan/drafts/us-28/", "/cards/plan/drafts/us-28.png"],
  ["/plan/themes/nato/", "/cards/plan/themes/nato.png"],
  ["/charts/army-cap/", "/cards/charts/army-cap.png"],
  ["/", "/cards/default.png"],
  ["/charts/", "/cards/default.png"],
  ["/plan/drafts/", "/cards/default.png"],
  ["/plan/compare/us-28/eu-24/", "/cards/default.png"],
  ["/planet/", "/cards/default.png"],
  ["/events/x/", "/cards/default.png"],
  ["/charts/../../x/", "/cards/default.png"],
] as const)("the page %s has the card %s", ([page, card]) => expect(cardPath(page)).toBe(card));
