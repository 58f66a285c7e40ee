import type { VNode } from "preact";
import {
  type Drawing,
  type Hit,
  type Kind,
  type Layout,
  px,
  reasons,
  repeated,
  type Row,
} from "../drawing.ts";
import { drawingOf, GLYPHS } from "../glyphs.tsx";
import { LINE, textLines, widest, widthOf } from "../text-lines.tsx";

/** One text: where it stands in time, who wrote it, and what it was made from. */
export interface LineageRow extends Row {
  label: string;
  date: string;
  /** Sign of `glyphs.tsx`: how far the text is public. */
  glyph: string;
  /** Ids of the lanes of those who wrote it, and of those who had a hand in it by some accounts. */
  by: string[];
  input: string[];
  /** The texts that it reworks, each earlier; `said` where somebody says so on record. */
  from: { id: string; said: boolean }[];
}

/** Texts in date order by who wrote them, and which was made from which. */
export interface LineageData {
  lanes: { id: string; label: string; short: string }[];
  rows: LineageRow[];
  /** The signs of the texts that occur, in the order of the key, and what lines and a ring mean. */
  signs: { glyph: string; label: string }[];
  words: { reworked: string; unsaid: string; input: string };
}

const LANE = 40;
/** So many texts, and names so wide, px, have room. */
const MOST = 14;
const WIDEST = 84;
/** Up to so many texts, every second name stands a line lower; of more, two of three. */
const TWO_LINES = 13;

/**
 * Texts as signs in the lanes of their authors, with an arrow from each text to those that rework it: in columns on wide
 * layouts, in lines on others. Refuses unknown lanes, signs and origins, origins that are not earlier, and texts of nobody.
 */
export const lineage: Kind<LineageData> = {
  refuse: reasons(function* ({ lanes, rows, signs }) {
    if (rows.length > MOST) yield `there are ${rows.length} rows; ${MOST} have room`;
    for (const { id, label } of rows)
      if (widthOf(label) > WIDEST) yield `row \`${id}\`: “${label}” has no room`;
    for (const [i, { id, by, input, from, glyph }] of rows.entries()) {
      if (by.length === 0) yield `row \`${id}\` is by nobody`;
      for (const lane of [...by, ...input])
        if (!lanes.some((other) => other.id === lane))
          yield `row \`${id}\` is in the unknown lane \`${lane}\``;
      if (!Object.hasOwn(GLYPHS, glyph) || !signs.some((sign) => sign.glyph === glyph))
        yield `row \`${id}\` has the unknown sign \`${glyph}\``;
      for (const origin of from) {
        const at = rows.findIndex((row) => row.id === origin.id);
        if (at < 0 || at >= i) yield `row \`${id}\` is made from \`${origin.id}\`, which is not before it`;
      }
    }
    yield* repeated(lanes);
    yield* repeated(rows);
  }),
  key: ({ rows, signs, words }) => [
    ...signs.filter(({ glyph }) => rows.some((row) => row.glyph === glyph)),
    ...(rows.some(({ input }) => input.length > 0) ? [{ glyph: "ring", label: words.input }] : []),
    ...(rows.some(({ from }) => from.some(({ said }) => said))
      ? [{ glyph: "changed", label: words.reworked }]
      : []),
    ...(rows.some(({ from }) => from.some(({ said }) => !said))
      ? [{ glyph: "gap", label: words.unsaid }]
      : []),
  ],
  draw,
};

/** A place: along time and across the lanes. */
type Place = readonly [along: number, across: number];

