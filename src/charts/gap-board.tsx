import type { VNode } from "preact";
import { z } from "zod";
import { formatDate, formatShortDate, timeOf } from "../i18n/dates.ts";
import { listOf } from "../i18n/numbers.ts";
import { answerOf, get, latestText } from "../ledger/lookup.ts";
import { day, id, line } from "../ledger/fields.ts";
import type { Answer, Draft, Ledger, Row, Theme } from "../ledger/ledger.ts";
import { itemAt } from "../required.ts";
import { routes } from "../routes.ts";
import { type Drawing, type Layout, px, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import { drawingOf, lineAcross, Mark } from "./lib/marks.tsx";
import { breakText, LARGE_LINE, leadText, LINE, textLines } from "./lib/text.tsx";

/** Half of each gap, as a share of the width. */
const VERDICTS = {
  "no overlap": { sign: "no-overlap", meaning: "each rules the other out", half: 0.16 },
  narrow: { sign: "narrow", meaning: "one text could hold both", half: 0.07 },
  agreed: { sign: "agreed", meaning: "both say the same", half: 0 },
} as const;
type Verdict = keyof typeof VERDICTS;
const VERDICT_NAMES = Object.keys(VERDICTS) as Verdict[];

const side = z.strictObject({ actor: id, name: line.max(16) });

const gapOptions = z.strictObject({
  sides: z
    .tuple([side, side, side])
    .describe(
      "The two sides whose words are held against each other, and between them who is in the middle.",
    ),
  actors: z.array(id).min(1).describe("Everybody whose stances the table has."),
  rows: z
    .array(
      z.strictObject({
        theme: id,
        name: line.max(20),
        question: line.max(40),
        clause: id
          .optional()
          .describe(
            "The clause of the latest text that answers it; by default the leading one of the theme.",
          ),
        verdict: z.enum(VERDICT_NAMES),
        judged: day.describe("The last day on which both sides’ stances were read for the verdict."),
      }),
    )
    .min(1),
});

type Position = Row<"positions">;

interface GapRow {
  of: z.infer<typeof gapOptions>["rows"][number];
  theme: Theme;
  stances: { name: string; stance: Position | undefined }[];
  answer: Answer | undefined;
}

/** What two sides want on each open question; the table has all actors. */
export const gapBoard = withOptions(gapOptions, (ledger, options): View => {
  const latest = latestText(ledger);
  const rows = options.rows.map((of): GapRow => {
    const theme = get(ledger, "themes", of.theme);
    const stances = options.sides.map(({ name, actor }) => ({
      name,
      stance: newestOf(ledger, actor, theme.id),
    }));
    for (const i of [0, 2]) {
      const date = stances[i]?.stance?.date ?? "";
      if (date > of.judged)
        throw new Error(
          `a stance on \`${theme.id}\` of ${date} is newer than the verdict of ${of.judged}: judge again`,
        );
    }
    const clause = of.clause ?? itemAt(theme.clauses, 0).id;
    return { of, theme, stances, answer: answerOf(ledger, latest.id, clause) };
  });
  const all = options.actors.flatMap((actor) =>
    rows.flatMap(({ theme }) => {
      const position = newestOf(ledger, actor, theme.id);
      return position ? [{ actor: get(ledger, "organisations", actor), theme, position }] : [];
    }),
  );
  const judged = (verdict: Verdict) => rows.filter(({ of }) => of.verdict === verdict);
  const named = (verdict: Verdict) =>
    listOf(
      judged(verdict).map(({ of }) =>
        of.name.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase()),
      ),
    );
  const [left, , right] = options.sides.map(({ name }) => name);
  const newest = all.map(({ position }) => position.date).reduce((a, b) => (a > b ? a : b));
  const board: Board = { rows, latest, newest };
  return {
    key: VERDICT_NAMES.filter((name) => judged(name).length > 0).map((name) => ({
      glyph: VERDICTS[name].sign,
      label: `${name}: ${VERDICTS[name].meaning}`,
    })),
    draw: (layout) => (layout.isNarrow ? drawDown(board, layout) : drawAcross(board, layout)),
    table: tableOf(
      { who: "Who", theme: "On what", date: "Date", brief: "In brief", stance: "What it said" },
      all.map(({ actor, theme, position: { date, brief, stance } }) => ({
        ...{
          who: actor.name,
          theme: { text: theme.name, href: routes.theme(theme.id) },
          date,
          brief,
          stance,
        },
      })),
    ),
    values: {
      left: left ?? "",
      right: right ?? "",
      apart: judged("no overlap").length,
      narrow: judged("narrow").length,
      agreed: judged("agreed").length,
      apartOn: named("no overlap"),
      narrowOn: named("narrow"),
      agreedOn: named("agreed"),
      questions: rows.length,
      to: formatDate(newest),
    },
    sources: sourcesOf(...all.map(({ position }) => position), ...rows.flatMap(({ answer }) => answer ?? [])),
  };
});

/** The last in the file, if several are of one day. */
function newestOf(ledger: Ledger, actor: string, theme: string): Position | undefined {
  return ledger.positions
    .filter((position) => position.actor === actor && position.theme === theme)
    .reduce<Position | undefined>((a, b) => (a && a.date > b.date ? a : b), undefined);
}

function briefOf({ id, brief }: Position): string {
  if (!brief) throw new Error(`the position \`${id}\` is the newest on its theme and has no \`brief\``);
  return brief;
}

interface Board {
  rows: readonly GapRow[];
  latest: Draft;
  newest: string;
}

const MONTH_MS = 30.44 * 86_400_000;

/** Older stances are greyer. */
function lookOf({ date }: Position, { newest }: Board, ...looks: string[]): string {
  const months = (timeOf(newest) - timeOf(date)) / MONTH_MS;
  return [...looks, months > 10 ? "gone" : months > 6 ? "second" : ""].filter(Boolean).join(" ");
}

