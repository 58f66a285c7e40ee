import { answerOf, draftsInOrder, latestText } from "../ledger/drafts.ts";
import type { Draft, Ledger, Provision, Question } from "../ledger/ledger.ts";
import { find } from "../ledger/lookup.ts";
import { askedBy, clauseHref } from "./clause-href.ts";

/** Ids of the clauses that stand for the plan: the size of the army, NATO, the land that is fought over. */
export const LEADING_QUESTIONS: readonly string[] = ["army-cap", "nato-membership", "donetsk-rest"];

/** The row that says that no settlement was found: without it the front page does not know how it ended. */
const UNSETTLED = "plan-after-june-2026";

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

/** The clauses of the front page. Throws, too, where the ledger no longer says that nothing was settled. */
export function frontClauses(ledger: Ledger): ThenAndNow {
  if (!find(ledger, "unknowns", UNSETTLED))
    throw new Error(
      `front page: no row \`${UNSETTLED}\` among the unknowns; expected the one that says that no settlement was found; ` +
        "mend: name the row that says so now in src/views/front-clauses.ts, or say in words.front how it ended",
    );
  return thenAndNow(ledger, LEADING_QUESTIONS);
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
