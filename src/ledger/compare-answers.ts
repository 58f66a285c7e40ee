import { textsOf, tracePassages } from "./alignments.ts";
import type { HeldPassage } from "./compare-passages.ts";
import type { Answer, Draft, Ledger, Row } from "./ledger.ts";
import {
  answerOf,
  clausesInOrder,
  draftsInOrder,
  findRow,
  getClause,
  isReworked,
  onceFor,
  reworkedDrafts,
} from "./lookup.ts";
import { hasMarks, isReworded, readMarks, redline, type Redline, type Run, showExcerpt } from "./redline.ts";
import { passageWithWords } from "./texts.ts";
import { isBefore } from "../yaml/fields.ts";
import { findExcerpt, haveSameWords, splitWords } from "./words.ts";

/** In the order of a comparison. */
export const VERDICTS = [
  "dropped",
  "not-mentioned",
  "open",
  "softer",
  "stronger",
  "changed",
  "reworded",
  "new",
  "different",
  "alone",
  "still-open",
  "same",
  "unknown",
  "missing",
  "neither",
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Of two texts of which the later does not rework the earlier, nothing is told as a change, unless an editor judged it. */
const SIDE_BY_SIDE: Partial<Record<Verdict, Verdict>> = {
  dropped: "alone",
  "not-mentioned": "alone",
  new: "alone",
  open: "different",
  changed: "different",
  reworded: "same",
  "still-open": "same",
};

export const UNCHANGED: readonly Verdict[] = ["still-open", "same", "unknown", "missing", "neither"];

interface HeldWords extends HeldPassage {
  words: string;
}

/**
 * What a draft says on a clause. `words` are in the language of the text, `translation` in one that is held, `held` those
 * that readers see: in English, or else in the language of the text, as where they are marked.
 */
export type Side = ReturnType<typeof findSide>;

type AnswerPair = ReturnType<typeof comparePair>;

export function sideOf(ledger: Ledger, draft: Draft, clause: string): Side {
  return onceFor(ledger, `side ${draft.id}--${clause}`, () => findSide(ledger, draft, clause));
}

function findSide(ledger: Ledger, draft: Draft, clause: string) {
  const answer = answerOf(ledger, draft.id, clause);
  const words = answer && findHeldWords(ledger, answer, answer.words, false);
  const translation = answer && findHeldWords(ledger, answer, answer.english, true);
  const held = words?.text.lang === "en" ? words : (translation ?? words);
  return { draft, clause, answer, isAbsent: answer?.absent === true, words, translation, held };
}

export function sourcesOfSide({ answer, words, translation }: Side): string[] {
  return [words?.passage, translation?.passage, answer].flatMap((part) => part?.sources ?? []);
}

function findHeldWords(
  ledger: Ledger,
  { draft, passages }: Answer,
  words: string | undefined,
  isTranslation: boolean,
): HeldWords | undefined {
  if (words === undefined) return undefined;
  for (const text of textsOf(ledger, draft)) {
    if ((text.translated_by !== undefined) !== isTranslation) continue;
    const passage = passageWithWords(text, passages, words);
    if (passage) return { text, passage, words };
  }
  return undefined;
}

/** The verdict holds for these two alone. */
export function comparePair(ledger: Ledger, before: Draft, after: Draft, clause: string) {
  const key = `${before.id}--${after.id}--${clause}`;
  return onceFor(ledger, `answers ${key}`, () => {
    const sides = { before: sideOf(ledger, before, clause), after: sideOf(ledger, after, clause) };
    const judgement = findRow(ledger, "judgements", key);
    const change = verdictOf(ledger, sides.before, sides.after, judgement);
    const isDescendant = isReworked(ledger, before, after);
    const verdict = isDescendant || before === after ? change : (SIDE_BY_SIDE[change] ?? change);
    const marks = markWords(ledger, sides, isDescendant, verdict, judgement);
    const areMarked = marks.kind === "redline" || comparableWords(sides.before, sides.after);
    const shown = areMarked ? { before: inOwnWords(sides.before), after: inOwnWords(sides.after) } : sides;
    return { ...shown, verdict, judgement, marks };
  });
}

/** All clauses, in reading order. */
export function compareDrafts(ledger: Ledger, before: Draft, after: Draft) {
  return clausesInOrder(ledger).map(({ theme, clause }) => {
    const pair = comparePair(ledger, before, after, clause.id);
    const isTold = pair.verdict === "missing" || [pair.before, pair.after].some(isAnswered);
    return { theme, clause, ...pair, verdict: isTold ? pair.verdict : ("neither" as const) };
  });
}

/** The first that applies (docs/decisions/028). */
function verdictOf(
  ledger: Ledger,
  before: Side,
  after: Side,
  judgement: Row<"judgements"> | undefined,
): Verdict {
  const [old, now] = [before.answer, after.answer];
  if (!old || !now) return [before, after].every(isEntered) ? "unknown" : "missing";
  if (after.isAbsent) {
    const isDropped = now.dropped || wasDropped(ledger, before, after);
    return isDropped && !before.isAbsent ? "dropped" : "not-mentioned";
  }
  if (before.isAbsent) return "new";
  if (now.open) return old.open ? "still-open" : "open";
  if (judgement) return judgement.verdict;
  if (plainText(old.says) !== plainText(now.says)) return "changed";
  const words = comparableWords(before, after);
  const isSame = !words || haveSameWords(words[0].words, words[1].words);
  return isSame || !isReworded(excerptOf(words[0]), excerptOf(words[1])) ? "same" : "reworded";
}

/** By the alignments of every passage of the earlier answer. */
function wasDropped(ledger: Ledger, before: Side, after: Side) {
  const numbers = before.answer?.passages ?? [];
  if (numbers.length === 0 || !isReworked(ledger, before.draft, after.draft)) return false;
  const { to, isKnown } = tracePassages(ledger, before.draft, after.draft, numbers);
  return isKnown && to.length === 0;
}

/** The words of both, if they are in one language; translations are not compared. */
function comparableWords({ words: old }: Side, { words: now }: Side): [HeldWords, HeldWords] | undefined {
  return old && now && old.text.lang === now.text.lang ? [old, now] : undefined;
}

function inOwnWords(side: Side): Side {
  return { ...side, held: side.words ?? side.held };
}

function markWords(
  ledger: Ledger,
  { before, after }: Record<"before" | "after", Side>,
  isDescendant: boolean,
  verdict: Verdict,
  judgement: Row<"judgements"> | undefined,
): Redline {
  const words = comparableWords(before, after);
  if (words) {
    const mark = (strikes: boolean) => redline(excerptOf(words[0]), excerptOf(words[1]), strikes);
    const marks = mark(isDescendant);
    return isDescendant && isMarkedElsewhere(ledger, words, [before.draft, after.draft], marks)
      ? mark(false)
      : marks;
  }
  if (judgement?.marks) return readMarks(judgement.marks);
  // Of a text that was reworked, the words that were dropped are struck, and those on a new matter inserted.
  const [old, now] = [before.words, after.words];
  const struck = isDescendant && verdict === "dropped" && old ? showExcerpt(excerptOf(old), "struck") : [];
  const inserted = isDescendant && verdict === "new" && now ? showExcerpt(excerptOf(now), "inserted") : [];
  const line = [...struck, ...inserted];
  return line.length > 0
    ? { kind: "redline", before: struck, after: inserted, line }
    : { kind: "plain", before: showPlain(before), after: showPlain(after), line };
}

/** Whether words marked as struck or inserted are also in another passage that this one became, or came from. */
function isMarkedElsewhere(
  ledger: Ledger,
  [old, now]: [HeldWords, HeldWords],
  drafts: [Draft, Draft],
  marks: Redline,
) {
  const isElsewhere = (kind: Run["kind"], { passage }: HeldWords, { text, passage: own }: HeldWords) => {
    const { to } = tracePassages(ledger, ...drafts, [passage.number], kind === "struck" ? "on" : "back");
    const others = text.passages.filter((other) => other !== own && to.includes(other.number));
    return marks.line.some(
      (run) => run.kind === kind && others.some((other) => findExcerpt(splitWords(other.words), run.text)),
    );
  };
  return isElsewhere("struck", old, now) || isElsewhere("inserted", now, old);
}

function excerptOf({ text, passage, words }: HeldWords) {
  return { passage: passage.words, words, abbreviations: text.abbreviations };
}

/** The words that readers see, unmarked, with “…” where their passage goes on. */
export function showPlain({ held }: Side): Run[] {
  return held ? showExcerpt(excerptOf(held)) : [];
}

export interface DraftAnswer {
  draft: Draft;
  answer: Answer;
}

/** A draft’s answer, compared with that of the nearest draft that it reworks and that is known on the clause. */
export interface ClauseRow extends DraftAnswer {
  side: Side;
  against: AnswerPair | undefined;
}

export type FollowedClause = ReturnType<typeof findFollowed>;

/** In date order. */
export function followClause(ledger: Ledger, clause: string): FollowedClause {
  return onceFor(ledger, `clause ${clause}`, () => findFollowed(ledger, clause));
}

function findFollowed(ledger: Ledger, clause: string) {
  const rows: ClauseRow[] = [];
  for (const draft of draftsInOrder(ledger)) {
    const side = sideOf(ledger, draft, clause);
    if (side.answer)
      rows.push({
        draft,
        answer: side.answer,
        side,
        against: compareWithOrigin(ledger, side, ({ answer }) => answer),
      });
  }
  const answered = rows.filter(({ side }) => isAnswered(side));
  const [first, ...later] = answered.filter(({ answer }) => !answer.open).map(({ draft }) => draft);
  /** Dates of texts are as exact as known. */
  const isFirstKnown =
    !first || later.every((draft) => isBefore(first.date, draft.date) || isReworked(ledger, first, draft));
  return { ...getClause(ledger, clause), rows, answered, isFirstKnown };
}

function compareWithOrigin(ledger: Ledger, { draft, clause }: Side, isAsked: (side: Side) => unknown) {
  const origin = reworkedDrafts(ledger, draft).find((origin) => isAsked(sideOf(ledger, origin, clause)));
  return origin && comparePair(ledger, origin, draft, clause);
}

/** The words that readers see, marked against the nearest text that the draft reworks and of which words are held, or else plain. */
export function showMarked(ledger: Ledger, side: Side): { side: Side; runs: Run[]; against?: Draft } {
  const pair = compareWithOrigin(ledger, side, ({ held }) => held);
  return pair && hasMarks(pair.marks.line)
    ? { side: pair.after, runs: pair.marks.line, against: pair.before.draft }
    : { side, runs: showPlain(side) };
}

/** Whether a row or the draft says what it answers, or why that is not known: of others nothing is told. */
export function isEntered({ draft, clause, answer }: Pick<Side, "draft" | "clause" | "answer">): boolean {
  return (answer ?? draft.absence) !== undefined || draft.unknown_on.includes(clause);
}

/** Whether the draft answers the clause, if only by leaving it open. */
function isAnswered({ answer, isAbsent }: Side) {
  return answer !== undefined && !isAbsent;
}

function plainText(text: string) {
  return text.toLowerCase().replace(/\s+/g, " ").replace(/’/g, "'").replace(/\.$/, "");
}

/** How a draft answers a clause, measured by the first answer of any draft. */
export type ClauseState = Extract<
  Verdict,
  "same" | "different" | "open" | "dropped" | "not-mentioned" | "unknown" | "missing"
>;

export function stateOf(ledger: Ledger, { clause, answered }: FollowedClause, draft: Draft): ClauseState {
  const side = sideOf(ledger, draft, clause.id);
  const { answer } = side;
  if (!answer) return isEntered(side) ? "unknown" : "missing";
  if (answer.open) return "open";
  const first = answered.find((row) => !row.answer.open);
  const verdict = first && comparePair(ledger, first.draft, draft, clause.id).verdict;
  if (side.isAbsent) return answer.dropped || verdict === "dropped" ? "dropped" : "not-mentioned";
  return verdict === "same" || verdict === "reworded" ? "same" : "different";
}

/** Other papers that leave the clause open do not count. Undefined if no later draft reworks an answer. */
export function summarizeClause(
  ledger: Ledger,
  { clause, rows, answered }: FollowedClause,
): (AnswerPair & { first: DraftAnswer; last: DraftAnswer }) | undefined {
  const counts = ({ draft, answer }: ClauseRow) => !answer.open || draft.absence !== "out-of-scope";
  for (const first of answered.filter(counts)) {
    const last = rows.findLast((row) => counts(row) && isReworked(ledger, first.draft, row.draft));
    if (last) return { ...comparePair(ledger, first.draft, last.draft, clause.id), first, last };
  }
  return undefined;
}
