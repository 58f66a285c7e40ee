import { type Drawing, type Embeddable, type Layout, tableOf } from "../charts/chart.ts";
import { drawingOf, lineAcross, Linked } from "../charts/lib/signs.tsx";
import {
  blockOf,
  breakMarked,
  breakText,
  LINE,
  LARGE_LINE,
  markedLines,
  type MarkedRun,
  write,
} from "../charts/lib/text.tsx";
import { formatDate, formatShortDate, formatSpan } from "../format/dates.ts";
import {
  type ClauseRow,
  type FollowedClause,
  followClause,
  showMarked,
  type Side,
  sideOf,
  sourcesOfSide,
} from "../ledger/compare-answers.ts";
import { nth } from "../expect-defined.ts";
import type { Draft, Ledger } from "../ledger/ledger.ts";
import { clausesInOrder, draftsInOrder } from "../ledger/lookup.ts";
import { textOfRuns, unmarked } from "../ledger/redline.ts";
import { hrefs } from "../routes.ts";
import { getDraftsTopic, getSite } from "../site.ts";
import { absenceText, answerText, keyOfRuns, knownText, translationText } from "../phrases/answers.ts";
import { answerHref } from "../phrases/links.ts";

const ROW_PADDING_PX = 11;
/** Width reserved for the bracket of open answers, with its arm. */
const BRACKET_PX = 18;
const BRACKET_ARM_PX = 8;
/** Of the column of names in a wide drawing, and between it and the answers. */
const [NAME_PX, NAME_GAP_PX] = [132, 18];

export function clauseEmbeds(ledger: Ledger): Embeddable[] {
  return clausesInOrder(ledger).flatMap(({ clause }) => {
    const followed = followClause(ledger, clause.id);
    const { answered, theme } = followed;
    if (answered.length === 0) return [];
    const rows = rowsToShow(ledger, followed);
    const [first, last] = [nth(rows, 0).draft, nth(rows, -1).draft];
    return {
      what: "clause",
      id: `clause/${clause.id}`,
      path: `/clauses/${theme.id}/#${clause.id}`,
      files: `/clauses/${clause.id}`,
      title: clause.text,
      subtitle: `${formatSpan(first.date, last.date)}.`,
      hint: "Choose an answer to read on.",
      description: rows.map(describe).join(" "),
      notes: [],
      topic: getDraftsTopic(),
      table: tableOf(
        {
          draft: "Text",
          date: "Date",
          answer: "Answer",
          verdict: "Against a text it reworks",
          certainty: "How it is known",
          words: "In its words",
        },
        rows.map(({ draft, answer, side, against }) => ({
          draft: { text: draft.short, href: hrefs.draft(draft.id) },
          date: draft.date,
          answer: saysOf(side),
          verdict: verdictText(draft, against),
          certainty: answer && knownText(ledger, { draft, answer }, false),
          words: wordsToPublish(ledger, side),
        })),
      ),
      sources: [...new Set(rows.flatMap(({ side }) => sourcesOfSide(side)))],
      draw: (layout) => drawClause(ledger, followed, layout),
    };
  });
}

/** Words of a text that is only quoted are on pages, not in files (docs/words.md). */
function wordsToPublish(ledger: Ledger, { words, translation }: Side): string | undefined {
  const held = words ?? translation;
  if (!held || held.text.rights === "quoted") return undefined;
  return [held.words, translationText(ledger, held)].filter(Boolean).join(", ");
}

type ShownRow = Pick<ClauseRow, "draft" | "side"> & Partial<ClauseRow>;

function rowsToShow(ledger: Ledger, { clause, rows }: FollowedClause) {
  const isPublic = ({ absence, text_public }: Draft) => absence !== "out-of-scope" && text_public === "full";
  return draftsInOrder(ledger).flatMap<ShownRow>((draft) => {
    const row = rows.find((other) => other.draft === draft);
    return row ?? (isPublic(draft) ? { draft, side: sideOf(ledger, draft, clause.id) } : []);
  });
}

function saysOf(side: Side): string {
  const { draft, answer } = side;
  return answer ? answerText({ draft, answer }) : absenceText(side);
}

function verdictText({ based_on: origins }: Draft, against: ShownRow["against"]) {
  const isNearest = origins.some(({ draft }) => draft === against?.before.draft.id);
  return against && isNearest ? getSite().labels.verdicts[against.verdict].name : undefined;
}

