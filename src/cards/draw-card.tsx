import type { VNode } from "preact";
import { cutHeight } from "../charts/cut-height.ts";
import { LAYOUTS, px } from "../charts/drawing.ts";
import { drawKey } from "../charts/key.tsx";
import { renderXml } from "../charts/render.tsx";
import { flattenCss } from "../embed/flat-css.ts";
import { SITE_NAME, TOPIC_NAMES } from "../site.ts";
import chartCss from "../styles/chart.css?raw";
import tokensCss from "../styles/tokens.css?raw";
import type { Chart } from "../views/read-charts.ts";
import { CARD } from "./card-path.ts";
import { fitText, type FittedText } from "./fit-text.ts";

type Topic = keyof typeof TOPIC_NAMES;

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

const MARGIN = 60;
const BASELINE = CARD.height - 46;
const SERIF = { "font-family": "Source Serif 4", "font-weight": 600 };
const STRONG = { "font-weight": 600, "font-size": 26 };

/** A typographic card as SVG: paper, double rule, kicker, title, summary, name of the site. */
export function drawWords({ topic, kicker, title, summary, corner }: CardWords): string {
  const { head, text, textTop } = setWords(title, summary);
  return card(
    topic,
    <g>
      <text class="accent" x={MARGIN} y={116} {...STRONG}>
        {kicker}
      </text>
      {setLines(head, MARGIN, 170 + head.size * 0.72, 1.12, SERIF)}
      <g class="second">{setLines(text, MARGIN, textTop, 1.3)}</g>
      <path class="rule" d={`M${MARGIN} ${BASELINE - 44}H${CARD.width - MARGIN}`} />
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
  const whole = ({ head, text }: (typeof settings)[0]) => head.lines.join(" ") === title && text.lines.join(" ") === summary;
  return settings.find(whole) ?? settings.at(-1)!;
}

/** Where the drawing stands on a chart's card. */
const PICTURE = { left: 430, top: 84, width: CARD.width - 430 - MARGIN, height: CARD.height - 84 - 34 };
/** A chart is never set smaller than this on a card; what is too high is cut off between two lines. */
const SMALLEST = 0.85;

/** A chart's card as SVG: its finding at the left, its drawing at the right. */
export function drawChart(chart: Chart): string {
  const layout = LAYOUTS.wide;
  const drawing = chart.kind.draw(chart.view.data, layout);
  const { key, height: keyHeight } = drawKey(chart.kind.key(chart.view.data), layout.width);
  const scale = Math.min(PICTURE.width / layout.width, Math.max(PICTURE.height / (keyHeight + drawing.height), SMALLEST));
  const height = cutHeight(drawing, PICTURE.height / scale - keyHeight);
  return card(
    chart.topic,
    <g>
      <text class="accent" x={MARGIN} y={108} {...STRONG} font-size={22}>
        {TOPIC_NAMES[chart.topic]}
      </text>
      {setLines(
        fitText(chart.title, [42, 39, 36, 33, 30, 27], { width: PICTURE.left - MARGIN - 36, lines: 8, face: "serif" }),
        MARGIN,
        162,
        1.15,
        SERIF,
      )}
      <text x={MARGIN} y={BASELINE} font-size={28} {...SERIF}>
        {SITE_NAME}
      </text>
      <clipPath id="picture">
        <rect width={layout.width} height={px(keyHeight + height)} />
      </clipPath>
      <g transform={`translate(${PICTURE.left} ${PICTURE.top}) scale(${scale.toFixed(3)})`} clip-path="url(#picture)">
        {key}
        <g transform={`translate(0 ${keyHeight})`}>{drawing.body}</g>
      </g>
      {height < drawing.height && (
        <path class="rule dashed" d={`M${PICTURE.left} ${px(PICTURE.top + (keyHeight + height) * scale)}h${px(layout.width * scale)}`} />
      )}
    </g>,
  );
}

function setLines({ lines, size }: FittedText, x: number, y: number, leading: number, font: Record<string, string | number> = {}): VNode {
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
  const accent = topic ? `var(--${topic})` : "var(--ink-2)";
  return renderXml(
    <svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
      <style>{flattenCss(`${tokensCss}${chartCss}:root{--accent:${accent}}`, "light")}</style>
      <rect class="paper" width={width} height={height} />
      <rect class="fill-ink" x={MARGIN} y={48} width={width - 2 * MARGIN} height={4} />
      <rect class="fill-ink" x={MARGIN} y={56} width={width - 2 * MARGIN} height={1.5} />
      {body}
    </svg>,
  );
}
