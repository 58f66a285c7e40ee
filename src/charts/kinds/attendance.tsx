import { keyOf, type Kind, type Layout, px, type Row } from "../lib/drawing.ts";
import { drawingOf, lineAcross, Mark } from "../lib/marks.tsx";
import { textLines, widest, widthOf } from "../lib/text.tsx";
import { runsOf } from "../lib/runs.ts";
import type { VNode } from "preact";
/** One side's part in a meeting: in the room, there but apart from the rest, or not there. */
export type Presence = "there" | "apart" | "away";

export interface AttendanceRow extends Row {
  /** Its day, short: "23"; with its month, "23 Nov". */
  day: string;
  date: string;
  place: string;
  /** Meetings that follow each other under one of these share a heading: the month, and the same in short. */
  month: string;
  monthShort: string;
  year: string;
  /** One a side, in the order of the sides. */
  sides: Presence[];
  marked?: boolean;
  /** That it was held is not confirmed: its line is dashed. */
  reported?: boolean;
}

/** Meetings in date order by who was in the room. */
export interface AttendanceData {
  sides: { id: string; label: string; short: string }[];
  rows: AttendanceRow[];
  words: { there: string; apart: string; reported: string };
}

const SIGNS = { there: "stated", apart: "block-open" } as const;
const STEP = 34;

interface Place {
  side: Presence;
  x: number;
  y: number;
}

function signs(places: readonly Place[]): VNode[] {
  return places.flatMap(({ side, x, y }) =>
    side === "away" ? [] : <use href={`#${SIGNS[side]}`} x={x} y={y} />,
  );
}

/** A dot for everybody who was not there: one path, for there are many. */
function away(places: readonly Place[]): VNode {
  return (
    <path
      class="dots away"
      d={places.map(({ side, x, y }) => (side === "away" ? `M${x} ${y}h0` : "")).join("")}
    />
  );
}

/**
 * Meetings by side: a column each on wide layouts, broken into bands like lines of text, a row each on narrow ones.
 * Those in the room are joined by a line.
 */
export const attendance: Kind<AttendanceData> = {
  key: ({ rows, words }) =>
    keyOf(
      { glyph: "stated", label: words.there },
      rows.some(({ sides }) => sides.includes("apart")) && { glyph: "block-open", label: words.apart },
      rows.some((row) => row.reported) && { glyph: "gap", label: words.reported },
    ),
  draw: (data, layout) => (layout.name === "narrow" ? drawDown(data, layout) : drawAcross(data, layout)),
};

/** The line that joins those in the room, along the axis that `at` places them on; nothing for one alone. */
function joined(
  { sides, marked, reported }: AttendanceRow,
  path: (from: number, to: number) => string,
): VNode | false {
  const there = sides.flatMap((side, i) => (side === "there" ? [i] : []));
  const [from = 0, to = 0] = [there[0], there.at(-1)];
  const look = `${marked ? "joined marked" : "joined"}${reported ? " dashed" : ""}`;
  return there.length > 1 && <path class={look} d={path(from, to)} />;
}

function drawAcross({ sides, rows: all }: AttendanceData, layout: Layout) {
  const gutter =
    widest(
      sides.map(({ label }) => label),
      "bold",
    ) + 18;
  const least = layout.name === "full" ? 24 : 30;
  const bands = Math.max(1, Math.ceil((all.length * least) / (layout.width - gutter)));
  const perBand = Math.ceil(all.length / bands);
  const step = Math.min(44, (layout.width - gutter) / Math.max(1, perBand));
  const height = 46 + sides.length * STEP;
  const parts: VNode[] = [];
  const places: Place[] = [];
  for (let band = 0; band < bands; band++) {
    const rows = all.slice(band * perBand, (band + 1) * perBand);
    const top = band * (height + 24);
    const sideY = (side: number) => top + 62 + side * STEP;
    parts.push(
      ...sides.flatMap(({ label }, side) => [
        lineAcross("hair", sideY(side), gutter + step * rows.length, gutter),
        ...textLines([label], 0, sideY(side) + 5, "bold"),
      ]),
      ...runsOf(rows, ({ month }) => month).map(({ first, start, length }) => {
        const x = gutter + step * start;
        const name = [first.month, first.monthShort].find((name) => widthOf(name) <= step * length - 6);
        return (
          <>
            <path class="rule" d={`M${px(x + 1)} ${top + 22}V${top + 8}`} />
            {name && textLines([name], x + 6, top + 19, "second")}
          </>
        );
      }),
      ...rows.map((row, i) => {
        const x = px(gutter + step * (i + 0.5));
        const own = row.sides.map((side, j) => ({ side, x, y: sideY(j) }));
        places.push(...own);
        return (
          <Mark of={row} x={x - step / 2} y={top + 24} width={step} height={height - 24}>
            {textLines([row.day], x, top + 39, row.marked ? "bold middle" : "middle")}
            {joined(row, (from, to) => `M${x} ${sideY(from)}V${sideY(to)}`)}
            {signs(own)}
          </Mark>
        );
      }),
    );
  }
  return drawingOf(
    layout,
    bands * (height + 24) - 20,
    <>
      {away(places)}
      {parts}
    </>,
  );
}

function drawDown({ sides, rows }: AttendanceData, layout: Layout) {
  const { width } = layout;
  const height = 23;
  const left =
    widest(
      rows.map(({ date }) => date),
      "bold",
    ) + 10;
  // The heads of the columns decide how far apart they stand; places have the rest.
  const step = Math.max(
    32,
    widest(
      sides.map(({ short }) => short),
      "bold",
    ) + 6,
  );
  const first = width - step * sides.length;
  const sideX = (side: number) => px(first + step * (side + 0.5));
  const marks: VNode[] = [];
  const places: Place[] = [];
  let y = 26;
  rows.forEach((row, i) => {
    const before = rows[i - 1];
    if (row.year !== before?.year) {
      marks.push(lineAcross("rule", y, width), ...textLines([row.year], 0, y + 19, "bold accent"));
      y += 28;
    } else if (row.month !== before.month) {
      marks.push(lineAcross("hair", y + 3, width));
      y += 6;
    }
    const middle = px(y + height / 2);
    const own = row.sides.map((side, j) => ({ side, x: sideX(j), y: middle }));
    places.push(...own);
    marks.push(
      <Mark of={row} y={y} width={width} height={height}>
        {textLines([row.date], 0, middle + 5, row.marked ? "bold" : undefined)}
        {textLines([shorten(row.place, first - left - 4)], left, middle + 5, "second")}
        {joined(row, (from, to) => `M${sideX(from)} ${middle}H${sideX(to)}`)}
        {signs(own)}
      </Mark>,
    );
    y += height;
  });
  return drawingOf(
    layout,
    y + 6,
    <>
      {sides.map(({ short }, side) => textLines([short], sideX(side), 17, "bold middle"))}
      {away(places)}
      {marks}
      {lineAcross("rule", y + 4, width)}
    </>,
  );
}

/** As many words of a name as fit; the tip and the table have the whole. */
function shorten(text: string, width: number): string {
  const words = text.split(" ");
  while (words.length > 1 && widthOf(words.join(" ")) > width) words.pop();
  const kept = words.join(" ");
  return widthOf(kept) <= width ? kept : "";
}
