import { diffArrays } from "diff";
import {
  findExcerpt,
  isContentWord,
  isGap,
  isNegation,
  joinWords,
  normalizeWord,
  splitWords,
} from "./words.ts";

/**
 * Words of a text. `kept`: in both; `struck`: only in the earlier; `inserted`: only in the later; `shared`: a phrase
 * that two texts have in common of which neither reworks the other; `plain`: not compared. Runs are joined by a space.
 */
export interface Run {
  kind: "kept" | "struck" | "inserted" | "shared" | "plain";
  text: string;
}

export interface Redline {
  /** Whether words are struck and inserted; otherwise both texts are plain, with the phrases that both have marked. */
  isMarked: boolean;
  before: Run[];
  after: Run[];
  /** Both in one line; empty unless `isMarked`. */
  line: Run[];
}

/** A passage of a text, and the part of it that is shown (by default the whole). */
export interface Excerpt {
  passage: string;
  words?: string | undefined;
}

/** A word of one or both texts, with its places in them. */
interface Step {
  kind: Run["kind"];
  before?: number;
  after?: number;
}

/** Smallest share of the shorter text that must be kept for a redline. */
const MIN_KEPT_SHARE = 1 / 3;
/** Fewest words in a row that count as kept; one of them must say something. */
const MIN_KEPT_WORDS = 2;
/** Fewest words in a row that are marked as a phrase of both texts. */
const SHARED_PHRASE_WORDS = 3;

/**
 * Compares two passages word by word and cuts the result to the parts that are shown (docs/decisions/029). Case,
 * punctuation and typographic signs are ignored. Strikes and inserts only if the later text descends from the
 * earlier and enough of it is kept. Throws an Error if a part is not in its passage.
 */
export function redline(before: Excerpt, after: Excerpt, isDescendant: boolean): Redline {
  const texts = { before: splitWords(before.passage), after: splitWords(after.passage) };
  const ranges = { before: rangeOf(before, texts.before), after: rangeOf(after, texts.after) };
  const steps = isDescendant ? diffWords(texts.before, texts.after) : undefined;
  if (!steps) return markSharedPhrases(texts, ranges);
  const shown = cutSteps(steps, texts, ranges);
  return {
    isMarked: true,
    before: runsOf(shown, texts, ["before"]),
    after: runsOf(shown, texts, ["after"]),
    line: runsOf(shown, texts, ["before", "after"]),
  };
}

export function unmarked(text: string): Run[] {
  return text === "" ? [] : [{ kind: "plain", text }];
}

type Side = "before" | "after";
type Texts = Readonly<Record<Side, readonly string[]>>;
type Range = readonly [start: number, end: number];

function rangeOf({ passage, words }: Excerpt, all: readonly string[]): Range {
  if (words === undefined) return [0, all.length];
  const range = findExcerpt(all, words);
  if (!range) throw new Error(`“${words}” is not in the passage “${passage}”`);
  return range;
}

/** Undefined if too little is kept for a word-by-word comparison to say anything. */
function diffWords(before: readonly string[], after: readonly string[]): Step[] | undefined {
  const plain = (words: readonly string[], side: Side) =>
    words.map((word, i) => (isGap(word) ? `${side} ${i}` : normalizeWord(word)));
  const steps: Step[] = [];
  let [i, j] = [0, 0];
  for (const { count, added, removed } of diffArrays(plain(before, "before"), plain(after, "after")))
    for (let n = 0; n < count; n++) {
      if (added) steps.push({ kind: "inserted", after: j++ });
      else if (removed) steps.push({ kind: "struck", before: i++ });
      else steps.push({ kind: "kept", before: i++, after: j++ });
    }
  const folded = hideGaps(foldSmallWords(steps, after), before, after);
  const kept = groupSteps(folded)
    .filter((group) => group[0]?.kind === "kept" && group.length >= MIN_KEPT_WORDS)
    .filter((group) => group.some(({ after: at = -1 }) => isContentWord(after[at] ?? "")))
    .flat().length;
  const shorter = Math.min(before.length, after.length);
  const isKeptWhole = steps.every(({ kind }) => kind === "kept");
  return isKeptWhole || kept >= shorter * MIN_KEPT_SHARE ? folded : undefined;
}

