import type { Ledger } from "../ledger/ledger.ts";
import { questionsInOrder } from "../ledger/lookup.ts";
import { routes } from "../site.ts";

/** Where a question is answered by every draft: its clause. Throws if no theme asks it. */
export function clauseHref(ledger: Ledger, question: string): string {
  const found = questionsInOrder(ledger).find((entry) => entry.question.id === question);
  if (!found)
    throw new Error(`no theme asks \`${question}\`; expected the id of a question of themes/*.yaml; mend: correct it where it is named`);
  return `${routes.theme(found.theme.id)}#${question}`;
}
