import { type Drawing, type Hit, type Kind, type Layout, px, TEXT_SIZE } from "../drawing.ts";
import { GlyphDefs, GLYPHS } from "../glyphs.tsx";
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
  cells: { glyph: string; label: string; href?: string | undefined }[];
}

/** States by row and column; `states` names the glyphs in the order of the key. */
export interface MatrixData {
  columns: MatrixColumn[];
  rows: MatrixRow[];
  /** Names of the three lines of the head. */
  heads: [string, string, string];
  states: { glyph: string; label: string }[];
}

/**
 * A matrix of signs: rows are subjects, columns are versions in time. Narrow layouts put the label above its row of
 * signs and leave out the names of the columns. Refuses rows whose cells do not match the columns, unknown signs, and
 * repeated ids.
 */
export const matrix: Kind<MatrixData> = {
  refuse(data) {
    const known = new Set(data.states.map((state) => state.glyph));
    const problems: string[] = [];
    if (data.columns.length === 0) problems.push("there are no columns");
    for (const glyph of known) if (!Object.hasOwn(GLYPHS, glyph)) problems.push(`there is no glyph \`${glyph}\``);
    for (const row of data.rows) {
      if (row.cells.length !== data.columns.length)
        problems.push(`row \`${row.id}\` has ${row.cells.length} cells for ${data.columns.length} columns`);
      for (const cell of row.cells)
        if (!known.has(cell.glyph)) problems.push(`row \`${row.id}\` has a cell of unknown state \`${cell.glyph}\``);
    }
    for (const list of [data.rows, data.columns]) {
      const ids = list.map((item) => item.id);
      for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) problems.push(`\`${id}\` stands twice`);
    }
    return problems;
  },
  key: (data) => data.states,
  draw: (data, layout) => (layout.name === "narrow" ? drawNarrow(data, layout) : drawWide(data, layout)),
};

function drawWide(data: MatrixData, layout: Layout): Drawing {
  const prefix = `matrix-${layout.name}`;
  const gutter = Math.max(...data.rows.map((row) => textWidth(row.label, TEXT_SIZE)), 100) + 14;
  const step = (layout.width - gutter) / data.columns.length;
  const centre = (i: number) => px(gutter + step * (i + 0.5));
  // Names wider than a column stand on two lines in turn, so that each has the room of two.
  const stagger = data.columns.some((column) => textWidth(column.label, TEXT_SIZE - 1) > step - 4);
  const leaves = (label: string, i: number) => centre(i) + textWidth(label, TEXT_SIZE - 1) / 2 > layout.width;
  const labelY = (i: number) => 62 + (stagger && i % 2 ? 17 : 0);
  const countY = 62 + (stagger ? 17 : 0) + 21;
  const top = countY + 12;
  const { marks, hits, bottom } = grid(data, { x: centre, step, top, rowHeight: 29, headHeight: 0, prefix, width: layout.width });
  return {
    width: layout.width,
    height: bottom + 1,
    hits,
    body: (
      <g>
        <GlyphDefs prefix={prefix} names={data.states.map((state) => state.glyph)} />
        {groups(data, step, (group) => (
          <g>
            <path class="hair dashed" d={`M${px(gutter + step * group.start)} 2V${bottom}`} />
            <text class="second" x={px(gutter + step * group.start + 6)} y={13}>
              {textWidth(group.long, TEXT_SIZE) < step * group.length - 10 ? group.long : group.short}
            </text>
          </g>
        ))}
        <text class="second" x={0} y={38}>
          {data.heads[0]}
        </text>
        <text class="second" x={0} y={62}>
          {data.heads[1]}
        </text>
        <text class="second" x={0} y={countY}>
          {data.heads[2]}
        </text>
        {data.columns.map((column, i) => (
          <g>
            <text class="bold middle" x={centre(i)} y={38}>
              {column.head}
            </text>
            <text
              class={`second small ${leaves(column.label, i) ? "end" : "middle"}`}
              x={leaves(column.label, i) ? layout.width : centre(i)}
              y={labelY(i)}
            >
              {column.label}
            </text>
            <text class="middle" x={centre(i)} y={countY}>
              {column.count}
            </text>
          </g>
        ))}
        <path class="rule" d={`M0 ${top}H${layout.width}`} />
        {marks}
      </g>
    ),
  };
}

