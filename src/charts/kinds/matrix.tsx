import type { VNode } from "preact";
import { type Drawing, type Hit, type Kind, type Layout, px, reasons, repeated, SMALL_SIZE } from "../drawing.ts";
import { drawingOf, GLYPHS, ringBeside } from "../glyphs.tsx";
import { breakText, groupHead, LINE, textLines, widest, widthOf } from "../text-lines.tsx";
import { textWidth } from "../text-width.ts";

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
  href?: string;
}

/** A row of the matrix, with one cell a column. */
export interface MatrixRow {
  id: string;
  label: string;
  /** Rows that follow each other under one of these share a heading. */
  group: string;
  href?: string;
  /** A cell that is only `reported` has a ring at its sign. */
  cells: { glyph: string; reported?: boolean; label: string; href?: string }[];
}

/** States by row and column; `states` names the glyphs in the order of the key. */
export interface MatrixData {
  columns: MatrixColumn[];
  rows: MatrixRow[];
  /** Names of the three lines of the head. */
  heads: [string, string, string];
  states: { glyph: string; label: string }[];
  /** What a ring means, for the key. */
  ring: string;
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
      if (cells.length !== columns.length) yield `row \`${id}\` has ${cells.length} cells for ${columns.length} columns`;
      for (const { glyph } of cells) if (!known.has(glyph)) yield `row \`${id}\` has a cell of unknown state \`${glyph}\``;
    }
    yield* repeated(rows);
    yield* repeated(columns);
  }),
  key: ({ states, rows, ring }) => [
    ...states,
    ...(rows.some(({ cells }) => cells.some((cell) => cell.reported)) ? [{ glyph: "ring", label: ring }] : []),
  ],
  draw: (data, layout) => (layout.name === "narrow" ? drawNarrow(data, layout) : drawWide(data, layout)),
};

function drawWide(data: MatrixData, layout: Layout): Drawing {
  const prefix = `matrix-${layout.name}`;
  const longest = Math.max(100, widest(data.rows.map((row) => row.label)));
  const gutter = Math.min(longest, layout.width * 0.36) + 14;
  const step = (layout.width - gutter) / data.columns.length;
  const centre = (i: number) => px(gutter + step * (i + 0.5));
  // Names wider than a column stand on two lines in turn, so that each has the room of two.
  const stagger = data.columns.some((column) => textWidth(column.label, SMALL_SIZE) > step - 4);
  const leaves = (label: string, i: number) => centre(i) + textWidth(label, SMALL_SIZE) / 2 > layout.width;
  const labelY = (i: number) => 62 + (stagger && i % 2 ? 17 : 0);
  const countY = 62 + (stagger ? 17 : 0) + 21;
  const top = countY + 12;
  const { marks, hits, bottom } = grid(data, { x: centre, step, top, narrow: false, prefix, width: layout.width });
  return drawingOf(
    { layout, height: bottom + 1, hits, prefix, names: data.states.map((state) => state.glyph) },
    <>
      {groups(data, step, 10, (group) => (
        <g>
          <path class="hair dashed" d={`M${px(gutter + step * group.start)} 2V${bottom}`} />
          {textLines([group.name], gutter + step * group.start + 6, 13, "second")}
        </g>
      ))}
      {data.heads.map((head, i) => textLines([head], 0, [38, 62, countY][i]!, "second"))}
      {data.columns.map((column, i) => (
        <g>
          {textLines([column.head], centre(i), 38, "bold middle")}
          {leaves(column.label, i)
            ? textLines([column.label], layout.width, labelY(i), "second small end")
            : textLines([column.label], centre(i), labelY(i), "second small middle")}
          {textLines([column.count], centre(i), countY, "middle")}
        </g>
      ))}
      <path class="rule" d={`M0 ${top}H${layout.width}`} />
      {marks}
    </>,
  );
}

