import { matrix } from "./kinds/matrix.tsx";
import { z } from "zod";
import { formatDate, formatDays, formatMonth } from "../i18n/dates.ts";
import { countInWords, listOf } from "../i18n/numbers.ts";
import { answerOf, draftsInOrder, latestText, themeState, type ThemeState } from "../ledger/drafts.ts";
import type { Draft, Ledger, Theme } from "../ledger/ledger.ts";
import { themesInOrder } from "../ledger/lookup.ts";
import { routes } from "../site.ts";
import { words } from "../words/words.ts";
import { sourcesOf, tableOf, unique, drawnAs, type View, withOptions } from "./view.ts";
import { itemAt } from "../required.ts";

/** Texts that answer less than this share of the themes are folded away: they stand in the table only. */
const matrixOptions = z.strictObject({ fold_below: z.number().min(0).max(1).default(0) });

/** The flagship: what became of each theme in each draft. */
export const draftsByTheme = withOptions(matrixOptions, (ledger, options): View => {
  const drafts = draftsInOrder(ledger);
  const [first, last, latest] = [itemAt(drafts, 0), itemAt(drafts, -1), latestText(ledger)];
  const themes = Object.keys(words.clause.groups).flatMap((group) =>
    themesInOrder(ledger).filter((theme) => theme.group === group),
  );
  const rows = themes.map((theme) => {
    const cells = drafts.map((draft) => {
      const state = themeState(ledger, draft.id, theme);
      const known = unpublished(ledger, draft, theme);
      const says = words.clause.states[state] + known;
      return { draft, state, reported: known !== "", says, ...tellAnswer(ledger, theme, draft, says) };
    });
    return { theme, cells, timesOpen: cells.filter(({ state }) => state === "open").length };
  });
  const inDraft = ({ id }: Draft, ...wanted: ThemeState[]) =>
    rows.filter(({ cells }) => cells.some(({ draft, state }) => draft.id === id && wanted.includes(state)))
      .length;
  const stated = inDraft(first, "stated");
  const [less, stay] = [inDraft(latest, "softened", "removed"), inDraft(latest, "open")];
  const isFolded = (draft: Draft) => rows.length - inDraft(draft, "none") < rows.length * options.fold_below;
  const folded = drafts.filter(isFolded);
  const openMost = rows.reduce((a, b) => (b.timesOpen > a.timesOpen ? b : a));
  const alwaysOpen = rows.filter(({ timesOpen }) => timesOpen >= drafts.length / 2);
  return {
    ...drawnAs(matrix, {
      heads: ["day", "where it stood", "number of points"],
      states: Object.entries(words.clause.states).map(([glyph, label]) => ({ glyph, label })),
      hollow: words.clause.hollow,
      columns: drafts
        .filter((draft) => !folded.includes(draft))
        .map((draft) => ({
          id: draft.id,
          head: String(Number(draft.date.slice(8))),
          label: draft.short,
          count: draft.points ? String(draft.points) : "–",
          group: formatMonth(draft.date),
          groupShort: formatMonth(draft.date).slice(0, 3),
          href: routes.draft(draft.id),
        })),
      rows: rows.map(({ theme, cells }) => ({
        id: theme.id,
        label: theme.name,
        group: words.clause.groups[theme.group],
        href: routes.theme(theme.id),
        cells: cells
          .filter(({ draft }) => !folded.includes(draft))
          .map(({ state, reported, tip, href }) => ({ glyph: state, reported, label: tip, href })),
      })),
    }),
    table: tableOf(
      {
        theme: "Theme",
        ...Object.fromEntries(drafts.map(({ id, short, date }) => [id, `${short}, ${formatDate(date)}`])),
      },
      rows,
      ({ theme, cells }) => [
        { text: theme.name, href: routes.theme(theme.id) },
        ...cells.map(({ state, says, href }) => (state === "none" ? says : { text: says, href })),
      ],
    ),
    description: words.descriptions.draftsByTheme({
      first: first.date,
      stated,
      themes: rows.length,
      alwaysOpen: alwaysOpen.map(({ theme }) => theme.name),
      drafts: drafts.length,
    }),
    values: {
      themes: String(rows.length),
      drafts: countInWords(drafts.length),
      from: formatDate(first.date),
      to: formatDate(last.date),
      latest: latest.short,
      less: countInWords(less),
      stay: countInWords(stay),
      most: openMost.theme.name.toLowerCase(),
      folded: listOf(folded.map(({ short }) => short)),
    },
    numbers: {
      less,
      stay,
      mostOpen: Number(openMost.cells.some(({ draft, state }) => draft.id === latest.id && state === "open")),
      folded: folded.length,
    },
    sources: sourcesOf(...ledger.provisions),
  };
});

/**
 * What a mark says, and where its clause stands: the question of the theme that a draft answers, the leading one if it does,
 * what became of it, and the answer of the first draft.
 */
function tellAnswer(
  ledger: Ledger,
  theme: Theme,
  draft: Draft,
  state: string,
): { tip: string; href: string } {
  const first = itemAt(draftsInOrder(ledger), 0);
  const page = routes.theme(theme.id);
  for (const question of theme.questions) {
    const provision = answerOf(ledger, draft.id, question.id);
    if (!provision) continue;
    const { answer } = provision;
    const before = draft === first ? undefined : answerOf(ledger, first.id, question.id);
    const tip = words.clause.tip({
      draft,
      day: formatDays(draft.date, undefined),
      ...(question !== theme.questions[0] && { question: question.text }),
      answer,
      state,
      ...(before && before.answer !== answer && { first: { draft: first, answer: before.answer } }),
    });
    return { tip, href: `${page}#${question.id}--${draft.id}` };
  }
  return { tip: state, href: page };
}

/** How those answers of a draft on a theme are known that stand in no published text: " (claimed)"; empty if none. */
function unpublished(ledger: Ledger, draft: Draft, theme: Theme): string {
  const known = unique(
    theme.questions.flatMap((question) => answerOf(ledger, draft.id, question.id)?.certainty ?? []),
  ).sort();
  const unsure = known.filter((certainty) => certainty !== "published");
  return unsure.length === 0 ? "" : ` (${unsure.length < known.length ? "in part " : ""}${listOf(unsure)})`;
}
