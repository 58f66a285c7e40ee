import { answerOf, isAbsent } from "./drafts.ts";
import type { Draft, Ledger, Answer, Clause, Theme } from "./ledger.ts";
import { clausesInOrder } from "./lookup.ts";
import { redline, type Run, unmarked } from "./redline.ts";

/** In the order of a comparison. */
export const CHANGES = [
  "gone",
  "absent",
  "open",
  "softer",
  "new",
  "other",
  "still-open",
  "same",
  "unknown",
] as const;
export type Change = (typeof CHANGES)[number];

export const UNCHANGED: readonly Change[] = ["still-open", "same", "unknown"];

export interface AnswerDiff {
  theme: Theme;
  clause: Clause;
  before: Answer | undefined;
  after: Answer | undefined;
  change: Change;
  runs: { before: Run[]; after: Run[] };
}

/** Compares the clauses that either draft answers, in reading order. */
export function diffDrafts(ledger: Ledger, before: Draft, after: Draft): AnswerDiff[] {
  return clausesInOrder(ledger).flatMap(({ theme, clause }) => {
    const [a, b] = [before, after].map((draft) => answerOf(ledger, draft.id, clause.id));
    if (!a && !b) return [];
    const change = changeBetween(a, b, before, after);
    return { theme, clause, before: a, after: b, change, runs: runsBetween(a, b, before, after) };
  });
}

/**
 * Compares two answers. A missing answer means silence only in a draft with `absence: silent`. `softened` and
 * `removed` are recorded relative to the first draft; other pairs use them only where both statuses agree.
 */
export function changeBetween(
  a: Answer | undefined,
  b: Answer | undefined,
  before: Draft,
  after: Draft,
): Change {
  const [wasAbsent, isNowAbsent] = [isAbsent(before, a), isAbsent(after, b)];
  if ((!a && !wasAbsent) || (!b && !isNowAbsent)) return "unknown";
  if (isNowAbsent) return wasAbsent ? "same" : b?.dropped ? "gone" : "absent";
  if (b?.status === "open") return a?.status === "open" ? "still-open" : "open";
  if (wasAbsent) return "new";
  if (a?.status === "open") return b?.status === "removed" ? "gone" : "other";
  if (a?.text === b?.text) return "same";
  if (b?.status === "removed" && a?.status !== "removed") return "gone";
  return b?.status === "softened" && a?.status === "stated" ? "softer" : "other";
}

/** Absent answers have no text to mark; open ones are neither struck nor inserted. */
function runsBetween(
  a: Answer | undefined,
  b: Answer | undefined,
  before: Draft,
  after: Draft,
): AnswerDiff["runs"] {
  const [old, now] = [a, b].map((answer) => (answer?.absent ? undefined : answer));
  const marks = old && now && redline(old.text, now.text);
  const runs = (answer: Answer | undefined, marked: Run[] | undefined, alone: Run["kind"]): Run[] => {
    if (!answer) return [];
    if (answer.status === "open") return unmarked(answer.text);
    return marked ?? [{ kind: alone, text: answer.text }];
  };
  return {
    before: runs(old, marks?.before, isAbsent(after, b) ? "struck" : "kept"),
    after: runs(now, marks?.after, isAbsent(before, a) ? "inserted" : "kept"),
  };
}