function drawNarrow(data: MatrixData, layout: Layout): Drawing {
  const prefix = "matrix-narrow";
  const step = layout.width / data.columns.length;
  const centre = (i: number) => px(step * (i + 0.5));
  const { marks, hits, bottom } = grid(data, { x: centre, step, top: 46, rowHeight: 48, headHeight: 34, prefix, width: layout.width });
  return {
    width: layout.width,
    height: bottom + 1,
    hits,
    body: (
      <g>
        <GlyphDefs prefix={prefix} names={data.states.map((state) => state.glyph)} />
        {groups(data, step, (group) => (
          <g>
            <path class="hair dashed" d={`M${px(step * group.start)} 2V40`} />
            <text class="second" x={px(step * group.start + 3)} y={13}>
              {textWidth(group.long, TEXT_SIZE) < step * group.length - 4 ? group.long : group.short}
            </text>
          </g>
        ))}
        {data.columns.map((column, i) => (
          <text class="bold middle" x={centre(i)} y={35}>
            {column.head}
          </text>
        ))}
        {marks}
      </g>
    ),
  };
}

interface GridOptions {
  x: (column: number) => number;
  step: number;
  top: number;
  rowHeight: number;
  /** Height of a group's heading; 0 draws a rule instead. */
  headHeight: number;
  prefix: string;
  width: number;
}

function grid(data: MatrixData, { x, step, top, rowHeight, headHeight, prefix, width }: GridOptions) {
  const narrow = headHeight > 0;
  const hits: Hit[] = [];
  const marks: preact.VNode[] = [];
  let y = top;
  let group: string | undefined;
  for (const row of data.rows) {
    if (row.group !== group) {
      group = row.group;
      if (narrow) {
        marks.push(
          <path class="rule" d={`M0 ${y}H${width}`} />,
          <text class="bold accent" x={0} y={y + 23}>
            {group}
          </text>,
        );
        y += headHeight;
      } else if (y > top) {
        marks.push(<path class="rule" d={`M0 ${y}H${width}`} />);
      }
    } else if (!narrow) marks.push(<path class="hair" d={`M0 ${y}H${width}`} />);
    const labelY = narrow ? y + 14 : px(y + rowHeight / 2 + 5);
    const markY = narrow ? y + 31 : px(y + rowHeight / 2);
    marks.push(
      <text x={0} y={labelY}>
        {row.label}
      </text>,
    );
    if (row.href)
      hits.push({
        x: 0,
        y: y - (narrow ? 2 : 0),
        width: px(narrow ? width : x(0) - step / 2),
        height: narrow ? 20 : rowHeight,
        label: row.label,
        href: row.href,
      });
    row.cells.forEach((cell, i) => {
      marks.push(<use href={`#${prefix}-${cell.glyph}`} x={x(i)} y={markY} />);
      if (cell.glyph === "none") return;
      hits.push({
        x: px(x(i) - step / 2),
        y: narrow ? y + 18 : y,
        width: px(step),
        height: narrow ? 28 : rowHeight,
        label: cell.label,
        href: cell.href,
      });
    });
    y += rowHeight;
  }
  marks.push(<path class="rule" d={`M0 ${y}H${width}`} />);
  return { marks, hits, bottom: y };
}

function groups<Result>(
  data: MatrixData,
  step: number,
  draw: (group: { long: string; short: string; start: number; length: number }) => Result,
): Result[] {
  const found: { long: string; short: string; start: number; length: number }[] = [];
  data.columns.forEach((column, i) => {
    const last = found.at(-1);
    if (last?.long === column.group) last.length++;
    else found.push({ long: column.group, short: column.groupShort, start: i, length: 1 });
  });
  // A label that would run into the next one gives way to it: its month can be read from the order.
  return found.map((group) => draw({ ...group, short: textWidth(group.short, TEXT_SIZE) > step * group.length - 2 ? "" : group.short }));
}
