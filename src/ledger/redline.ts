import { diffArrays } from "diff";

/** Words kept, struck from the first text or inserted in the second; runs are joined by a space. */
export interface Run {
  kind: "kept" | "struck" | "inserted";
  text: string;
}

export interface Redline {
  before: Run[];
  after: Run[];
  line: Run[];
}

interface Piece {
  kept: boolean;
  before: string[];
  after: string[];
}

/** Fewest words in a row, content words among them, that two different phrases must share. */
const MIN_SHARED_WORDS = 3;
const MIN_SHARED_CONTENT_WORDS = 2;
/** Most changed places in a text that is marked place by place. */
const MAX_CHANGED_PLACES = 2;
/** Longest item, in words, of a list that is split at its “and”. */
const MAX_LIST_ITEM_WORDS = 2;

const STOP_WORDS = new Set(
  (
    "a an the this that these those it its he she they their his her who whom whose which what is are was were be been being " +
    "has have had do does did may might must can could shall should will would of in on at to for from by with into " +
    "over under and or but if as than then so only also any all some each both per more most other others there"
  ).split(" "),
);
const NEGATIONS = new Set(["no", "not", "none", "never", "neither", "nor", "nothing", "nobody", "without"]);

/** Punctuation ignored in comparing words. */
const CLINGING = /^[(“‘"[]+|[.,;:!?…)”’"\]]+$/gu;

/**
 * Compares two short texts phrase by phrase (docs/decisions/029): shared phrases are kept, a phrase that is
 * only extended or cut is marked at that end, others are compared word by word. If too little is kept, the
 * whole text is struck and inserted. Case and punctuation are ignored.
 */
export function redline(before: string, after: string): Redline {
  const [first, second] = [wordsOf(before), wordsOf(after)];
  const whole: Piece = { kept: isSame(first, second), before: first, after: second };
  const marked = whole.kept ? [whole] : comparePhrases(phrasesOf(before), phrasesOf(after));
  const sides: Redline = { before: [], after: [], line: [] };
  const pieces = isPatchwork(marked) ? [whole] : marked;
  for (const [i, { kept, before, after }] of pieces.entries()) {
    // Keep the punctuation before words that were only cut.
    const isBeforeCut = pieces[i + 1]?.after.length === 0;
    addRun(sides.before, kept ? "kept" : "struck", before);
    addRun(sides.after, kept ? "kept" : "inserted", after);
    if (!kept) addRun(sides.line, "struck", before);
    addRun(sides.line, kept ? "kept" : "inserted", kept && isBeforeCut ? before : after);
  }
  return sides;
}

export function unmarked(text: string): Run[] {
  return [{ kind: "kept", text }];
}

/** The first phrase without its final punctuation: “Not settled” of “Not settled; the hardest question”. */
export function openingPhrase(text: string): string {
  return text.split(/[,;:]\s/u, 1)[0] ?? text;
}

function diff<Item extends string | string[]>(
  first: Item[],
  second: Item[],
  comparator: (a: Item, b: Item) => boolean,
): Piece[] {
  let [i, j] = [0, 0];
  return diffArrays(first, second, { comparator }).map(({ count, added, removed }) => ({
    kept: !added && !removed,
    before: added ? [] : first.slice(i, (i += count)).flat(),
    after: removed ? [] : second.slice(j, (j += count)).flat(),
  }));
}

function comparePhrases(first: string[][], second: string[][]): Piece[] {
  const pieces = merge(diff(first, second, (a, b) => isSame(a, b) && a.some(isContent)));
  return merge(pieces.flatMap((piece) => (piece.kept ? piece : compareWords(piece))));
}

function compareWords(gap: Piece): Piece[] {
  const { before, after } = gap;
  const isComparable = before.length > 0 && after.length > 0 && isNegated(before) === isNegated(after);
  return (isComparable && (markEnds(before, after) ?? markRuns(before, after))) || [gap];
}

/** Applies if one text begins or ends with all of the other. */
function markEnds(before: string[], after: string[]): Piece[] | undefined {
  const size = Math.min(before.length, after.length);
  const isHead = isSame(before.slice(0, size), after.slice(0, size));
  const isTail = isSame(before.slice(-size), after.slice(-size));
  if (!(before.length === size ? before : after).some(isContent) || (!isHead && !isTail)) return undefined;
  const [i, j] = isHead ? [size, size] : [before.length - size, after.length - size];
  return [
    { kept: isHead, before: before.slice(0, i), after: after.slice(0, j) },
    { kept: !isHead, before: before.slice(i), after: after.slice(j) },
  ];
}

/** Undefined if too little is shared, or in too many places. */
function markRuns(before: string[], after: string[]): Piece[] | undefined {
  const pieces = diff(before, after, (a, b) => isSame([a], [b]));
  const marked = merge(pieces.map((piece) => ({ ...piece, kept: piece.kept && isLongEnough(piece.after) })));
  return isPatchwork(marked) ? undefined : marked;
}

function isLongEnough(words: string[]): boolean {
  return (
    words.filter(isWord).length >= MIN_SHARED_WORDS &&
    words.filter(isContent).length >= MIN_SHARED_CONTENT_WORDS
  );
}

/** Whether less than half of the shorter text is kept, or too many places change. */
function isPatchwork(pieces: readonly Piece[]): boolean {
  const kept = pieces.filter((piece) => piece.kept);
  const count = (of: readonly Piece[], side: "before" | "after") =>
    of.flatMap((piece) => piece[side]).filter(isWord).length;
  const shorter = Math.min(count(pieces, "before"), count(pieces, "after"));
  return 2 * count(kept, "after") < shorter || pieces.length - kept.length > MAX_CHANGED_PLACES;
}

function merge(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const { kept, before, after } of pieces) {
    const last = merged.at(-1);
    if (last?.kept === kept) {
      last.before.push(...before);
      last.after.push(...after);
    } else if (before.length + after.length > 0)
      merged.push({ kept, before: [...before], after: [...after] });
  }
  return merged;
}

/** Phrases keep their final punctuation; items of a short list are phrases, too. */
function phrasesOf(text: string): string[][] {
  const phrases = text.split(/(?<=[,;:])\s+/u).flatMap((phrase) => {
    const items = phrase.split(/\s+(?=and(?!\S))/u).map(wordsOf);
    const isList = items.every((item) => item.filter((word) => word !== "and").length <= MAX_LIST_ITEM_WORDS);
    return isList ? items : [wordsOf(phrase)];
  });
  return phrases.filter((phrase) => phrase.length > 0);
}

function wordsOf(text: string): string[] {
  return text.match(/\S+/gu) ?? [];
}

function bare(word: string): string {
  return (word.replace(CLINGING, "") || word).toLowerCase();
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, i) => bare(word) === bare(b[i] ?? ""));
}

function isNegated(words: readonly string[]): boolean {
  return words.some((word) => NEGATIONS.has(bare(word)));
}

const isWord = (word: string) => /[\p{L}\p{N}]/u.test(word);

function isContent(word: string): boolean {
  return isWord(word) && !STOP_WORDS.has(bare(word));
}

function addRun(runs: Run[], kind: Run["kind"], words: readonly string[]): void {
  const last = runs.at(-1);
  if (words.length === 0) return;
  if (last?.kind === kind) last.text += ` ${words.join(" ")}`;
  else runs.push({ kind, text: words.join(" ") });
}
