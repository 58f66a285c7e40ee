import { itemAt } from "../../required.ts";
import { keyOf, type Kind, type Layout, px, type Row } from "../lib/drawing.ts";
import { ringBeside } from "../lib/glyphs.tsx";
import { drawingOf, groupHead, lineAcross, Mark } from "../lib/marks.tsx";
import { breakText, LINE, textLines, widest } from "../lib/text.tsx";
import type { VNode } from "preact";
/** How far a thing can have come: a column. */
export interface Stage {
  id: string;
  label: string;
  /** Sign of `glyphs.tsx`, so that a mark is told by its shape as well as by its column. */
  glyph: string;
}

export interface StagesRow extends Row {
  /** Rows that follow each other under one of these share a heading. */
  group: string;
  label: string;
  stage: string;
  /** What is counted, in a word or two: "12", "78 planned"; empty if there is no number. */
  amount: string;
  reported?: boolean;
  /** Other stages that parts of the thing have come to. */
  also?: { stage: string; amount: string; reported?: boolean }[];
}

/** Things by how far they have come, in the order in which they are to be read. */
export interface StagesData {
  stages: Stage[];
  rows: StagesRow[];
  ring: string;
}

/**
 * A mark a row in the column of its stage, and one for each further stage of its parts. Stages are never added up:
 * there is no total. Narrow layouts leave the names of the columns to the key, whose signs stand in the same order.
 */
export const stages: Kind<StagesData> = {
  key: ({ stages, rows, ring }) => {
    const marks = rows.flatMap(marksOf);
    return keyOf(
      ...stages.filter(({ id }) => marks.some(({ stage }) => stage === id)),
      marks.some(({ reported }) => reported) && { glyph: "ring", label: ring },
    );
  },
  draw,
};

function draw(data: StagesData, layout: Layout) {
  const narrow = layout.name === "narrow";
  const { width } = layout;
  const step = narrow ? 24 : Math.min(96, (width * 0.62) / data.stages.length);
  // Narrow columns leave room for a ring at the right edge.
  const left = width - step * data.stages.length - (narrow ? 4 : 0);
  const centre = (stage: number) => px(left + step * stage + (narrow ? step / 2 : 10));
  const heads = narrow ? [] : data.stages.map((stage) => breakText(stage.label, step - 4));
  const top = narrow ? 24 : Math.max(1, ...heads.map((lines) => lines.length)) * LINE + 10;
  const marks: VNode[] = [];
  let group: string | undefined;
  let y = top;
  for (const row of data.rows) {
    if (row.group !== group) {
      group = row.group;
      const { head, height } = groupHead(group, y, width);
      marks.push(head);
      y += height;
    }
    const signs = marksOf(row)
      .map((mark) => ({ ...mark, column: data.stages.findIndex(({ id }) => id === mark.stage) }))
      .sort((a, b) => a.column - b.column)
      .map((mark, i, all) => {
        const x = centre(mark.column) + (mark.reported ? 18 : 14);
        const next = all[i + 1];
        // What stands beside a mark runs over the columns up to the next, or in the last one breaks into lines.
        const room = (next ? centre(next.column) - 12 : width) - x;
        return { ...mark, ...itemAt(data.stages, mark.column), x, lines: breakText(mark.amount, room), room };
      });
    const amounts = signs.filter(({ amount }) => amount !== "");
    const beside = !narrow && signs.every(({ lines, room }) => widest(lines) <= room);
    const words = amounts
      .map(({ amount, label }) => (signs.length > 1 ? `${amount} ${label}` : amount))
      .join("; ");
    // Elsewhere a number keeps to the last word of the label, so that it does not stand on a line alone.
    const lines = breakText(
      words && !beside ? `${row.label}:${signs.length > 1 ? " " : "\u00a0"}${words}` : row.label,
      left - 12,
    );
    const drawn = beside ? amounts : [];
    const height = Math.max(lines.length, ...drawn.map(({ lines }) => lines.length)) * LINE + 10;
    const label = `${row.label}, ${signs.map(({ label }) => label).join(", ")}: ${row.says}`;
    marks.push(
      <Mark of={row} y={y} width={width} height={height} label={label}>
        {lineAcross("hair", y, width)}
        {textLines(lines, 0, y + 18)}
        {signs.map(({ column, glyph, reported }) => (
          <>
            <use href={`#${glyph}`} x={centre(column)} y={y + 13} />
            {reported && <path class="ring" d={ringBeside(centre(column), y + 13)} />}
          </>
        ))}
        {drawn.map(({ lines, x }) => textLines(lines, x, y + 18))}
      </Mark>,
    );
    y += height;
  }
  return drawingOf(
    layout,
    y + 1,
    <>
      {narrow
        ? data.stages.map((stage, i) => <use href={`#${stage.glyph}`} x={centre(i)} y={10} />)
        : heads.map((lines, i) =>
            textLines(lines, left + step * i + 2, top - 8 - (lines.length - 1) * LINE, "second"),
          )}
      {marks}
      {lineAcross("rule", y, width)}
    </>,
  );
}

/** Every stage of a row, its own first. */
function marksOf({ stage, amount, reported, also = [] }: StagesRow): NonNullable<StagesRow["also"]> {
  return [{ stage, amount, reported }, ...also];
}
