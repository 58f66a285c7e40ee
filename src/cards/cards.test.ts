import { Resvg } from "@resvg/resvg-js";
import { describe, expect, test } from "vitest";
import { charts, ledger } from "../content.ts";
import { TYPE } from "../export/png.ts";
import { daysOf } from "../ledger/day.ts";
import { CARD, cardName } from "./card-path.ts";
import { cardsOf } from "./cards.ts";

const LONG =
  "What each draft said on territory, forces, guarantees and money, and what stayed open between Kyiv and Washington. ";
/** Rows of marked words on a card, in a scale of their own. */
const ROWS = /<g class="rows">.*<\/g>(?=<path class="rule")/s;
/** The drawing of a chart on a card. */
const PICTURE = /<g class="picture".*<\/g>(?=<\/svg>)/s;
const cards = cardsOf([
  {
    id: "plan",
    topic: "plan",
    title: `How did the plan change? ${LONG.repeat(3)}`,
    description: LONG.repeat(6),
  },
  { id: "france", topic: "france", title: "What does France bring?", description: "Two <signs> & more." },
  {
    id: "sanctions",
    topic: "plan",
    title: "What do the drafts say of sanctions?",
    description: "An explainer that is no story.",
  },
]);

test("there is one for each page that has one of its own, and the default, each name once", () => {
  const pages = [
    "/",
    "/plan/",
    "/france/",
    "/sanctions/",
    ...ledger.drafts.map(({ id }) => `/drafts/${id}/`),
    ...ledger.themes.map(({ id }) => `/clauses/${id}/`),
    ...daysOf(ledger).map((day) => `/timeline/${day}/`),
    ...charts.map(({ id }) => `/charts/${id}/`),
  ];
  expect(cards.map(({ name }) => name).sort()).toEqual(pages.map(cardName).sort());
  expect(new Set(cards.map(({ name }) => name)).size).toBe(cards.length);
});

describe.for(cards)("the card $name", ({ name, draw }) => {
  const svg = draw();
  const read = (part: string) => new Resvg(part, { font: TYPE });

  test("has the size of a card and the same colours in each reader's scheme", () => {
    const card = read(svg);
    expect([card.width, card.height]).toEqual([CARD.width, CARD.height]);
    expect(svg).not.toMatch(/var\(|light-dark|NaN|undefined/);
    expect(draw()).toBe(svg);
  });

  test("has all of its words and the whole of its drawing inside, in the real typeface, apart", () => {
    const bare = (part: string) => part.replace(/<(rect|path)[^>]*>(<\/\1>)?/g, "");
    const words = read(bare(svg.replace(PICTURE, ""))).getBBox()!;
    const picture = PICTURE.test(svg)
      ? read(svg.replace(/(<style>.*?<\/style>).*(?=<g class="picture")/s, "$1")).getBBox()!
      : undefined;
    expect(words.x).toBeGreaterThanOrEqual(56);
    expect(words.y).toBeGreaterThan(60);
    expect(words.x + words.width).toBeLessThanOrEqual(picture ? picture.x - 20 : CARD.width - 56);
    expect(words.y + words.height).toBeLessThanOrEqual(CARD.height - 30);
    const [rows] = ROWS.exec(svg) ?? [];
    if (rows) {
      const [start] = /^<svg.*?<\/style>/s.exec(svg)!;
      const [above, below] = [svg.slice(0, svg.indexOf(rows)) + "</svg>", `${start}${rows}</svg>`].map(
        (part) => read(bare(part)).getBBox()!,
      );
      expect(below!.y).toBeGreaterThan(above!.y + above!.height + 6);
      expect(below!.x + below!.width).toBeLessThanOrEqual(CARD.width - 56);
    }
    if (!picture) return;
    expect(picture.y).toBeGreaterThan(60);
    expect(picture.x + picture.width).toBeLessThanOrEqual(CARD.width - 50);
    expect(picture.y + picture.height).toBeLessThanOrEqual(CARD.height - 30);
  });

  test("says all that it has to say, or that something is left out", () => {
    // The card `plan` was given far too much on purpose.
    expect(svg.replace(PICTURE, "").includes("…")).toBe(name === "plan");
  });

  test("keeps its lines apart", () => {
    const lines = [
      ...svg
        .replace(PICTURE, "")
        .replace(ROWS, "")
        .matchAll(/<text[^>]* y="([\d.]+)"/g),
    ].map((match) => Number(match[1]));
    const baselines = [...new Set(lines)].sort((a, b) => a - b);
    baselines.slice(1).forEach((line, i) => expect(line - baselines[i]!).toBeGreaterThanOrEqual(27));
    if (!PICTURE.test(svg)) expect(baselines.at(-1)! - baselines.at(-2)!).toBeGreaterThanOrEqual(60);
  });
});

test("a chart that does not fit whole has a card of words, with its first note", () => {
  const grid = charts.find(({ id }) => id === "who-wants-what")!;
  const svg = cards.find(({ name }) => name === "charts/who-wants-what")!.draw();
  expect(svg).not.toMatch(PICTURE);
  const said = [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text).join(" ");
  for (const part of [grid.title, grid.subtitle, grid.notes[0]!]) expect(said).toContain(part);
});
