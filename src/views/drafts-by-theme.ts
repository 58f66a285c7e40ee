import { z } from "zod";
import { formatDate, formatDays, formatMonth, timeOf } from "../i18n/dates.ts";
import { countInWords, listOf } from "../i18n/numbers.ts";
import { answerOf, draftsInOrder, latestText, themeState, type ThemeState } from "../ledger/drafts.ts";
import type { Draft, Ledger, Provision, Question, Theme } from "../ledger/ledger.ts";
import { themesInOrder } from "../ledger/lookup.ts";
import { routes } from "../site.ts";
import { words } from "../words/words.ts";
import { sourcesOf, unique, type View } from "./view.ts";
import { itemAt } from "../required.ts";

/** Texts that answer less than this share of the themes are folded away: they stand in the table only. */
export const matrixOptions = z.strictObject({ fold_below: z.number().min(0).max(1) });

/** The flagship: what became of each theme in each draft. */
export function draftsByTheme(
  ledger: Ledger,
  options: z.infer<typeof matrixOptions> = { fold_below: 0 },
): View<"matrix"> {
  const drafts = draftsInOrder(ledger);
  const [first, last, latest] = [itemAt(drafts, 0), itemAt(drafts, -1), latestText(ledger)];
  const themes = Object.keys(words.clause.groups).flatMap((group) =>
    themesInOrder(ledger).filter((theme) => theme.group === group),
  );
  const rows = themes.map((theme) => {
    const cells = drafts.map((draft) => ({
      draft,
      state: themeState(ledger, draft.id, theme),
      known: unpublished(ledger, draft, theme),
    }));
    return { theme, cells, timesOpen: cells.filter(({ state }) => state === "open").length };
  });
  const inDraft = ({ id }: Draft, ...wanted: ThemeState[]) =>
    rows.filter(({ cells }) => cells.some(({ draft, state }) => draft.id === id && wanted.includes(state)))
      .length;
  const stated = inDraft(first, "stated");
  const [less, stay] = [inDraft(latest, "softened", "removed"), inDraft(latest, "open")];
  const folded = drafts.filter(
    (draft) => rows.length - inDraft(draft, "none") < rows.length * options.fold_below,
  );
  const openMost = rows.reduce((a, b) => (b.timesOpen > a.timesOpen ? b : a));
  const alwaysOpen = rows.filter(({ timesOpen }) => timesOpen >= drafts.length / 2);
  return {
    kind: "matrix",
    data: {
      heads: ["day", "where it stood", "number of points"],
      states: Object.entries(words.clause.states).map(([glyph, label]) => ({ glyph, label })),
      hollow: words.clause.hollow,
      columns: drafts
        .filter((draft) => !folded.includes(draft))
        .map((draft) => ({
          id: draft.id,
          head: String(new Date(timeOf(draft.date)).getUTCDate()),
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
          .map(({ draft, state, known }) => ({
            glyph: state,
            reported: known !== "",
            label: tipOf(ledger, theme, draft, words.clause.states[state] + known),
            href: wayTo(ledger, theme, draft),
          })),
      })),
    },
    table: {
      columns: [
        { id: "theme", label: "Theme" },
        ...drafts.map((draft) => ({ id: draft.id, label: `${draft.short}, ${formatDate(draft.date)}` })),
      ],
      rows: rows.map(({ theme, cells }) => [
        { text: theme.name, href: routes.theme(theme.id) },
        ...cells.map(({ draft, state, known }) => {
          const text = words.clause.states[state] + known;
          return state === "none" ? text : { text, href: wayTo(ledger, theme, draft) };
        }),
      ]),
    },
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
      points: String(latest.points ?? ""),
      less: countInWords(less),
      stay: countInWords(stay),
      most: openMost.theme.name.toLowerCase(),
      folded: listOf(folded.map(({ short }) => short)),
    },
    numbers: {
      latestIsKyiv: latest.short === "Kyiv" ? 1 : 0,
      less,
      stay,
      mostOpen: openMost.cells.some(({ draft, state }) => draft.id === latest.id && state === "open") ? 1 : 0,
      folded: folded.length,
    },
    sources: sourcesOf(...ledger.provisions),
  };
}

/** The question of a theme that a draft answers, the leading one if it does, with its answer. */
function answered(
  ledger: Ledger,
  theme: Theme,
  draft: Draft,
): { question: Question; provision: Provision } | undefined {
  for (const question of theme.questions) {
    const provision = answerOf(ledger, draft.id, question.id);
    if (provision) return { question, provision };
  }
  return undefined;
}

/** Where the clause stands with the answer of this draft. */
function wayTo(ledger: Ledger, theme: Theme, draft: Draft): string {
  const found = answered(ledger, theme, draft);
  return found ? `${routes.theme(theme.id)}#${found.question.id}--${draft.id}` : routes.theme(theme.id);
}

/** What a mark says: the clause in this draft, what became of the theme, and the clause in the first draft. */
function tipOf(ledger: Ledger, theme: Theme, draft: Draft, state: string): string {
  const found = answered(ledger, theme, draft);
  const [first] = draftsInOrder(ledger);
  if (!found || !first) return state;
  const { question, provision } = found;
  const before = draft === first ? undefined : answerOf(ledger, first.id, question.id);
  return words.clause.tip({
    draft,
    day: formatDays(draft.date, undefined),
    ...(question !== theme.questions[0] && { question: question.text }),
    answer: provision.answer,
    state,
    ...(before && before.answer !== provision.answer && { first: { draft: first, answer: before.answer } }),
  });
}

/** How those answers of a draft on a theme are known that stand in no published text: " (claimed)"; empty if none. */
function unpublished(ledger: Ledger, draft: Draft, theme: Theme): string {
  const known = unique(
    theme.questions.flatMap((question) => answerOf(ledger, draft.id, question.id)?.certainty ?? []),
  ).sort();
  const unsure = known.filter((certainty) => certainty !== "published");
  return unsure.length === 0 ? "" : ` (${unsure.length < known.length ? "in part " : ""}${listOf(unsure)})`;
}
