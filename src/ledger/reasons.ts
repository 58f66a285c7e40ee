import type { Ledger, Reason } from "./ledger.ts";
import { collections } from "./schema.ts";

/** Kinds and questions in the order in which a reader meets them. */
const KINDS = collections.reasons.shape.kind.options;
const QUESTIONS = collections.reasons.shape.question.options;

/** Reasons and yardsticks that are about any of these ids, by kind; those of one kind in the order of the files. */
export function reasonsOn(ledger: Ledger, ids: readonly string[]): Reason[] {
  return byKind(ledger.reasons.filter((row) => row.about.some((id) => ids.includes(id))));
}

/** Reasons and yardsticks that help to answer each question, by kind. Questions without any do not appear. */
export function reasonsByQuestion(ledger: Ledger): { question: Reason["question"]; rows: Reason[] }[] {
  const rows = (question: Reason["question"]) =>
    byKind(ledger.reasons.filter((row) => row.question === question));
  return QUESTIONS.map((question) => ({ question, rows: rows(question) })).filter(
    (entry) => entry.rows.length > 0,
  );
}

function byKind(rows: readonly Reason[]): Reason[] {
  return KINDS.flatMap((kind) => rows.filter((row) => row.kind === kind));
}
