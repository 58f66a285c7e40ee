import { answers, type AnswersData, type AnswersRow } from "../charts/kinds/answers.tsx";
import { formatShortDate } from "../i18n/dates.ts";
import { type ClauseStep, type DraftAnswer, followClause } from "../ledger/follow-clause.ts";
import type { Ledger, Question } from "../ledger/ledger.ts";
import { questionsInOrder } from "../ledger/lookup.ts";
import { routes } from "../site.ts";
import { words } from "../words/words.ts";
import { answersOf } from "./clause-page.ts";
import type { Embeddable } from "../charts/embeddable.ts";
import { tableOf, unique } from "../charts/view.ts";

/** Every question that a draft answers, through all drafts, in reading order. */
export function clauseEmbeds(ledger: Ledger): Embeddable[] {
  return questionsInOrder(ledger).flatMap(({ question }) => {
    const { steps, theme } = followClause(ledger, question.id);
    const all = answersOf({ steps });
    const [first, last] = [all[0]?.draft, all.at(-1)?.draft];
    if (!first || !last) return [];
    return embed(question, all, steps.map(rowOf), {
      what: "clause",
      id: `clause/${question.id}`,
      path: `/clauses/${theme.id}/#${question.id}`,
      files: `/clauses/${question.id}`,
      title: question.text,
      subtitle: words.answers.clauseSubtitle(all.length, first, last),
    });
  });
}

function embed(
  question: Question,
  all: readonly DraftAnswer[],
  rows: AnswersRow[],
  about: Pick<Embeddable, "what" | "id" | "path" | "files" | "title" | "subtitle">,
): Embeddable {
  const data: AnswersData = {
    states: Object.entries(words.clause.states).map(([glyph, label]) => ({ glyph, label })),
    rows: rows.map((row) => ({ ...row, href: `${row.href}#${question.id}` })),
  };
  return {
    ...about,
    hint: words.answers.hint,
    description: all.map(({ draft, provision }) => words.answers.said(draft, provision)).join(" "),
    notes: [words.answers.caveat],
    topic: "plan",
    table: tableOf(words.answers.columns, all, ({ draft, provision }) => [
      { text: draft.name, href: routes.draft(draft.id) },
      draft.date,
      provision.answer,
      words.clause.states[provision.status],
      provision.certainty,
      provision.quote?.text,
    ]),
    sources: unique(
      all.flatMap(({ provision: { sources, quote } }) => [...sources, ...(quote ? [quote.source] : [])]),
    ),
    draw: (layout) => answers.draw(data, layout),
    key: () => answers.key(data),
  };
}

function rowOf({ draft, provision, runs, unchanged }: Omit<ClauseStep, "kind" | "against">): AnswersRow {
  const { known, unchanged: same, said } = words.answers;
  const later = unchanged.map((answer) => answer.draft);
  return {
    id: draft.id,
    label: draft.short,
    detail: formatShortDate(draft.date),
    state: provision.status,
    runs,
    open: provision.status === "open",
    quote: provision.quote?.text ?? "",
    note: [`${known(draft, provision)}.`, ...(later.length > 0 ? [same(later)] : [])].join(" "),
    says: said(draft, provision),
    href: routes.draft(draft.id),
  };
}
