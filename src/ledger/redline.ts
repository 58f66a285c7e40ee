import { type ChangeObject, diffArrays } from "diff";

/** A run of words: kept in both texts, struck out of the first, or inserted in the second. One space parts it from the next. */
export interface Run {
  kind: "kept" | "struck" | "inserted";
  text: string;
}

/** Two texts compared: each side with its own marks, and both in one line, as an editor marks a text. */
export interface Redline {
  before: Run[];
  after: Run[];
  /** The second text as it came out of the first: what was struck stands before what took its place. */
  line: Run[];
}

/** Share of the shorter text’s words that both must keep for a word-level redline to help the reader. */
const MIN_KEPT = 0.3;

/** Signs that cling to a word and change nothing about it: what opens before it, what closes or pauses after it. */
const CLINGING = /^[(“‘"[]+|[.,;:!?…)”’"\]]+$/gu;

/**
 * Word-level redline of two short texts (Myers' algorithm, through `diff`). A word is what stands between spaces, with its
 * signs: "600,000", "28-point", "peacetime." Words that differ only in the signs around them are kept, as the second text
 * has them. Texts that share too little, or that would be changed in as many places as they share words, are struck and
 * inserted whole: a patchwork of accidental matches would pretend to a kinship that is not there.
 */
export function redline(before: string, after: string): Redline {
  const [first, second] = [wordsOf(before), wordsOf(after)];
  let changes: Change[] = diffArrays(first.map(bare), second.map(bare));
  if (isPatchwork(changes, first, second))
    changes = [
      { count: first.length, removed: true },
      { count: second.length, added: true },
    ];
  const sides: Redline = { before: [], after: [], line: [] };
  let [i, j] = [0, 0];
  for (const { count, added, removed } of changes) {
    const [old, now] = [first.slice(i, i + count), second.slice(j, j + count)];
    if (!added) i += count;
    if (!removed) j += count;
    if (!added) addRun(sides.before, removed ? "struck" : "kept", old);
    if (!removed) addRun(sides.after, added ? "inserted" : "kept", now);
    addRun(sides.line, removed ? "struck" : added ? "inserted" : "kept", removed ? old : now);
  }
  return sides;
}

/** Some words that follow each other, and what became of them. */
type Change = Pick<ChangeObject<string[]>, "count"> & { added?: boolean; removed?: boolean };

/** Whether too few words are kept, in all or for the places that change; what is struck and what takes its place are one. */
function isPatchwork(
  changes: readonly Change[],
  first: readonly string[],
  second: readonly string[],
): boolean {
  let [at, kept, places] = [0, 0, 0];
  for (const [i, { count, added, removed }] of changes.entries()) {
    if (!added && !removed) kept += countWords(first.slice(at, at + count));
    else if (!added || !changes[i - 1]?.removed) places++;
    if (!added) at += count;
  }
  return kept < MIN_KEPT * Math.min(countWords(first), countWords(second)) || (places > 1 && places >= kept);
}

/** A text without marks. */
export function unmarked(text: string): Run[] {
  return [{ kind: "kept", text }];
}

function wordsOf(text: string): string[] {
  return text.match(/\S+/gu) ?? [];
}

function bare(word: string): string {
  return word.replace(CLINGING, "") || word;
}

function countWords(words: readonly string[]): number {
  return words.filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Puts words at the end of a line, into its last run if that is of their kind. */
function addRun(runs: Run[], kind: Run["kind"], words: readonly string[]): void {
  const last = runs.at(-1);
  if (words.length === 0) return;
  if (last?.kind === kind) last.text += ` ${words.join(" ")}`;
  else runs.push({ kind, text: words.join(" ") });
}
