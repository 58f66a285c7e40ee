import type { MarkedRun } from "../charts/lib/text.tsx";
import type { Day } from "../ledger/day.ts";
import type { AnswerDiff } from "../ledger/diff-drafts.ts";
import { followClause, inShort } from "../ledger/follow-clause.ts";
import type { Ledger, Theme } from "../ledger/ledger.ts";
import { redline } from "../ledger/redline.ts";
import { TOPIC_NAMES, TOPICS } from "../site.ts";
import { LEADING_QUESTIONS } from "../views/front-clauses.ts";
import { words } from "../words/words.ts";
import type { CardRow } from "./draw-rows.tsx";

/** The questions of a theme, each from its first answer to its last; those that one draft alone answers are left out. */
export function rowsOfTheme(ledger: Ledger, theme: Theme): CardRow[] {
  return theme.questions.flatMap(({ id, text }) => {
    const short = inShort(followClause(ledger, id));
    if (!short) return [];
    return {
      label: words.cards.followed(text, short.first.draft, short.last.draft),
      runs: withOpen(short.runs, short.open),
    };
  });
}

/** What changed between two drafts that both answer, the clauses of the front page first. */
export function rowsOfPair(answers: readonly AnswerDiff[]): CardRow[] {
  const rank = ({ question: { id } }: AnswerDiff) =>
    LEADING_QUESTIONS.includes(id) ? LEADING_QUESTIONS.indexOf(id) : Infinity;
  return answers
    .toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)))
    .flatMap(({ question, before, after, change }) => {
      if (!before || !after || change === "same" || before.status === "open") return [];
      const open = after.status === "open";
      const runs = open
        ? [{ kind: "struck" as const, text: before.answer }]
        : redline(before.answer, after.answer).line;
      return { label: question.text, runs: withOpen(runs, open ? after.answer : undefined) };
    });
}

/** The events of a day: the first of each story, then the second. */
export function rowsOfDay({ events }: Day): CardRow[] {
  return TOPICS.flatMap((topic) =>
    events.filter((event) => event.topic === topic).map((event, place) => ({ event, place })),
  )
    .toSorted((a, b) => a.place - b.place)
    .map(({ event }) => ({
      label: words.cards.story(TOPIC_NAMES[event.topic], event),
      runs: [{ kind: "kept", text: event.title }],
    }));
}

/** What is left open stands in brackets after what was struck. */
function withOpen(runs: readonly MarkedRun[], open: string | undefined): MarkedRun[] {
  return open === undefined ? [...runs] : [...runs, { kind: "kept", text: `[ ${open} ]` }];
}
