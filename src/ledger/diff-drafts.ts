import { answerOf } from "./drafts.ts";
import type { Draft, Ledger, Provision, Question, Theme } from "./ledger.ts";
import { themesInOrder } from "./lookup.ts";
import { redline, type Redline } from "./redline.ts";

export type Change =
  "same" | "softened" | "removed" | "added" | "changed" | "open" | "still-open" | "unknown";

export interface AnswerDiff {
  question: Question;
  before: Provision | undefined;
  after: Provision | undefined;
  change: Change;
  /** Word-level comparison of the two short answers, where both exist and differ. */
  redline: Redline | undefined;
}

/** Every question on which at least one of the two drafts has an answer, by theme, with what changed. */
export function diffDrafts(
  ledger: Ledger,
  before: Draft,
  after: Draft,
): { theme: Theme; answers: AnswerDiff[] }[] {
  return themesInOrder(ledger)
    .map((theme) => ({
      theme,
      answers: theme.questions.flatMap((question): AnswerDiff[] => {
        const a = answerOf(ledger, before.id, question.id);
        const b = answerOf(ledger, after.id, question.id);
        if (!a && !b) return [];
        const change = changeBetween(a, b, before, after);
        return [
          {
            question,
            before: a,
            after: b,
            change,
            redline: a && b && a.answer !== b.answer ? redline(a.answer, b.answer) : undefined,
          },
        ];
      }),
    }))
    .filter(({ answers }) => answers.length > 0);
}

/**
 * What happened between two answers. A missing answer counts as silence only if that text was read whole and deals
 * with such matters (`absence: silent`); otherwise the change is unknown. The states `softened`, `removed` and `added`
 * of an answer are relative to the US draft, so a claim about another pair is made only where both states allow it.
 */
export function changeBetween(
  a: Provision | undefined,
  b: Provision | undefined,
  before: Draft,
  after: Draft,
): Change {
  if (!a) return b && before.absence === "silent" ? (b.status === "open" ? "open" : "added") : "unknown";
  if (!b) return after.absence === "silent" ? "removed" : "unknown";
  if (b.status === "open") return a.status === "open" ? "still-open" : "open";
  if (a.answer === b.answer) return "same";
  if (b.status === "removed") return a.status === "removed" ? "changed" : "removed";
  if (b.status === "softened" && a.status === "stated") return "softened";
  return "changed";
}

/** How many answers of a diff fall under each change. */
export function countChanges(
  diff: ReadonlyArray<{ answers: ReadonlyArray<Pick<AnswerDiff, "change">> }>,
): Record<Change, number> {
  const counts: Record<Change, number> = {
    same: 0,
    softened: 0,
    removed: 0,
    added: 0,
    changed: 0,
    open: 0,
    "still-open": 0,
    unknown: 0,
  };
  for (const { answers } of diff) for (const { change } of answers) counts[change]++;
  return counts;
}
