import { keyOf, type Kind, type Layout, px } from "../lib/drawing.ts";
import { drawingOf, groupHead, HitArea, lineAcross } from "../lib/marks.tsx";
import { breakText, LINE, textLines, widest, widthOf } from "../lib/text.tsx";
import { runsOf } from "../lib/runs.ts";
import type { VNode } from "preact";
export interface MatrixColumn {
  id: string;
  head: string;
  label: string;
  count: string;
  /** Columns that follow each other under one of these share it: the month. */
  group: string;
  groupShort: string;
  href?: string;
}

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
  heads: [string, string, string];
  states: { glyph: string; label: string }[];
  hollow: string;
}

/**
 * A matrix of signs: rows are subjects, columns are versions in time. Narrow layouts put the label above its row of
 * signs and leave out the names of the columns.
 */
export const matrix: Kind<MatrixData> = {
  key: ({ states, rows, hollow }) =>
    keyOf(
      ...states,
      rows.some(({ cells }) => cells.some((cell) => cell.reported)) && { glyph: "hollow", label: hollow },
    ),
  draw,
};

function draw(data: MatrixData, layout: Layout) {
  const small = layout.name === "narrow";
  const { width } = layout;
  const { columns, rows } = data;
  const gutter = small ? 0 : Math.min(Math.max(100, widest(rows.map((row) => row.label))), width * 0.36) + 14;
  const step = (width - gutter) / columns.length;
  const centre = (i: number) => px(gutter + step * (i + 0.5));
  const heads = small ? drawDays(data, centre) : drawHeads(data, centre, step, width);
  const labelRoom = small ? width : centre(0) - step / 2 - 14;
  const marks: VNode[] = [];
  let y = heads.bottom;
  let group: string | undefined;
  for (const row of rows) {
    // Where labels stand above their signs, groups have headings instead of rules.
    if (small && row.group !== group) {
      const { head, height } = groupHead(row.group, y, width);
      marks.push(head);
      y += height + 2;
    } else if (!small && (row.group === group || y > heads.bottom))
      marks.push(lineAcross(row.group === group ? "hair" : "rule", y, width));
    group = row.group;
    const lines = breakText(row.label, labelRoom);
    const more = (lines.length - 1) * LINE;
    const height = (small ? 48 : 29) + more;
    const markY = small ? 31 + more : height / 2;
    const { id, label, href } = row;
    const own = small ? { y: y - 2, width, height: 20 + more } : { y, width: centre(0) - step / 2, height };
    const cells = small ? { y: y + 18 + more, height: 28 } : { y, height };
    marks.push(
      <g data-row={id} transform={`translate(0 ${y})`}>
        {textLines(lines, 0, small ? 14 : (29 - LINE) / 2 + 13.5, href && "way")}
        {href && <HitArea x={0} {...own} label={label} href={href} />}
        {row.cells.map((cell, i) => (
          <>
            <use href={`#${signOf(cell)}`} x={centre(i)} y={markY} />
            {cell.glyph !== "none" && (
              <HitArea x={centre(i) - step / 2} {...cells} width={step} label={cell.label} href={cell.href} />
            )}
          </>
        ))}
      </g>,
    );
    y += height;
  }
  return drawingOf(
    layout,
    y + 1,
    <>
      {runsOf(columns, (column) => column.group).map(({ first, start, length }) => {
        const x = gutter + step * start;
        const room = step * length;
        // A label that would run into the next one gives way to it: its month can be read from the order.
        const short = widthOf(first.groupShort) < room - 2 ? first.groupShort : "";
        const name = widthOf(first.group) < room - (small ? 4 : 10) ? first.group : short;
        return (
          <>
            <path class="hair dashed" d={`M${px(x)} 2V${small ? 40 : y}`} />
            {textLines([name], x + (small ? 3 : 6), 13, "second")}
          </>
        );
      })}
      {heads.body}
      {columns.map(
        ({ label, head, group, href }, i) =>
          href && (
            <HitArea
              {...{ x: centre(i) - step / 2, y: 18, width: step, height: heads.bottom - 19 }}
              label={`${label}, ${head} ${group}`}
              href={href}
            />
          ),
      )}
      {marks}
      {lineAcross("rule", y, width)}
    </>,
  );
}

function signOf({ glyph, reported }: MatrixRow["cells"][number]): string {
  return reported ? `${glyph}-hollow` : glyph;
}

/** The days alone, and where the rows begin. */
function drawDays({ columns }: MatrixData, centre: (column: number) => number) {
  return { body: columns.map(({ head }, i) => textLines([head], centre(i), 35, "bold middle")), bottom: 46 };
}

/** Three named lines of heads over a rule, and where the rows begin. */
function drawHeads(
  { columns, heads }: MatrixData,
  centre: (column: number) => number,
  step: number,
  width: number,
) {
  const halves = columns.map(({ label }) => widthOf(label) / 2);
  // Names wider than a column stand on two lines in turn, so that each has the room of two.
  const second = halves.some((half) => half * 2 > step - 4) ? LINE : 0;
  const countY = 62 + second + 21;
  const bottom = countY + 12;
  const body = (
    <>
      {[38, 62, countY].map((y, i) => textLines([heads[i] ?? ""], 0, y, "second"))}
      {columns.map(({ head, label, count }, i) => {
        const leaves = centre(i) + (halves[i] ?? 0) > width;
        const [labelX, look] = leaves ? [width, "second end"] : [centre(i), "second middle"];
        return (
          <>
            {textLines([head], centre(i), 38, "bold middle")}
            {textLines([label], labelX, i % 2 ? 62 + second : 62, look)}
            {textLines([count], centre(i), countY, "middle")}
          </>
        );
      })}
      {lineAcross("rule", bottom, width)}
    </>
  );
  return { body, bottom };
}
