import type { VNode } from "preact";
import {
  areaOf,
  type Drawing,
  type Hit,
  type Kind,
  type Layout,
  px,
  reasons,
  repeated,
  SMALL_SIZE,
} from "../drawing.ts";
import { drawingOf, GLYPHS } from "../glyphs.tsx";
import { breakText, groupHead, LINE, textLines, widest, widthOf } from "../text-lines.tsx";
import { textWidth } from "../text-width.ts";
import { itemAt } from "../../required.ts";

/** A column of the matrix. */
export interface MatrixColumn {
  id: string;
  /** First line of the head, large: the day. */
  head: string;
  /** Second line: where it stood. */
  label: string;
  /** Third line: a number, or a dash. */
  count: string;
  /** Columns that follow each other under one of these share it: the month. */
  group: string;
  /** The same, shorter, for a group of one column. */
  groupShort: string;
  /** Page about it: its head leads there. */
  href?: string;
}

/** A row of the matrix, with one cell a column. */
export interface MatrixRow {
  id: string;
  label: string;
  /** Rows that follow each other under one of these share a heading. */
  group: string;
  href?: string;
  /** The sign of a cell that is only `reported` is hollow: the glyph `<glyph>-hollow`. */
  cells: { glyph: string; reported?: boolean; label: string; href?: string }[];
}

/** States by row and column; `states` names the glyphs in the order of the key. */
export interface MatrixData {
  columns: MatrixColumn[];
  rows: MatrixRow[];
  /** Names of the three lines of the head. */
  heads: [string, string, string];
  states: { glyph: string; label: string }[];
  /** What a hollow sign means, for the key. */
  hollow: string;
}

/**
 * A matrix of signs: rows are subjects, columns are versions in time. Narrow layouts put the label above its row of
 * signs and leave out the names of the columns. Refuses rows whose cells do not match the columns, unknown signs, and
 * repeated ids.
 */
export const matrix: Kind<MatrixData> = {
  refuse: reasons(function* ({ columns, rows, states }) {
    const known = new Set(states.map((state) => state.glyph));
    if (columns.length === 0) yield "there are no columns";
    for (const glyph of known) if (!Object.hasOwn(GLYPHS, glyph)) yield `there is no glyph \`${glyph}\``;
    for (const { id, cells } of rows) {
      if (cells.length !== columns.length)
        yield `row \`${id}\` has ${cells.length} cells for ${columns.length} columns`;
      for (const { glyph } of cells)
        if (!known.has(glyph)) yield `row \`${id}\` has a cell of unknown state \`${glyph}\``;
      for (const cell of cells)
        if (cell.reported && known.has(cell.glyph) && !Object.hasOwn(GLYPHS, signOf(cell)))
          yield `there is no glyph \`${signOf(cell)}\``;
    }
    yield* repeated(rows);
    yield* repeated(columns);
  }),
  key: ({ states, rows, hollow }) => [
    ...states,
    ...(rows.some(({ cells }) => cells.some((cell) => cell.reported))
      ? [{ glyph: "hollow", label: hollow }]
      : []),
  ],
  draw,
};

