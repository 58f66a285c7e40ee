import type { VNode } from "preact";
import { z } from "zod";
import { formatDate, formatShortDate } from "../i18n/dates.ts";
import { countInWords, listOf } from "../i18n/numbers.ts";
import { answerOf, draftsInOrder, latestText, type ThemeState } from "../ledger/drafts.ts";
import type { Draft, Ledger, Answer, Theme } from "../ledger/ledger.ts";
import { themesInOrder } from "../ledger/lookup.ts";
import { redline, type Run, unmarked } from "../ledger/redline.ts";
import { itemAt } from "../required.ts";
import { routes } from "../site.ts";
import { keyOf, type Layout, px, type Row } from "./lib/drawing.ts";
import { drawingOf, lineAcross, Mark, STATE_NAMES } from "./lib/marks.tsx";
import {
  breakMarked,
  breakText,
  LARGE_LINE,
  LINE,
  markedLines,
  textLines,
  widest,
  widthOf,
} from "./lib/text.tsx";
import { sourcesOf, tableOf, type View, withOptions } from "./view.ts";

/** What can have become of a theme between the first text and the latest, in the order of the drawing. */
const OUTCOMES = [
  { name: "Missing or softer", states: ["removed", "softened", "none"] },
  { name: "Left open", states: ["open"] },
  { name: "Kept or new", states: ["stated", "added"] },
] as const satisfies readonly { name: string; states: readonly ThemeState[] }[];

/** How many of a group are in each state, in a word. */
const IN_SHORT = {
  removed: "missing",
  softened: "softer",
  none: "without an answer",
  open: "in brackets",
  stated: "kept",
  added: "new",
} as const satisfies Record<ThemeState, string>;

interface Cell {
  draft: Draft;
  answer: Answer | undefined;
  state: ThemeState;
  href: string;
}

interface OutcomeRow extends Row {
  theme: Theme;
  clause: Theme["clauses"][number];
  cells: Cell[];
  first: Cell;
  latest: Cell;
}

/** What became of each theme between the first text and the latest that was read out, by its leading clause. */
export const outcomes = withOptions(z.strictObject({}), (ledger): View => {
  const drafts = draftsInOrder(ledger);
  const [first, latest] = [itemAt(drafts, 0), latestText(ledger)];
  const rows = themesInOrder(ledger).map((theme) => rowOf(ledger, theme, drafts, latest));
  const groups = OUTCOMES.map(({ name, states }) => ({
    name,
    rows: states.flatMap((state) => rows.filter(({ latest }) => latest.state === state)),
  }));
  const [less, open, kept] = groups.map(({ rows }) => rows.length) as [number, number, number];
  const openThemes = rows.filter(({ latest }) => latest.state === "open").map(({ theme }) => theme.name);
  const others = drafts.filter((draft) => draft !== first && draft !== latest);
  return {
    key: keyOf(
      rows.some(({ latest }) => signOf(latest).endsWith("-hollow")) && {
        glyph: "hollow",
        label: "hollow: not in a published text",
      },
    ),
    draw: (layout) =>
      layout.name === "narrow"
        ? drawList(groups, { first, latest }, layout)
        : drawColumns(groups, { first, latest }, layout),
    table: tableOf(
      {
        theme: "Theme",
        clause: "Clause it is counted by",
        outcome: "Outcome",
        first: first.short,
        latest: latest.short,
        ...Object.fromEntries(others.map(({ id, short, date }) => [id, `${short}, ${formatDate(date)}`])),
      },
      groups.flatMap(({ name, rows }) => rows.map((row) => ({ ...row, name }))),
      ({ theme, clause, name, cells, ...row }) => [
        { text: theme.name, href: routes.theme(theme.id) },
        clause.text,
        name,
        row.first.answer ? { text: row.first.answer.text, href: row.first.href } : null,
        row.latest.answer ? { text: row.latest.answer.text, href: row.latest.href } : null,
        ...cells
          .filter(({ draft }) => others.includes(draft))
          .map(({ state, href, answer }) =>
            answer ? { text: STATE_NAMES[state], href } : STATE_NAMES[state],
          ),
      ],
    ),
    description:
      `Of ${rows.length} themes, counted by the leading clause of each, ${countInWords(less)} are missing or softer in ` +
      `${latest.short} than in the ${first.short}, ${countInWords(kept)} are kept or new, and ${countInWords(open)} ` +
      `${open === 1 ? "is" : "are"} left open${openThemes.length > 0 ? `: ${listOf(openThemes)}` : ""}.`,
    values: {
      themes: String(rows.length),
      first: first.short,
      latest: latest.short,
      less: countInWords(less),
      stay: countInWords(open),
      kept: countInWords(kept),
      open: listOf(openThemes),
      from: formatDate(first.date),
      to: formatDate(latest.date),
    },
    numbers: { themes: rows.length, less, stay: open, kept },
    sources: sourcesOf(...rows.flatMap(({ cells }) => cells.flatMap(({ answer }) => answer ?? []))),
  };
});

