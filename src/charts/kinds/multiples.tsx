import { scaleLinear } from "d3";
import type { VNode } from "preact";
import {
  type Drawing,
  type Hit,
  isAmount,
  type Kind,
  type Layout,
  px,
  reasons,
  repeated,
} from "../drawing.ts";
import { drawingOf } from "../glyphs.tsx";
import { breakText, LINE, textLines } from "../text-lines.tsx";
import type { MultiplesData, MultiplesPanel } from "./multiples-data.ts";
import { placeNames, placeNumbers } from "./multiples-labels.ts";
import { itemAt, required } from "../../required.ts";

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
        if (bars.findIndex((bar) => bar.period === period) < i)
          yield `panel \`${id}\` has two bars for \`${period}\``;
        if (value !== null && !isAmount(value)) yield `panel \`${id}\`, \`${period}\`: the value is ${value}`;
        if (value === null && !missing)
          yield `panel \`${id}\`, \`${period}\`: the key has no word for a missing value`;
      }
  }),
  key: ({ panels, missing }) =>
    panels.some((panel) => panel.bars.some((bar) => bar.value === null))
      ? [{ glyph: "none", label: missing }]
      : [],
  draw,
};

function draw(data: MultiplesData, layout: Layout): Drawing {
  const { panels, periods } = data;
  const columns = layout.name === "narrow" ? 2 : 3;
  const width = (layout.width - GAP * (columns - 1)) / columns;
  const step = width / Math.max(periods.length, 1);
  const bar = Math.min(26, Math.max(1, step * 0.72));
  const height = scaleLinear([0, largest(panels) || 1], [0, PLOT]);
  const hits: Hit[] = [];
  const parts: VNode[] = [];
  let y = 0;

  /** Draws a panel whose bars stand on `base` and have room up to `top`; returns the height of what is below them. */
  const drawPanel = (
    panel: MultiplesPanel,
    head: readonly string[],
    left: number,
    top: number,
    base: number,
  ): number => {
    const middle = (period: string) => left + step * (periods.findIndex(({ id }) => id === period) + 0.5);
    const fill = panel.marked
      ? "fill-accent"
      : panels.some(({ marked }) => marked)
        ? "fill-mark"
        : "fill-ink";
    const numbers = placeNumbers(panel, data.numbers, middle, {
      bar,
      left,
      right: left + width,
      base,
      height,
    });
    const names = placeNames(periods, step, left, left + width);
    for (const { period, says, href } of panel.bars) {
      const label = `${panel.label}, ${
        required(
          periods.find(({ id }) => id === period),
          `period \`${period}\``,
        ).name
      }: ${says}`;
      hits.push({
        x: px(middle(period) - step / 2),
        y: px(top),
        width: px(step),
        height: px(base - top),
        label,
        href,
      });
    }
    parts.push(
      <g>
        {textLines(head, left, y + 13, panel.marked ? "bold accent" : "bold")}
        {panel.bars.map(({ period, value }) =>
          value === null ? (
            <use href={`#none`} x={px(middle(period))} y={px(base - 7)} data-row={`${panel.id} ${period}`} />
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
      </g>,
    );
    return Math.max(0, ...names.map(({ lines }) => lines.length)) * LINE + 6;
  };

  for (let first = 0; first < panels.length; first += columns) {
    const row = panels.slice(first, first + columns);
    const heads = row.map((panel) => breakText(panel.label, width, true));
    const top = y + Math.max(...heads.map((lines) => lines.length)) * LINE;
    // One line of room above the tallest bar for its number.
    const base = top + LINE + 6 + Math.max(height(largest(row)), 20);
    const feet = row.map((panel, column) =>
      drawPanel(panel, itemAt(heads, column), column * (width + GAP), top, base),
    );
    y = base + Math.max(...feet) + 22;
  }
  return drawingOf({ layout, height: Math.max(1, Math.ceil(y - 16)), hits }, <>{parts}</>);
}

/** The largest number of some panels; 0 if there is none. */
function largest(panels: readonly MultiplesPanel[]): number {
  return Math.max(0, ...panels.flatMap((panel) => panel.bars.map((bar) => bar.value ?? 0)));
}
