import { answerOf, draftsInOrder, isAbsent, reworkedDrafts } from "./drafts.ts";
import type { Draft, Ledger, Answer, Clause, Theme } from "./ledger.ts";
import { getClause } from "./lookup.ts";
import { openingPhrase, redline, type Run, unmarked } from "./redline.ts";

/** A draft with its answer to the clause that is followed. */
export interface DraftAnswer {
  draft: Draft;
  answer: Answer;
}

/** One draft’s answer, compared with that of the nearest text that the draft reworks. */
export interface ClauseRow extends DraftAnswer {
  /**
   * `plain`: it reworks no text that answers. `changed`: marked against the one that it reworks. `same`: the same to the letter
   * as that one or, where it reworks none, as the row above. `open`: left open, so it strikes nothing. `absent`: not mentioned.
   */
  kind: "plain" | "changed" | "same" | "open" | "absent";
  /** The draft whose answer it is compared with. */
  against: Draft | undefined;
  /** The answer with its marks; of an absent one what it strikes, or nothing. */
  runs: Run[];
}

export interface FollowedClause {
  theme: Theme;
  clause: Clause;
  rows: ClauseRow[];
  /** Drafts without an answer, in date order. */
  silent: Draft[];
}

/** What became of a first answer, for a reader who has time for one line. */
export interface ClauseSummary {
  first: DraftAnswer;
  last: DraftAnswer;
  /** The first answer, struck, where the last leaves the matter open. */
  struck: Run[];
  /** The last answer, marked against the first if its draft reworks that; of an absent one what it strikes. */
  runs: Run[];
  /** Later answers of drafts that do not rework the first. */
  later: DraftAnswer[];
}

/**
 * Follows a clause through all drafts, in date order: each answer compared with the nearest text that its draft reworks.
 * Throws an Error that names the clause if no theme has it.
 */
export function followClause(ledger: Ledger, clause: string): FollowedClause {
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
 * The first answer of a clause and the last of a draft that reworks the first; where none does, the last of any. What a paper
 * on other matters leaves open is not taken for the last word. Undefined where fewer than two drafts answer.
 */
export function summarizeClause(ledger: Ledger, { rows }: FollowedClause): ClauseSummary | undefined {
  const [first, ...others] = rows.filter(
    ({ draft, answer }) => answer.status !== "open" || draft.absence !== "out-of-scope",
  );
  if (!first) return undefined;
  const reworking = others.filter(({ draft }) => reworkedDrafts(ledger, draft).includes(first.draft));
  const last = reworking.at(-1) ?? others.at(-1);
  if (!last) return undefined;
  const later = others.slice(others.indexOf(last) + 1);
  const [from, to] = [first.answer, last.answer];
  const [before, after] = [shortAnswer(from), shortAnswer(to)];
  const isComparable = reworking.length > 0 && from.status !== "open" && !from.absent;
  const struck: Run[] = isComparable ? [{ kind: "struck", text: before }] : [];
  if (to.status === "open") return { first, last, later, struck, runs: unmarked(after) };
  const runs = to.absent ? struck : isComparable ? redline(before, after).line : unmarked(after);
  return { first, last, later, struck: [], runs };
}

/** An answer in a few words, where the ledger has them; of what is left open only the first phrase. */
function shortAnswer({ gist, text, status }: Answer): string {
  return gist ?? (status === "open" ? openingPhrase(text) : text);
}

function compareRow(ledger: Ledger, { draft, answer }: DraftAnswer, above: ClauseRow | undefined): ClauseRow {
  const text = answer.text;
  const against = reworkedDrafts(ledger, draft)
    .map((origin) => ({ draft: origin, answer: answerOf(ledger, origin.id, answer.clause) }))
    .find((origin) => (origin.answer ? origin.answer.status !== "open" : isAbsent(origin.draft, undefined)));
  const row = { draft, answer, against: against?.draft };
  const old = against?.answer;
  const isNew = against && isAbsent(against.draft, old);
  if (answer.absent)
    return { ...row, kind: "absent", runs: old && !isNew ? [{ kind: "struck", text: old.text }] : [] };
  if (answer.status === "open") return { ...row, kind: "open", runs: unmarked(text) };
  if (isNew) return { ...row, kind: "changed", runs: [{ kind: "inserted", text }] };
  if (old)
    return old.text === text
      ? { ...row, kind: "same", runs: unmarked(text) }
      : { ...row, kind: "changed", runs: redline(old.text, text).line };
  if (above && above.answer.text === text && above.answer.status !== "open")
    return { ...row, kind: "same", against: above.draft, runs: unmarked(text) };
  return { ...row, kind: "plain", runs: unmarked(text) };
}