function rowOf(ledger: Ledger, theme: Theme, drafts: readonly Draft[], latest: Draft): OutcomeRow {
  const clause = itemAt(theme.clauses, 0);
  const cells = drafts.map((draft): Cell => {
    const answer = answerOf(ledger, draft.id, clause.id);
    const href = `${routes.theme(theme.id)}#${answer ? `${clause.id}--${draft.id}` : clause.id}`;
    return { draft, answer, state: answer?.status ?? "none", href };
  });
  const ends = { first: itemAt(cells, 0), latest: itemAt(cells, drafts.indexOf(latest)) };
  const [before, after] = [ends.first, ends.latest].map(
    ({ draft, answer, state }) =>
      `${draft.short}: ${answer ? `${answer.text} (${STATE_NAMES[state]})` : STATE_NAMES[state]}`,
  );
  const says = `${theme.name}. ${before}. ${after}.`;
  return { id: theme.id, says, href: ends.latest.href, theme, clause, cells, ...ends };
}

/** The sign of an answer; hollow if no published text has it. */
function signOf({ state, answer }: Cell): string {
  return answer && answer.certainty !== "published" && state !== "stated" && state !== "none"
    ? `${state}-hollow`
    : state;
}

/** The words of the first and the latest answer, marked where they differ; what the latest leaves open strikes nothing. */
function wordsOf({ first, latest }: OutcomeRow): {
  before: Run[];
  after: Run[];
  line: Run[];
  isAbsent: boolean;
} {
  const [a, b] = [shortAnswer(first), shortAnswer(latest)];
  const isAbsent = latest.answer?.absent ?? false;
  if (latest.state === "open" || isAbsent || !a || !b) {
    const after = unmarked(latest.state === "open" ? `[${b}]` : b);
    const before: Run[] = isAbsent ? [{ kind: "struck", text: a }] : unmarked(a);
    return { before, after, line: [...before, ...after], isAbsent };
  }
  return { ...redline(a, b), isAbsent };
}

function shortAnswer({ answer }: Cell): string {
  return answer ? (answer.gist ?? answer.text) : "";
}

type Group = { name: string; rows: OutcomeRow[] };

/** All signs in a row, by outcome, with the number of each group: the finding and the key in one. */
function drawStrip(
  groups: readonly Group[],
  { width, name: layout }: Layout,
): { body: VNode; height: number } {
  const gap = layout === "narrow" ? 14 : 30;
  const inShort = groups.map(({ rows }) => {
    const states = Map.groupBy(rows, ({ latest }) => latest.state);
    return [...states]
      .map(([state, of]) => (state === "open" ? IN_SHORT.open : `${of.length} ${IN_SHORT[state]}`))
      .join(", ");
  });
  const narrow = layout === "narrow";
  const least = groups.map(({ name }, i) =>
    narrow ? 78 : Math.max(widest([name], "bold"), widest([inShort[i] ?? ""])) + 46,
  );
  const widths = (step: number) => groups.map(({ rows }, i) => Math.max(rows.length * step, least[i] ?? 0));
  let step = 50;
  while (step > 12 && widths(step).reduce((a, b) => a + b + gap, -gap) > width) step--;
  const parts: VNode[] = [];
  let x = 0;
  widths(step).forEach((own, i) => {
    const { name, rows } = itemAt(groups, i);
    const count = String(rows.length);
    const labelX = narrow ? x : x + widthOf(count, "number") + 8;
    const lines = narrow ? [...breakText(name, own, "bold")] : [name];
    parts.push(
      <>
        {rows.map((row, j) => (
          <g transform={`translate(${px(x + step * j + 8)} 9)${step < 18 ? ` scale(${px(step / 18)})` : ""}`}>
            <use href={`#${signOf(row.latest)}`} />
          </g>
        ))}
        {lineAcross("rule-ink", 26, x + own, x)}
        {textLines([count], x, 58, "number")}
        {textLines(lines, labelX, narrow ? 80 : 46, "bold")}
        {textLines(
          breakText(inShort[i] ?? "", narrow ? own : width),
          labelX,
          (narrow ? 80 : 46) + lines.length * LINE,
          "second",
        )}
      </>,
    );
    x += own + gap;
  });
  return { body: <>{parts}</>, height: narrow ? 158 : 88 };
}

