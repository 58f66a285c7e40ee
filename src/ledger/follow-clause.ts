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
 * What became of a clause, in one line: its first answer, and the last of a draft that reworks the first; where none does, the
 * last of any. What a paper on other matters leaves open is not taken for the last word. `runs` is the last answer, marked
 * where its draft reworks the first; `struck` the first, where the last leaves the matter open; `later` come after the last.
 * Undefined where fewer than two drafts answer.
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
    ...{ first, last, later: others.slice(others.indexOf(last) + 1) },
    struck: isOpen ? struck : [],
    runs: isOpen ? unmarked(after) : marked,
  };
}

/** An answer in a few words, where the ledger has them; of what is left open only the first phrase. */
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
    ...{ draft, answer, kind, against, runs },
  });
  const isNew = origin && isAbsent(origin.draft, old);
  if (answer.absent) return row("absent", old && !isNew ? [{ kind: "struck", text: old.text }] : []);
  if (answer.status === "open") return row("open");
  if (isNew) return row("changed", [{ kind: "inserted", text }]);
  if (old) return old.text === text ? row("same") : row("changed", redline(old.text, text).line);
  const isRepeated = above && above.answer.text === text && above.answer.status !== "open";
  return isRepeated ? row("same", unmarked(text), above.draft) : row("plain");
}
