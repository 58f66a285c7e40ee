import { max, scaleLinear } from "d3";
import type { VNode } from "preact";
import { formatNumber } from "../../i18n/numbers.ts";
import { ValueAxis } from "../axis.tsx";
import { type Drawing, type Hit, type Kind, type Layout, px, TEXT_SIZE } from "../drawing.ts";
import { GlyphDefs } from "../glyphs.tsx";
import { textWidth, wrapText } from "../text-width.ts";

/** How sure a value is; the glyph of the same name is drawn. */
export type Certainty = "confirmed" | "reported" | "alleged" | "disputed";

/** One row: a stem from zero with a sign at the value, or words where there is no number. */
export interface LollipopRow {
  id: string;
  label: string;
  /** Second line, quiet: the date. */
  detail: string;
  /** The number, in the data's unit; null if there is none. */
  value: number | null;
  /** What stands at the mark: the number with a word or two, or what stands in place of one. */
  text: string;
  certainty: Certainty;
  href?: string;
}

/** Values of one unit, one row each, in the order in which they are to be read. */
export interface LollipopData {
  rows: LollipopRow[];
  /** Words for each certainty that occurs, for the key. */
  words: Partial<Record<Certainty, string>>;
}

const GAP = 12;

/**
 * Horizontal lollipops from a common zero, rows in the given order. Positions are proportional to values. Refuses
 * negative or infinite values, repeated ids, and a certainty without its word for the key.
 */
export const lollipop: Kind<LollipopData> = {
  refuse({ rows, words }) {
    const ids = rows.map((row) => row.id);
    return rows.flatMap((row, i) => [
      ...(row.value !== null && !(Number.isFinite(row.value) && row.value >= 0) ? [`row \`${row.id}\` has the value ${row.value}`] : []),
      ...(ids.indexOf(row.id) !== i ? [`\`${row.id}\` stands twice`] : []),
      ...(words[row.certainty] ? [] : [`row \`${row.id}\`: the key has no word for ${row.certainty}`]),
    ]);
  },
  key: ({ rows, words }) =>
    (["confirmed", "reported", "alleged", "disputed"] as const)
      .filter((certainty) => rows.some((row) => row.value !== null && row.certainty === certainty))
      .map((certainty) => ({ glyph: certainty, label: words[certainty]! })),
  draw,
};

function draw({ rows }: LollipopData, layout: Layout): Drawing {
  const narrow = layout.name === "narrow";
  const prefix = `lollipop-${layout.name}`;
  const left = narrow
    ? 8
    : Math.ceil(Math.max(60, ...rows.map((row) => Math.max(textWidth(row.label, TEXT_SIZE, true), textWidth(row.detail, TEXT_SIZE))))) + 20;
  const largest = max(rows, (row) => row.value ?? 0) || 1;
  // Room at the right for half a tick label, and for the longest label at a mark: the largest value is labelled inside.
  const halfTick = textWidth(formatNumber(Math.floor(largest)), TEXT_SIZE) / 2 + 2;
  const right =
    layout.width -
    Math.min(
      layout.width * 0.4,
      Math.max(30, halfTick, ...rows.map((row) => (row.value === null ? 0 : textWidth(row.text, TEXT_SIZE) * (row.value / largest) + GAP))),
    );
  const scale = scaleLinear([0, largest], [left, right]);
  const top = 26;
  let y = top;
  const hits: Hit[] = [];
  const marks: VNode[] = [];
  for (const row of rows) {
    const x = row.value === null ? left : px(scale(row.value));
    const room = layout.width - x - (row.value === null ? 0 : GAP);
    const lines = wrapText(row.text, Math.max(room, 60), TEXT_SIZE);
    const height = (narrow ? 54 : 46) + (lines.length - 1) * 17;
    const markY = narrow ? y + 36 : y + 23;
    const textX = row.value === null ? left + (narrow ? -8 : 2) : x + GAP;
    marks.push(
      <g>
        <path class="hair" d={`M0 ${y}H${layout.width}`} />
        {narrow ? (
          <text x={0} y={y + 18}>
            <tspan class="bold">{row.label}</tspan>
            <tspan class="second"> {row.detail}</tspan>
          </text>
        ) : (
          <g>
            <text class="bold" x={0} y={y + 20}>
              {row.label}
            </text>
            <text class="second" x={0} y={y + 37}>
              {row.detail}
            </text>
          </g>
        )}
        {row.value !== null && <path class={row.certainty === "confirmed" ? "stem" : "stem dashed"} d={`M${left} ${markY}H${x}`} />}
        {row.value !== null && <use href={`#${prefix}-${row.certainty}`} x={x} y={markY} data-row={row.id} />}
        {lines.map((line, i) => (
          <text class={row.value === null ? "second" : undefined} x={px(textX)} y={markY + 5 + i * 17}>
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
      label: `${row.label}, ${row.detail}: ${row.text}`,
      ...(row.href ? { href: row.href } : {}),
    });
    y += height;
  }
  return {
    width: layout.width,
    height: y + 1,
    hits,
    body: (
      <g>
        <GlyphDefs prefix={prefix} names={[...new Set(rows.map((row) => row.certainty))]} />
        {rows.some((row) => row.value !== null) && (
          <ValueAxis scale={scale} top={top} bottom={y} ticks={narrow ? 3 : 5} format={formatNumber} />
        )}
        {marks}
        <path class="rule" d={`M0 ${y}H${layout.width}`} />
      </g>
    ),
  };
}
