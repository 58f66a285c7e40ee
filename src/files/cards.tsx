import type { VNode } from "preact";
import { type Drawing, LAYOUTS } from "../charts/chart.ts";
import { markedWords } from "./clause-redline.tsx";
import { toMarkup } from "../markup.ts";
import {
  breakMarked,
  LARGE_LINE,
  type MarkedRun,
  markedLines,
  SERIF_WIDER,
  write,
} from "../charts/lib/text.tsx";
import { wrapText } from "../format/text-width.ts";
import type { Chart } from "../charts/read-charts.ts";
import { formatDate } from "../format/dates.ts";
import { nth } from "../expect-defined.ts";
import { followClause } from "../ledger/compare-answers.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { clausesInOrder, latestText } from "../ledger/lookup.ts";
import { buildPath, type RouteName } from "../routes.ts";
import { coverageText, getSite, pageName, type Topic, topicName } from "../site.ts";
import { flattenCss } from "./pictures.ts";
import { chartStyle } from "../styles/chart-style.ts";

export const CARD = { width: 1200, height: 630 } as const;

export interface Card {
  name: string;
  kicker: string;
  title: string;
  summary: string;
  drawing?: Drawing;
  words?: { question: string; runs: readonly MarkedRun[] };
}

/** `redlined`: clauses that matter most. */
export function siteCards(
  ledger: Ledger,
  charts: readonly Chart[],
  explainers: readonly { id: string; title: string; description: string; topic: Topic }[],
  redlined: readonly string[] = [],
): Card[] {
  const wide = (chart: Chart | undefined) => chart?.draw(LAYOUTS.wide);
  const latest = latestText(ledger);
  const words = draftWords(ledger, latest.id, redlined);
  return [
    {
      name: "default",
      kicker: getSite().front.kicker ?? "",
      title: getSite().name,
      summary: getSite().description,
      words: words && { ...words, question: `${latest.short}: ${words.question}` },
    },
    ...explainers.map(({ id, title, description, topic }) => ({
      name: nameOf("explainer", id),
      kicker: topicName(topic),
      title,
      summary: description,
      drawing: wide(charts.find((chart) => chart.topic === topic)),
    })),
    ...ledger.drafts.map(({ id, name, date, summary }) => ({
      name: nameOf("draft", id),
      kicker: `Text of ${formatDate(date)}`,
      title: name,
      summary,
      words: draftWords(ledger, id, redlined),
    })),
    ...ledger.themes.map(({ id, name, summary }) => ({
      name: nameOf("theme", id),
      kicker: pageName("clauses"),
      title: name,
      summary,
    })),
    ...charts.map((chart) => ({
      name: nameOf("chart", chart.id),
      kicker: topicName(chart.topic),
      title: chart.title,
      summary: chart.subtitle,
      drawing: wide(chart),
    })),
  ];
}

const MAX_WORDS_LETTERS = 230;

/** What a draft changed in the words that it reworks, or else words of it: the first that a card can show. */
function draftWords(ledger: Ledger, draft: string, redlined: readonly string[]): Card["words"] {
  const answers = clausesInOrder(ledger).flatMap(({ clause }) =>
    followClause(ledger, clause.id)
      .rows.filter((row) => row.draft.id === draft)
      .map((row) => ({ question: clause.text, row, runs: markedWords(ledger, row) })),
  );
  const shown = answers.filter(({ runs }) => {
    const letters = runs.reduce((sum, { text }) => sum + text.length, 0);
    return letters > 0 && letters <= MAX_WORDS_LETTERS;
  });
  const leading = shown.filter(({ row }) => redlined.includes(row.answer.clause));
  const rows = leading.length > 0 ? leading : shown;
  return rows.find(({ runs }) => runs.some(({ kind }) => kind === "struck")) ?? rows[0];
}

function nameOf(route: RouteName, id: string) {
  return buildPath(route, id).slice(1, -1);
}

const MARGIN = 60;
const TEXT_WIDTH = CARD.width - 2 * MARGIN;
const BASELINE = CARD.height - 46;
const SERIF = { "font-family": "Source Serif 4", "font-weight": 600 };

