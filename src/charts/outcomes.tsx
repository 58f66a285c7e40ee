import { formatDate } from "../format/dates.ts";
import { capitalize } from "../format/numbers.ts";
import { comparePair, type Verdict } from "../ledger/compare-answers.ts";
import { draftsInOrder, latestText, themesInOrder } from "../ledger/lookup.ts";
import type { Draft, Ledger, Theme } from "../ledger/ledger.ts";
import { nth } from "../expect-defined.ts";
import { hrefs } from "../routes.ts";
import { absenceText, answerText } from "../phrases/answers.ts";
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

/** Group of each verdict against the first draft, in the order of the drawing. */
const OUTCOMES: readonly [outcome: keyof Site["labels"]["outcomes"], verdicts: Verdict[]][] = [
  ["missing", ["dropped", "not-mentioned"]],
  ["unknown", ["unknown"]],
  ["changed", ["softer", "stronger", "changed"]],
  ["open", ["open", "still-open"]],
  ["kept", ["same", "reworded"]],
  ["new", ["new"]],
];

interface Group {
  id: keyof Site["labels"]["outcomes"];
  name: string;
  rows: ReturnType<typeof rowOf>[];
}

/** What became of each theme between the first text and the last, by its leading clause. */
export function outcomes(ledger: Ledger): View {
  const drafts = draftsInOrder(ledger);
  const [first, last] = [nth(drafts, 0), latestText(ledger)];
  const rows = themesInOrder(ledger).map((theme) => rowOf(ledger, theme, drafts, last));
  const byVerdict = Map.groupBy(rows, ({ last }) => last.verdict);
  const groups = OUTCOMES.map(([id, verdicts]): Group => {
    const found = verdicts.flatMap((verdict) => byVerdict.get(verdict) ?? []);
    return { id, name: getSite().labels.outcomes[id].toLowerCase(), rows: found };
  });
  const others = drafts.filter((draft) => draft !== first && draft !== last);
  return {
    draw: (layout, finding = "") => draw(groups, first, last, finding, layout),
    table: tableOf(
      {
        theme: "Theme",
        clause: "Clause it is counted by",
        outcome: "Outcome",
        first: first.short,
        last: last.short,
        ...Object.fromEntries(others.map(({ id, short, date }) => [id, `${short}, ${formatDate(date)}`])),
      },
      groups.flatMap(({ name, rows }) =>
        rows.map(({ theme, cells, first, last }) => ({
          ...Object.fromEntries(
            cells.map(({ draft, verdict, href, answer }) => {
              const text = getSite().labels.verdicts[verdict].name;
              return [draft.id, answer ? { text, href } : text];
            }),
          ),
          theme: { text: theme.name, href: hrefs.theme(theme.id) },
          clause: nth(theme.clauses, 0).text,
          outcome: capitalize(name),
          first: { text: first.says, href: first.href },
          last: { text: last.says, href: last.href },
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
    sources: sourcesOf(...rows.flatMap(({ cells }) => cells.flatMap(({ answer }) => answer ?? []))),
  };
}

function rowOf(ledger: Ledger, theme: Theme, drafts: readonly Draft[], last: Draft) {
  const clause = nth(theme.clauses, 0).id;
  const cells = drafts.map((draft) => {
    const { verdict, after } = comparePair(ledger, nth(drafts, 0), draft, clause);
    const { answer } = after;
    const says = answer ? answerText({ draft, answer }) : absenceText(after);
    return {
      draft,
      answer,
      verdict,
      href: `${hrefs.theme(theme.id)}#${answer ? `${clause}--${draft.id}` : clause}`,
      says,
      short: answer?.short ?? says,
    };
  });
  return { theme, cells, first: nth(cells, 0), last: nth(cells, drafts.indexOf(last)) };
}

/**
 * Our short answers on the sheets of two texts, nothing struck. Wide: what is missing leaves a hole in the sheet.
 * Narrow: themes that are missing or new by name alone, what changed as before → after; the table has all words.
 */
function draw(groups: readonly Group[], first: Draft, last: Draft, finding: string, layout: Layout) {
  const { width, isNarrow } = layout;
  const said = drawFinding(finding, 0, 15, width);
  // Above all columns: in one of them it would read as the answer of a draft.
  let y = finding ? said.bottom + 4 : 0;
  const headY = y + 14;
  if (!isNarrow) y += 22;
  const shown = groups.filter(({ rows }) => rows.length > 0);
  const parts = shown.map((group) => {
    const part = (isNarrow ? drawLines : drawSheets)(group, first, last, y, width);
    y = part.bottom;
    return part.body;
  });
  return drawingOf(layout, y, [
    said.body,
    !isNarrow && [
      write(first.short, BEFORE_X, headY, ofSide(soleSide(first.by), "small bold own")),
      write(last.short, AFTER_X, headY, ofSide(soleSide(last.by), "small bold own")),
    ],
    parts,
  ]);
}

const beforeOf = ({ first }: Group["rows"][number]) => first.short;
const afterOf = ({ last }: Group["rows"][number]) => (last.answer?.open ? `[${last.short}]` : last.short);
const shortNameOf = ({ theme: { short, name } }: Group["rows"][number]) => short ?? name;

function link({ theme, first, last }: Group["rows"][number], top: number, bottom: number, width: number) {
  const { name } = getSite().labels.verdicts[last.verdict];
  const label = `${theme.name}, ${name}. ${first.draft.short}: ${first.says}. ${last.draft.short}: ${last.says}.`;
  return <Linked label={label} href={last.href} at={[0, top, width, bottom - top]} />;
}

const [NAME_X, BEFORE_X, AFTER_X, SHEET_MARGIN] = [94, 216, 434, 7];

function drawSheets({ id, name, rows }: Group, _first: Draft, _last: Draft, top: number, width: number) {
  const step = metricsOf("small").step;
  let y = top + 3;
  const body = rows.map((row) => {
    const before = breakText(beforeOf(row), AFTER_X - BEFORE_X - 3 * SHEET_MARGIN, "small");
    const after = breakText(afterOf(row), width - AFTER_X - SHEET_MARGIN, "small");
    const names = breakText(shortNameOf(row), BEFORE_X - NAME_X - SHEET_MARGIN - 3, "bold");
    const rowY = y;
    y += Math.max(names.length, ...(id === "missing" ? [] : [after.length]), before.length) * step + 1;
    return [
      link(row, rowY, y, width),
      write(names, NAME_X, rowY + 13, "small bold"),
      id !== "new" && write(before, BEFORE_X, rowY + 13, "small"),
      id !== "missing" && write(after, AFTER_X, rowY + 13, id === "unknown" ? "small second" : "small"),
    ];
  });
  const sheet = (x: number, to: number) => (
    <rect class="band" x={x - SHEET_MARGIN} y={top} width={to - x + SHEET_MARGIN} height={y + 4 - top} />
  );
  return {
    bottom: Math.max(y + 9, top + 28 + LINE * 2),
    body: [
      id !== "new" && sheet(BEFORE_X, AFTER_X - 2 * SHEET_MARGIN),
      !["missing", "unknown"].includes(id) && sheet(AFTER_X, width),
      headline(String(rows.length), breakText(headOf(id, name), NAME_X - 12, "bold"), 0, top + 26),
      body,
    ],
  };
}

/** What is open is in brackets. */
const headOf = (id: Group["id"], name: string) => (id === "open" ? `[${name}]` : name);

function drawLines({ id, name, rows }: Group, first: Draft, last: Draft, top: number, width: number) {
  const head = `${headOf(id, name)}${id === "changed" ? `: ${first.short} → ${last.short}` : ` in ${last.short}`}`;
  const count = String(rows.length);
  let y = top + 24;
  const writeRuns = (...parts: MarkedRun[][]) => {
    const lines = parts.flatMap((runs) => breakMarked(runs, width - 4, ""));
    const at = y + 14;
    y += lines.length * LINE;
    return markedLines(lines, 0, at, "");
  };
  const hasWords = id === "changed" || id === "open";
  const body = hasWords
    ? rows.map((row) => {
        const at = y;
        const start: MarkedRun[] = [{ kind: "bold", text: shortNameOf(row) }];
        const end: MarkedRun[] = [{ kind: "", text: afterOf(row) }];
        if (id === "changed") {
          start.push({ kind: "second", text: beforeOf(row) });
          end.unshift({ kind: "second", text: "→" });
        }
        const all = [...start, ...end];
        const words = breakMarked(all, width - 4, "").length > 1 ? writeRuns(start, end) : writeRuns(all);
        return [link(row, at, y, width), words];
      })
    : [
        writeRuns([{ kind: "", text: rows.map(shortNameOf).join("; ") }]),
        rows.map((row) => link(row, top, y, width)),
      ];
  return {
    bottom: y + 6,
    body: [
      lineAcross("hair", top, width),
      write(count, 0, top + 19, "finding"),
      write(head, widthOf(count, "finding") + 7, top + 19, "bold"),
      body,
    ],
  };
}
