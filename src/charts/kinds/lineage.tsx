import { keyOf, type Kind, type Layout, px, type Row } from "../lib/drawing.ts";
import { drawingOf, lineAcross, Mark } from "../lib/marks.tsx";
import { LINE, textLines, widest, widthOf } from "../lib/text.tsx";
import type { VNode } from "preact";
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

/** Up to so many texts, every second name stands a line lower; of more, two of three. */
const TWO_LINES = 13;

/**
 * Texts as signs in the lanes of their authors, with an arrow from each text to those that rework it: in columns on
 * wide layouts, in lines on others.
 */
export const lineage: Kind<LineageData> = {
  key: ({ rows, signs, words }) => {
    const from = rows.flatMap((row) => row.from);
    return keyOf(
      ...signs.filter(({ glyph }) => rows.some((row) => row.glyph === glyph)),
      rows.some(({ input }) => input.length > 0) && { glyph: "ring", label: words.input },
      from.some(({ said }) => said) && { glyph: "changed", label: words.reworked },
      from.some(({ said }) => !said) && { glyph: "gap", label: words.unsaid },
    );
  },
  draw,
};

type Place = readonly [x: number, y: number];

function draw({ lanes, rows }: LineageData, layout: Layout) {
  const small = layout.name === "narrow";
  const { width } = layout;
  const heads = small ? rows.map(({ label, date }) => `${date} ${label}`) : lanes.map(({ label }) => label);
  const left = widest(heads, "bold") + 16;
  const step = small ? 34 : (width - left) / Math.max(1, rows.length);
  const lane = small ? (width - left) / Math.max(1, lanes.length) : LANE;
  const lines = rows.length > TWO_LINES ? 3 : 2;
  const top = small ? 24 : 64 + (lines - 2) * LINE;
  const end = top + (small ? step * rows.length : lane * lanes.length);
  const place = (row: number, id: string): Place => {
    const across = lane * (lanes.findIndex((lane) => lane.id === id) + 0.5);
    const along = step * (row + 0.5);
    return small ? [left + across, top + along] : [left + along, top + across];
  };
  const arrows = rows.flatMap((row, i) =>
    row.from.map(({ id, said }) => {
      const from = rows.findIndex((other) => other.id === id);
      const ends = (rows[from]?.by ?? []).flatMap((a) =>
        row.by.map((b) => [place(from, a), place(i, b)] as const),
      );
      return drawArrow(nearest(ends), said, small ? -5 : 5);
    }),
  );
  const marks = rows.map((row, i) => {
    const own = row.by.map((id) => place(i, id)).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const area = small
      ? { y: top + step * i, width, height: step }
      : { x: left + step * i, y: 0, width: step, height: end };
    return (
      <Mark of={row} {...area}>
        {own.length > 1 && <path class="joined" d={pathOf([own[0], own.at(-1)])} />}
        {own.map(([x, y]) => (
          <>
            <rect class="paper" x={px(x - 6)} y={px(y - 6)} width={12} height={12} />
            <use href={`#${row.glyph}`} x={px(x)} y={px(y)} />
          </>
        ))}
        {row.input.map((id) => {
          const [x, y] = place(i, id);
          return <use href="#ring" x={px(x)} y={px(y)} />;
        })}
        {small
          ? rowHead(row, top + step * (i + 0.5) + 5)
          : columnHead(row, { x: left + step * (i + 0.5), lower: i % lines, width })}
      </Mark>
    );
  });
  return drawingOf(
    layout,
    Math.ceil(end + 4),
    <>
      {lanes.map(({ id, label, short }) => {
        const [x, y] = place(0, id);
        return small ? (
          <>
            <path class="hair" d={`M${px(x)} ${top}V${px(end)}`} />
            {textLines([short], x, 15, "bold middle")}
          </>
        ) : (
          <>
            {lineAcross("hair", y, width, left)}
            {textLines([label], 0, y + 5, "bold")}
          </>
        );
      })}
      {arrows}
      {marks}
    </>,
  );
}

function rowHead({ date, label }: LineageRow, y: number): VNode {
  return (
    <text x={0} y={px(y)}>
      <tspan class="second">{date}</tspan>
      <tspan> {label}</tspan>
    </text>
  );
}

/** Date and name of a text over its column; names take turns on two lines or three, so that each has room. */
function columnHead({ date, label }: LineageRow, at: { x: number; lower: number; width: number }): VNode {
  const half = widthOf(label) / 2;
  const x = Math.min(Math.max(at.x, half), at.width - half);
  return (
    <g>
      {textLines([date], at.x, 15, "second middle")}
      {textLines([label], x, 34 + at.lower * LINE, "middle")}
    </g>
  );
}

function pathOf(places: readonly (Place | undefined)[]): string {
  return `M${places.flatMap((place) => place && `${px(place[0])} ${px(place[1])}`).join("L")}`;
}

function lengthOf([from, to]: readonly [Place, Place]): number {
  return Math.hypot(to[0] - from[0], to[1] - from[1]);
}

function nearest(pairs: readonly (readonly [Place, Place])[]): readonly [Place, Place] {
  return pairs.reduce((best, pair) => (lengthOf(pair) < lengthOf(best) ? pair : best));
}

/** An arrow between the signs of two texts; the first of its barbs `barb` px to its right. */
function drawArrow(ends: readonly [Place, Place], said: boolean, barb: number): VNode {
  const [from, to] = ends;
  const length = lengthOf(ends) || 1;
  const [along, over] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const point = (start: Place, by: number, side = 0): Place => [
    start[0] + along * by - over * side,
    start[1] + over * by + along * side,
  ];
  const tip = point(to, -9);
  return (
    <>
      <path class={said ? "arrow" : "arrow dashed"} d={pathOf([point(from, 8), tip])} />
      <path class="arrow" d={pathOf([point(to, -16, barb), tip, point(to, -16, -barb)])} />
    </>
  );
}