function drawNarrow(data: MatrixData, layout: Layout): Drawing {
  const prefix = "matrix-narrow";
  const step = layout.width / data.columns.length;
  const centre = (i: number) => px(step * (i + 0.5));
  const { marks, hits, bottom } = grid(data, { x: centre, step, top: 46, narrow: true, prefix, width: layout.width });
  return drawingOf(
    { layout, height: bottom + 1, hits, prefix, names: data.states.map((state) => state.glyph) },
    <>
      {groups(data, step, 4, (group) => (
        <g>
          <path class="hair dashed" d={`M${px(step * group.start)} 2V40`} />
          {textLines([group.name], step * group.start + 3, 13, "second")}
        </g>
      ))}
      {data.columns.map((column, i) => textLines([column.head], centre(i), 35, "bold middle"))}
      {marks}
    </>,
  );
}

interface GridOptions {
  x: (column: number) => number;
  step: number;
  top: number;
  /** Labels stand above their signs, and groups have headings instead of rules. */
  narrow: boolean;
  prefix: string;
  width: number;
}

function grid(data: MatrixData, { x, step, top, narrow, prefix, width }: GridOptions) {
  const hits: Hit[] = [];
  const marks: VNode[] = [];
  const labelRoom = narrow ? width : x(0) - step / 2 - 14;
  let y = top;
  let group: string | undefined;
  for (const row of data.rows) {
    if (row.group !== group) {
      if (narrow) {
        const { head, height } = groupHead(row.group, y, width);
        marks.push(head);
        y += height + 2;
      } else if (y > top) marks.push(<path class="rule" d={`M0 ${y}H${width}`} />);
      group = row.group;
    } else if (!narrow) marks.push(<path class="hair" d={`M0 ${y}H${width}`} />);
    const lines = breakText(row.label, labelRoom);
    const more = (lines.length - 1) * LINE;
    const height = (narrow ? 48 : 29) + more;
    const markY = narrow ? 31 + more : height / 2;
    marks.push(
      <g data-row={row.id} transform={`translate(0 ${y})`}>
        {textLines(lines, 0, narrow ? 14 : (29 - LINE) / 2 + 13.5)}
        {row.cells.map((cell, i) => (
          <use href={`#${prefix}-${cell.glyph}`} x={x(i)} y={markY} />
        ))}
        {row.cells.some((cell) => cell.reported) && (
          <path class="ring" d={row.cells.map((cell, i) => (cell.reported ? ringBeside(x(i), markY) : "")).join("")} />
        )}
      </g>,
    );
    if (row.href)
      hits.push({
        x: 0,
        y: y - (narrow ? 2 : 0),
        width: px(narrow ? width : x(0) - step / 2),
        height: narrow ? 20 + more : height,
        label: row.label,
        href: row.href,
      });
    row.cells.forEach((cell, i) => {
      if (cell.glyph === "none") return;
      hits.push({
        x: px(x(i) - step / 2),
        y: narrow ? y + 18 + more : y,
        width: px(step),
        height: narrow ? 28 : height,
        label: cell.label,
        href: cell.href,
      });
    });
    y += height;
  }
  marks.push(<path class="rule" d={`M0 ${y}H${width}`} />);
  return { marks, hits, bottom: y };
}

/** Columns that follow each other under one name, which is written in full, in short or not at all, as there is room. */
function groups<Result>(
  data: MatrixData,
  step: number,
  air: number,
  draw: (group: { name: string; start: number; length: number }) => Result,
): Result[] {
  const found: { long: string; short: string; start: number; length: number }[] = [];
  data.columns.forEach((column, i) => {
    const last = found.at(-1);
    if (last?.long === column.group) last.length++;
    else found.push({ long: column.group, short: column.groupShort, start: i, length: 1 });
  });
  return found.map(({ long, short, start, length }) => {
    const fits = (name: string, air: number) => widthOf(name) < step * length - air;
    // A label that would run into the next one gives way to it: its month can be read from the order.
    return draw({ name: fits(long, air) ? long : fits(short, 2) ? short : "", start, length });
  });
}
