import { Resvg } from "@resvg/resvg-js";
import { expect, test } from "vitest";
import { charts, coveredUntil, ledger } from "../content/content.ts";
import { getDraftsTopic } from "../site.ts";
import { CARD, drawCard, siteCards } from "./cards.tsx";
import { FONT_OPTIONS } from "./pictures.ts";

const LONG =
  "What each draft said on territory, forces, guarantees and money, and what stayed open between the two. ";
const explainers = [
  { id: "long", topic: getDraftsTopic(), title: LONG.repeat(3), description: LONG.repeat(6) },
  { id: "short", topic: getDraftsTopic(), title: "What?", description: "Two <signs> & more." },
];
const cards = siteCards(ledger, charts, explainers);

test("there is one for each explainer, draft, theme and chart, and the site's own", () => {
  expect(cards).toHaveLength(1 + 2 + ledger.drafts.length + ledger.themes.length + charts.length);
});

test("of two explainers the one that is too long is cut", () => {
  const [long, short] = ["long", "short"].map((name) =>
    drawCard(
      cards.find((card) => card.name === name)!,
      coveredUntil,
    ),
  );
  expect(long).toContain("…");
  expect(short).not.toContain("…");
});

test.for(cards)("the card $name has all of its text inside, with plain colours", (card) => {
  const svg = drawCard(card, coveredUntil);
  expect(svg).not.toMatch(/var\(|light-dark|NaN|undefined/);
  const box = new Resvg(svg.replace(/<(rect|path)[^>]*>(<\/\1>)?/g, ""), { font: FONT_OPTIONS }).getBBox()!;
  expect([box.x, box.y].every((edge) => edge >= 56)).toBe(true);
  expect(box.x + box.width).toBeLessThanOrEqual(CARD.width - 56);
  expect(box.y + box.height).toBeLessThanOrEqual(CARD.height - 30);
});
