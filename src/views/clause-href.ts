import type { Ledger, Question, Theme } from "../ledger/ledger.ts";
import { find, questionsInOrder } from "../ledger/lookup.ts";
import { routes } from "../site.ts";

/** Where a question is answered by every draft: its clause. Throws if no theme asks it. */
export function clauseHref(ledger: Ledger, question: string): string {
  return `${routes.theme(askedBy(ledger, question).theme.id)}#${question}`;
}

/** Where the answer of a draft is shown: its row in the clause. Throws if no theme asks the question. */
export function answerHref(ledger: Ledger, { draft, question }: { draft: string; question: string }): string {
  return `${clauseHref(ledger, question)}--${draft}`;
}

/** Where a clause is followed, and its name: a theme, or a question under its theme. Throws if the id is neither. */
export function clauseLink(ledger: Ledger, id: string): { href: string; label: string } {
  const theme = find(ledger, "themes", id);
  return theme
    ? { href: routes.theme(id), label: theme.name }
    : { href: clauseHref(ledger, id), label: askedBy(ledger, id).question.text };
}

/** A question with the theme that asks it. Throws if none does. */
export function askedBy(ledger: Ledger, question: string): { theme: Theme; question: Question } {
  const found = questionsInOrder(ledger).find((entry) => entry.question.id === question);
  if (!found)
    throw new Error(
      `no theme asks \`${question}\`; expected the id of a question of themes/*.yaml; mend: correct it where it is named`,
    );
  return found;
}