/** “Second text, 2 December 2025: left open (not settled).” */
function describe({ draft, side, answer }: ShownRow): string {
  const text = saysOf(side).replace(/\.$/, "");
  return `${draft.short}, ${formatDate(draft.date)}: ${answer?.open ? `left open (${text})` : text}.`;
}

/** A bracket spans the drafts that leave the clause open. */
function drawClause(ledger: Ledger, clause: FollowedClause, layout: Layout): Drawing {
  const { width, isNarrow } = layout;
  const nameWidth = isNarrow ? 0 : NAME_PX + NAME_GAP_PX;
  const left = nameWidth + BRACKET_PX;
  const room = width - left;
  const words: MarkedRun[] = [];
  let y = 0;

  const drawRow = (row: ShownRow) => {
    const { draft, answer } = row;
    const [top, firstLine] = [y, y + ROW_PADDING_PX + 14];
    const says = saysOf(row.side);
    const names = [
      [draft.short, "bold"],
      [formatShortDate(draft.date), "second"],
    ] as const;
    const name = blockOf(names, NAME_PX);
    const at = isNarrow ? firstLine + LINE + 6 : firstLine;
    const lines = breakText(answer?.open ? `[${says}]` : says, room, "bold");
    const own = markedWords(ledger, row);
    words.push(...own);
    const marked = breakMarked(own, room);
    const wordsAt = at + lines.length * LINE;
    const known = answer ? breakText(knownText(ledger, { draft, answer }), room) : [];
    const knownAt = wordsAt + (marked.length > 0 ? marked.length * LARGE_LINE + 2 : 0);
    const lastName = isNarrow ? 0 : firstLine + name.height - LINE;
    y = Math.ceil(Math.max(knownAt + (known.length - 1) * LINE, lastName) + 5 + ROW_PADDING_PX);
    return (
      <Linked
        label={describe(row)}
        href={answer ? answerHref(ledger, answer) : hrefs.draft(draft.id)}
        at={[0, top, width, y - top]}
      >
        {isNarrow ? (
          <text x={BRACKET_PX} y={firstLine}>
            {names.map(([words, look]) => (
              <tspan class={look}>{words} </tspan>
            ))}
          </text>
        ) : (
          name.draw(0, firstLine)
        )}
        {write(lines, left, at, !answer || answer.absent ? "gone" : "bold")}
        {markedLines(marked, left, wordsAt + 4)}
        {write(known, left, knownAt, "second")}
      </Linked>
    );
  };

  const groups = groupRows(rowsToShow(ledger, clause)).map(({ isOpen, rows }, i, { length }) => {
    const isLast = i === length - 1;
    const top = y;
    const drawn = [lineAcross("hair", top, width), ...rows.map(drawRow)];
    if (!isOpen) return drawn;
    const [x, bottom] = [nameWidth + 2, y - ROW_PADDING_PX];
    const end = isLast ? bottom - 14 : bottom;
    const arm = isLast ? "" : `H${x + BRACKET_ARM_PX}`;
    return [
      drawn,
      <path class="line-open" d={`M${x + BRACKET_ARM_PX} ${top + ROW_PADDING_PX}H${x}V${end}${arm}`} />,
      isLast && <path class="line-open dashed" d={`M${x} ${end + 4}V${end + 18}`} />,
    ];
  });
  const told = keyOfRuns(words);
  const key = told ? breakText(told, width) : [];
  const parts = [groups, lineAcross("rule", y, width), write(key, 0, y + LINE + 4, "second")];
  return drawingOf(layout, y + 1 + key.length * LINE + (key.length && 8), parts);
}

function groupRows(rows: readonly ShownRow[]) {
  const groups: { isOpen: boolean; rows: ShownRow[] }[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    const isOpen = row.answer?.open === true;
    if (isOpen && last?.isOpen) last.rows.push(row);
    else groups.push({ isOpen, rows: [row] });
  }
  return groups;
}

export function markedWords(
  ledger: Ledger,
  { side, against }: Pick<ClauseRow, "side"> & Partial<ClauseRow>,
): MarkedRun[] {
  const { side: shown, runs, against: marked } = showMarked(ledger, side);
  const { held } = shown;
  if (!held) return [];
  const isFarther = marked && marked !== against?.before.draft;
  const remark = [translationText(ledger, held), isFarther && `marked against ${marked.short}`].filter(
    Boolean,
  );
  return [
    ...(marked ? runs : unmarked(`“${textOfRuns(runs)}”`)),
    ...(remark.length > 0 ? [{ kind: "absent" as const, text: `(${remark.join(", ")})` }] : []),
  ];
}