function wayTo({ theme }: GapRow, name: string, stance: Position) {
  return { label: `${name}, ${formatDate(stance.date)}: ${stance.stance}`, href: routes.theme(theme.id) };
}

function drawAnswer({ answer }: GapRow, { latest }: Board, x: number, y: number, width: number) {
  if (!answer) return { body: null, height: 0 };
  const words = leadText(`${latest.short}: `, answer.gist ?? answer.text, x + 22, y + 15, width - 22);
  return {
    height: words.lines * LINE + 6,
    body: (
      <>
        <use href={`#${answer.status}`} x={x + 8} y={y + 10} />
        {words.body}
      </>
    ),
  };
}

/** The line of each side ends before the middle where they disagree. */
function drawAcross(board: Board, layout: Layout): Drawing {
  const { width } = layout;
  const isFull = layout.name === "full";
  const left = isFull ? 210 : 140;
  const span = width - left;
  const [words, step] = isFull ? ["large", LARGE_LINE] : ["", LINE];
  const anchors = [
    { x: left, anchor: "" },
    { x: left + span / 2, anchor: "middle" },
    { x: width, anchor: "end" },
  ];
  const parts: VNode[] = [lineAcross("rule-ink", 26, width)];
  itemAt(board.rows, 0).stances.forEach(({ name }, i) => {
    const { x, anchor } = itemAt(anchors, i);
    parts.push(...textLines([name], x, 15, `bold ${anchor}`));
  });
  let y = 26;
  for (const row of board.rows) {
    const { of, stances } = row;
    const lineY = y + 26;
    const { sign, half: share } = VERDICTS[of.verdict];
    const half = share * span;
    const tick = half > 0 ? "m0 -6v12" : "";
    const [breakLeft, breakRight] = [px(left + span / 2 - half), px(left + span / 2 + half)];
    const question = breakText(of.question, left - 18);
    const blocks = stances.map(({ stance }) =>
      stance ? breakText(briefOf(stance), (span - 40) / 3, words) : [],
    );
    const tall = Math.max(...blocks.map(({ length }) => length)) * step + LINE;
    const answer = drawAnswer(row, board, left, lineY + 24 + tall, span);
    const height = Math.max(58 + tall + answer.height, 48 + question.length * LINE);
    parts.push(
      <>
        {textLines([of.name], 0, y + 32, "head")}
        {textLines(question, 0, y + 32 + LARGE_LINE, "second")}
        <path
          class={`gap-line ${sign}`}
          d={`M${left} ${lineY}H${breakLeft}${tick}M${width} ${lineY}H${breakRight}${tick}`}
        />
        {textLines([of.verdict], left + span / 2, half > 0 ? lineY + 5 : lineY - 8, "bold middle")}
        {stances.map(({ name, stance }, i) => {
          const [{ x, anchor }, lines] = [itemAt(anchors, i), itemAt(blocks, i)];
          const dateY = lineY + 28 + lines.length * step;
          return (
            stance && (
              <Mark
                {...wayTo(row, name, stance)}
                {...{ x: left + (i * span) / 3, y: lineY + 8, width: span / 3, height: tall + 8 }}
              >
                {textLines(lines, x, lineY + 28, lookOf(stance, board, words ?? "", anchor))}
                {textLines([formatShortDate(stance.date)], x, dateY, `second ${anchor}`)}
              </Mark>
            )
          );
        })}
        {answer.body}
        {lineAcross("rule", y + height, width)}
      </>,
    );
    y += height;
  }
  return drawingOf(layout, y + 1, parts);
}

function drawDown(board: Board, layout: Layout): Drawing {
  const { width } = layout;
  const left = 18;
  const parts: VNode[] = [];
  let y = 0;
  for (const row of board.rows) {
    const { of, stances } = row;
    parts.push(
      lineAcross("rule-ink", y, width),
      ...textLines([of.name], 0, y + 24, "head"),
      ...textLines([of.verdict], width, y + 23, "bold end"),
      ...textLines(breakText(of.question, width), 0, y + 26 + LINE, "second"),
    );
    y += 56;
    const tops: number[] = [];
    for (const { name, stance } of stances) {
      const lines = stance ? breakText(briefOf(stance), width - left, "large") : [];
      const height = LINE + lines.length * LARGE_LINE + 10;
      const way = stance ? wayTo(row, name, stance) : { label: `${name}: no stance found` };
      const when = ` ${stance ? formatShortDate(stance.date) : "no stance found"}`;
      tops.push(y);
      parts.push(
        <Mark {...way} y={y} width={width} height={height}>
          {leadText(name, when, left, y + 15).body}
          {stance && textLines(lines, left, y + 17 + LINE, lookOf(stance, board, "large"))}
        </Mark>,
      );
      y += height;
    }
    const [top = y, middle = y, last = y] = tops;
    const bottom = px(y - 6);
    const centre = px((middle + last) / 2 - 3);
    const [up, down] = of.verdict === "narrow" ? [centre - 5, centre + 5] : [px(middle - 6), px(last)];
    const ends = of.verdict === "agreed" ? "" : `V${up}M0 ${up}h10M0 ${down}h10M5 ${down}`;
    const answer = drawAnswer(row, board, left - 4, y, width - left);
    parts.push(
      <>
        <path class={`gap-line ${VERDICTS[of.verdict].sign}`} d={`M5 ${px(top + 2)}${ends}V${bottom}`} />
        {answer.body}
      </>,
    );
    y += answer.height + 12;
  }
  return drawingOf(layout, y, <>{[...parts, lineAcross("rule-ink", y - 1, width)]}</>);
}
