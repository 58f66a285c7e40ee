import { toMarkup } from "../charts/lib/render.tsx";
import { SERIF_WIDER, textLines, wrapText } from "../charts/lib/text.tsx";
import type { Chart } from "../charts/read-charts.ts";
import { formatDate } from "../format/dates.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { buildPath, type RouteName } from "../routes.ts";
import { coverageText, getSite, type Topic, topicName } from "../site.ts";
import { flattenCss } from "./flatten-css.ts";
import { chartStyle } from "../styles/chart-style.ts";

/** Pixels, as in the large previews of social networks. */
export const CARD = { width: 1200, height: 630 } as const;

export interface Card {
  /** Of the file, without ending. */
  name: string;
  topic?: Topic;
  kicker: string;
  title: string;
  summary: string;
}

/** The default, and one for each explainer, draft, theme and chart. */
export function siteCards(
  ledger: Ledger,
  charts: readonly Chart[],
  explainers: readonly { id: string; title: string; description: string; topic: Topic }[],
): Card[] {
  return [
    {
      name: "default",
      kicker: "Every claim with its receipt",
      title: getSite().name,
      summary: getSite().description,
    },
    ...explainers.map(({ id, title, description, topic }) => ({
      name: nameOf("explainer", id),
      topic,
      kicker: topicName(topic),
      title,
      summary: description,
    })),
    ...ledger.drafts.map(({ id, name, date, summary }) => ({
      name: nameOf("draft", id),
      kicker: `A draft, ${formatDate(date)}`,
      title: name,
      summary,
    })),
    ...ledger.themes.map(({ id, name, summary }) => ({
      name: nameOf("theme", id),
      kicker: "Clauses, draft by draft",
      title: name,
      summary,
    })),
    ...charts.map(({ id, title, subtitle, topic }) => ({
      name: nameOf("chart", id),
      topic,
      kicker: `${topicName(topic)}: a chart`,
      title,
      summary: subtitle,
    })),
  ];
}

function nameOf(route: RouteName, id: string): string {
  return buildPath(route, id).slice(1, -1);
}

const MARGIN = 60;
const TEXT_WIDTH = CARD.width - 2 * MARGIN;
const BASELINE = CARD.height - 46;
const SERIF = { "font-family": "Source Serif 4", "font-weight": 600 };

/** A card as SVG. A title or summary that does not fit ends in an ellipsis. */
export function drawCard({ kicker, title, summary }: Card, coveredUntil: string): string {
  const size = title.length > 70 ? 50 : title.length > 30 ? 60 : 76;
  const heading = cut(wrapText(title, TEXT_WIDTH / SERIF_WIDER, size), 3);
  const summaryTop = 212 + heading.length * size * 1.12;
  const text = cut(wrapText(summary, TEXT_WIDTH, 30), Math.floor((BASELINE - 66 - summaryTop) / 39) + 1);
  const { width, height } = CARD;
  const covers = coverageText(coveredUntil);
  return toMarkup(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="chart"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      <style>{flattenCss(chartStyle(), "light")}</style>
      <rect class="paper" width={width} height={height} />
      <rect class="fill-ink" x={MARGIN} y={48} width={TEXT_WIDTH} height={4} />
      <rect class="fill-ink" x={MARGIN} y={56} width={TEXT_WIDTH} height={1.5} />
      <text class="second" x={MARGIN} y={116} font-weight={600} font-size={26}>
        {kicker}
      </text>
      <g font-size={size} {...SERIF}>
        {textLines(heading, MARGIN, 170 + size * 0.72, undefined, size * 1.12)}
      </g>
      <g class="second" font-size={30}>
        {textLines(text, MARGIN, summaryTop, undefined, 39)}
      </g>
      <path class="rule" d={`M${MARGIN} ${BASELINE - 44}H${width - MARGIN}`} />
      <text x={MARGIN} y={BASELINE} font-size={30} {...SERIF}>
        {getSite().name}
      </text>
      {covers && (
        <text class="second end" x={width - MARGIN} y={BASELINE} font-size={26}>
          {covers}
        </text>
      )}
    </svg>,
  );
}

/** At most `count` lines. */
function cut(lines: readonly string[], count: number): string[] {
  const kept = lines.slice(0, count);
  if (kept.length < lines.length) kept.push(`${kept.pop()?.replace(/[\s,;:.]*\s\S*$/, "")}…`);
  return kept;
}