/** A title or summary that does not fit ends in an ellipsis. */
export function drawCard(card: Card, coveredUntil: string): string {
  const { width, height } = CARD;
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
      {card.drawing ? withDrawing(card, card.drawing) : withText(card, coveredUntil)}
    </svg>,
  );
}

const NARROW_COLUMN = 300;

function withDrawing({ kicker, title }: Card, drawing: Drawing): VNode {
  const [left, top] = [MARGIN + NARROW_COLUMN + 40, 84];
  const room = { width: CARD.width - MARGIN - left, height: CARD.height - 36 - top };
  const scale = Math.min(room.width / drawing.width, room.height / drawing.height);
  const size = 30;
  const heading = cut(wrapText(title, NARROW_COLUMN / SERIF_WIDER, size), 10);
  const name = wrapText(getSite().name, NARROW_COLUMN / SERIF_WIDER, 26);
  return (
    <>
      {write(wrapText(kicker, NARROW_COLUMN, 22), MARGIN, 106, "second", 26)}
      <g font-size={size} {...SERIF}>
        {write(heading, MARGIN, 152, undefined, 37)}
      </g>
      <g font-size={26} {...SERIF}>
        {write(name, MARGIN, BASELINE - (name.length - 1) * 32, undefined, 32)}
      </g>
      <g
        transform={`translate(${left + (room.width - drawing.width * scale) / 2} ${top}) scale(${scale.toFixed(3)})`}
      >
        {drawing.body}
      </g>
    </>
  );
}

function withText({ kicker, title, summary, words }: Card, coveredUntil: string): VNode {
  const size = words ? 40 : title.length > 70 ? 50 : title.length > 30 ? 60 : 76;
  const heading = cut(wrapText(title, TEXT_WIDTH / SERIF_WIDER, size), words ? 2 : 3);
  const summaryTop = 212 + heading.length * size * 1.12;
  const text = cut(wrapText(summary, TEXT_WIDTH, 30), Math.floor((BASELINE - 66 - summaryTop) / 39) + 1);
  const covers = coverageText(coveredUntil);
  return (
    <>
      <text class="second" x={MARGIN} y={116} font-weight={600} font-size={26}>
        {kicker}
      </text>
      <g font-size={size} {...SERIF}>
        {write(heading, MARGIN, (words ? 138 : 170) + size * 0.72, undefined, size * 1.12)}
      </g>
      {words ? (
        largeWords(words, 190 + heading.length * size * 1.12)
      ) : (
        <g class="second" font-size={30}>
          {write(text, MARGIN, summaryTop, undefined, 39)}
        </g>
      )}
      <path class="rule" d={`M${MARGIN} ${BASELINE - 44}H${CARD.width - MARGIN}`} />
      <text x={MARGIN} y={BASELINE} font-size={30} {...SERIF}>
        {getSite().name}
      </text>
      {covers && (
        <text class="second end" x={CARD.width - MARGIN} y={BASELINE} font-size={26}>
          {covers}
        </text>
      )}
    </>
  );
}

function largeWords({ question, runs }: NonNullable<Card["words"]>, top: number): VNode {
  const room = BASELINE - 70 - top;
  const scales = [2.8, 2.4, 2.1, 1.8, 1.6];
  const linesAt = (scale: number) => breakMarked(runs, TEXT_WIDTH / scale);
  const scale =
    scales.find((scale) => 24 + linesAt(scale).length * LARGE_LINE * scale <= room) ?? nth(scales, -1);
  return (
    <>
      <text x={MARGIN} y={top} font-weight={600} font-size={28}>
        {question}
      </text>
      <g transform={`translate(${MARGIN} ${top + 24}) scale(${scale})`}>
        {markedLines(linesAt(scale), 0, LARGE_LINE - 4)}
      </g>
    </>
  );
}

function cut(lines: readonly string[], count: number) {
  const kept = lines.slice(0, count);
  if (kept.length < lines.length) kept.push(`${kept.pop()?.replace(/[\s,;:.]*\s\S*$/, "")}…`);
  return kept;
}
