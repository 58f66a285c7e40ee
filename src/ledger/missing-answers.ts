import { stringify } from "yaml";
import type { Clause, Draft, Ledger } from "./ledger.ts";
import { answerOf, clausesInOrder, draftsInOrder } from "./lookup.ts";

export interface MissingAnswer {
  draft: Draft;
  clause: Clause;
  /** The row to paste into answers.yaml. */
  row: string;
}

/** Clauses that a draft, whose text was read whole, neither answers nor is said to be silent on. */
export function findMissingAnswers(ledger: Ledger): MissingAnswer[] {
  return draftsInOrder(ledger)
    .filter(({ read_whole }) => read_whole)
    .flatMap((draft) =>
      clausesInOrder(ledger)
        .filter(({ clause: { id } }) => !answerOf(ledger, draft.id, id) && !draft.silent_on.includes(id))
        .map(({ clause }) => ({ draft, clause, row: rowToPaste(draft, clause) })),
    );
}

function rowToPaste({ id, short }: Draft, clause: Clause): string {
  const row = stringify([{ draft: id, clause: clause.id, says: "…", summary: "…" }]);
  return `# ${short}: ${clause.text} If it does not say, add ${clause.id} to its \`silent_on\` in drafts.yaml.\n${row}`;
}
