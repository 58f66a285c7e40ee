import { required } from "../../required.ts";
import { ELSEWHERE_ROW, EUROPE_TILES, TILE_COLUMNS } from "../lib/europe-tiles.ts";
import { keyOf, type Kind, type Layout, px, type Row } from "../lib/drawing.ts";
import { ringBeside } from "../lib/glyphs.tsx";
import { drawingOf, Mark } from "../lib/marks.tsx";
import { breakText, LINE, textLines } from "../lib/text.tsx";
import type { VNode } from "preact";
/** What a country can have done: told by a sign, and by a darker tile where `strong`. */
export interface TileState {
  id: string;
  label: string;
  glyph: string;
  strong?: boolean;
}

export interface TileRow extends Row {
  /** Two letters; those that are not on the map of Europe stand in a row below it. */
  country: string;
  name: string;
  state: string;
  reported?: boolean;
}

export interface TileMapData {
  states: TileState[];
  rows: TileRow[];
  /** Words for tiles of countries without a row. */
  blank: string;
  ring: string;
  /** The country that it is all about: framed, without a state. */
  home?: string;
}

const GAP = 2;

/**
 * Europe as tiles of one size, a sign for each country’s state, and the names by state beside or below. Countries of
 * Europe without a row keep an empty tile.
 */
export const tileMap: Kind<TileMapData> = {
  key: ({ states, rows, blank, ring }) =>
    keyOf(
      ...states.filter((state) => rows.some((row) => row.state === state.id)),
      { glyph: "none", label: blank },
      rows.some((row) => row.reported) && { glyph: "ring", label: ring },
    ),
  draw,
};

function draw(data: TileMapData, layout: Layout) {
  const small = layout.name === "narrow";
  const { rows, home } = data;
  // From one tile to the next, and the tile itself.
  const step = small ? Math.min(46, Math.floor((layout.width + GAP) / TILE_COLUMNS)) : 46;
  const size = step - GAP;
  const elsewhere = rows.filter((row) => !(row.country in EUROPE_TILES));
  const at = (row: TileRow) => EUROPE_TILES[row.country] ?? outside(elsewhere.indexOf(row));
  const bottom = (Math.max(ELSEWHERE_ROW, ...rows.map((row) => at(row)[1])) + 1) * step - GAP;
  const tile = (
    [column, line]: readonly [number, number],
    {
      code,
      tone,
      weight,
      glyph,
      ring,
    }: { code: string; tone: string; weight: string; glyph?: string; ring?: boolean },
  ): VNode => {
    const [x, y] = [column * step, line * step];
    const [middle, signY] = [x + size / 2, y + size - 11];
    return (
      <>
        <rect class={tone} x={x + 0.5} y={y + 0.5} width={size - 1} height={size - 1} />
        <text class={`middle ${weight}`} x={middle} y={y + (glyph ? 15 : size / 2 + 5)}>
          {code}
        </text>
        {glyph && <use href={`#${glyph}`} x={middle} y={signY} />}
        {ring && <path class="ring" d={ringBeside(middle, signY)} />}
      </>
    );
  };
  const marks = rows.map((row) => {
    const place = at(row);
    const { glyph, strong, label } = required(
      data.states.find(({ id }) => id === row.state),
      `state \`${row.state}\``,
    );
    const [tone, weight] = strong ? ["tile-strong", "bold"] : ["tile", ""];
    return (
      <Mark
        of={row}
        x={place[0] * step}
        y={place[1] * step}
        width={size}
        height={size}
        label={`${row.name}, ${label}: ${row.says}`}
      >
        {tile(place, { code: row.country, tone, weight, glyph, ring: row.reported })}
      </Mark>
    );
  });
  const left = small ? 0 : TILE_COLUMNS * step + 22;
  const names = drawNames(data, layout.width - left);
  const namesTop = small ? bottom + 18 : Math.max(0, (bottom - names.height) / 2);
  const others = Object.entries(EUROPE_TILES).filter(
    ([country]) => !rows.some((row) => row.country === country),
  );
  return drawingOf(
    layout,
    Math.ceil(Math.max(bottom, namesTop + names.height)) + 2,
    <>
      {others.map(
        ([code, place]) =>
          code !== home && tile(place, { code, tone: "tile-ground", weight: "second", glyph: "none" }),
      )}
      {others.map(([code, place]) => code === home && tile(place, { code, tone: "stem", weight: "bold" }))}
      {elsewhere.length > 0 && textLines(["Outside Europe"], 2, ELSEWHERE_ROW * step - 8, "second")}
      {marks}
      <g transform={`translate(${left} ${px(namesTop)})`}>{names.body}</g>
    </>,
  );
}

/** The tiles below the map: eight a row, because the last one belongs to the map. */
function outside(index: number): [number, number] {
  return [index % (TILE_COLUMNS - 1), ELSEWHERE_ROW + Math.floor(index / (TILE_COLUMNS - 1))];
}

/** Names by state, each list under its sign and label. */
function drawNames(data: TileMapData, width: number): { body: VNode; height: number } {
  let y = 0;
  const blocks = data.states.flatMap((state) => {
    const rows = data.rows.filter((row) => row.state === state.id);
    if (rows.length === 0) return [];
    const top = y;
    const lines = breakText(rows.map((row) => row.name).join(", "), width - 24);
    y += 24 + lines.length * LINE + 12;
    return [
      <g transform={`translate(0 ${top})`}>
        <path class="rule" d={`M0 .5H${width}`} />
        <use href={`#${state.glyph}`} x={8} y={16} />
        <text x={24} y={21}>
          <tspan class="bold">{rows.length}</tspan>
          <tspan class="second"> {state.label}</tspan>
        </text>
        {textLines(lines, 24, 40)}
      </g>,
    ];
  });
  return { body: <g>{blocks}</g>, height: y };
}