function draw(data: LineageData, layout: Layout): Drawing {
  const narrow = layout.name === "narrow" || layout.name === "medium";
  const { lanes, rows } = data;
  const names =
    Math.ceil(
      widest(narrow ? rows.map(({ label, date }) => `${date} ${label}`) : lanes.map(({ label }) => label)) *
        1.06,
    ) + 16;
  const step = narrow ? 34 : (layout.width - names) / Math.max(1, rows.length);
  const across = narrow ? (layout.width - names) / Math.max(1, lanes.length) : LANE;
  const lines = rows.length > TWO_LINES ? 3 : 2;
  const head = narrow ? 24 : 64 + (lines - 2) * LINE;
  const place = (row: number, lane: number): Place =>
    narrow
      ? [head + step * (row + 0.5), names + across * (lane + 0.5)]
      : [names + step * (row + 0.5), head + across * (lane + 0.5)];
  const at = ([along, over]: Place): string =>
    narrow ? `${px(over)} ${px(along)}` : `${px(along)} ${px(over)}`;
  const index = (lane: string) => lanes.findIndex(({ id }) => id === lane);
  const end = narrow ? head + step * rows.length : head + across * lanes.length;
  const hits: Hit[] = [];
  const arrows = rows.flatMap((row, i) =>
    row.from.map(({ id, said }) => {
      const from = rows.findIndex((other) => other.id === id);
      const [start, goal] = nearest(rows[from]?.by.map(index) ?? [], row.by.map(index));
      return drawArrow(place(from, start), place(i, goal), at, said);
    }),
  );
  const marks = rows.map((row, i) => {
    const own = row.by.map(index).sort((a, b) => a - b);
    const [first = 0, last = 0] = [own[0], own.at(-1)];
    const [x, y] = narrow ? [0, head + step * i] : [names + step * i, 0];
    hits.push({
      x: px(x),
      y: px(y),
      width: px(narrow ? layout.width : step),
      height: px(narrow ? step : end),
      label: row.says,
      href: row.href,
    });
    return (
      <g data-row={row.id}>
        {own.length > 1 && <path class="joined" d={`M${at(place(i, first))}L${at(place(i, last))}`} />}
        {own.map((lane) => {
          const [along, over] = place(i, lane);
          const [signX, signY] = narrow ? [over, along] : [along, over];
          return (
            <g>
              <rect class="paper" x={px(signX - 6)} y={px(signY - 6)} width={12} height={12} />
              <use href={`#${row.glyph}`} x={px(signX)} y={px(signY)} />
            </g>
          );
        })}
        {row.input.map(index).map((lane) => {
          const [along, over] = place(i, lane);
          return <use href={`#ring`} x={px(narrow ? over : along)} y={px(narrow ? along : over)} />;
        })}
        {narrow
          ? rowHead(row, y + step / 2 + 5)
          : columnHead(row, { x: x + step / 2, step, lower: i % lines, width: layout.width })}
      </g>
    );
  });
  return drawingOf(
    { layout, height: Math.ceil(end + 4), hits },
    <>
      {lanes.map(({ label, short }, lane) => {
        const [, over] = place(0, lane);
        return narrow ? (
          <g>
            <path class="hair" d={`M${px(over)} ${head}V${px(end)}`} />
            {textLines([short], over, 15, "bold middle")}
          </g>
        ) : (
          <g>
            <path class="hair" d={`M${names} ${px(over)}H${layout.width}`} />
            {textLines([label], 0, over + 5, "bold")}
          </g>
        );
      })}
      {arrows}
      {marks}
    </>,
  );
}

/** Date and name of a text before its line. */
function rowHead({ date, label }: LineageRow, y: number): VNode {
  return (
    <text x={0} y={px(y)}>
      <tspan class="second">{date}</tspan>
      <tspan> {label}</tspan>
    </text>
  );
}

/** Date and name of a text over its column; names take turns on two lines or three, so that each has room. */
function columnHead(
  { date, label }: LineageRow,
  at: { x: number; step: number; lower: number; width: number },
): VNode {
  const half = widthOf(label) / 2;
  const x = Math.min(Math.max(at.x, half), at.width - half);
  return (
    <g>
      {textLines([date], at.x, 15, "second small middle")}
      {textLines([label], x, 34 + at.lower * LINE, "middle")}
    </g>
  );
}

/** The lane that two texts share, twice, or else those of the two that lie nearest each other. */
function nearest(from: readonly number[], to: readonly number[]): readonly [from: number, to: number] {
  const pairs = from.flatMap((a) => to.map((b) => [a, b] as const));
  return pairs.reduce(
    (best, pair) => (Math.abs(pair[0] - pair[1]) < Math.abs(best[0] - best[1]) ? pair : best),
    pairs[0] ?? [0, 0],
  );
}

/** An arrow between the signs of two texts. */
function drawArrow(from: Place, to: Place, at: (place: Place) => string, said: boolean): VNode {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const [along, over] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const point = (start: Place, by: number, side = 0): Place => [
    start[0] + along * by - over * side,
    start[1] + over * by + along * side,
  ];
  const tip = point(to, -9);
  return (
    <g>
      <path class={said ? "arrow" : "arrow dashed"} d={`M${at(point(from, 8))}L${at(tip)}`} />
      <path class="arrow" d={`M${at(point(to, -16, 5))}L${at(tip)}L${at(point(to, -16, -5))}`} />
    </g>
  );
}
