import type { VNode } from "preact";
import { type Layout, LAYOUTS, px } from "../charts/lib/drawing.ts";
import { drawKey } from "../charts/lib/glyphs.tsx";
import { toMarkup } from "../charts/lib/markup.ts";
import { chartStyle } from "../export/chart-style.ts";
import { flattenCss } from "../export/flat-css.ts";
import { SITE_NAME, type Topic, TOPIC_NAMES } from "../site.ts";
import type { Embeddable } from "../charts/embeddable.ts";
import { words } from "../words/words.ts";
import { CARD } from "./card-path.ts";
import { fitText, type FittedText } from "./fit-text.ts";
import { itemAt } from "../required.ts";

/** What a card without a drawing says. */
export interface CardWords {
  topic?: Topic;
  /** Small line above the title. */
  kicker: string;
  title: string;
  summary: string;
  /** In the corner, such as a date. */
  corner: string;
}

/** Paper left free at each side, px. */
export const MARGIN = 60;
const BASELINE = CARD.height - 46;
export const FOOT_RULE = BASELINE - 44;
const SERIF = { "font-family": "Source Serif 4", "font-weight": 600 };
const STRONG = { "font-weight": 600, "font-size": 26 };

/** A typographic card as SVG: paper, double rule, kicker, title, summary, name of the site. */
export function drawWords({ title, summary, ...around }: CardWords): string {
  const { head, text, textTop } = setWords(title, summary);
  return wordsCard(around, head, <g class="second">{setLines(text, MARGIN, textTop, 1.3)}</g>);
}

/** A card of words: kicker and title above what is given, the name of the site and a corner below a rule at `FOOT_RULE`. */
export function wordsCard(
  { topic, kicker, corner }: Omit<CardWords, "title" | "summary">,
  title: FittedText,
  body: VNode,
): string {
  return card(
    topic,
    <g>
      <text class="accent" x={MARGIN} y={116} {...STRONG}>
        {kicker}
      </text>
      {setLines(title, MARGIN, 170 + title.size * 0.72, 1.12, SERIF)}
      {body}
      <path class="rule" d={`M${MARGIN} ${FOOT_RULE}H${CARD.width - MARGIN}`} />
      <text x={MARGIN} y={BASELINE} font-size={30} {...SERIF}>
        {SITE_NAME}
      </text>
      <text class="second end" x={CARD.width - MARGIN} y={BASELINE} font-size={26}>
        {corner}
      </text>
    </g>,
  );
}

/** The largest title that leaves room for the whole summary; the smallest, and a summary cut short, if none does. */
function setWords(title: string, summary: string): { head: FittedText; text: FittedText; textTop: number } {
  const width = CARD.width - 2 * MARGIN;
  const settings = [84, 76, 68, 60, 54, 48].map((size) => {
    const head = fitText(title, [size], { width, lines: 3, face: "serif" });
    const textTop = 212 + head.lines.length * size * 1.12;
    const lines = Math.max(1, Math.floor((BASELINE - 66 - textTop) / 42) + 1);
    return { head, text: fitText(summary, [32, 29], { width, lines, face: "sans" }), textTop };
  });
  const whole = ({ head, text }: (typeof settings)[0]) =>
    head.lines.join(" ") === title && text.lines.join(" ") === summary;
  return settings.find(whole) ?? itemAt(settings, -1);
}

/** Room for the drawing on a chart's card, at the right. */
const PICTURE = { top: 84, width: CARD.width - 430 - MARGIN, height: CARD.height - 84 - 34 };
/** A chart is never set smaller than this on a card. */
const SMALLEST = 0.85;

/**
 * A chart’s card as SVG: its finding and its whole drawing, in the layout that can be set larger. A chart too high for that
 * gets a card of words, with the first of its notes.
 */
export function drawChart(embed: Embeddable): string {
  const [wide, narrow] = [setPicture(embed, LAYOUTS.wide), setPicture(embed, LAYOUTS.narrow)];
  const { scale, width, body } = narrow.scale > wide.scale ? narrow : wide;
  if (scale < SMALLEST)
    return drawWords({
      topic: embed.topic,
      kicker: words.cards.chartKicker(TOPIC_NAMES[embed.topic]),
      title: embed.title,
      summary: [embed.subtitle, ...embed.notes.slice(0, 1)].join(" "),
      corner: words.cards.chartOnPage,
    });
  const left = CARD.width - MARGIN - width * scale;
  return card(
    embed.topic,
    <g>
      <text class="accent" x={MARGIN} y={108} {...STRONG} font-size={22}>
        {TOPIC_NAMES[embed.topic]}
      </text>
      {setLines(
        fitText(embed.title, [48, 45, 42, 39, 36, 33, 30, 27], {
          width: left - MARGIN - 36,
          lines: 8,
          face: "serif",
        }),
        MARGIN,
        162,
        1.15,
        SERIF,
      )}
      <text x={MARGIN} y={BASELINE} font-size={28} {...SERIF}>
        {SITE_NAME}
      </text>
      <g class="picture" transform={`translate(${px(left)} ${PICTURE.top}) scale(${scale.toFixed(3)})`}>
        {body}
      </g>
    </g>,
  );
}

/** A chart with its key as drawn for a layout: its width, and how much larger it can be set on a card. */
function setPicture(embed: Embeddable, layout: Layout): { scale: number; width: number; body: VNode } {
  const drawing = embed.draw(layout);
  const { key, height } = drawKey(embed.key(), layout.width);
  const body = (
    <g>
      {key}
      <g transform={`translate(0 ${height})`}>{drawing.body}</g>
    </g>
  );
  return {
    scale: Math.min(PICTURE.width / layout.width, PICTURE.height / (height + drawing.height)),
    width: layout.width,
    body,
  };
}

/** Lines of a text from `x` on, the first base line at `y`. */
export function setLines(
  { lines, size }: FittedText,
  x: number,
  y: number,
  leading: number,
  font: Record<string, string | number> = {},
): VNode {
  return (
    <g font-size={size} {...font}>
      {lines.map((line, i) => (
        <text x={x} y={px(y + i * size * leading)}>
          {line}
        </text>
      ))}
    </g>
  );
}

function card(topic: Topic | undefined, body: VNode): string {
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
      <rect class="fill-ink" x={MARGIN} y={48} width={width - 2 * MARGIN} height={4} />
      <rect class="fill-ink" x={MARGIN} y={56} width={width - 2 * MARGIN} height={1.5} />
      {body}
    </svg>,
  );
}
