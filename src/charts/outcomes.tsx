import type { VNode } from "preact";
import { formatDate, formatShortDate } from "../i18n/dates.ts";
import { listOf } from "../i18n/numbers.ts";
import { answerOf, draftsInOrder, latestText, themesInOrder } from "../ledger/lookup.ts";
import type { Answer, Draft, Ledger, Theme } from "../ledger/ledger.ts";
import { redline, type Redline, unmarked } from "../ledger/redline.ts";
import { itemAt } from "../required.ts";
import { routes } from "../routes.ts";
import { keyOf, type Layout, sourcesOf, tableOf, type View } from "./chart.ts";
import { drawingOf, drawStrip, lineAcross, Mark, STATE_NAMES } from "./lib/marks.tsx";
import { breakMarked, breakText, LARGE_LINE, LINE, markedLines, textLines } from "./lib/text.tsx";

/** In the order of the drawing. */
type State = Answer["status"] | "none";

const OUTCOMES = [
  {
    name: "Missing or softer",
    states: { removed: "missing", softened: "softer", none: "without an answer" },
  },
  { name: "Left open", states: { open: "in brackets" } },
  { name: "Kept or new", states: { stated: "kept", added: "new" } },
] satisfies { name: string; states: Partial<Record<State, string>> }[];

interface Cell {
  draft: Draft;
  answer: Answer | undefined;
  state: State;
  href: string;
}

interface OutcomeRow {
  theme: Theme;
  cells: Cell[];
  first: Cell;
  latest: Cell;
}

interface Group {
  name: string;
  detail: string;
  rows: OutcomeRow[];
}

/** What became of each theme between the first text and the latest, by its leading clause. */
export function outcomes(ledger: Ledger): View {
  const drafts = draftsInOrder(ledger);
  const [first, latest] = [itemAt(drafts, 0), latestText(ledger)];
  const rows = themesInOrder(ledger).map((theme): OutcomeRow => {
    const clause = itemAt(theme.clauses, 0).id;
    const cells = drafts.map((draft): Cell => {
      const answer = answerOf(ledger, draft.id, clause);
      const href = `${routes.theme(theme.id)}#${answer ? `${clause}--${draft.id}` : clause}`;
      return { draft, answer, state: answer?.status ?? "none", href };
    });
    return { theme, cells, first: itemAt(cells, 0), latest: itemAt(cells, drafts.indexOf(latest)) };
  });
  const groups = OUTCOMES.map(({ name, states }): Group => {
    const byState = Object.entries(states).map(([state, word]) => ({
      word,
      rows: rows.filter(({ latest }) => latest.state === state),
    }));
    const words = byState.flatMap(({ word, rows: { length } }) => (length > 0 ? `${length} ${word}` : []));
    return { name, detail: words.join(", "), rows: byState.flatMap(({ rows }) => rows) };
  });
  const [less = 0, open = 0, kept = 0] = groups.map(({ rows }) => rows.length);
  const openThemes = rows.filter(({ latest }) => latest.state === "open").map(({ theme }) => theme.name);
  const others = drafts.filter((draft) => draft !== first && draft !== latest);
  return {
    key: keyOf({
      hollow:
        rows.some(({ latest }) => signOf(latest).endsWith("-hollow")) && "hollow: not in a published text",
    }),
    draw: (layout) => draw(groups, first, latest, layout),
    table: tableOf(
      {
        theme: "Theme",
        clause: "Clause it is counted by",
        outcome: "Outcome",
        first: first.short,
        latest: latest.short,
        ...Object.fromEntries(others.map(({ id, short, date }) => [id, `${short}, ${formatDate(date)}`])),
      },
      groups.flatMap(({ name, rows }) =>
        rows.map(({ theme, cells, first, latest }) => ({
          ...Object.fromEntries(
            cells.map(({ draft, state, href, answer }) => [
              draft.id,
              answer ? { text: STATE_NAMES[state], href } : STATE_NAMES[state],
            ]),
          ),
          theme: { text: theme.name, href: routes.theme(theme.id) },
          clause: itemAt(theme.clauses, 0).text,
          outcome: name,
          first: first.answer && { text: first.answer.text, href: first.href },
          latest: latest.answer && { text: latest.answer.text, href: latest.href },
        })),
      ),
    ),
    values: {
      themes: rows.length,
      first: first.short,
      latest: latest.short,
      less,
      stay: open,
      openThemes: listOf(openThemes),
      kept,
      from: formatDate(first.date),
      to: formatDate(latest.date),
    },
    sources: sourcesOf(...rows.flatMap(({ cells }) => cells.flatMap(({ answer }) => answer ?? []))),
  };
}

