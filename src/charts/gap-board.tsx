import { z } from "zod";
import { formatDate, formatShortDate, timeOf } from "../format/dates.ts";
import { listOf } from "../format/numbers.ts";
import { actorName, answerOf, getRow, latestText } from "../ledger/lookup.ts";
import { day, id, line } from "../yaml/fields.ts";
import type { Ledger, Row } from "../ledger/ledger.ts";
import { nth, expectDefined } from "../expect-defined.ts";
import { hrefs } from "../routes.ts";
import { type Drawing, type Layout, roundPx, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import { drawingOf, lineAcross, LinkedMark } from "./lib/marks.tsx";
import { breakText, LARGE_LINE, leadText, LINE, metricsOf, textLines } from "./lib/text.tsx";

/** Half of each gap, as a share of the width. */
const VERDICTS = {
  "no overlap": { symbol: "no-overlap", meaning: "each rules the other out", half: 0.16 },
  narrow: { symbol: "narrow", meaning: "one text could hold both", half: 0.07 },
  agreed: { symbol: "agreed", meaning: "both say the same", half: 0 },
} as const;
type Verdict = keyof typeof VERDICTS;
const VERDICT_NAMES = Object.keys(VERDICTS) as Verdict[];

const side = z.strictObject({ actor: id, name: line.max(16) });

const gapOptions = z.strictObject({
  sides: z
    .tuple([side, side, side])
    .describe("Two sides whose words are held against each other; between them, who is in the middle."),
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

type GapRow = ReturnType<typeof rowOf>;

/** What two sides want on each open question; the table has all actors. */
export const gapBoard = withOptions(gapOptions, (ledger, options): View => {
  const positions = options.actors.flatMap((actor) =>
    options.rows.flatMap(({ theme }) => newestOf(ledger, actor, theme) ?? []),
  );
  const newest = positions.map(({ date }) => date).reduce((a, b) => (a > b ? a : b));
  const rows = options.rows.map((row) => rowOf(ledger, options.sides, row, newest));
  const judged = (wanted: Verdict) => rows.filter(({ verdict }) => verdict === wanted);
  const named = (verdict: Verdict) =>
    listOf(
      judged(verdict).map(({ name }) => name.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())),
    );
  const [left, , right] = options.sides;
  return {
    legend: VERDICT_NAMES.filter((name) => judged(name).length > 0).map((name) => ({
      glyph: VERDICTS[name].symbol,
      label: `${name}: ${VERDICTS[name].meaning}`,
    })),
    draw: (layout) => (layout.isNarrow ? drawDown(rows, layout) : drawAcross(rows, layout)),
    table: tableOf(
      { who: "Who", theme: "On what", date: "Date", brief: "In brief", stance: "What it said" },
      positions.map(({ actor, theme, ...position }) => ({
        ...position,
        who: actorName(ledger, actor),
        theme: { text: getRow(ledger, "themes", theme).name, href: hrefs.theme(theme) },
      })),
    ),
    values: {
      left: left.name,
      right: right.name,
      apart: judged("no overlap").length,
      narrow: judged("narrow").length,
      agreed: judged("agreed").length,
      apartOn: named("no overlap"),
      narrowOn: named("narrow"),
      agreedOn: named("agreed"),
      questions: rows.length,
      to: formatDate(newest),
    },
    sources: sourcesOf(...positions, ...rows.flatMap(({ answer }) => answer ?? [])),
  };
});

/** The last in the file, if several are of one day. */
function newestOf(ledger: Ledger, actor: string, theme: string): Row<"positions"> | undefined {
  return ledger.positions
    .filter((position) => position.actor === actor && position.theme === theme)
    .sort((a, b) => a.date.localeCompare(b.date, "en"))
    .at(-1);
}

const MONTH_MS = 30.44 * 86_400_000;

/** Throws an Error for a verdict older than a stance, and for a stance without a short form. */
function rowOf(
  ledger: Ledger,
  sides: z.infer<typeof gapOptions>["sides"],
  { theme, clause, judged, ...row }: z.infer<typeof gapOptions>["rows"][number],
  newest: string,
) {
  const stances = sides.map(({ name, actor }, i) => {
    const none = "no stance found";
    const found = newestOf(ledger, actor, theme);
    if (!found) return { name, words: "", className: "", when: none, label: `${name}: ${none}` };
    const { id, date, brief, stance } = found;
    if (i !== 1 && date > judged)
      throw new Error(
        `a stance on \`${theme}\` of ${date} is newer than the verdict of ${judged}: judge again`,
      );
    const months = (timeOf(newest) - timeOf(date)) / MONTH_MS;
    return {
      name,
      words: expectDefined(brief, `\`brief\` of \`${id}\`, the newest stance on its theme`),
      // Older stances are greyer.
      className: months > 10 ? "gone" : months > 6 ? "second" : "",
      when: formatShortDate(date),
      label: `${name}, ${formatDate(date)}: ${stance}`,
      href: hrefs.theme(theme),
    };
  });
  const latest = latestText(ledger);
  const asked = clause ?? nth(getRow(ledger, "themes", theme).clauses, 0).id;
  return { ...row, ...VERDICTS[row.verdict], stances, latest, answer: answerOf(ledger, latest.id, asked) };
}

function drawAnswer({ answer, latest }: GapRow, x: number, y: number, width: number) {
  if (!answer) return { body: null, height: 0 };
  const words = leadText(`${latest.short}: `, answer.short ?? answer.says, x + 22, y + 15, width - 22);
  return {
    height: words.lines * LINE + 6,
    body: (
      <>
        <use href={`#${answer.open ? "open" : "stated"}`} x={x + 8} y={y + 10} />
        {words.body}
      </>
    ),
  };
}

/** The line of each side ends before the middle where they disagree. */
function drawAcross(rows: readonly GapRow[], layout: Layout): Drawing {
  const { width } = layout;
  const isFull = layout.name === "full";
  const left = isFull ? 210 : 140;
  const span = width - left;
  const middle = left + span / 2;
  const places = [
    { x: left, anchor: "" },
    { x: middle, anchor: "middle" },
    { x: width, anchor: "end" },
  ];
  const large = isFull ? "large" : "";
  const names = places.map(({ x, anchor }, i) =>
    textLines([nth(nth(rows, 0).stances, i).name], x, 15, `bold ${anchor}`),
  );
  let y = 26;
  const body = rows.map((row) => {
    const lineY = y + 26;
    const half = row.half * span;
    const tick = half > 0 ? "m0 -6v12" : "";
    const question = breakText(row.question, left - 18);
    const blocks = row.stances.map(({ words }) => breakText(words, (span - 40) / 3, large));
    const wordsHeight = Math.max(...blocks.map(({ length }) => length)) * metricsOf(large).step;
    const answer = drawAnswer(row, left, lineY + 24 + LINE + wordsHeight, span);
    const top = y;
    y += Math.max(58 + LINE + wordsHeight + answer.height, 48 + question.length * LINE);
    return (
      <>
        {textLines([row.name], 0, top + 32, "head")}
        {textLines(question, 0, top + 32 + LARGE_LINE, "second")}
        <path
          class={`gap-line ${row.symbol}`}
          d={`M${left} ${lineY}H${roundPx(middle - half)}${tick}M${width} ${lineY}H${roundPx(middle + half)}${tick}`}
        />
        {textLines([row.verdict], middle, half > 0 ? lineY + 5 : lineY - 8, "bold middle")}
        {row.stances.map(({ label, href, className, when }, i) => {
          const [{ x, anchor }, lines] = [nth(places, i), nth(blocks, i)];
          const place = {
            x: left + (i * span) / 3,
            y: lineY + 8,
            width: span / 3,
            height: LINE + wordsHeight + 8,
          };
          const whenY = lineY + 28 + lines.length * metricsOf(large).step;
          return (
            <LinkedMark label={label} href={href} {...place}>
              {textLines(lines, x, lineY + 28, `${className} ${large} ${anchor}`)}
              {textLines([when], x, whenY, `second ${anchor}`)}
            </LinkedMark>
          );
        })}
        {answer.body}
        {lineAcross("rule", y, width)}
      </>
    );
  });
  return drawingOf(layout, y + 1, [lineAcross("rule-ink", 26, width), ...names.flat(), ...body]);
}

function drawDown(rows: readonly GapRow[], layout: Layout): Drawing {
  const { width } = layout;
  const left = 18;
  let y = 0;
  const body = rows.map((row) => {
    const rowY = y;
    y += 56;
    const tops: number[] = [];
    const stances = row.stances.map(({ name, words, className, when, label, href }) => {
      const top = y;
      const lines = breakText(words, width - left, "large");
      const height = LINE + lines.length * LARGE_LINE + 10;
      tops.push(top);
      y += height;
      return (
        <LinkedMark label={label} href={href} y={top} width={width} height={height}>
          {leadText(name, ` ${when}`, left, top + 15).body}
          {textLines(lines, left, top + 17 + LINE, `large ${className}`)}
        </LinkedMark>
      );
    });
    const [top = y, middle = y, last = y] = tops;
    const bottom = roundPx(y - 6);
    const centre = roundPx((middle + last) / 2 - 3);
    const [up, down] =
      row.verdict === "narrow" ? [centre - 5, centre + 5] : [roundPx(middle - 6), roundPx(last)];
    const ends = row.verdict === "agreed" ? "" : `V${up}M0 ${up}h10M0 ${down}h10M5 ${down}`;
    const answer = drawAnswer(row, left - 4, y, width - left);
    y += answer.height + 12;
    return (
      <>
        {lineAcross("rule-ink", rowY, width)}
        {textLines([row.name], 0, rowY + 24, "head")}
        {textLines([row.verdict], width, rowY + 23, "bold end")}
        {textLines(breakText(row.question, width), 0, rowY + 26 + LINE, "second")}
        {stances}
        <path class={`gap-line ${row.symbol}`} d={`M5 ${roundPx(top + 2)}${ends}V${bottom}`} />
        {answer.body}
      </>
    );
  });
  return drawingOf(layout, y, [...body, lineAcross("rule-ink", y - 1, width)]);
}
