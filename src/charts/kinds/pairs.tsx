import type { VNode } from "preact";
import { type Drawing, type Hit, type Kind, type Layout, LAYOUTS, px, reasons, repeated } from "../drawing.ts";
import { drawingOf } from "../glyphs.tsx";
import { textLines, widthOf } from "../text-lines.tsx";

/** Somebody who can be one of a pair. */
export interface PairsActor {
  id: string;
  /** Full name, for wide layouts. */
  label: string;
  /** Shorter, for narrow ones. */
  short: string;
  /** Actors that follow each other under one of these are set apart from others by a rule. */
  group: string;
  /** Number beside the name. */
  total: number;
  href?: string;
}

/** What two actors have in common; a pair that is not listed has nothing. */
export interface PairsRow {
  a: string;
  b: string;
  /** A whole number of at least one. */
  count: number;
  says: string;
  /** Not all that is counted is confirmed: a dashed outline. */
  reported?: boolean;
  href?: string;
}

/** Counts by pair. */
export interface PairsData {
  actors: PairsActor[];
  rows: PairsRow[];
  /** What the signs say, for the key. */
  sign: string;
  none: string;
  dashed: string;
}

/** Widest and lowest a cell gets, px. */
const WIDEST = 38;
const LOWEST = 20;
/** Narrowest that still has room for two digits, px. */
const NARROWEST = 17;
const MOST = 16;

/**
 * A triangle of counts, a cell a pair: the names stand on the diagonal and serve rows and columns. Each cell is filled
 * from below in proportion to its count. Refuses more actors or longer names than have room, pairs of unknown actors or of one actor, pairs that stand twice, counts that are
 * no whole numbers of at least one, and repeated ids.
 */
export const pairs: Kind<PairsData> = {
  refuse: reasons(function* ({ actors, rows }) {
    yield* repeated(actors);
    if (actors.length > MOST) yield `there are ${actors.length} actors; ${MOST} have room on a phone`;
    for (const [i, actor] of actors.slice(0, MOST).entries())
      if (i > 0 && i * NARROWEST + nameWidth(actor, true) > LAYOUTS.narrow.width)
        yield `actor \`${actor.id}\`: “${actor.short}” has no room on a phone`;
    const keys = rows.map(({ a, b }) => [a, b].sort().join("+"));
    for (const [i, { a, b, count }] of rows.entries()) {
      for (const id of [a, b]) if (!actors.some((actor) => actor.id === id)) yield `row \`${a}+${b}\`: there is no actor \`${id}\``;
      if (a === b) yield `row \`${a}+${b}\` is a pair of one`;
      if (!(Number.isInteger(count) && count >= 1)) yield `row \`${a}+${b}\` has the count ${count}`;
      if (keys.indexOf(keys[i]!) < i) yield `row \`${a}+${b}\`: the pair stands twice`;
    }
  }),
  key: ({ sign, none, dashed, rows }) => [
    { glyph: "level", label: sign },
    ...(rows.some((row) => row.reported) ? [{ glyph: "level-dashed", label: dashed }] : []),
    { glyph: "none", label: none },
  ],
  draw,
};

function nameWidth({ label, short, total }: PairsActor, narrow: boolean): number {
  return widthOf(narrow ? short : label, true) + widthOf(` ${total}`) + 10;
}

function draw(data: PairsData, layout: Layout): Drawing {
  const narrow = layout.name === "narrow";
  const prefix = `pairs-${layout.name}`;
  const { actors } = data;
  // Every name has to end inside the drawing; the last one begins farthest to the right.
  const step = Math.min(WIDEST, ...actors.map((actor, i) => (i === 0 ? WIDEST : (layout.width - nameWidth(actor, narrow)) / i)));
  const line = Math.max(step, LOWEST);
  const counts = new Map(data.rows.flatMap((row) => [[`${row.a}+${row.b}`, row] as const, [`${row.b}+${row.a}`, row] as const]));
  const largest = Math.max(1, ...data.rows.map((row) => row.count));
  const hits: Hit[] = [];
  const marks: VNode[] = [];
  actors.forEach((actor, i) => {
    const y = px(i * line + line / 2);
    const ruleTo = (other: PairsActor) => (actor.group === other.group ? "hair" : "rule");
    if (i > 0) marks.push(<path class={ruleTo(actors[i - 1]!)} d={`M0 ${px(i * line)}H${px(i * step)}`} />);
    if (i < actors.length - 1)
      marks.push(<path class={ruleTo(actors[i + 1]!)} d={`M${px((i + 1) * step)} ${px((i + 1) * line)}V${px(actors.length * line)}`} />);
    for (const [j, other] of actors.slice(0, i).entries()) {
      const row = counts.get(`${actor.id}+${other.id}`);
      const x = px(j * step + step / 2);
      if (!row) {
        marks.push(<use href={`#${prefix}-none`} x={x} y={y} />);
        continue;
      }
      const level = (row.count / largest) * (line - 1);
      marks.push(
        <g data-row={`${row.a}+${row.b}`}>
          <rect
            class={row.reported ? "level dashed" : "level"}
            x={px(j * step + 1)}
            y={px((i + 1) * line - level)}
            width={px(step - 1.5)}
            height={px(level)}
          />
          {textLines([String(row.count)], x, y + (narrow ? 3 : 5), "middle")}
        </g>,
      );
      const label = `${other.label} and ${actor.label}: ${row.says}`;
      hits.push({ x: px(j * step), y: px(i * line), width: px(step), height: px(line), label, href: row.href });
    }
    const { href, group, total } = actor;
    const width = nameWidth(actor, narrow);
    const x = px(i * step + 5);
    // The first of a group names it, if there is room.
    const opens = group !== actors[i - 1]?.group && x + width + widthOf(` · ${group}`) <= layout.width;
    marks.push(
      <g>
        <text x={x} y={px(y + 5)}>
          <tspan class="bold">{narrow ? actor.short : actor.label}</tspan>
          <tspan class="second">
            {" "}
            {total}
            {opens && ` · ${group}`}
          </tspan>
        </text>
      </g>,
    );
    if (href) hits.push({ x: px(i * step), y: px(i * line), width: px(width), height: px(line), label: `${actor.label}: ${total}`, href });
  });
  return drawingOf(
    { layout, height: Math.ceil(actors.length * line) + 2, hits, prefix, names: ["none"] },
    <>
      {marks}
      {actors.length > 0 && <path class="rule" d={`M0 ${px(actors.length * line)}H${px((actors.length - 1) * step)}`} />}
    </>,
  );
}
