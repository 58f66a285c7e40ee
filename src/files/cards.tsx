import type { VNode } from "preact";
import { px } from "../charts/chart.ts";
import { toMarkup } from "../charts/lib/render.tsx";
import { SERIF_WIDER, textWidth, wrapText } from "../charts/lib/text.tsx";
import { formatDate } from "../i18n/dates.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { itemAt } from "../required.ts";
import { pathOf, routeOf, absolute } from "../routes.ts";
import { SITE_DESCRIPTION, SITE_NAME, type Topic, topicName } from "../site.ts";
import { flattenCss } from "./flatten-css.ts";
import { chartStyle } from "./pictures.ts";

/** Pixels, as in the large previews of social networks. */
export const CARD = { width: 1200, height: 630 } as const;

/** `default` for pages without a card of their own. */
function cardName(pagePath: string): string {
  return routeOf(pagePath)?.card ? pagePath.slice(1, -1) : "default";
}

/** `/plan/` → `/cards/plan.png`. */
export function cardPath(pagePath: string): string {
  return `/cards/${cardName(pagePath)}.png`;
}

export interface CardText {
  topic?: Topic | undefined;
  kicker: string;
  title: string;
  summary: string;
  /** Bottom right: a date or an address. */
  corner: string;
}

interface CardPage {
  id: string;
  title: string;
  topic: Topic;
}

/**
 * Cards by name: the default, and one for each explainer, draft, theme and chart. `through`: last day
 * covered.
 */
export function siteCards(
  ledger: Ledger,
  through: string,
  explainers: readonly (CardPage & { description: string })[],
  charts: readonly (CardPage & { subtitle: string })[],
): Map<string, CardText> {
  const corner = `Covers events until ${formatDate(through)}`;
  const cards = new Map<string, CardText>([
    [
      "default",
      {
        kicker: "Every claim with its receipt",
        title: SITE_NAME,
        summary: SITE_DESCRIPTION,
        corner: new URL(absolute("/")).host,
      },
    ],
  ]);
  const add = (path: string, text: CardText) => cards.set(cardName(path), text);
  for (const { id, title, description, topic } of explainers)
    add(pathOf("explainer", id), { topic, kicker: topicName(topic), title, summary: description, corner });
  for (const { id, name, date, summary } of ledger.drafts)
    add(pathOf("draft", id), { kicker: "A draft", title: name, summary, corner: formatDate(date) });
  for (const { id, name, summary } of ledger.themes)
    add(pathOf("theme", id), { kicker: "Clauses, draft by draft", title: name, summary, corner });
  for (const { id, title, subtitle, topic } of charts)
    add(pathOf("chart", id), {
      topic,
      kicker: `${topicName(topic)}: a chart`,
      title,
      summary: subtitle,
      corner,
    });
  return cards;
}

const MARGIN = 60;
const TEXT_WIDTH = CARD.width - 2 * MARGIN;
const BASELINE = CARD.height - 46;
const SERIF = { "font-family": "Source Serif 4", "font-weight": 600 };
const TITLE_SIZES = [84, 76, 68, 60, 54, 48, 42];
const SUMMARY_SIZE = 30;

/** A card as SVG. A summary that does not fit ends in an ellipsis. */
export function drawCard({ topic, kicker, title, summary, corner }: CardText): string {
  const { heading, text, textTop } = fitCard(title, summary);
  const { width, height } = CARD;
  return toMarkup(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="chart"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      <style>{flattenCss(chartStyle(topic), "light")}</style>
      <rect class="paper" width={width} height={height} />
      <rect class="fill-ink" x={MARGIN} y={48} width={TEXT_WIDTH} height={4} />
      <rect class="fill-ink" x={MARGIN} y={56} width={TEXT_WIDTH} height={1.5} />
      <text class="accent" x={MARGIN} y={116} font-weight={600} font-size={26}>
        {kicker}
      </text>
      <g {...SERIF}>{drawLines(heading, 170 + heading.size * 0.72, 1.12)}</g>
      <g class="second">{drawLines(text, textTop, 1.3)}</g>
      <path class="rule" d={`M${MARGIN} ${BASELINE - 44}H${width - MARGIN}`} />
      <text x={MARGIN} y={BASELINE} font-size={30} {...SERIF}>
        {SITE_NAME}
      </text>
      <text class="second end" x={width - MARGIN} y={BASELINE} font-size={26}>
        {corner}
      </text>
    </svg>,
  );
}

interface Lines {
  lines: string[];
  size: number;
}

/** The largest title that leaves room for the whole summary; otherwise the smallest, with the summary cut. */
function fitCard(title: string, summary: string): { heading: Lines; text: Lines; textTop: number } {
  const settings = TITLE_SIZES.map((size) => {
    const width = TEXT_WIDTH / SERIF_WIDER;
    const lines = wrapText(title, width, size, true);
    const textTop = 212 + lines.length * size * 1.12;
    const maxLines = Math.max(1, Math.floor((BASELINE - 66 - textTop) / 42) + 1);
    const text = wrapText(summary, TEXT_WIDTH, SUMMARY_SIZE);
    const fits =
      lines.length <= 3 &&
      lines.every((line) => textWidth(line, size, true) <= width) &&
      text.length <= maxLines;
    return { fits, maxLines, heading: { lines, size }, text: { lines: text, size: SUMMARY_SIZE }, textTop };
  });
  const found = settings.find(({ fits }) => fits);
  if (found) return found;
  const smallest = itemAt(settings, -1);
  const { lines } = smallest.text;
  const cut = lines.slice(0, smallest.maxLines);
  if (cut.length < lines.length) cut.push(`${cut.pop()?.replace(/[\s,;:.]*\s\S*$/, "")}…`);
  return { ...smallest, text: { lines: cut, size: SUMMARY_SIZE } };
}

function drawLines({ lines, size }: Lines, y: number, leading: number): VNode {
  return (
    <g font-size={size}>
      {lines.map((line, i) => (
        <text x={MARGIN} y={px(y + i * size * leading)}>
          {line}
        </text>
      ))}
    </g>
  );
}
