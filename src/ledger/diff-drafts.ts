import { answerOf, isAbsent, reworkedDrafts } from "./drafts.ts";
import type { Draft, Ledger, Answer, Clause, Theme } from "./ledger.ts";
import { clausesInOrder } from "./lookup.ts";
import { redline, type Run, unmarked } from "./redline.ts";

/** What can become of an answer between two drafts, in the order in which a comparison shows it. */
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

/** Not changes: the same answer, open in both drafts, or no answer to compare with. */
export const UNCHANGED: readonly Change[] = ["still-open", "same", "unknown"];

export interface AnswerDiff {
  theme: Theme;
  clause: Clause;
  before: Answer | undefined;
  after: Answer | undefined;
  change: Change;
  /** Each answer as it is shown: with what was struck and inserted if the later draft reworks the earlier, or what differs. */
  runs: { before: Run[]; after: Run[] };
}

/** Every clause that at least one of two drafts answers, in reading order, with what changed from the earlier to the later. */
export function diffDrafts(ledger: Ledger, before: Draft, after: Draft): AnswerDiff[] {
  return clausesInOrder(ledger).flatMap(({ theme, clause }) => {
    const a = answerOf(ledger, before.id, clause.id);
    const b = answerOf(ledger, after.id, clause.id);
    if (!a && !b) return [];
    const change = changeBetween(a, b, before, after);
    return { theme, clause, before: a, after: b, change, runs: runsBetween(a, b, before, after) };
  });
}

/** Whether the later of two drafts reworks the earlier, at once or through others. */
export function reworks(ledger: Ledger, later: Draft, earlier: Draft): boolean {
  return reworkedDrafts(ledger, later).includes(earlier);
}

/**
 * What happened between two answers. A missing answer counts as silence only if that text was read in full and deals with
 * such matters (`absence: silent`); otherwise the change is unknown. What is open in both drafts has not changed. The states `softened` and
 * `removed` of an answer are relative to the first draft, so a claim about another pair is made only where both states allow it.
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

/** How many answers of a diff fall under each change. */
export function countChanges(diff: ReadonlyArray<Pick<AnswerDiff, "change">>): Record<Change, number> {
  const count = (change: Change) => diff.filter((answer) => answer.change === change).length;
  return Object.fromEntries(CHANGES.map((change) => [change, count(change)])) as Record<Change, number>;
}

/** Marks on both answers. Absent answers have no text to mark; open ones are neither struck nor inserted. */
function runsBetween(
  a: Answer | undefined,
  b: Answer | undefined,
  before: Draft,
  after: Draft,
): AnswerDiff["runs"] {
  const old = a && !a.absent ? a : undefined;
  const now = b && !b.absent ? b : undefined;
  const marks = old && now && redline(old.text, now.text);
  const runs = (
    answer: Answer | undefined,
    kind: "struck" | "inserted",
    isAlone: boolean,
    marked: Run[] | undefined,
  ) => {
    if (!answer) return [];
    if (answer.status === "open") return unmarked(answer.text);
    return isAlone ? [{ kind, text: answer.text }] : (marked ?? unmarked(answer.text));
  };
  return {
    before: runs(old, "struck", isAbsent(after, b), marks?.before),
    after: runs(now, "inserted", isAbsent(before, a), marks?.after),
  };
}
