import { formatDate, formatDateAfter } from "../format/dates.ts";
import { capitalize } from "../format/numbers.ts";
import { comparePair, type Verdict } from "../ledger/compare-answers.ts";
import { latestLine, themesInOrder } from "../ledger/lookup.ts";
import type { Draft, Ledger, Theme } from "../ledger/ledger.ts";
import { nth } from "../expect-defined.ts";
import { hrefs } from "../routes.ts";
import { absenceText, answerText, draftAndDay } from "../phrases/answers.ts";
import { countGroups, type Layout, sourcesOf, tableOf, type View } from "./chart.ts";
import { drawFinding, drawingOf, headline, lineAcross, Linked, ofSide, soleSide } from "./lib/signs.tsx";
import {
  breakMarked,
  breakText,
  LINE,
  markedLines,
  type MarkedRun,
  metricsOf,
  widthOf,
  write,
} from "./lib/text.tsx";
import { getSite, type Site } from "../site.ts";

const OUTCOMES: readonly [outcome: keyof Site["labels"]["outcomes"], verdicts: Verdict[]][] = [
  ["missing", ["dropped", "not-mentioned"]],
  ["unknown", ["unknown"]],
  ["unrecorded", ["missing"]],
  ["changed", ["softer", "stronger", "changed"]],
  ["open", ["open", "still-open"]],
  ["kept", ["same", "reworded"]],
  ["new", ["new"]],
  ["neither", ["neither"]],
];

interface Group {
  id: keyof Site["labels"]["outcomes"];
  name: string;
  rows: ReturnType<typeof rowOf>[];
}

export function outcomes(ledger: Ledger): View {
  const line = latestLine(ledger);
  const [first, last] = [nth(line, 0), nth(line, -1)];
  if (first === last) throw new Error("no text reworks another");
  const rows = themesInOrder(ledger).map((theme) => rowOf(ledger, theme, first, last));
  const byVerdict = Map.groupBy(rows, ({ after }) => after.verdict);
  const groups = OUTCOMES.map(([id, verdicts]): Group => {
    const found = verdicts.flatMap((verdict) => byVerdict.get(verdict) ?? []);
    return { id, name: getSite().labels.outcomes[id].toLowerCase(), rows: found };
  });
  return {
    draw: (layout, finding = "") => draw(groups, first, last, finding, layout),
    table: tableOf(
      {
        theme: "Theme",
        clause: "Question it is counted by",
        outcome: "What became of it",
        first: first.short,
        last: last.short,
      },
      groups.flatMap(({ name, rows }) =>
        rows.map(({ theme, before, after }) => ({
          theme: { text: theme.name, href: hrefs.theme(theme.id) },
          clause: nth(theme.clauses, 0).text,
          outcome: capitalize(name),
          first: { text: before.says, href: before.href },
          last: { text: after.says, href: after.href },
        })),
      ),
    ),
    values: {
      themes: rows.length,
      first: first.short,
      last: last.short,
      ...Object.fromEntries(groups.map(({ id, rows }) => [id, rows.length])),
      outcomes: countGroups(
        groups.map(({ name, rows }) => ({ label: name, names: rows.map(({ theme }) => theme.name) })),
      ),
      from: formatDate(first.date),
      to: formatDate(last.date),
    },
    sources: sourcesOf(
      ...rows.flatMap(({ before, after }) => [before, after].flatMap(({ answer }) => answer ?? [])),
    ),
  };
}

function rowOf(ledger: Ledger, theme: Theme, first: Draft, last: Draft) {
  const clause = nth(theme.clauses, 0).id;
  const cellOf = (draft: Draft) => {
    const { verdict: change, before, after } = comparePair(ledger, first, draft, clause);
    const { answer } = after;
    const verdict: Verdict = before.isAbsent && after.isAbsent ? "neither" : change;
    const says = answer ? answerText({ draft, answer }) : absenceText(after);
    const href = `${hrefs.theme(theme.id)}#${answer ? `${clause}--${draft.id}` : clause}`;
    return { answer, verdict, href, says, short: answer?.short ?? says };
  };
  const [before, after] = [cellOf(first), cellOf(last)];
  return {
    ...{ theme, before, after },
    name: theme.short ?? theme.name,
    label: `${theme.name}. ${first.short}: ${before.says}. ${last.short}: ${after.says}.`,
  };
}

