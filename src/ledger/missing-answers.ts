import type { Clause, Draft, Ledger } from "./ledger.ts";
import { answerOf, clausesInOrder, draftsInOrder } from "./lookup.ts";

export interface MissingAnswer {
  draft: Draft;
  clause: Clause;
  /** The row to paste into answers.yaml. */
  row: string;
}

/** Clauses that a draft, whose text was read whole, neither answers nor is said to be silent on. */
export function findMissingAnswers(ledger: Ledger, drafts = draftsInOrder(ledger)): MissingAnswer[] {
  return drafts
    .filter(({ read_whole }) => read_whole)
    .flatMap((draft) =>
      clausesInOrder(ledger)
        .filter(({ clause: { id } }) => !answerOf(ledger, draft.id, id) && !draft.silent_on.includes(id))
        .map(({ clause }) => {
          const row = `- { draft: ${draft.id}, clause: ${clause.id}, says: …, summary: … }`;
          return { draft, clause, row };
        }),
    );
}
