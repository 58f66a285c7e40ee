import type { Answer, Draft, Ledger } from "./ledger.ts";
import { answerOf, clausesInOrder, draftsInOrder, getClause, isAbsent, reworkedDrafts } from "./lookup.ts";
import { openingPhrase, redline, type Run, unmarked } from "./redline.ts";

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

export type AnswerDiff = ReturnType<typeof diffDrafts>[number];

/** What a draft says on a clause. */
interface Side {
  answer: Answer | undefined;
  isAbsent: boolean;
}

/** Compares the clauses that either draft answers, in reading order. */
export function diffDrafts(ledger: Ledger, before: Draft, after: Draft) {
  return clausesInOrder(ledger).flatMap(({ theme, clause }) => {
    const sideOf = (draft: Draft): Side => {
      const answer = answerOf(ledger, draft.id, clause.id);
      return { answer, isAbsent: isAbsent(draft, answer) };
    };
    const [a, b] = [sideOf(before), sideOf(after)];
    if (!a.answer && !b.answer) return [];
    const change = changeBetween(a, b);
    return { theme, clause, before: a.answer, after: b.answer, change, runs: runsBetween(a, b) };
  });
}

/**
 * Compares two answers. A missing answer means silence only in a draft with `absence: silent`. `softened` and
 * `removed` are recorded relative to the first draft; other pairs use them only where both statuses agree.
 */
export function changeBetween(
  { answer: a, isAbsent: wasAbsent }: Side,
  { answer: b, isAbsent }: Side,
): Change {
  if ((!a && !wasAbsent) || (!b && !isAbsent)) return "unknown";
  if (isAbsent) return wasAbsent ? "same" : b?.dropped ? "gone" : "absent";
  if (b?.status === "open") return a?.status === "open" ? "still-open" : "open";
  if (wasAbsent) return "new";
  if (a?.status === "open") return b?.status === "removed" ? "gone" : "other";
  if (a?.text === b?.text) return "same";
  if (b?.status === "removed" && a?.status !== "removed") return "gone";
  return b?.status === "softened" && a?.status === "stated" ? "softer" : "other";
}

/** Absent answers have no text to mark; open ones are neither struck nor inserted. */
function runsBetween(before: Side, after: Side): { before: Run[]; after: Run[] } {
  const [old, now] = [before, after].map(({ answer }) => (answer?.absent ? undefined : answer));
  const marks = old && now && redline(old.text, now.text);
  const runs = (answer: Answer | undefined, marked: Run[] | undefined, alone: Run["kind"]): Run[] => {
    if (!answer) return [];
    if (answer.status === "open") return unmarked(answer.text);
    return marked ?? [{ kind: alone, text: answer.text }];
  };
  return {
    before: runs(old, marks?.before, after.isAbsent ? "struck" : "kept"),
    after: runs(now, marks?.after, before.isAbsent ? "inserted" : "kept"),
  };
}

export interface DraftAnswer {
  draft: Draft;
  answer: Answer;
}

/** A draft’s answer, compared with that of the nearest draft that it reworks. */
export interface ClauseRow extends DraftAnswer {
  /**
   * `plain`: no reworked draft answers the clause. `changed`: marked against `against`. `same`: identical to
   * that answer or, without one, to the row above. `open`: left open, nothing is struck. `absent`: not
   * mentioned.
   */
  kind: "plain" | "changed" | "same" | "open" | "absent";
  against: Draft | undefined;
  /** The marked answer; if absent, the struck words. */
  runs: Run[];
}

export type FollowedClause = ReturnType<typeof followClause>;

/** Follows a clause through all drafts in date order. Throws an Error if no theme has the clause. */
export function followClause(ledger: Ledger, clause: string) {
  const rows: ClauseRow[] = [];
  const silent: Draft[] = [];
  for (const draft of draftsInOrder(ledger)) {
    const answer = answerOf(ledger, draft.id, clause);
    if (answer) rows.push(compareRow(ledger, { draft, answer }, rows.at(-1)));
    else silent.push(draft);
  }
  return { ...getClause(ledger, clause), rows, silent };
}

/**
 * Summarizes a clause as first and last answer. The last answer is that of a draft that reworks the first, or
 * else of any draft; other papers that leave the clause open do not count. `runs` is the last answer, marked
 * where its draft reworks the first; `struck` the first, where the last is open; `later` the rows after the
 * last. Undefined if fewer than two drafts answer.
 */
export function summarizeClause(ledger: Ledger, { rows }: FollowedClause) {
  const [first, ...others] = rows.filter(
    ({ draft, answer }) => answer.status !== "open" || draft.absence !== "out-of-scope",
  );
  const reworking = others.filter(
    ({ draft }) => first && reworkedDrafts(ledger, draft).includes(first.draft),
  );
  const last = reworking.at(-1) ?? others.at(-1);
  if (!first || !last) return undefined;
  const [before, after] = [shortAnswer(first.answer), shortAnswer(last.answer)];
  const isComparable = reworking.length > 0 && first.answer.status !== "open" && !first.answer.absent;
  const struck: Run[] = isComparable ? [{ kind: "struck", text: before }] : [];
  const isOpen = last.answer.status === "open";
  const marked = last.answer.absent ? struck : isComparable ? redline(before, after).line : unmarked(after);
  return {
    first,
    last,
    later: others.slice(others.indexOf(last) + 1),
    struck: isOpen ? struck : [],
    runs: isOpen ? unmarked(after) : marked,
  };
}

/** Of an open answer only the first phrase. */
function shortAnswer({ gist, text, status }: Answer): string {
  return gist ?? (status === "open" ? openingPhrase(text) : text);
}

function compareRow(ledger: Ledger, { draft, answer }: DraftAnswer, above: ClauseRow | undefined): ClauseRow {
  const { text } = answer;
  const origin = reworkedDrafts(ledger, draft)
    .map((draft) => ({ draft, old: answerOf(ledger, draft.id, answer.clause) }))
    .find(({ draft, old }) => (old ? old.status !== "open" : isAbsent(draft, old)));
  const old = origin?.old;
  const row = (kind: ClauseRow["kind"], runs = unmarked(text), against = origin?.draft): ClauseRow => ({
    draft,
    answer,
    kind,
    against,
    runs,
  });
  const isNew = origin && isAbsent(origin.draft, old);
  if (answer.absent) return row("absent", old && !isNew ? [{ kind: "struck", text: old.text }] : []);
  if (answer.status === "open") return row("open");
  if (isNew) return row("changed", [{ kind: "inserted", text }]);
  if (old) return old.text === text ? row("same") : row("changed", redline(old.text, text).line);
  const isRepeated = above && above.answer.text === text && above.answer.status !== "open";
  return isRepeated ? row("same", unmarked(text), above.draft) : row("plain");
}
