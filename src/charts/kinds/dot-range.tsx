import { max, scaleLinear } from "d3";
import type { VNode } from "preact";
import { formatNumber } from "../../i18n/numbers.ts";
import { ValueAxis } from "../axis.tsx";
import { type Certainty, certaintyKey, type CertaintyWords, refuseRows } from "../certainty.ts";
import { type Drawing, type Hit, type Kind, type Layout, px, TEXT_SIZE } from "../drawing.ts";
import { GlyphDefs } from "../glyphs.tsx";
import { textWidth, wrapText } from "../text-width.ts";

/** One row: a value, a range of values, or words where there is no number. */
export interface DotRangeRow {
  id: string;
  /** Id of its group. */
  group: string;
  label: string;
  /** Quiet words after the label: the date. */
  detail: string;
  /** Lowest and highest value, in the data's unit; equal for a single value, null where there is no number. */
  range: readonly [low: number, high: number] | null;
  /** What stands at the mark, or in place of one. */
  text: string;
  /** What the row says, in a sentence. */
  says: string;
  certainty: Certainty;
  href?: string;
}

/** Values of one unit in groups that are not to be added up. A group without rows is drawn with its `empty` words. */
export interface DotRangeData {
  groups: { id: string; label: string; empty: string }[];
  rows: DotRangeRow[];
  /** Words for each certainty that occurs, for the key. */
  words: CertaintyWords;
}

const GAP = 12;
const HEAD = 32;

/**
 * Values and ranges on one scale from zero, in groups under headings of their own, so that stages of one thing stand
 * apart. Positions are proportional to values. Refuses rows of unknown groups, negative or infinite values, ranges that
 * run backwards, repeated ids, and a certainty without its word for the key.
 */
export const dotRange: Kind<DotRangeData> = {
  refuse({ groups, rows, words }) {
    const known = new Set(groups.map((group) => group.id));
    return [
      ...(known.size < groups.length ? ["two groups have one id"] : []),
      ...refuseRows(rows, words),
      ...rows.flatMap(({ id, group, range }) => [
        ...(known.has(group) ? [] : [`row \`${id}\` is in the unknown group \`${group}\``]),
        ...(range?.some((value) => !(Number.isFinite(value) && value >= 0)) ? [`row \`${id}\` has the values ${range.join(" to ")}`] : []),
        ...(range && range[0] > range[1] ? [`row \`${id}\` runs backwards, from ${range[0]} to ${range[1]}`] : []),
      ]),
    ];
  },
  key: ({ rows, words }) =>
    certaintyKey(
      rows.filter((row) => row.range !== null),
      words,
    ),
  draw,
};

function draw({ groups, rows }: DotRangeData, layout: Layout): Drawing {
  const narrow = layout.name === "narrow";
  const prefix = `dot-range-${layout.name}`;
  const left = narrow
    ? 8
    : Math.ceil(
        Math.min(
          layout.width * 0.4,
          Math.max(60, ...rows.map((row) => Math.max(textWidth(row.label, TEXT_SIZE, true), textWidth(row.detail, TEXT_SIZE)))),
        ),
      ) + 20;
  const largest = max(rows, (row) => row.range?.[1] ?? 0) || 1;
  // Room at the right for the longest label at a mark, so that the largest value is labelled inside the drawing.
  const labels = rows.map((row) => (row.range ? textWidth(row.text, TEXT_SIZE) * (row.range[1] / largest) + GAP : 0));
  const scale = scaleLinear([0, largest], [left, layout.width - Math.min(layout.width * 0.4, Math.max(30, ...labels))]);
  const top = 26;
  const hits: Hit[] = [];
  const marks: VNode[] = [];
  let y = top;
  for (const group of groups) {
    const members = rows.filter((row) => row.group === group.id);
    marks.push(
      <g>
        <path class="rule" d={`M0 ${y}H${layout.width}`} />
        <rect
          class="paper"
          x={0}
          y={y + 1}
          width={px(Math.min(layout.width, textWidth(group.label, TEXT_SIZE, true) + 10))}
          height={HEAD - 4}
        />
        <text class="bold accent" x={0} y={y + 21}>
          {group.label}
        </text>
      </g>,
    );
    y += HEAD;
    if (members.length === 0) {
      marks.push(
        <text class="second" x={0} y={y + 14}>
          {group.empty}
        </text>,
      );
      y += 30;
    }
    for (const row of members) {
      const [low, high] = row.range ? [px(scale(row.range[0])), px(scale(row.range[1]))] : [left, left];
      const textX = row.range ? high + GAP : narrow ? 0 : left;
      const lines = wrapText(row.text, Math.max(layout.width - textX, 60), TEXT_SIZE);
      const labelLines = narrow ? [] : wrapText(row.label, left - 14, TEXT_SIZE, true);
      const height = Math.max((narrow ? 48 : 42) + (lines.length - 1) * 17, labelLines.length * 17 + 25);
      const markY = y + (narrow ? 32 : 18);
      marks.push(
        <g data-row={row.id}>
          {narrow ? (
            <text x={0} y={y + 15}>
              <tspan class="bold">{row.label}</tspan>
              <tspan class="second"> {row.detail}</tspan>
            </text>
          ) : (
            <g>
              {labelLines.map((line, i) => (
                <text class="bold" x={0} y={y + 15 + i * 17}>
                  {line}
                </text>
              ))}
              <text class="second" x={0} y={y + 15 + labelLines.length * 17}>
                {row.detail}
              </text>
            </g>
          )}
          {row.range && <path class={row.certainty === "confirmed" ? "stem" : "stem dashed"} d={`M${left} ${markY}H${low}`} />}
          {high > low && <path class="span" d={`M${low} ${markY}H${high}`} />}
          {row.range && <use href={`#${prefix}-${row.certainty}`} x={low} y={markY} />}
          {high > low && <use href={`#${prefix}-${row.certainty}`} x={high} y={markY} />}
          {lines.map((line, i) => (
            <text class={row.range ? undefined : "second"} x={px(textX)} y={markY + 5 + i * 17}>
              {line}
            </text>
          ))}
        </g>,
      );
      hits.push({
        x: 0,
        y,
        width: layout.width,
        height,
        label: `${row.label}, ${group.label.toLowerCase()}, ${row.detail}: ${row.says}`,
        ...(row.href ? { href: row.href } : {}),
      });
      y += height;
    }
    y += 6;
  }
  return {
    width: layout.width,
    height: y + 1,
    hits,
    body: (
      <g>
        <GlyphDefs prefix={prefix} names={[...new Set(rows.filter((row) => row.range).map((row) => row.certainty))]} />
        {rows.some((row) => row.range) && <ValueAxis scale={scale} top={top} bottom={y} ticks={narrow ? 3 : 5} format={formatNumber} />}
        {marks}
        <path class="rule" d={`M0 ${y}H${layout.width}`} />
      </g>
    ),
  };
}
