import { formatDate, formatShortDate } from "../format/dates.ts";
import { listOf } from "../format/numbers.ts";
import { comparePair, type Verdict } from "../ledger/compare-answers.ts";
import { certaintyOf, draftsInOrder, latestText, themesInOrder } from "../ledger/lookup.ts";
import type { Draft, Ledger, Theme } from "../ledger/ledger.ts";
import { nth, expectDefined } from "../expect-defined.ts";
import { hrefs } from "../routes.ts";
import { absenceText, answerText } from "../phrases/answers.ts";
import { legendOf, type Layout, sourcesOf, tableOf, type View } from "./chart.ts";
import { drawingOf, drawSymbolRow, lineAcross, LinkedMark } from "./lib/marks.tsx";
import { breakText, LINE, textLines } from "./lib/text.tsx";
import { getSite, type Site } from "../site.ts";

/** Group of each verdict against the first draft, its symbol, in the order of the drawing. */
const OUTCOMES: readonly {
  outcome: keyof Site["labels"]["outcomes"];
  symbol: string;
  verdicts: Verdict[];
}[] = [
  { outcome: "missing", symbol: "removed", verdicts: ["dropped", "not-mentioned", "unknown"] },
  { outcome: "changed", symbol: "softened", verdicts: ["softer", "stronger", "changed"] },
  { outcome: "open", symbol: "open", verdicts: ["open", "still-open"] },
  { outcome: "kept", symbol: "stated", verdicts: ["same", "reworded", "new"] },
];

type OutcomeRow = ReturnType<typeof rowOf>;

interface Group {
  name: string;
  rows: OutcomeRow[];
}

/** What became of each theme between the first text and the last, by its leading clause. */
export function outcomes(ledger: Ledger): View {
  const drafts = draftsInOrder(ledger);
  const [first, last] = [nth(drafts, 0), latestText(ledger)];
  const rows = themesInOrder(ledger).map((theme) => rowOf(ledger, theme, drafts, last));
  const byVerdict = Map.groupBy(rows, ({ last }) => last.verdict);
  const groups = OUTCOMES.map(({ outcome, verdicts }): Group => {
    const found = verdicts.flatMap((verdict) => byVerdict.get(verdict) ?? []);
    return { name: getSite().labels.outcomes[outcome], rows: found };
  });
  const [gone = 0, changed = 0, open = 0, kept = 0] = groups.map(({ rows }) => rows.length);
  const others = drafts.filter((draft) => draft !== first && draft !== last);
  return {
    legend: legendOf({
      hollow: rows.some(({ last }) => last.symbol.endsWith("-hollow")) && "hollow: not in a published text",
    }),
    draw: (layout) => draw(groups, first, last, layout),
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
          outcome: name,
          first: { text: first.says, href: first.href },
          last: { text: last.says, href: last.href },
        })),
      ),
    ),
    values: {
      themes: rows.length,
      first: first.short,
      last: last.short,
      gone,
      changed,
      open,
      openThemes: listOf(rows.flatMap(({ theme, last }) => (last.answer?.open ? theme.name : []))),
      kept,
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
    const group = OUTCOMES.find(({ verdicts }) => verdicts.includes(verdict));
    const symbol = verdict === "unknown" ? "none" : expectDefined(group, `an outcome \`${verdict}\``).symbol;
    const isHollow =
      answer && certaintyOf(ledger, answer) !== "published" && symbol !== "stated" && symbol !== "none";
    const says = answer ? answerText({ draft, answer }) : absenceText(after);
    return {
      draft,
      answer,
      verdict,
      symbol: isHollow ? `${symbol}-hollow` : symbol,
      href: `${hrefs.theme(theme.id)}#${answer ? `${clause}--${draft.id}` : clause}`,
      says,
      short: answer?.short ?? says,
    };
  });
  return { theme, cells, first: nth(cells, 0), last: nth(cells, drafts.indexOf(last)) };
}

/** Our short answers side by side, nothing struck; in narrow layouts one below the other. */
function draw(groups: readonly Group[], first: Draft, last: Draft, layout: Layout) {
  const { width, isNarrow } = layout;
  const strip = drawSymbolRow(
    groups.map(({ rows, ...group }) => ({ ...group, symbols: rows.map(({ last }) => last.symbol) })),
    layout,
  );
  const firstX = isNarrow ? 26 : 132;
  const symbolX = isNarrow ? 8 : firstX + (width - firstX - 52) * 0.46 + 28;
  const lastX = isNarrow ? firstX : symbolX + 22;
  const firstWidth = isNarrow ? width - firstX : symbolX - 28 - firstX;
  const lastWidth = width - lastX;
  const parts = [...strip.body];
  let y = strip.height + (isNarrow ? 0 : 16);
  if (!isNarrow) {
    for (const [{ short, date }, x] of [
      [first, firstX],
      [last, lastX],
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
      const { theme, first, last } = row;
      const now = last.answer?.open ? `[${last.short}]` : last.short;
      const names = breakText(theme.name, isNarrow ? firstWidth : firstX - 14, "bold");
      const left = breakText(first.short, firstWidth);
      const right = breakText(now, lastWidth);
      const wordsY = y + (isNarrow ? names.length * LINE : 0);
      const rightY = isNarrow ? wordsY + left.length * LINE : y;
      const bottom = Math.max(
        y + names.length * LINE,
        wordsY + left.length * LINE,
        rightY + right.length * LINE,
      );
      const height = bottom - y + 14;
      parts.push(
        <LinkedMark
          label={`${theme.name}, ${getSite().labels.verdicts[last.verdict].name}. ${first.draft.short}: ${first.says}. ${last.draft.short}: ${last.says}.`}
          href={last.href}
          y={y}
          width={width}
          height={height}
        >
          {textLines(names, isNarrow ? firstX : 0, y + 21, "bold")}
          <use href={`#${last.symbol}`} x={symbolX} y={y + 16} />
          {textLines(left, firstX, wordsY + 21, "second")}
          {textLines(right, lastX, rightY + 21, last.answer?.absent ? "gone" : undefined)}
          {lineAcross("hair", y + height, width)}
        </LinkedMark>,
      );
      y += height;
    }
  }
  return drawingOf(layout, y + 2, parts);
}
