import { answerOf, draftsInOrder, latestText } from "../ledger/drafts.ts";
import type { Draft, Ledger, Provision, Question } from "../ledger/ledger.ts";
import { askedBy, clauseHref } from "./clause-href.ts";

/** How many letters of an answer a line in large type takes. */
const LONGEST = 60;

export interface FrontAnswer {
  draft: Draft;
  provision: Provision;
  text: string;
}

/** A question with its first answer and the one last read out. */
export interface FrontClause {
  question: Question;
  href: string;
  before: FrontAnswer;
  after: FrontAnswer;
}

/** Clauses as a first draft had them, and the one last read out. */
export interface ThenAndNow {
  first: Draft;
  last: Draft;
  clauses: FrontClause[];
}

/**
 * What became of clauses between the first draft and the one last read out, by ids of questions. Throws rather than leave a
 * hole: where an answer is missing or too long.
 */
export function thenAndNow(ledger: Ledger, questions: readonly string[]): ThenAndNow {
  const [first] = draftsInOrder(ledger);
  const last = latestText(ledger);
  if (!first || first === last)
    throw new Error(
      "then and now: the ledger has one draft only; expected a first and a later one that was read out; mend: drafts.yaml",
    );
  const clauses = questions.map((id) => ({
    question: askedBy(ledger, id).question,
    href: clauseHref(ledger, id),
    before: answer(ledger, first, id),
    after: answer(ledger, last, id),
  }));
  return { first, last, clauses };
}

function answer(ledger: Ledger, draft: Draft, question: string): FrontAnswer {
  const provision = answerOf(ledger, draft.id, question);
  const where = `then and now: answer of \`${draft.id}\` to \`${question}\``;
  if (!provision)
    throw new Error(
      `${where}: there is none; expected a row in provisions/*.yaml; mend: add it, or read out another draft`,
    );
  const text = provision.gist ?? provision.answer;
  if (text.length > LONGEST)
    throw new Error(
      `${where}: ${text.length} letters; expected at most ${LONGEST}; mend: give the row a \`gist\``,
    );
  return { draft, provision, text };
}
