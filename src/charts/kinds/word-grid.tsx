import type { VNode } from "preact";
import {
  type Drawing,
  type Hit,
  type Kind,
  type Layout,
  LAYOUTS,
  px,
  reasons,
  repeated,
  type Row,
} from "../drawing.ts";
import { drawingOf } from "../glyphs.tsx";
import { breakText, groupHead, LINE, textLines, widest, widthOf } from "../text-lines.tsx";

/** What one row says under one column. */
export interface WordCell extends Row {
  text: string;
  /** Quiet words below it: the date. */
  detail: string;
}

/** Words by row and column; null where there are none. */
export interface WordGridData {
  columns: { id: string; label: string }[];
  rows: { id: string; label: string; cells: (WordCell | null)[] }[];
  /** What an empty cell means, for the key and before the names of those without words. */
  empty: string;
}

const HEAD = 96;
const AIR = 10;

/**
 * A table of short words: rows by columns on wide layouts; on others a block a column, with the rows that say something
 * and the names of those that do not. Refuses rows whose cells do not match the columns, words wider than a column, and repeated ids.
 */
export const wordGrid: Kind<WordGridData> = {
  refuse: reasons(function* ({ columns, rows }) {
    if (columns.length === 0) yield "there are no columns";
    const room = columnWidth(columns.length, LAYOUTS.wide) - AIR;
    const tooWide = (text: string, width: number) =>
      text.split(" ").find((word) => widthOf(word, true) > width);
    for (const { id, label } of columns)
      if (tooWide(label, room)) yield `column \`${id}\`: “${tooWide(label, room)}” has no room`;
    for (const { id, label, cells } of rows) {
      if (cells.length !== columns.length)
        yield `row \`${id}\` has ${cells.length} cells for ${columns.length} columns`;
      if (tooWide(label, HEAD - AIR)) yield `row \`${id}\`: “${tooWide(label, HEAD - AIR)}” has no room`;
      for (const cell of cells) {
        const word = cell && tooWide(cell.text, room);
        if (word) yield `row \`${id}\`: “${word}” has no room`;
      }
    }
    yield* repeated(columns);
    yield* repeated(rows);
    yield* repeated(rows.flatMap(({ cells }) => cells.filter((cell) => cell !== null)));
  }),
  key: ({ rows, empty }) =>
    rows.some(({ cells }) => cells.includes(null)) ? [{ glyph: "none", label: empty }] : [],
  draw: (data, layout) =>
    layout.name === "narrow" || layout.name === "medium" ? drawFolded(data, layout) : drawGrid(data, layout),
};

function columnWidth(columns: number, { width }: Layout): number {
  return (width - HEAD) / Math.max(1, columns);
}

/** A cell’s words over its date, which stands at the end of their last line where `beside` is set and there is room; and their height. */
function drawCell(
  cell: WordCell,
  x: number,
  y: number,
  width: number,
  beside = false,
): { body: VNode; height: number } {
  const lines = breakText(cell.text, width);
  const fits = beside && widthOf(lines.at(-1) ?? "") + widthOf(cell.detail) + AIR <= width;
  return {
    height: (lines.length + (fits ? 0 : 1)) * LINE,
    body: (
      <g data-row={cell.id}>
        {textLines(lines, x, y + 14)}
        {fits
          ? textLines([cell.detail], x + width, y + 14 + (lines.length - 1) * LINE, "second end")
          : textLines([cell.detail], x, y + 14 + lines.length * LINE, "second")}
      </g>
    ),
  };
}

function drawGrid(data: WordGridData, layout: Layout): Drawing {
  const step = columnWidth(data.columns.length, layout);
  const left = (column: number) => px(HEAD + column * step);
  const heads = data.columns.map(({ label }) => breakText(label, step - AIR, true));
  const top = Math.max(0, ...heads.map((lines) => lines.length)) * LINE + 8;
  const hits: Hit[] = [];
  const marks: VNode[] = [];
  let y = top;
  for (const row of data.rows) {
    const cells = row.cells.map((cell, i) => (cell ? drawCell(cell, left(i), y + 6, step - AIR) : null));
    const name = breakText(row.label, HEAD - AIR, true);
    const height = Math.max(name.length * LINE, ...cells.map((cell) => cell?.height ?? 0)) + 14;
    marks.push(
      <g>
        <path class={y === top ? "rule" : "hair"} d={`M0 ${y}H${layout.width}`} />
        {textLines(name, 0, y + 20, "bold")}
        {cells.map((cell, i) => cell?.body ?? <use href={`#none`} x={px(left(i) + 4)} y={y + 15} />)}
      </g>,
    );
    row.cells.forEach((cell, i) => {
      if (cell)
        hits.push({ x: px(left(i) - 4), y, width: px(step), height, label: cell.says, href: cell.href });
    });
    y += height;
  }
  return drawingOf(
    { layout, height: y + 2, hits },
    <>
      {heads.map((lines, i) => textLines(lines, left(i), top - 9 - (lines.length - 1) * LINE, "bold"))}
      {marks}
      <path class="rule" d={`M0 ${y}H${layout.width}`} />
    </>,
  );
}

function drawFolded(data: WordGridData, layout: Layout): Drawing {
  const name = Math.min(layout.width * 0.32, widest(data.rows.map(({ label }) => label)) * 1.06 + AIR);
  const hits: Hit[] = [];
  const marks: VNode[] = [];
  let y = 0;
  data.columns.forEach(({ label }, column) => {
    const { head, height } = groupHead(label, y, layout.width);
    marks.push(head);
    y += height;
    for (const row of data.rows) {
      const cell = row.cells[column];
      if (!cell) continue;
      const names = breakText(row.label, name - AIR, true);
      const words = drawCell(cell, name, y, layout.width - name, true);
      marks.push(<g>{textLines(names, 0, y + 14, "bold")}</g>, words.body);
      const taken = Math.max(words.height, names.length * LINE) + 6;
      hits.push({ x: 0, y, width: layout.width, height: taken, label: cell.says, href: cell.href });
      y += taken;
    }
    const silent = data.rows.filter((row) => !row.cells[column]);
    if (silent.length > 0) {
      const lines = breakText(
        `${data.empty}: ${silent.map((row) => row.label).join(", ")}`,
        layout.width - 20,
      );
      marks.push(
        <g>
          <use href={`#none`} x={4} y={y + 9} />
          {textLines(lines, 16, y + 14, "second")}
        </g>,
      );
      y += lines.length * LINE + 8;
    }
  });
  return drawingOf({ layout, height: Math.max(1, Math.ceil(y)), hits }, <>{marks}</>);
}