/** Nothing is struck. Wide: what is missing leaves a hole in the sheet. */
function draw(groups: readonly Group[], first: Draft, last: Draft, finding: string, layout: Layout) {
  const { width, isNarrow } = layout;
  const said = drawFinding(finding, 0, 15, width);
  // Above all columns: in one of them it would read as the answer of a draft.
  let y = finding ? said.bottom + 4 : 0;
  const way: MarkedRun[] = [
    { kind: "second", text: draftAndDay(first) },
    { kind: "", text: `→ ${last.short}, ${formatDateAfter(first.date, last.date)}` },
  ];
  const lines = breakMarked(way, width, "").length === 1 ? [way] : way.map((run) => [run]);
  const heads = isNarrow
    ? markedLines(lines, 0, y + 14, "", LINE)
    : [first, last].map((draft, i) => {
        const x = i === 0 ? BEFORE_X : AFTER_X;
        return write(draftAndDay(draft), x, y + 14, ofSide(soleSide(draft.by), "small bold own"));
      });
  y += isNarrow ? 26 + (lines.length - 1) * LINE : 22;
  const parts = groups
    .filter(({ rows }) => rows.length > 0)
    .map((group) => {
      const part = (isNarrow ? drawLines : drawSheets)(group, y, width);
      y = part.bottom;
      return part.body;
    });
  return drawingOf(layout, y, [said.body, heads, parts]);
}

const link = ({ label, after }: Group["rows"][number], top: number, bottom: number, width: number) => (
  <Linked label={label} href={after.href} at={[0, top, width, bottom - top]} />
);

const [NAME_X, BEFORE_X, AFTER_X, SHEET_MARGIN] = [94, 216, 434, 7];

function drawSheets(group: Group, top: number, width: number) {
  const { id, rows } = group;
  const [hasBefore, hasAfter] = [!["new", "neither"].includes(id), !["missing", "neither"].includes(id)];
  const name = breakText(group.name, NAME_X - 8, "bold");
  const lookOf = ({ answer }: Group["rows"][number]["after"]) => (answer ? "small" : "small second");
  let y = top + 3;
  const body = rows.map((row) => {
    const cells: [string[], number, string][] = [
      [breakText(row.name, BEFORE_X - NAME_X - 10, "bold"), NAME_X, "small bold"],
      [
        hasBefore ? breakText(row.before.short, AFTER_X - BEFORE_X - 21, "small") : [],
        BEFORE_X,
        lookOf(row.before),
      ],
      [hasAfter ? breakText(row.after.short, width - AFTER_X - 7, "small") : [], AFTER_X, lookOf(row.after)],
    ];
    const rowY = y;
    y += Math.max(...cells.map(([lines]) => lines.length)) * metricsOf("small").step + 1;
    return [link(row, rowY, y, width), cells.map(([lines, x, look]) => write(lines, x, rowY + 13, look))];
  });
  const sheet = (x: number, to: number) => (
    <rect class="band" x={x - SHEET_MARGIN} y={top} width={to - x + SHEET_MARGIN} height={y + 4 - top} />
  );
  return {
    bottom: Math.max(y + 9, top + 28 + LINE * Math.max(2, name.length)),
    body: [
      hasBefore && rows.every(({ before }) => before.answer) && sheet(BEFORE_X, AFTER_X - 2 * SHEET_MARGIN),
      hasAfter && rows.every(({ after }) => after.answer) && sheet(AFTER_X, width),
      headline(String(rows.length), name, 0, top + 26),
      body,
    ],
  };
}

function drawLines(group: Group, top: number, width: number) {
  const { id, rows } = group;
  const count = String(rows.length);
  const indent = widthOf(count, "finding") + 7;
  // What is left open and what is missing has only its earlier words.
  const [hasBefore, hasAfter] = [["missing", "changed", "open"].includes(id), id === "changed"];
  const names = rows.map(({ name }) => name).join("; ");
  let y = top + 4;
  const writeLines = (x: number, lines: MarkedRun[][]) => {
    const at = y + 14;
    y += lines.length * (LINE - 1);
    return markedLines(lines, x, at, "", LINE - 1);
  };
  const breakRuns = (...runs: MarkedRun[]) => breakMarked(runs, width - 4, "");
  const head = writeLines(
    indent,
    breakMarked(
      [
        { kind: "bold", text: group.name },
        { kind: "", text: hasBefore ? "" : names },
      ],
      width - indent,
      "",
    ),
  );
  return {
    body: [
      lineAcross("hair", top, width),
      write(count, 0, top + 18, "finding"),
      head,
      hasBefore
        ? rows.map((row) => {
            const at = y;
            const title: MarkedRun = { kind: "bold", text: row.name };
            const before: MarkedRun = { kind: "second", text: row.before.short };
            const after: MarkedRun[] = hasAfter ? [{ kind: "", text: `→ ${row.after.short}` }] : [];
            const one = breakRuns(title, before, ...after);
            const lines = one.length === 1 ? one : [...breakRuns(title, before), ...breakRuns(...after)];
            return [writeLines(0, lines), link(row, at, y, width)];
          })
        : rows.map((row) => link(row, top, y, width)),
    ],
    bottom: y + 6,
  };
}
