import type { VNode } from "preact";
import { type Drawing, type Embeddable, type Layout, roundPx, tableOf } from "./chart.ts";
import { drawingOf, lineAcross, LinkedMark } from "./lib/marks.tsx";
import {
  breakMarked,
  breakText,
  LINE,
  LARGE_LINE,
  leadText,
  markedLines,
  type MarkedRun,
  textLines,
  widest,
} from "./lib/text.tsx";
import { formatDate, formatShortDate, formatSpan } from "../format/dates.ts";
import { plural } from "../format/numbers.ts";
import { type FollowedClause, type ClauseRow, followClause } from "../ledger/compare-answers.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { clausesInOrder, formatQuotation } from "../ledger/lookup.ts";
import { unmarked } from "../ledger/redline.ts";
import { hrefs } from "../routes.ts";
import { getDraftsTopic } from "../content/site.ts";
import { absenceText, answerText, groupRows, knownText, whoseWords } from "../phrases/answers.ts";
import { answerHref } from "../phrases/links.ts";

const ROW_PADDING_PX = 11;
/** Width reserved for the bracket of open answers, with its arm. */
const BRACKET_PX = 18;
const BRACKET_ARM_PX = 8;
const NAME_GAP_PX = 18;
/** Largest share of the width for names of drafts. */
const MAX_NAME_SHARE = 0.24;

/** One embed for every clause with an answer, in reading order. */
export function clauseEmbeds(ledger: Ledger): Embeddable[] {
  return clausesInOrder(ledger).flatMap(({ clause }) => {
    const followed = followClause(ledger, clause.id);
    const { rows, theme } = followed;
    const [first, last] = [rows[0]?.draft, rows.at(-1)?.draft];
    if (!first || !last) return [];
    return {
      what: "clause",
      id: `clause/${clause.id}`,
      path: `/clauses/${theme.id}/#${clause.id}`,
      files: `/clauses/${clause.id}`,
      title: clause.text,
      subtitle: `The answers in ${plural(rows.length, "text")}, ${formatSpan(first.date, last.date)}. An answer is marked against the text that its draft reworks.`,
      hint: "Choose an answer to read that draft.",
      description: rows.map(describe).join(" "),
      notes: [whoseWords(rows.map(({ answer }) => answer))],
      topic: getDraftsTopic(),
      table: tableOf(
        {
          draft: "Draft",
          date: "Date",
          answer: "Answer",
          status: "What became of it",
          certainty: "How it is known",
          quote: "In its words",
        },
        rows.map(({ draft, answer }) => ({
          draft: { text: draft.short, href: hrefs.draft(draft.id) },
          date: draft.date,
          answer: answerText({ draft, answer }),
          status: answer.status === "open" ? "left open" : answer.status,
          certainty: answer.certainty,
          quote: answer.quote?.text,
        })),
      ),
      sources: [
        ...new Set(
          rows.flatMap(({ answer: { sources, quote } }) => [...sources, ...(quote ? [quote.source] : [])]),
        ),
      ],
      draw: (layout) => drawClause(ledger, followed, layout),
      legend: [],
    };
  });
}

/** “Second text, 2 December 2025: left open (not settled).” */
function describe({ draft, answer }: ClauseRow): string {
  const text = answerText({ draft, answer }).replace(/\.$/, "");
  return `${draft.short}, ${formatDate(draft.date)}: ${answer.status === "open" ? `left open (${text})` : text}.`;
}

/**
 * Draws the redlined answers from top to bottom, with draft and date at the left or, in narrow layouts,
 * above. A bracket spans the drafts that leave the clause open.
 */
function drawClause(ledger: Ledger, clause: FollowedClause, layout: Layout): Drawing {
  const { width, isNarrow } = layout;
  const names = Math.max(
    widest(
      clause.rows.map(({ draft }) => draft.short),
      "bold",
    ),
    widest(clause.rows.map(({ draft }) => formatShortDate(draft.date))),
  );
  const nameWidth = isNarrow ? 0 : Math.ceil(Math.min(names, width * MAX_NAME_SHARE)) + NAME_GAP_PX;
  const left = nameWidth + BRACKET_PX;
  const room = width - left;
  const marks: VNode[] = [];
  let y = 0;

  const drawRow = (row: ClauseRow, words: readonly MarkedRun[]) => {
    const { draft, answer } = row;
    const firstLine = y + ROW_PADDING_PX + 14;
    const date = formatShortDate(draft.date);
    const names = breakText(draft.short, nameWidth - NAME_GAP_PX, "bold");
    const name = isNarrow
      ? leadText(draft.short, ` ${date}`, BRACKET_PX, firstLine, room)
      : {
          lines: names.length + 1,
          body: [
            ...textLines(names, 0, firstLine, "bold"),
            ...textLines([date], 0, firstLine + names.length * LINE, "second"),
          ],
        };
    const at = isNarrow ? firstLine + name.lines * LINE + 6 : firstLine;
    const lines = breakMarked(words, room);
    const below = at + (lines.length - 1) * LARGE_LINE + 23;
    const quote = answer.quote ? breakText(formatQuotation(answer.quote), room) : [];
    const known = breakText(knownText(row), room);
    const lastLine = below + (quote.length + known.length - 1) * LINE;
    const height = Math.ceil(
      Math.max(lastLine, firstLine + (name.lines - 1) * LINE) + 5 + ROW_PADDING_PX - y,
    );
    marks.push(
      <LinkedMark label={describe(row)} href={answerHref(ledger, answer)} y={y} width={width} height={height}>
        {name.body}
        {markedLines(lines, left, at)}
        {textLines(quote, left, below)}
        {textLines(known, left, below + quote.length * LINE, "second")}
      </LinkedMark>,
    );
    y += height;
  };

  for (const { isOpen, head, rows, isLast } of groupRows(clause)) {
    const top = y + ROW_PADDING_PX;
    marks.push(lineAcross("hair", y, width));
    if (head) {
      marks.push(...textLines([head], left, top + 14, "large open"));
      y += LARGE_LINE + 4;
    }
    for (const row of rows) drawRow(row, isOpen ? [...unmarked(row.text), ...remarkOf(row)] : marksOf(row));
    if (!isOpen) continue;
    const [x, bottom] = [nameWidth + 2, y - ROW_PADDING_PX];
    const end = isLast ? bottom - 14 : bottom;
    const arm = isLast ? "" : `H${x + BRACKET_ARM_PX}`;
    marks.push(
      <path class="line-open" d={`M${x + BRACKET_ARM_PX} ${roundPx(top)}H${x}V${roundPx(end)}${arm}`} />,
    );
    // Still open.
    if (isLast)
      marks.push(<path class="line-open dashed" d={`M${x} ${roundPx(end + 4)}V${roundPx(end + 18)}`} />);
  }
  return drawingOf(layout, y + 1, [...marks, lineAcross("rule", y, width)]);
}

function marksOf(row: ClauseRow): MarkedRun[] {
  const { draft, answer, kind, against, runs } = row;
  if (kind === "same")
    return [{ kind: "absent", text: against ? `the same answer as in ${against.short}` : "the same answer" }];
  if (kind === "absent")
    return [...runs, { kind: "absent", text: absenceText(draft, answer) }, ...remarkOf(row)];
  return [...(answer.quoted && runs.length === 1 ? unmarked(`“${answer.text}”`) : runs), ...remarkOf(row)];
}

function remarkOf({ answer: { remark } }: ClauseRow): MarkedRun[] {
  return remark ? [{ kind: "absent", text: `(${remark})` }] : [];
}
