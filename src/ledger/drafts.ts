import type { Draft, Ledger, Answer } from "./ledger.ts";
import { answerKey } from "./ledger.ts";
import { itemAt } from "../required.ts";
import { find, get, themesInOrder } from "./lookup.ts";

/** `none`: nothing was reported. */
export type ThemeState = Answer["status"] | "none";

/** Drafts by date; drafts of the same day in file order. */
export function draftsInOrder(ledger: Ledger): Draft[] {
  return [...ledger.drafts].sort((a, b) => a.date.localeCompare(b.date));
}

export function answerOf(ledger: Ledger, draft: string, clause: string): Answer | undefined {
  return find(ledger, "answers", answerKey({ draft, clause }));
}

/** The drafts that `draft` is based on, directly or through others, nearest first. */
export function reworkedDrafts(ledger: Ledger, draft: Draft): Draft[] {
  const found: Draft[] = [draft];
  for (const { based_on } of found)
    for (const { draft: id } of based_on) {
      const origin = get(ledger, "drafts", id);
      if (!found.includes(origin)) found.push(origin);
    }
  return found.slice(1);
}

/** Whether the answer says so, or is missing from a text that was read in full. */
export function isAbsent(draft: Draft, answer: Answer | undefined): boolean {
  return answer ? answer.absent === true : draft.absence === "silent";
}

/** A draft’s answers by theme, in reading order, without empty themes. */
export function answersByTheme(ledger: Ledger, draft: string) {
  return themesInOrder(ledger)
    .map((theme) => ({
      theme,
      answers: theme.clauses.flatMap((clause) => {
        const answer = answerOf(ledger, draft, clause.id);
        return answer ? [{ clause, answer }] : [];
      }),
    }))
    .filter(({ answers }) => answers.length > 0);
}

/** The latest draft whose points are recorded one by one, or else the latest draft. */
export function latestText(ledger: Ledger): Draft {
  const drafts = draftsInOrder(ledger);
  return drafts.findLast((draft) => draft.read_out) ?? itemAt(drafts, -1);
}