function groupName(name: string, y: number, width: number): VNode {
  return (
    <>
      {textLines([name], 0, y, "head")}
      {lineAcross("rule", y + 10, width)}
    </>
  );
}

/** One theme below the other: its name, then the first words and the latest as an editor marks them. */
function drawList(
  groups: readonly Group[],
  { first, latest }: { first: Draft; latest: Draft },
  layout: Layout,
) {
  const { width } = layout;
  const strip = drawStrip(groups, layout);
  const left = 26;
  const parts: VNode[] = [strip.body];
  const intro = breakText(
    `First the words of the ${first.short}, struck where they fell; then those of ${latest.short}, underlined where new.`,
    width,
  );
  parts.push(...textLines(intro, 0, strip.height + 16, "second"));
  let y = strip.height + 16 + intro.length * LINE + 14;
  for (const { name, rows } of groups.filter(({ rows }) => rows.length > 0)) {
    parts.push(groupName(name, y + 4, width));
    y += 14;
    for (const row of rows) {
      const words = wordsOf(row);
      const lines = breakMarked(words.isAbsent ? words.before : words.line, width - left);
      const absent = words.isAbsent ? breakText(shortAnswer(row.latest), width - left) : [];
      const names = breakText(row.theme.name, width - left, "bold");
      const named = names.length * LINE;
      const height = named + lines.length * LARGE_LINE + absent.length * LINE + 16;
      parts.push(
        <Mark of={row} y={y} width={width} height={height}>
          <use href={`#${signOf(row.latest)}`} x={8} y={y + 15} />
          {textLines(names, left, y + 20, "bold")}
          {markedLines(lines, left, y + 22 + named, LARGE_LINE)}
          {textLines(absent, left, y + 20 + named + lines.length * LARGE_LINE, "gone")}
          {lineAcross("hair", y + height, width)}
        </Mark>,
      );
      y += height;
    }
    y += 30;
  }
  return drawingOf(layout, Math.ceil(y - 28), <>{parts}</>);
}

/** Two columns of words, the sign of the latest answer between them. */
function drawColumns(
  groups: readonly Group[],
  { first, latest }: { first: Draft; latest: Draft },
  layout: Layout,
) {
  const { width } = layout;
  const strip = drawStrip(groups, layout);
  const gutter = 132;
  const room = width - gutter - 52;
  const [firstRoom, latestRoom] = [room * 0.46, room * 0.54];
  const signX = gutter + firstRoom + 28;
  const latestX = signX + 22;
  const headY = strip.height + 54;
  const parts: VNode[] = [
    strip.body,
    ...[
      { draft: first, x: gutter },
      { draft: latest, x: latestX },
    ].flatMap(({ draft, x }) => [
      ...textLines([draft.short], x, headY - 28, "bold"),
      ...textLines([formatShortDate(draft.date)], x, headY - 10, "second"),
    ]),
    lineAcross("rule-ink", headY, width),
  ];
  let y = headY + 8;
  for (const { name, rows } of groups.filter(({ rows }) => rows.length > 0)) {
    parts.push(groupName(name, y + 24, width));
    y += 34;
    for (const row of rows) {
      const words = wordsOf(row);
      const names = breakText(row.theme.name, gutter - 14, "bold");
      const left = breakMarked(words.before, firstRoom);
      const right = words.isAbsent ? [] : breakMarked(words.after, latestRoom);
      const absent = words.isAbsent ? breakText(shortAnswer(row.latest), latestRoom) : [];
      const text = Math.max(left.length, right.length) * LARGE_LINE;
      const height = Math.max(names.length * LINE, text, absent.length * LINE) + 12;
      parts.push(
        <Mark of={row} y={y} width={width} height={height}>
          {textLines(names, 0, y + 21, "bold")}
          {markedLines(left, gutter, y + 22, LARGE_LINE)}
          <use href={`#${signOf(row.latest)}`} x={px(signX)} y={px(y + 16)} />
          {markedLines(right, latestX, y + 22, LARGE_LINE)}
          {textLines(absent, latestX, y + 21, "gone")}
          {lineAcross("hair", y + height, width)}
        </Mark>,
      );
      y += height;
    }
    y += 8;
  }
  return drawingOf(layout, Math.ceil(y - 6), <>{parts}</>);
}