/** Steps of one kind in a row. */
function groupSteps(steps: readonly Step[]): Step[][] {
  const groups: Step[][] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (last?.[0]?.kind === step.kind) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

/**
 * A kept “the” or “of the” between two changes tells a reader nothing: it is struck and inserted with them, so that
 * a phrase reads in one piece. Negations are never folded.
 */
function foldSmallWords(steps: readonly Step[], after: readonly string[]): Step[] {
  const groups = groupSteps(steps);
  return inOrderOfChange(
    groups.flatMap((group, i) => {
      const isBetween = i > 0 && i < groups.length - 1 && group.length <= MIN_KEPT_WORDS;
      const isSmall = group.every(({ kind, after: at = -1 }) => {
        const word = after[at] ?? "";
        return kind === "kept" && !isContentWord(word) && !isNegation(word);
      });
      return isBetween && isSmall ? group.flatMap(splitStep) : group;
    }),
  );
}

function splitStep({ before, after }: Step): Step[] {
  return [
    { kind: "struck", before: before ?? 0 },
    { kind: "inserted", after: after ?? 0 },
  ];
}

/** Between two kept runs all struck words come before all inserted ones. */
function inOrderOfChange(steps: readonly Step[]): Step[] {
  const ordered: Step[] = [];
  let inserted: Step[] = [];
  for (const step of steps) {
    if (step.kind === "inserted") {
      inserted.push(step);
      continue;
    }
    if (step.kind === "kept") {
      ordered.push(...inserted);
      inserted = [];
    }
    ordered.push(step);
  }
  return [...ordered, ...inserted];
}

/** What stands in a gap is not known: nothing is struck or inserted from it up to the next phrase that both have. */
function hideGaps(steps: readonly Step[], before: readonly string[], after: readonly string[]): Step[] {
  const groups = groupSteps(steps);
  const isPhrase = (group: readonly Step[]) => group[0]?.kind === "kept" && group.length >= MIN_KEPT_WORDS;
  const hasGap = (group: readonly Step[]) =>
    group.some(
      (step) =>
        step.kind !== "kept" &&
        isGap((step.before === undefined ? after[step.after ?? -1] : before[step.before]) ?? ""),
    );
  const hidden = new Set<Step[]>();
  groups.forEach((group, i) => {
    if (!hasGap(group)) return;
    for (const by of [-1, 1])
      for (let j = i; j in groups; j += by) {
        const near = groups[j] ?? [];
        if (isPhrase(near)) break;
        hidden.add(near);
      }
  });
  return groups.flatMap((group) =>
    hidden.has(group) && group[0]?.kind !== "kept"
      ? group.map((step) => ({ ...step, kind: "plain" as const }))
      : group,
  );
}

/**
 * The steps from the first to the last word that either text shows. What only one text has is shown if its own excerpt
 * has it; a “not” that comes or goes in the same sentence is always shown.
 */
function cutSteps(
  steps: readonly Step[],
  texts: Texts,
  ranges: Readonly<Record<Side, Range>>,
): (Step | "cut")[] {
  const isIn = (place: number | undefined, [start, end]: Range) =>
    place !== undefined && place >= start && place < end;
  const isShown = (step: Step) => isIn(step.before, ranges.before) || isIn(step.after, ranges.after);
  const wordOf = (step: Step | undefined) =>
    (step?.after === undefined ? texts.before[step?.before ?? -1] : texts.after[step.after]) ?? "";
  const isChangedNegation = (step: Step | undefined) =>
    step !== undefined && step.kind !== "kept" && isNegation(wordOf(step));
  const endsSentence = (step: Step | undefined) =>
    step?.kind === "kept" && /[.;:]["”’]?$/u.test(wordOf(step));
  let [from, to] = [steps.findIndex(isShown), steps.findLastIndex(isShown)];
  for (let i = from - 1; i >= 0 && !endsSentence(steps[i]); i--) if (isChangedNegation(steps[i])) from = i;
  for (let i = to; i + 1 < steps.length && !endsSentence(steps[i]); i++)
    if (isChangedNegation(steps[i + 1])) to = i + 1;
  const shown: (Step | "cut")[] = [];
  for (const step of steps.slice(from, to + 1)) {
    if (step.kind === "kept" || isShown(step) || isChangedNegation(step)) shown.push(step);
    else if (shown.at(-1) !== "cut") shown.push("cut");
  }
  return shown;
}

/** With “…” where words of the passage were cut. */
function runsOf(steps: readonly (Step | "cut")[], texts: Texts, sides: readonly Side[]): Run[] {
  const words: { kind: Run["kind"]; word: string }[] = [];
  const main = sides.at(-1) ?? "after";
  const places = steps.flatMap((step) => (step === "cut" ? [] : (step[main] ?? [])));
  const cut = { kind: "plain", word: "…" } as const;
  if (places.length > 0 && Math.min(...places) > 0) words.push(cut);
  for (const step of steps) {
    if (step === "cut") {
      words.push(cut);
      continue;
    }
    const side =
      main === "after" && step.after !== undefined ? "after" : sides.find((name) => step[name] !== undefined);
    const word = side && texts[side][step[side] ?? -1];
    if (word !== undefined) words.push({ kind: step.kind, word });
  }
  if (places.length > 0 && Math.max(...places) < texts[main].length - 1) words.push(cut);
  return joinRuns(words.filter(({ word }, i) => word !== "…" || words[i - 1]?.word !== "…"));
}

function joinRuns(words: readonly { kind: Run["kind"]; word: string }[]): Run[] {
  const groups: { kind: Run["kind"]; words: string[] }[] = [];
  for (const { kind, word } of words) {
    const last = groups.at(-1);
    if (last?.kind === kind) last.words.push(word);
    else groups.push({ kind, words: [word] });
  }
  return groups.map(({ kind, words }) => ({ kind, text: joinWords(words) }));
}

/** Marks phrases that both excerpts have, so that a reader finds each in both. */
function markSharedPhrases(texts: Texts, ranges: Readonly<Record<Side, Range>>): Redline {
  const isMarked = { before: new Set<number>(), after: new Set<number>() };
  const phrases = (side: Side) => {
    const words = texts[side].map(normalizeWord);
    const [from, to] = ranges[side];
    return words.slice(from, Math.max(from, to - SHARED_PHRASE_WORDS + 1)).flatMap((_, i) => {
      const start = from + i;
      const phrase = words.slice(start, start + SHARED_PHRASE_WORDS);
      return phrase.some((word) => isContentWord(word)) ? [{ start, key: phrase.join(" ") }] : [];
    });
  };
  const found = { before: phrases("before"), after: phrases("after") };
  for (const [side, other] of [
    ["before", "after"],
    ["after", "before"],
  ] as const) {
    const keys = new Set(found[other].map(({ key }) => key));
    for (const { start, key } of found[side])
      if (keys.has(key)) for (let i = 0; i < SHARED_PHRASE_WORDS; i++) isMarked[side].add(start + i);
  }
  const runsFor = (side: Side) => {
    const [start, end] = ranges[side];
    const steps = texts[side].slice(start, end).map((_, i): Step => {
      const place = start + i;
      return { kind: isMarked[side].has(place) ? "shared" : "plain", [side]: place };
    });
    return runsOf(steps, texts, [side]);
  };
  return { isMarked: false, before: runsFor("before"), after: runsFor("after"), line: [] };
}

/** Marks set by hand: `[-struck-]{+inserted+}` in words that both have. */
const MARK = /\[-(?<struck>.*?)-\]|\{\+(?<inserted>.*?)\+\}/gu;

/** Reads marks that an editor set by hand, for texts of which no comparison is computed. */
export function readMarks(marks: string): Redline {
  const line: Run[] = [];
  let from = 0;
  const add = (kind: Run["kind"], text: string | undefined) => {
    if (text?.trim()) line.push({ kind, text: text.trim() });
  };
  for (const match of marks.matchAll(MARK)) {
    add("kept", marks.slice(from, match.index));
    add("struck", match.groups?.struck);
    add("inserted", match.groups?.inserted);
    from = match.index + match[0].length;
  }
  add("kept", marks.slice(from));
  return {
    isMarked: true,
    before: line.filter(({ kind }) => kind !== "inserted"),
    after: line.filter(({ kind }) => kind !== "struck"),
    line,
  };
}

/** The words of runs, as one text. */
export function textOfRuns(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join(" ");
}
