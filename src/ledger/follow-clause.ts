import { answerOf, draftsInOrder } from "./drafts.ts";
import type { Draft, Ledger, Provision, Question, Theme } from "./ledger.ts";
import { questionsInOrder } from "./lookup.ts";
import { redline, type Run, unmarked } from "./redline.ts";

/** A draft with its answer to the question that is followed. */
export interface DraftAnswer {
  draft: Draft;
  provision: Provision;
}

/** One answer on the way of a clause, with the drafts after it that left it as it is. */
export interface ClauseStep extends DraftAnswer {
  /**
   * `first`: nothing known comes before it. `changed`: marked against the last known answer. `again`: the last known answer
   * to the letter, after others had left it open. `open`: left open, so it strikes nothing; it stands in brackets.
   */
  kind: "first" | "changed" | "again" | "open";
  /** The draft whose answer it is compared with: the last known one. */
  against: Draft | undefined;
  /** The answer, marked where it changed. */
  runs: Run[];
  /** The drafts that follow and say the same to the letter. */
  unchanged: DraftAnswer[];
}

export interface Clause {
  theme: Theme;
  question: Question;
  steps: ClauseStep[];
  /** Drafts without an answer, in date order. */
  silent: Draft[];
}

/** From the first answer to the last: what a reader gets who has time for one line. */
export interface ClauseInShort {
  first: DraftAnswer;
  last: DraftAnswer;
  /** What the last draft makes of the first answer; where it leaves the matter open, the first answer struck. */
  runs: Run[];
  /** What the last draft leaves open, in its words on this site. */
  open: string | undefined;
}

/**
 * Follows a question through all drafts, in date order: each answer marked against the last known one before it. What is
 * left open is no known answer. Throws an Error that names the question if no theme asks it.
 */
export function followClause(ledger: Ledger, question: string): Clause {
  const asked = questionsInOrder(ledger).find((entry) => entry.question.id === question);
  if (!asked) throw new Error(`no theme of the ledger asks the question \`${question}\``);
  const steps: ClauseStep[] = [];
  const silent: Draft[] = [];
  let known: DraftAnswer | undefined;
  for (const draft of draftsInOrder(ledger)) {
    const provision = answerOf(ledger, draft.id, question);
    const last = steps.at(-1);
    if (!provision) silent.push(draft);
    else if (last && saysTheSame(last.provision, provision)) last.unchanged.push({ draft, provision });
    else steps.push(stepAfter(known, { draft, provision }));
    if (provision && provision.status !== "open") known = { draft, provision };
  }
  return { ...asked, steps, silent };
}

/**
 * The first answer of a clause against the last, or undefined where fewer than two drafts answer. What a paper on other
 * matters leaves open is not taken for the last word.
 */
export function inShort({ steps }: Clause): ClauseInShort | undefined {
  const answers = steps.flatMap((step) => [step, ...step.unchanged]);
  const first = answers[0];
  const last = answers.findLast(
    ({ draft, provision }) => provision.status !== "open" || draft.absence !== "out-of-scope",
  );
  if (!first || !last || first.draft === last.draft) return undefined;
  const [from, to] = [first.provision, last.provision];
  if (to.status === "open") {
    const runs: Run[] = from.status === "open" ? [] : [{ kind: "struck", text: from.answer }];
    return { first, last, runs, open: to.answer };
  }
  return {
    first,
    last,
    runs: from.status === "open" ? unmarked(to.answer) : redline(from.answer, to.answer).line,
    open: undefined,
  };
}

function stepAfter(known: DraftAnswer | undefined, { draft, provision }: DraftAnswer): ClauseStep {
  const step = { draft, provision, against: known?.draft, unchanged: [] };
  const plain = unmarked(provision.answer);
  if (provision.status === "open") return { ...step, kind: "open", runs: plain };
  if (!known) return { ...step, kind: "first", runs: plain };
  if (known.provision.answer === provision.answer) return { ...step, kind: "again", runs: plain };
  return { ...step, kind: "changed", runs: redline(known.provision.answer, provision.answer).line };
}

function saysTheSame(a: Provision, b: Provision): boolean {
  return a.answer === b.answer && (a.status === "open") === (b.status === "open");
}
