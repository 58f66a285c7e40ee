import type { Ledger } from "./ledger.ts";
import { get } from "./lookup.ts";
import { countOrigins } from "./receipts.ts";
import { standing } from "./standing.ts";

/** How well the answers of the drafts are carried. */
export interface AnswerReceipts {
  /** Answers in all. */
  answers: number;
  /** Those with an official or original page, or a copy of an agency or newsroom of record. */
  carried: number;
  /** Those with two independent origins or more. */
  twoOrigins: number;
}

/** Counts the answers of all drafts by what they stand on. */
export function countReceiptsOfAnswers(ledger: Ledger): AnswerReceipts {
  const all = ledger.provisions.map(({ sources }) => sources);
  return {
    answers: all.length,
    carried: all.filter((ids) => ids.some((id) => isFirstHand(ledger, id))).length,
    twoOrigins: all.filter((ids) => countOrigins(ledger, ids) >= 2).length,
  };
}

/** Whether a page is that of those who know or report: the body itself, a publisher’s own work, or a copy word for word. */
function isFirstHand(ledger: Ledger, id: string): boolean {
  return ["official", "original", "copy"].includes(standing(ledger, get(ledger, "sources", id)));
}
