import { scaleBand } from "d3";
import type { VNode } from "preact";
import { formatDays } from "../../i18n/dates.ts";
import { itemAt } from "../../required.ts";
import { type Drawing, type Layout, px } from "../chart.ts";
import { drawingOf, lineAcross, Mark } from "./marks.tsx";
import { textLines, widest, widthOf } from "./text.tsx";

/** Something of one day, with a symbol for each side involved. */
export interface GridRow {
  date: string;
  name: string;
  /** CSS classes of the name, the symbols, and the line between the symbols. */
  nameLook?: string | undefined;
  signsLook?: string | undefined;
  joinedLook?: string | undefined;
  /** Symbol by side, and whether the line joins it. */
  signs: ReadonlyMap<string, { sign: string; isJoined: boolean }>;
  label: string;
  href: string;
}

interface Side {
  id: string;
  name: string;
  short: string;
}

export interface GridPlace {
  x: (side: string) => number;
  y: (row: number) => number;
  bottom: number;
}

/**
 * Rows in date order, a column for each side, headings for years if there are several. `under` is drawn below
 * the symbols; `foot` is the height (px) of what is drawn at the bottom.
 */
export function drawSideGrid(
  layout: Layout,
  sides: readonly Side[],
  rows: readonly GridRow[],
  height: number,
  { under, foot = 4 }: { under: (place: GridPlace) => VNode; foot?: number },
): Drawing {
  const { width } = layout;
  const dates = rows.map(({ date }) => formatDays(date));
  const nameX = widest(dates) + 8;
  const names = widest(rows.map(({ name }) => name)) + 8;
  const lane = Math.min(Math.max((width - nameX - names) / sides.length, 34), 110);
  const columns = scaleBand(
    sides.map(({ id }) => id),
    [width - lane * sides.length, width],
  );
  const x = (side: string) => px((columns(side) ?? 0) + lane / 2);
  const years = rows.map(({ date }) => date.slice(0, 4));
  const hasYears = new Set(years).size > 1;
  const tops: number[] = [];
  const heads: VNode[] = [];
  let bottom = 26;
  years.forEach((year, i) => {
    if (hasYears && year !== years[i - 1]) {
      heads.push(lineAcross("rule", bottom, width), ...textLines([year], 0, bottom + 19, "bold accent"));
      bottom += 28;
    }
    tops.push(bottom);
    bottom += height;
  });
  const y = (row: number) => px(itemAt(tops, row) + height / 2);
  return drawingOf(
    layout,
    bottom + foot,
    <>
      {sides.map(({ id, name, short }) => (
        <>
          <path class="hair" d={`M${x(id)} 26V${px(bottom)}`} />
          {textLines([widthOf(name, "bold") + 6 < lane ? name : short], x(id), 15, "bold middle")}
        </>
      ))}
      {heads}
      {under({ x, y, bottom })}
      {rows.map((row, i) => {
        const middle = y(i);
        const signs = [...row.signs].map(([side, of]) => ({ ...of, at: x(side) }));
        const joined = signs.filter(({ isJoined }) => isJoined).map(({ at }) => at);
        return (
          <Mark label={row.label} href={row.href} y={itemAt(tops, i)} width={width} height={height}>
            {textLines(dates.slice(i, i + 1), 0, middle + 5, "second")}
            {textLines(
              [shorten(row.name, x(itemAt(sides, 0).id) - 12 - nameX)],
              nameX,
              middle + 5,
              row.nameLook,
            )}
            <g class={row.signsLook}>
              {joined.length > 1 && (
                <path
                  class={`joined ${row.joinedLook ?? ""}`.trim()}
                  d={`M${Math.min(...joined)} ${middle}H${Math.max(...joined)}`}
                />
              )}
              {signs.map(({ sign, at, isJoined }) => (
                <>
                  {isJoined && <rect class="paper" x={at - 6} y={middle - 6} width={12} height={12} />}
                  <use href={`#${sign}`} x={at} y={middle} />
                </>
              ))}
            </g>
          </Mark>
        );
      })}
    </>,
  );
}

function shorten(text: string, width: number): string {
  const words = text.split(" ");
  while (words.length > 0 && widthOf(words.join(" ")) > width) words.pop();
  return words.join(" ");
}
