import { max, scaleLinear } from "d3";
import type { VNode } from "preact";
import { type Drawing, type Hit, isAmount, type Kind, type Layout, px, reasons, repeated } from "../drawing.ts";
import { drawingOf } from "../glyphs.tsx";
import { breakText, LINE, textLines } from "../text-lines.tsx";
import { placeNames, placeNumbers } from "./multiples-labels.ts";

/** One bar. */
export interface MultiplesBar {
  /** Id of its period. */
  period: string;
  /** The number, in the data's unit; null if none is known. */
  value: number | null;
  /** Stands above the bar if there is room; empty for nothing. */
  text: string;
  /** What the bar says, in words, without panel and period. */
  says: string;
  href?: string;
}

/** One small chart; periods without a bar stay empty. */
export interface MultiplesPanel {
  id: string;
  label: string;
  /** Set off from the others. */
  marked: boolean;
  bars: MultiplesBar[];
}

/** Small charts of one unit on one scale, in the order in which they are to be read. */
export interface MultiplesData {
  /**
   * Every period in order, those without data too. `label` stands below the bar, or `short` below every bar where not
   * all labels find room; empty for none.
   */
  periods: { id: string; name: string; label: string; short: string }[];
  panels: MultiplesPanel[];
  /** What the dot in place of a bar means; empty if every value is known. */
  missing: string;
  /** Most numbers that stand above the bars of a panel, the largest first. */
  numbers: number;
}

const PLOT = 104;
const GAP = 26;

/**
 * Small multiples: bars by period from a common zero, every panel on the same scale; a dot where no number is known.
 * Heights are proportional to values. The largest values are written out as far as they find room. Refuses unknown or
 * repeated periods, negative or infinite values, repeated ids, and dots without their words for the key.
 */
export const multiples: Kind<MultiplesData> = {
  refuse: reasons(function* ({ periods, panels, missing }) {
    const known = new Set(periods.map((period) => period.id));
    if (known.size < periods.length) yield "two periods have one id";
    yield* repeated(panels);
    for (const { id, bars } of panels)
      for (const [i, { period, value }] of bars.entries()) {
        if (!known.has(period)) yield `panel \`${id}\` has a bar for the unknown period \`${period}\``;
        if (bars.findIndex((bar) => bar.period === period) < i) yield `panel \`${id}\` has two bars for \`${period}\``;
        if (value !== null && !isAmount(value)) yield `panel \`${id}\`, \`${period}\`: the value is ${value}`;
        if (value === null && !missing) yield `panel \`${id}\`, \`${period}\`: the key has no word for a missing value`;
      }
  }),
  key: ({ panels, missing }) =>
    panels.some((panel) => panel.bars.some((bar) => bar.value === null)) ? [{ glyph: "none", label: missing }] : [],
  draw,
};

function draw(data: MultiplesData, layout: Layout): Drawing {
  const columns = layout.name === "narrow" ? 2 : 3;
  const largest = max(data.panels.flatMap((panel) => panel.bars.map((bar) => bar.value ?? 0))) || 1;
  const height = scaleLinear([0, largest], [0, PLOT]);
  const width = (layout.width - GAP * (columns - 1)) / columns;
  const hits: Hit[] = [];
  const parts: VNode[] = [];
  let y = 0;
  for (let row = 0; row * columns < data.panels.length; row++) {
    const panels = data.panels.slice(row * columns, (row + 1) * columns);
    const heads = panels.map((panel) => breakText(panel.label, width, true));
    const headHeight = Math.max(...heads.map((lines) => lines.length)) * LINE;
    const tallest = height(max(panels.flatMap((panel) => panel.bars.map((bar) => bar.value ?? 0))) ?? 0);
    // One line of room above the tallest bar for its number.
    const base = y + headHeight + LINE + 6 + Math.max(tallest, 20);
    const drawn = panels.map((panel, column) =>
      drawPanel(panel, heads[column]!, {
        data,
        left: column * (width + GAP),
        width,
        top: y,
        plotTop: y + headHeight,
        base,
        height,
        prefix: `multiples-${layout.name}`,
      }),
    );
    for (const { part, hits: areas } of drawn) {
      parts.push(part);
      hits.push(...areas);
    }
    y = base + Math.max(...drawn.map(({ foot }) => foot)) + 22;
  }
  return drawingOf(
    { layout, height: Math.max(1, Math.ceil(y - 16)), hits, prefix: `multiples-${layout.name}`, names: ["none"] },
    <>{parts}</>,
  );
}

interface PanelSpace {
  data: MultiplesData;
  left: number;
  width: number;
  top: number;
  /** Where the bars' room begins, below the heading. */
  plotTop: number;
  /** Where zero stands, px down. */
  base: number;
  height: (value: number) => number;
  prefix: string;
}

function drawPanel(
  panel: MultiplesPanel,
  head: string[],
  { data, left, width, top, plotTop, base, height, prefix }: PanelSpace,
): { part: VNode; hits: Hit[]; foot: number } {
  const step = width / Math.max(data.periods.length, 1);
  const bar = Math.min(26, Math.max(1, step * 0.72));
  const middle = (period: string) => left + step * (data.periods.findIndex(({ id }) => id === period) + 0.5);
  const fill = panel.marked ? "fill-accent" : data.panels.some(({ marked }) => marked) ? "fill-mark" : "fill-ink";
  const numbers = placeNumbers(panel, data.numbers, middle, { bar, left, right: left + width, base, height });
  const place = (labels: string[]) => placeNames(labels, step, left, left + width);
  const full = place(data.periods.map(({ label }) => label));
  const all = full.length === data.periods.filter(({ label }) => label).length;
  const names = all ? full : place(data.periods.map(({ short }) => short));
  return {
    foot: Math.max(0, ...names.map(({ lines }) => lines.length)) * LINE + 6,
    hits: panel.bars.map(({ period, says, href }) => ({
      x: px(middle(period) - step / 2),
      y: px(plotTop),
      width: px(step),
      height: px(base - plotTop),
      label: `${panel.label}, ${data.periods.find(({ id }) => id === period)!.name}: ${says}`,
      href,
    })),
    part: (
      <g>
        {textLines(head, left, top + 13, panel.marked ? "bold accent" : "bold")}
        {panel.bars.map(({ period, value }) =>
          value === null ? (
            <use href={`#${prefix}-none`} x={px(middle(period))} y={px(base - 7)} data-row={`${panel.id} ${period}`} />
          ) : (
            <rect
              class={fill}
              x={px(middle(period) - bar / 2)}
              y={px(base - height(value))}
              width={px(bar)}
              height={px(height(value))}
              data-row={`${panel.id} ${period}`}
            />
          ),
        )}
        <path class="rule" d={`M${px(left)} ${px(base)}H${px(left + width)}`} />
        {numbers.map(({ text, x, y }) => textLines([text], x, y, "middle"))}
        {names.map(({ lines, x }) => textLines(lines, x, base + 17, "second middle"))}
      </g>
    ),
  };
}
