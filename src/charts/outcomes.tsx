import { formatDate, formatShortDate } from "../format/dates.ts";
import { listOf } from "../format/numbers.ts";
import { comparePair, type Verdict } from "../ledger/compare-answers.ts";
import { certaintyOf, draftsInOrder, latestText, themesInOrder } from "../ledger/lookup.ts";
import type { Draft, Ledger, Theme } from "../ledger/ledger.ts";
import { nth, expectDefined } from "../expect-defined.ts";
import { hrefs } from "../routes.ts";
import { absenceText, answerText, VERDICT_WORDS } from "../phrases/answers.ts";
import { legendOf, type Layout, sourcesOf, tableOf, type View } from "./chart.ts";
import { drawingOf, drawSymbolRow, lineAcross, LinkedMark } from "./lib/marks.tsx";
import { breakText, LINE, textLines } from "./lib/text.tsx";

/** Group of each verdict against the first draft, its symbol, in the order of the drawing. */
const OUTCOMES: readonly { name: string; symbol: string; verdicts: Verdict[] }[] = [
  { name: "Missing, unknown", symbol: "removed", verdicts: ["dropped", "not-mentioned", "unknown"] },
  { name: "Changed", symbol: "softened", verdicts: ["softer", "stronger", "changed"] },
  { name: "Left open", symbol: "open", verdicts: ["open", "still-open"] },
  { name: "Kept or new", symbol: "stated", verdicts: ["same", "reworded", "new"] },
];

type OutcomeRow = ReturnType<typeof rowOf>;

interface Group {
  name: string;
  rows: OutcomeRow[];
}

/** What became of each theme between the first text and the latest, by its leading clause. */
export function outcomes(ledger: Ledger): View {
  const drafts = draftsInOrder(ledger);
  const [first, latest] = [nth(drafts, 0), latestText(ledger)];
  const rows = themesInOrder(ledger).map((theme) => rowOf(ledger, theme, drafts, latest));
  const byVerdict = Map.groupBy(rows, ({ latest }) => latest.verdict);
  const groups = OUTCOMES.map(({ name, verdicts }): Group => {
    const found = verdicts.flatMap((verdict) => byVerdict.get(verdict) ?? []);
    return { name, rows: found };
  });
  const [gone = 0, changed = 0, open = 0, kept = 0] = groups.map(({ rows }) => rows.length);
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
            cells.map(({ draft, verdict, href, answer }) => {
              const text = VERDICT_WORDS[verdict].name;
              return [draft.id, answer ? { text, href } : text];
            }),
          ),
          theme: { text: theme.name, href: hrefs.theme(theme.id) },
          clause: nth(theme.clauses, 0).text,
          outcome: name,
          first: { text: first.says, href: first.href },
          latest: { text: latest.says, href: latest.href },
        })),
      ),
    ),
    values: {
      themes: rows.length,
      first: first.short,
      latest: latest.short,
      gone,
      changed,
      open,
      openThemes: listOf(rows.flatMap(({ theme, latest }) => (latest.answer?.open ? theme.name : []))),
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
  return { theme, cells, first: nth(cells, 0), latest: nth(cells, drafts.indexOf(latest)) };
}

/** Our short answers side by side, nothing struck; in narrow layouts one below the other. */
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
      const { theme, first, latest } = row;
      const now = latest.answer?.open ? `[${latest.short}]` : latest.short;
      const names = breakText(theme.name, isNarrow ? firstWidth : firstX - 14, "bold");
      const left = breakText(first.short, firstWidth);
      const right = breakText(now, latestWidth);
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
          label={`${theme.name}, ${VERDICT_WORDS[latest.verdict].name}. ${first.draft.short}: ${first.says}. ${latest.draft.short}: ${latest.says}.`}
          href={latest.href}
          y={y}
          width={width}
          height={height}
        >
          {textLines(names, isNarrow ? firstX : 0, y + 21, "bold")}
          <use href={`#${latest.symbol}`} x={symbolX} y={y + 16} />
          {textLines(left, firstX, wordsY + 21, "second")}
          {textLines(right, latestX, rightY + 21, latest.answer?.absent ? "gone" : undefined)}
          {lineAcross("hair", y + height, width)}
        </LinkedMark>,
      );
      y += height;
    }
  }
  return drawingOf(layout, y + 2, parts);
}
