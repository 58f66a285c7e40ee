import { keyOf, type Kind, type Layout, px } from "../lib/drawing.ts";
import { drawingOf, HitArea, lineAcross } from "../lib/marks.tsx";
import { breakText, LINE, textLines } from "../lib/text.tsx";
import type { MultiplesData, MultiplesPanel } from "./multiples-data.ts";
import { placeNames, placeNumbers } from "./multiples-labels.ts";
import { scaleLinear } from "d3";
import type { VNode } from "preact";
const PLOT = 104;
const GAP = 26;

/**
 * Small multiples: bars by period from a common zero, every panel on the same scale; a dot where no number is known.
 * Heights are proportional to values. The largest values are written out as far as they find room.
 */
export const multiples: Kind<MultiplesData> = {
  key: ({ panels, missing }) =>
    keyOf(
      panels.some(({ bars }) => bars.some(({ value }) => value === null)) && {
        glyph: "none",
        label: missing,
      },
    ),
  draw,
};

function draw(data: MultiplesData, layout: Layout) {
  const { panels, periods } = data;
  const columns = layout.name === "narrow" ? 2 : 3;
  const width = (layout.width - GAP * (columns - 1)) / columns;
  const step = width / Math.max(periods.length, 1);
  const bar = Math.min(26, Math.max(1, step * 0.72));
  const height = scaleLinear([0, largest(panels) || 1], [0, PLOT]);
  const others = panels.some(({ marked }) => marked) ? "fill-mark" : "fill-ink";
  const parts: VNode[] = [];
  let y = 0;
  for (let first = 0; first < panels.length; first += columns) {
    const row = panels
      .slice(first, first + columns)
      .map((panel) => ({ ...panel, head: breakText(panel.label, width, "bold") }));
    const headY = y + 13;
    const top = y + Math.max(...row.map(({ head }) => head.length)) * LINE;
    // One line of room above the tallest bar for its number.
    const base = top + LINE + 6 + Math.max(height(largest(row)), 20);
    row.forEach(({ id, label, head, marked, bars: given }, column) => {
      const left = column * (width + GAP);
      const bars = given.map((bar) => {
        const at = periods.findIndex(({ id }) => id === bar.period);
        return { ...bar, name: periods[at]?.name, middle: left + step * (at + 0.5) };
      });
      const right = left + width;
      const numbers = placeNumbers(bars, data.numbers, { bar, left, right, base, height });
      const names = placeNames(periods, step, left, right);
      parts.push(
        <>
          {bars.map(({ name, middle, says, href }) => (
            <HitArea
              {...{ x: middle - step / 2, y: top, width: step, height: base - top }}
              label={`${label}, ${name}: ${says}`}
              href={href}
            />
          ))}
          {textLines(head, left, headY, marked ? "bold accent" : "bold")}
          {bars.map(({ period, value, middle }) =>
            value === null ? (
              <use href="#none" x={px(middle)} y={px(base - 7)} data-row={`${id} ${period}`} />
            ) : (
              <rect
                class={marked ? "fill-accent" : others}
                x={px(middle - bar / 2)}
                y={px(base - height(value))}
                width={px(bar)}
                height={px(height(value))}
                data-row={`${id} ${period}`}
              />
            ),
          )}
          {lineAcross("rule", base, right, left)}
          {numbers.map(({ text, x, y }) => textLines([text], x, y, "middle"))}
          {names.map(({ lines, x }) => textLines(lines, x, base + 17, "second middle"))}
        </>,
      );
      y = Math.max(y, base + Math.max(0, ...names.map(({ lines }) => lines.length)) * LINE + 6);
    });
    y += 22;
  }
  return drawingOf(layout, Math.max(1, Math.ceil(y - 16)), <>{parts}</>);
}

function largest(panels: readonly MultiplesPanel[]): number {
  return Math.max(0, ...panels.flatMap((panel) => panel.bars.map((bar) => bar.value ?? 0)));
}
