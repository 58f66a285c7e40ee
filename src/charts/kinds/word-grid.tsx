import { keyOf, type Kind, type Layout, px, type Row } from "../lib/drawing.ts";
import { drawingOf, groupHead, lineAcross, Mark } from "../lib/marks.tsx";
import { breakText, LINE, textLines, widthOf } from "../lib/text.tsx";
import type { VNode } from "preact";
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
 * A table of short words: rows by columns on wide layouts; on others a block a column, with the rows that say
 * something and the names of those that do not.
 */
export const wordGrid: Kind<WordGridData> = {
  key: ({ rows, empty }) =>
    keyOf(rows.some(({ cells }) => cells.includes(null)) && { glyph: "none", label: empty }),
  draw: (data, layout) => (layout.name === "narrow" ? drawFolded(data, layout) : drawGrid(data, layout)),
};

function columnWidth(columns: number, { width }: Layout): number {
  return (width - HEAD) / Math.max(1, columns);
}

/** A cell’s words over its date, which stands at the end of their last line where `beside` is set and there is room; and their height. */
function cellWords({ text, detail }: WordCell, x: number, y: number, width: number, beside = false) {
  const lines = breakText(text, width);
  const last = y + 14 + (lines.length - 1) * LINE;
  const fits = beside && widthOf(lines.at(-1) ?? "") + widthOf(detail) + AIR <= width;
  return {
    height: (lines.length + (fits ? 0 : 1)) * LINE,
    body: (
      <>
        {textLines(lines, x, y + 14)}
        {fits
          ? textLines([detail], x + width, last, "second end")
          : textLines([detail], x, last + LINE, "second")}
      </>
    ),
  };
}

function drawGrid({ columns, rows }: WordGridData, layout: Layout) {
  const { width } = layout;
  const step = columnWidth(columns.length, layout);
  const left = (column: number) => px(HEAD + column * step);
  const heads = columns.map(({ label }) => breakText(label, step - AIR, "bold"));
  const top = Math.max(0, ...heads.map((lines) => lines.length)) * LINE + 8;
  const marks: VNode[] = [];
  let y = top;
  for (const row of rows) {
    const words = row.cells.map((cell, i) => cell && cellWords(cell, left(i), y + 6, step - AIR));
    const name = breakText(row.label, HEAD - AIR, "bold");
    const height = Math.max(name.length * LINE, ...words.map((cell) => cell?.height ?? 0)) + 14;
    marks.push(
      lineAcross(y === top ? "rule" : "hair", y, width),
      ...textLines(name, 0, y + 20, "bold"),
      ...row.cells.map((cell, i) =>
        cell ? (
          <Mark of={cell} x={left(i) - 4} y={y} width={step} height={height}>
            {words[i]?.body}
          </Mark>
        ) : (
          <use href="#none" x={px(left(i) + 4)} y={y + 15} />
        ),
      ),
    );
    y += height;
  }
  return drawingOf(
    layout,
    y + 2,
    <>
      {heads.map((lines, i) => textLines(lines, left(i), top - 9 - (lines.length - 1) * LINE, "bold"))}
      {marks}
      {lineAcross("rule", y, width)}
    </>,
  );
}

function drawFolded({ columns, rows, empty }: WordGridData, layout: Layout) {
  const { width } = layout;
  const name = Math.min(width * 0.32, Math.max(0, ...rows.map(({ label }) => widthOf(label, "bold"))) + AIR);
  const marks: VNode[] = [];
  let y = 0;
  columns.forEach(({ label }, column) => {
    const { head, height } = groupHead(label, y, width);
    marks.push(head);
    y += height;
    for (const row of rows) {
      const cell = row.cells[column];
      if (!cell) continue;
      const names = breakText(row.label, name - AIR, "bold");
      const words = cellWords(cell, name, y, width - name, true);
      const taken = Math.max(words.height, names.length * LINE) + 6;
      marks.push(
        ...textLines(names, 0, y + 14, "bold"),
        <Mark of={cell} y={y} width={width} height={taken}>
          {words.body}
        </Mark>,
      );
      y += taken;
    }
    const silent = rows.filter((row) => !row.cells[column]).map((row) => row.label);
    if (silent.length > 0) {
      const lines = breakText(`${empty}: ${silent.join(", ")}`, width - 20);
      marks.push(<use href="#none" x={4} y={y + 9} />, ...textLines(lines, 16, y + 14, "second"));
      y += lines.length * LINE + 8;
    }
  });
  return drawingOf(layout, Math.max(1, Math.ceil(y)), <>{marks}</>);
}
