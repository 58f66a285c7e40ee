import { diffArrays } from "diff";
import { answerOf, draftsInOrder } from "./drafts.ts";
import type { Draft, Ledger, Provision, Question, Theme } from "./ledger.ts";
import { questionsInOrder } from "./lookup.ts";
import type { Run } from "./redline.ts";

/** A draft with its answer to the question that is followed. */
export interface DraftAnswer {
  draft: Draft;
  provision: Provision;
}

/** One answer on the way of a clause, with the drafts after it that left it as it is. */
export interface ClauseStep extends DraftAnswer {
  /** The answer, marked against the last known one; one space parts a run from the next. */
  runs: Run[];
  /** The drafts that follow and say the same to the letter. */
  unchanged: DraftAnswer[];
}

/** A question through all drafts. */
export interface Clause {
  theme: Theme;
  question: Question;
  steps: ClauseStep[];
}

/**
 * Follows a question through all drafts, in date order: each answer marked against the last known one before it. What is
 * left open is no known answer. Throws an Error that names the question if no theme asks it.
 */
export function followClause(ledger: Ledger, question: string): Clause {
  const asked = questionsInOrder(ledger).find((entry) => entry.question.id === question);
  if (!asked) throw new Error(`no theme of the ledger asks the question \`${question}\``);
  const steps: ClauseStep[] = [];
  let known: string | undefined;
  for (const draft of draftsInOrder(ledger)) {
    const provision = answerOf(ledger, draft.id, question);
    if (!provision) continue;
    const { answer, status } = provision;
    const last = steps.at(-1);
    if (last && last.provision.answer === answer && (last.provision.status === "open") === (status === "open"))
      last.unchanged.push({ draft, provision });
    else steps.push({ draft, provision, unchanged: [], runs: markedLine(status === "open" ? answer : (known ?? answer), answer) });
    if (status !== "open") known = answer;
  }
  return { ...asked, steps };
}

/** The second text as it came out of the first, word by word; struck and inserted whole if they share too little. */
export function markedLine(before: string, after: string): Run[] {
  if (before === after) return [{ kind: "kept", text: after }];
  const [first, second] = [before.split(" "), after.split(" ")];
  const changes = diffArrays(first, second);
  const kept = changes.flatMap(({ added, removed, value }) => (added || removed ? [] : value)).length;
  if (kept < 0.3 * Math.min(first.length, second.length))
    return [
      { kind: "struck", text: before },
      { kind: "inserted", text: after },
    ];
  return changes.map(({ added, removed, value }) => ({ kind: added ? "inserted" : removed ? "struck" : "kept", text: value.join(" ") }));
}