function draw(data: MatrixData, layout: Layout): Drawing {
  const narrow = layout.name === "narrow" || layout.name === "medium";
  const { width } = layout;
  const gutter = narrow
    ? 0
    : Math.min(Math.max(100, widest(data.rows.map((row) => row.label))), width * 0.36) + 14;
  const step = (width - gutter) / data.columns.length;
  const centre = (i: number) => px(gutter + step * (i + 0.5));
  const heads = narrow ? drawDays(data, centre) : drawHeads(data, centre, step, width);
  const columns = data.columns.map(({ label, head, group, href }, i) => ({
    ...areaOf({ left: centre(i) - step / 2, right: centre(i) + step / 2, top: 18, bottom: heads.bottom - 1 }),
    label: `${label}, ${head} ${group}`,
    href,
  }));
  const hits: Hit[] = columns.filter(({ href }) => href !== undefined);
  const marks: VNode[] = [];
  const labelRoom = narrow ? width : centre(0) - step / 2 - 14;
  let y = heads.bottom;
  let group: string | undefined;
  for (const row of data.rows) {
    // Where labels stand above their signs, groups have headings instead of rules.
    if (narrow && row.group !== group) {
      const { head, height } = groupHead(row.group, y, width);
      marks.push(head);
      y += height + 2;
    } else if (!narrow && (row.group === group || y > heads.bottom))
      marks.push(<path class={row.group === group ? "hair" : "rule"} d={`M0 ${y}H${width}`} />);
    group = row.group;
    const lines = breakText(row.label, labelRoom);
    const more = (lines.length - 1) * LINE;
    const height = (narrow ? 48 : 29) + more;
    const markY = narrow ? 31 + more : height / 2;
    marks.push(
      <g data-row={row.id} transform={`translate(0 ${y})`}>
        {textLines(lines, 0, narrow ? 14 : (29 - LINE) / 2 + 13.5, row.href && "way")}
        {row.cells.map((cell, i) => (
          <use href={`#${signOf(cell)}`} x={centre(i)} y={markY} />
        ))}
      </g>,
    );
    const { label, href } = row;
    const cells = narrow ? { y: y + 18 + more, height: 28 } : { y, height };
    if (href && narrow) hits.push({ x: 0, y: y - 2, width, height: 20 + more, label, href });
    if (href && !narrow) hits.push({ x: 0, y, width: px(centre(0) - step / 2), height, label, href });
    for (const [i, { glyph, label, href }] of row.cells.entries())
      if (glyph !== "none")
        hits.push({ x: px(centre(i) - step / 2), width: px(step), ...cells, label, href });
    y += height;
  }
  return drawingOf(
    { layout, height: y + 1, hits },
    <>
      {groups(data, step, narrow ? 4 : 10).map(({ name, start }) => (
        <g>
          <path class="hair dashed" d={`M${px(gutter + step * start)} 2V${narrow ? 40 : y}`} />
          {textLines([name], gutter + step * start + (narrow ? 3 : 6), 13, "second")}
        </g>
      ))}
      {heads.body}
      {marks}
      <path class="rule" d={`M0 ${y}H${width}`} />
    </>,
  );
}

function signOf({ glyph, reported }: MatrixRow["cells"][number]): string {
  return reported ? `${glyph}-hollow` : glyph;
}

/** The days alone, and where the rows begin. */
function drawDays(
  { columns }: MatrixData,
  centre: (column: number) => number,
): { body: VNode; bottom: number } {
  return {
    body: <>{columns.map((column, i) => textLines([column.head], centre(i), 35, "bold middle"))}</>,
    bottom: 46,
  };
}

/** Three named lines of heads over a rule, and where the rows begin. */
function drawHeads(
  data: MatrixData,
  centre: (column: number) => number,
  step: number,
  width: number,
): { body: VNode; bottom: number } {
  // Names wider than a column stand on two lines in turn, so that each has the room of two.
  const second = data.columns.some(({ label }) => textWidth(label, SMALL_SIZE) > step - 4) ? LINE : 0;
  const leaves = (label: string, i: number) => centre(i) + textWidth(label, SMALL_SIZE) / 2 > width;
  const countY = 62 + second + 21;
  const bottom = countY + 12;
  return {
    bottom,
    body: (
      <>
        {data.heads.map((head, i) => textLines([head], 0, itemAt([38, 62, countY], i), "second"))}
        {data.columns.map(({ head, label, count }, i) => (
          <g>
            {textLines([head], centre(i), 38, "bold middle")}
            {leaves(label, i)
              ? textLines([label], width, i % 2 ? 62 + second : 62, "second small end")
              : textLines([label], centre(i), i % 2 ? 62 + second : 62, "second small middle")}
            {textLines([count], centre(i), countY, "middle")}
          </g>
        ))}
        <path class="rule" d={`M0 ${bottom}H${width}`} />
      </>
    ),
  };
}

/** Columns that follow each other under one name, which is written in full, in short or not at all, as there is room. */
function groups(data: MatrixData, step: number, air: number): { name: string; start: number }[] {
  const found: { long: string; short: string; start: number; length: number }[] = [];
  data.columns.forEach((column, i) => {
    const last = found.at(-1);
    if (last?.long === column.group) last.length++;
    else found.push({ long: column.group, short: column.groupShort, start: i, length: 1 });
  });
  return found.map(({ long, short, start, length }) => {
    const fits = (name: string, air: number) => widthOf(name) < step * length - air;
    // A label that would run into the next one gives way to it: its month can be read from the order.
    return { name: fits(long, air) ? long : fits(short, 2) ? short : "", start };
  });
}