/** Hollow if no published text has the answer. */
function signOf({ state, answer }: Cell): string {
  return answer && answer.certainty !== "published" && state !== "stated" ? `${state}-hollow` : state;
}

/** A latest answer left open strikes out nothing. */
function wordsOf({ first, latest }: OutcomeRow): Redline {
  const [a, b] = [first, latest].map(({ answer }) => answer?.gist ?? answer?.text ?? "") as [string, string];
  const [isOpen, isAbsent] = [latest.state === "open", latest.answer?.absent];
  if (!isOpen && !isAbsent && a && b) return redline(a, b);
  const before: Redline["before"] = isAbsent ? [{ kind: "struck", text: a }] : unmarked(a);
  const after = isOpen ? unmarked(`[${b}]`) : isAbsent ? [] : unmarked(b);
  return { before, after, line: [...before, ...after] };
}

function textOf({ theme, first, latest }: OutcomeRow): string {
  const [before, after] = [first, latest].map(
    ({ draft, answer, state }) =>
      `${draft.short}: ${answer ? `${answer.text} (${STATE_NAMES[state]})` : STATE_NAMES[state]}`,
  );
  return `${theme.name}. ${before}. ${after}.`;
}

/** Narrow layouts merge first and latest words into one marked text. */
function draw(groups: readonly Group[], first: Draft, latest: Draft, layout: Layout) {
  const { width, isNarrow } = layout;
  const strip = drawStrip(
    groups.map(({ rows, ...group }) => ({ ...group, signs: rows.map(({ latest }) => signOf(latest)) })),
    layout,
  );
  const nameX = isNarrow ? 26 : 0;
  const firstX = isNarrow ? 26 : 132;
  const signX = isNarrow ? 8 : firstX + (width - firstX - 52) * 0.46 + 28;
  const latestX = isNarrow ? 26 : signX + 22;
  const firstWidth = isNarrow ? width - 26 : signX - 28 - firstX;
  const latestWidth = width - latestX;
  const parts: VNode[] = [strip.body];
  let y = strip.height + 16;
  if (isNarrow) {
    const intro = breakText(
      `First the words of the ${first.short}, struck where they fell; then those of ${latest.short}, underlined where new.`,
      width,
    );
    parts.push(...textLines(intro, 0, y, "second"));
    y += intro.length * LINE;
  } else {
    const heads = [
      { draft: first, x: firstX },
      { draft: latest, x: latestX },
    ];
    parts.push(
      ...heads.flatMap(({ draft, x }) => [
        ...textLines([draft.short], x, y + 10, "bold"),
        ...textLines([formatShortDate(draft.date)], x, y + 10 + LINE, "second"),
      ]),
      lineAcross("rule-ink", y + 38, width),
    );
    y += 38;
  }
  for (const { name, rows } of groups.filter(({ rows }) => rows.length > 0)) {
    parts.push(...textLines([name], 0, y + 32, "head"), lineAcross("rule", y + 42, width));
    y += 42;
    for (const row of rows) {
      const { before, after, line } = wordsOf(row);
      const absent = row.latest.answer?.absent
        ? breakText(row.latest.answer.gist ?? row.latest.answer.text, latestWidth)
        : [];
      const names = breakText(row.theme.name, isNarrow ? firstWidth : firstX - 14, "bold");
      const left = breakMarked(isNarrow ? line : before, firstWidth);
      const right = isNarrow ? [] : breakMarked(after, latestWidth);
      const wordsY = y + (isNarrow ? names.length * LINE : 0);
      const absentY = isNarrow ? wordsY + left.length * LARGE_LINE : y;
      const bottom = Math.max(
        y + names.length * LINE,
        wordsY + Math.max(left.length, right.length) * LARGE_LINE,
        absentY + absent.length * LINE,
      );
      const height = bottom - y + 14;
      parts.push(
        <Mark label={textOf(row)} href={row.latest.href} y={y} width={width} height={height}>
          {textLines(names, nameX, y + 21, "bold")}
          <use href={`#${signOf(row.latest)}`} x={signX} y={y + 16} />
          {markedLines(left, firstX, wordsY + 22)}
          {markedLines(right, latestX, y + 22)}
          {textLines(absent, latestX, absentY + 21, "gone")}
          {lineAcross("hair", y + height, width)}
        </Mark>,
      );
      y += height;
    }
  }
  return drawingOf(layout, y + 2, parts);
}
