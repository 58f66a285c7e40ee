import type { Draft, Ledger, Answer } from "./ledger.ts";
import { answerKey } from "./ledger.ts";
import { itemAt } from "../required.ts";
import { find, get, themesInOrder } from "./lookup.ts";

/** What became of a theme in a draft; `none` where nothing was reported. */
export type ThemeState = Answer["status"] | "none";

/** Drafts in date order; drafts of one day in the order of the file. */
export function draftsInOrder(ledger: Ledger): Draft[] {
  return [...ledger.drafts].sort((a, b) => a.date.localeCompare(b.date));
}

/** The answer of a draft to a clause, if it has one. */
export function answerOf(ledger: Ledger, draft: string, clause: string): Answer | undefined {
  return find(ledger, "answers", answerKey({ draft, clause }));
}

/** The drafts that a draft reworks, the nearest first: those that it is based on, then those that they are based on. */
export function reworkedDrafts(ledger: Ledger, draft: Draft): Draft[] {
  const found: Draft[] = [draft];
  for (const { based_on } of found)
    for (const { draft: id } of based_on) {
      const origin = get(ledger, "drafts", id);
      if (!found.includes(origin)) found.push(origin);
    }
  return found.slice(1);
}

/** Whether a draft is silent on a clause: the answer says so, or is missing from a text that was read in full. */
export function isAbsent(draft: Draft, answer: Answer | undefined): boolean {
  return answer ? answer.absent === true : draft.absence === "silent";
}

/** A draft's answers grouped by theme, in reading order, without themes that have none. */
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

/** The latest draft that was read out, whose points are on record one by one; the latest of all if none was. */
export function latestText(ledger: Ledger): Draft {
  const drafts = draftsInOrder(ledger);
  return drafts.findLast((draft) => draft.read_out) ?? itemAt(drafts, -1);
}
