import { formatDate } from "../format/dates.ts";
import { listOf } from "../format/numbers.ts";
import { comparePair, type Verdict } from "../ledger/compare-answers.ts";
import { draftsInOrder, latestText, themesInOrder } from "../ledger/lookup.ts";
import type { Draft, Ledger, Theme } from "../ledger/ledger.ts";
import { nth } from "../expect-defined.ts";
import { hrefs } from "../routes.ts";
import { absenceText, answerText } from "../phrases/answers.ts";
import { type Layout, sourcesOf, tableOf, type View } from "./chart.ts";
import { drawFinding, drawingOf, headline, lineAcross, Linked } from "./lib/signs.tsx";
import { breakText, LINE, widthOf, write } from "./lib/text.tsx";
import { getSite, type Site } from "../site.ts";

/** Group of each verdict against the first draft, in the order of the drawing. */
const OUTCOMES: readonly {
  outcome: keyof Site["labels"]["outcomes"];
  verdicts: Verdict[];
}[] = [
  { outcome: "missing", verdicts: ["dropped", "not-mentioned"] },
  { outcome: "unknown", verdicts: ["unknown"] },
  { outcome: "changed", verdicts: ["softer", "stronger", "changed"] },
  { outcome: "open", verdicts: ["open", "still-open"] },
  { outcome: "kept", verdicts: ["same", "reworded", "new"] },
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
  const groups = OUTCOMES.map(({ outcome, verdicts }): Group => {
    const found = verdicts.flatMap((verdict) => byVerdict.get(verdict) ?? []);
    return { id: outcome, name: getSite().labels.outcomes[outcome], rows: found };
  });
  const [gone = 0, unknown = 0, changed = 0, open = 0, kept = 0] = groups.map(({ rows }) => rows.length);
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
      unknown,
      softer: byVerdict.get("softer")?.length ?? 0,
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
 * Our short answers, nothing struck. Wide: before and after side by side. Narrow: what a missing theme had been, and
 * what the others are now; the table has both.
 */
function draw(groups: readonly Group[], first: Draft, last: Draft, finding: string, layout: Layout) {
  const { width, isNarrow } = layout;
  const look = isNarrow ? "" : "small";
  const step = isNarrow ? 18 : 17;
  const [nameX, beforeX, afterX] = isNarrow ? [0, 122, 122] : [94, 216, 432];
  const afterWidth = width - afterX;
  const shown = groups.filter(({ rows }) => rows.length > 0);
  // Above all columns: in one of them it would read as the answer of a draft.
  const said = drawFinding(finding, 0, 15, width);
  const headY = finding ? said.bottom + 4 : 0;
  let y = headY + (isNarrow ? 0 : 20);
  const parts = shown.map(({ id, name, rows }) => {
    const [isMissing, top, count] = [id === "missing" || id === "unknown", y, String(rows.length)];
    const ends = `; ${(isMissing ? first : last).short}:`;
    if (isNarrow) y += 31;
    const body = rows.map(({ theme, first, last }) => {
      const now = last.answer?.open ? `[${last.short}]` : last.short;
      const isNowLeft = isNarrow && !isMissing;
      const left = breakText(isNowLeft ? now : first.short, (isNarrow ? width : afterX - 10) - beforeX, look);
      const right = isNarrow || id === "missing" ? [] : breakText(now, afterWidth, look);
      const names = breakText(theme.short ?? theme.name, beforeX - nameX - 4, "bold");
      const height = Math.max(left.length, right.length, names.length) * step + (isNarrow ? 0 : 2);
      const rowY = y;
      y += height;
      return (
        <Linked
          label={`${theme.name}, ${getSite().labels.verdicts[last.verdict].name}. ${first.draft.short}: ${first.says}. ${last.draft.short}: ${last.says}.`}
          href={last.href}
          at={[nameX, rowY, width - nameX, height]}
        >
          {write(names, nameX, rowY + 14, `${look} bold`)}
          {write(left, beforeX, rowY + 14, isNowLeft ? "" : `${look} second`)}
          {write(right, afterX, rowY + 14, look)}
        </Linked>
      );
    });
    y = isNarrow ? y + 3 : Math.max(y, top + 28 + LINE * 2) + 6;
    return [
      isNarrow
        ? [
            write(count, 0, top + 24, "headline"),
            write(name.toLowerCase() + ends, widthOf(count, "headline") + 8, top + 24, "bold"),
          ]
        : headline(count, breakText(name.toLowerCase(), nameX - 12, "bold"), 0, top + 28),
      body,
      lineAcross("hair", y - 2, width),
    ];
  });
  return drawingOf(layout, y + 2, [
    said.body,
    !isNarrow && [
      write(first.short, beforeX, headY + 14, "small bold"),
      write(last.short, afterX, headY + 14, "small bold"),
    ],
    parts,
  ]);
}
