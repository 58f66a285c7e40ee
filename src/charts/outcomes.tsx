import { formatDate, formatShortDate } from "../format/dates.ts";
import { listOf } from "../format/numbers.ts";
import { answerOf, draftsInOrder, latestText, themesInOrder } from "../ledger/lookup.ts";
import type { Draft, Ledger, Theme } from "../ledger/ledger.ts";
import { redline, type Redline, unmarked } from "../ledger/redline.ts";
import { nth } from "../expect-defined.ts";
import { hrefs } from "../routes.ts";
import { legendOf, type Layout, sourcesOf, tableOf, type View } from "./chart.ts";
import { drawingOf, drawSymbolRow, lineAcross, LinkedMark } from "./lib/marks.tsx";
import { breakMarked, breakText, LARGE_LINE, LINE, markedLines, textLines } from "./lib/text.tsx";

const STATES = {
  removed: "missing",
  softened: "softer",
  none: "nothing reported",
  open: "in brackets",
  stated: "kept",
  added: "new",
};
type State = keyof typeof STATES;

/** In the order of the drawing. */
const OUTCOMES: readonly [name: string, states: State[]][] = [
  ["Missing or softer", ["removed", "softened", "none"]],
  ["Left open", ["open"]],
  ["Kept or new", ["stated", "added"]],
];

type OutcomeRow = ReturnType<typeof rowOf>;

interface Group {
  name: string;
  detail: string;
  rows: OutcomeRow[];
}

/** What became of each theme between the first text and the latest, by its leading clause. */
export function outcomes(ledger: Ledger): View {
  const drafts = draftsInOrder(ledger);
  const [first, latest] = [nth(drafts, 0), latestText(ledger)];
  const rows = themesInOrder(ledger).map((theme) => rowOf(ledger, theme, drafts, latest));
  const byState = Map.groupBy(rows, ({ latest }) => latest.state);
  const groups = OUTCOMES.map(([name, states]): Group => {
    const found = states.flatMap((state) => byState.get(state) ?? []);
    const counts = states.flatMap((state) => {
      const { length } = byState.get(state) ?? [];
      return length > 0 ? `${length} ${STATES[state]}` : [];
    });
    return { name, detail: counts.join(", "), rows: found };
  });
  const [less = 0, open = 0, kept = 0] = groups.map(({ rows }) => rows.length);
  const others = drafts.filter((draft) => draft !== first && draft !== latest);
  return {
    legend: legendOf({
      hollow:
        rows.some(({ latest }) => latest.symbol.endsWith("-hollow")) && "hollow: not in a published text",
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
            cells.map(({ draft, state, href, answer }) => {
              const text = STATES[state];
              return [draft.id, answer ? { text, href } : text];
            }),
          ),
          theme: { text: theme.name, href: hrefs.theme(theme.id) },
          clause: nth(theme.clauses, 0).text,
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
      openThemes: listOf(rows.flatMap(({ theme, latest }) => (latest.state === "open" ? theme.name : []))),
      kept,
      from: formatDate(first.date),
      to: formatDate(latest.date),
    },
    sources: sourcesOf(...rows.flatMap(({ cells }) => cells.flatMap(({ answer }) => answer ?? []))),
  };
}

function rowOf(ledger: Ledger, theme: Theme, drafts: readonly Draft[], latest: Draft) {
  const clause = nth(theme.clauses, 0).id;
  const cells = drafts.map((draft) => {
    const answer = answerOf(ledger, draft.id, clause);
    const state: State = answer?.status ?? "none";
    const isHollow = answer && answer.certainty !== "published" && state !== "stated";
    return {
      draft,
      answer,
      state,
      symbol: isHollow ? `${state}-hollow` : state,
      href: `${hrefs.theme(theme.id)}#${answer ? `${clause}--${draft.id}` : clause}`,
      says: `${draft.short}: ${answer?.text ?? STATES.none}`,
    };
  });
  return { theme, cells, first: nth(cells, 0), latest: nth(cells, drafts.indexOf(latest)) };
}

/** A latest answer left open strikes out nothing. */
function wordsOf({ first, latest }: OutcomeRow): Redline {
  const [a = "", b = ""] = [first, latest].map(({ answer }) => answer?.gist ?? answer?.text);
  const [isOpen, isAbsent] = [latest.state === "open", latest.answer?.absent];
  if (!isOpen && !isAbsent && a && b) return redline(a, b);
  const before: Redline["before"] = isAbsent ? [{ kind: "struck", text: a }] : unmarked(a);
  const after = isOpen ? unmarked(`[${b}]`) : isAbsent ? [] : unmarked(b);
  return { before, after, line: [...before, ...after] };
}

/** Narrow layouts merge first and latest words into one marked text. */
function draw(groups: readonly Group[], first: Draft, latest: Draft, layout: Layout) {
  const { width, isNarrow } = layout;
  const strip = drawSymbolRow(
    groups.map(({ rows, ...group }) => ({ ...group, symbols: rows.map(({ latest }) => latest.symbol) })),
    layout,
  );
  const firstX = isNarrow ? 26 : 132;
  const symbolX = isNarrow ? 8 : firstX + (width - firstX - 52) * 0.46 + 28;
  const latestX = isNarrow ? firstX : symbolX + 22;
  const firstWidth = isNarrow ? width - firstX : symbolX - 28 - firstX;
  const latestWidth = width - latestX;
  const parts = [...strip.body];
  let y = strip.height + (isNarrow ? 0 : 16);
  if (!isNarrow) {
    for (const [{ short, date }, x] of [
      [first, firstX],
      [latest, latestX],
    ] as const)
      parts.push(
        ...textLines([short], x, y + 10, "bold"),
        ...textLines([formatShortDate(date)], x, y + 10 + LINE, "second"),
      );
    y += 38;
    parts.push(lineAcross("rule-ink", y, width));
  }
  for (const { name, rows } of groups.filter(({ rows }) => rows.length > 0)) {
    parts.push(...textLines([name], 0, y + 32, "head"), lineAcross("rule", y + 42, width));
    y += 42;
    for (const row of rows) {
      const {
        theme,
        first,
        latest: { answer, state, symbol, says, href },
      } = row;
      const { before, after, line } = wordsOf(row);
      const absent = answer?.absent ? breakText(answer.gist ?? answer.text, latestWidth) : [];
      const names = breakText(theme.name, isNarrow ? firstWidth : firstX - 14, "bold");
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
        <LinkedMark
          label={`${theme.name}, ${STATES[state]}. ${first.says}. ${says}.`}
          href={href}
          y={y}
          width={width}
          height={height}
        >
          {textLines(names, isNarrow ? firstX : 0, y + 21, "bold")}
          <use href={`#${symbol}`} x={symbolX} y={y + 16} />
          {markedLines(left, firstX, wordsY + 22)}
          {markedLines(right, latestX, y + 22)}
          {textLines(absent, latestX, absentY + 21, "gone")}
          {lineAcross("hair", y + height, width)}
        </LinkedMark>,
      );
      y += height;
    }
  }
  return drawingOf(layout, y + 2, parts);
}
