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

/**
 * How two texts are shown. `redline`: struck and inserted; `phrases`: both plain, phrases that both have are marked;
 * `by-hand`: marks of an editor on a translation; `plain`: not compared.
 */
export interface Redline {
  kind: "redline" | "phrases" | "by-hand" | "plain";
  before: Run[];
  after: Run[];
  /** Both in one line, if words are struck and inserted. */
  line: Run[];
}

/** A passage of a text, and the part of it that is shown (by default the whole). */
export interface Excerpt {
  passage: string;
  words?: string;
  /** Words that are compared as others: `natl` as `National`. */
  abbreviations?: Readonly<Record<string, string>>;
}

/** A word of one or both texts, with its places in them. */
interface Step {
  kind: Run["kind"];
  before?: number;
  after?: number;
}

/** A word as each side shows it; those of two phrases are not joined. */
interface Shown {
  kind: Run["kind"];
  before?: string;
  after?: string;
  phrase?: number;
}

/** Smallest share of the shorter text that must be kept for a redline. */
const MIN_KEPT_SHARE = 1 / 3;
/** Fewest words in a row that count as kept; one of them must say something. */
const MIN_KEPT_WORDS = 2;
/** Most kept words that are struck and inserted with the changes on both sides. */
const MAX_FOLDED_WORDS = 2;
/** Fewest words of a change that is long. */
const LONG_CHANGE_WORDS = 6;
/** Words shown on either side of a “not” that comes or goes beyond an excerpt. */
const WORDS_AROUND_NEGATION = 3;
/** Fewest words in a row that are marked as a phrase of both texts. */
const SHARED_PHRASE_WORDS = 3;
const CUT = "…";
/** A word that is equal to none, as those in a gap are. */
const NOTHING = "";

/**
 * Case, punctuation and typographic signs are ignored (docs/decisions/029). Strikes and inserts only if the later text
 * descends from the earlier and enough of it is kept.
 */
export function redline(before: Excerpt, after: Excerpt, isDescendant: boolean): Redline {
  const { texts, words, ranges, steps } = compareExcerpts(before, after);
  if (!isDescendant || !isEnoughKept(steps, texts, ranges)) return markSharedPhrases(texts, words, ranges);
  const shown = cutSteps(steps, texts, widenToNegations(steps, texts, ranges));
  return {
    kind: "redline",
    before: runsOf(shown, ["before"]),
    after: runsOf(shown, ["after"]),
    line: runsOf(shown, ["after", "before"]),
  };
}

/** Whether words were struck or inserted between the first and the last word of either part. */
export function isReworded(before: Excerpt, after: Excerpt): boolean {
  const { ranges, steps } = compareExcerpts(before, after);
  return hasMarks(steps.slice(...spanOf(steps, ranges)));
}

export function hasMarks(runs: readonly { kind: string }[]): boolean {
  return runs.some(({ kind }) => kind === "struck" || kind === "inserted");
}

export function unmarked(text: string): Run[] {
  return text === "" ? [] : [{ kind: "plain", text }];
}

/** The words of an excerpt in one kind, with “…” where its passage goes on. */
export function showExcerpt(excerpt: Excerpt, kind: Run["kind"] = "plain"): Run[] {
  const all = splitWords(excerpt.passage);
  const [start, end] = rangeOf(excerpt, all);
  const words = markWords(excerpt.words ?? excerpt.passage, kind);
  return [...(start > 0 ? unmarked(CUT) : []), ...words, ...(end < all.length ? unmarked(CUT) : [])];
}

/** Words in one kind; a gap between them stays plain. */
export function markWords(text: string, kind: Run["kind"]): Run[] {
  return runsOf(
    splitWords(text).map((after) => ({ kind, after })),
    ["after"],
  );
}

const SIDES = ["before", "after"] as const;
type Side = (typeof SIDES)[number];
type Texts = Readonly<Record<Side, readonly string[]>>;
type Range = readonly [start: number, end: number];
type Ranges = Readonly<Record<Side, Range>>;

function compareExcerpts(before: Excerpt, after: Excerpt) {
  const texts: Texts = { before: splitWords(before.passage), after: splitWords(after.passage) };
  const ranges: Ranges = { before: rangeOf(before, texts.before), after: rangeOf(after, texts.after) };
  const words = {
    before: wordsToCompare(texts.before, before.abbreviations),
    after: wordsToCompare(texts.after, after.abbreviations),
  };
  return { texts, words, ranges, steps: diffWords(texts, words) };
}

function rangeOf({ passage, words }: Excerpt, all: readonly string[]): Range {
  if (words === undefined) return [0, all.length];
  const range = findExcerpt(all, words);
  if (!range) throw new Error(`“${words}” is not in the passage “${passage}”`);
  return range;
}

function isIn(place: number | undefined, [start, end]: Range) {
  return place !== undefined && place >= start && place < end;
}

interface CommonRun {
  before: number;
  after: number;
  length: number;
}

/** What is compared of each word; a gap is equal to nothing. */
function wordsToCompare(words: readonly string[], abbreviations: Excerpt["abbreviations"] = {}) {
  return words.map((word) => {
    const plain = normalizeWord(word);
    return isGap(word) ? NOTHING : normalizeWord(abbreviations[plain] ?? plain);
  });
}

function areEqual(before: string | undefined, after: string | undefined) {
  return before === after && before !== NOTHING;
}

/** The first of equals. */
function findLongestRun(words: Texts, { before, after }: Ranges) {
  let longest: CommonRun = { before: before[0], after: after[0], length: 0 };
  for (let i = before[0]; i < before[1]; i++)
    for (let j = after[0]; j < after[1]; j++) {
      const most = Math.min(before[1] - i, after[1] - j);
      let length = 0;
      while (length < most && areEqual(words.before[i + length], words.after[j + length])) length++;
      if (length > longest.length) longest = { before: i, after: j, length };
    }
  return longest;
}

/**
 * The longest run that both have is kept, then the longest before and behind it, and so on: a reader finds whole
 * phrases kept, where the most words in order would keep one here and one there.
 */
function diffWords(texts: Texts, words: Texts) {
  const places = ([start, end]: Range) => Array.from({ length: end - start }, (_, i) => start + i);
  const compare = (ranges: Ranges): Step[] => {
    const { before, after, length } = findLongestRun(words, ranges);
    if (length === 0)
      return [
        ...places(ranges.before).map((place): Step => ({ kind: "struck", before: place })),
        ...places(ranges.after).map((place): Step => ({ kind: "inserted", after: place })),
      ];
    return [
      ...compare({ before: [ranges.before[0], before], after: [ranges.after[0], after] }),
      ...places([0, length]).map((i): Step => ({ kind: "kept", before: before + i, after: after + i })),
      ...compare({ before: [before + length, ranges.before[1]], after: [after + length, ranges.after[1]] }),
    ];
  };
  const steps = compare({ before: [0, texts.before.length], after: [0, texts.after.length] });
  return hideGaps(foldSmallWords(steps, texts.after), texts);
}

function isPhrase(group: readonly Step[]) {
  return group[0]?.kind === "kept" && group.length >= MIN_KEPT_WORDS;
}

/** Whether a third of the shorter text is kept, and a third of the shorter part in the other part. */
function isEnoughKept(steps: readonly Step[], texts: Texts, ranges: Ranges) {
  const kept = groupSteps(steps)
    .filter(isPhrase)
    .filter((group) => group.some(({ after: at = -1 }) => isContentWord(texts.after[at] ?? "")))
    .flat();
  const wholes: Ranges = { before: [0, texts.before.length], after: [0, texts.after.length] };
  return [wholes, ranges].every(({ before, after }) => {
    const shorter = Math.min(before[1] - before[0], after[1] - after[0]);
    const isInBoth = (step: Step) => isIn(step.before, before) && isIn(step.after, after);
    const isKeptWhole = steps.filter(isInBoth).length === shorter;
    return isKeptWhole || kept.filter(isInBoth).length >= shorter * MIN_KEPT_SHARE;
  });
}

function isChanged(step: Step | undefined): step is Step {
  return step !== undefined && step.kind !== "kept";
}

/** Steps in a row of which `by` says the same. */
function groupSteps(steps: readonly Step[], by: (step: Step) => unknown = ({ kind }) => kind) {
  const groups: Step[][] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (last?.[0] && by(last[0]) === by(step)) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

/**
 * Kept words that tell a reader nothing are struck and inserted with the changes around them, so that a phrase reads in
 * one piece: “the” or “of the” between two changes, and any word that two long changes happen to share.
 */
function foldSmallWords(steps: readonly Step[], after: readonly string[]) {
  const groups = groupSteps(steps);
  const isSmall = ({ after: at = -1 }: Step) => !isContentWord(after[at] ?? "");
  const changeAt = (i: number, by: number) =>
    [groups[i + by] ?? [], groups[i + 2 * by] ?? []].filter(([step]) => isChanged(step)).flat();
  return inOrderOfChange(
    groups.flatMap((group, i) => {
      const [back, on] = [changeAt(i, -1).length, changeAt(i, 1).length];
      const isStray = group.length === 1 && Math.min(back, on) >= LONG_CHANGE_WORDS;
      const isFolded = back > 0 && on > 0 && back + on >= 2 * group.length && group.every(isSmall);
      const isKept = isChanged(group[0]) || !(isStray || (isFolded && group.length <= MAX_FOLDED_WORDS));
      if (isKept) return group;
      return group.flatMap(({ before, after }): Step[] => [
        { kind: "struck", before },
        { kind: "inserted", after },
      ]);
    }),
  );
}

/** Between two kept runs all struck words come before all inserted ones. */
function inOrderOfChange(steps: readonly Step[]) {
  const place = ({ kind }: Step) => Number(kind === "inserted");
  return groupSteps(steps, isChanged).flatMap((group) => group.sort((a, b) => place(a) - place(b)));
}

/** What stands in a gap is not known: nothing is struck or inserted from it up to the next phrase that both have. */
function hideGaps(steps: readonly Step[], texts: Texts) {
  const groups = groupSteps(steps);
  const isGapOf = (step: Step) => SIDES.some((side) => isGap(texts[side][step[side] ?? -1] ?? ""));
  const hasGap = (group: readonly Step[]) => group.some((step) => isChanged(step) && isGapOf(step));
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

/** From the first to behind the last step of which either part has a word. */
function spanOf(steps: readonly Step[], ranges: Ranges): [start: number, end: number] {
  const isInEither = (step: Step) => SIDES.some((side) => isIn(step[side], ranges[side]));
  return [steps.findIndex(isInEither), steps.findLastIndex(isInEither) + 1];
}

function endsClause(word: string | undefined) {
  return /[.;:]["”’]?$/u.test(word ?? "");
}

/** Each part with every “not” of its clause that comes or goes, and a few words around it. */
function widenToNegations(steps: readonly Step[], texts: Texts, ranges: Ranges): Ranges {
  const widen = (side: Side): Range => {
    const words = texts[side];
    const own = steps.filter((step) => step[side] !== undefined);
    const isNegated = (i: number) => isChanged(own[i]) && isNegation(words[i] ?? "");
    let [start, end] = ranges[side];
    for (let i = start - 1; i >= 0 && !endsClause(words[i]); i--)
      if (isNegated(i)) start = Math.max(0, i - WORDS_AROUND_NEGATION);
    for (let i = end; i < words.length && !endsClause(words[i - 1]); i++)
      if (isNegated(i)) end = Math.min(words.length, i + 1 + WORDS_AROUND_NEGATION);
    return [start, end];
  };
  return { before: widen("before"), after: widen("after") };
}

/**
 * Nothing is left out between the first and the last word. Of a change at an edge both sides are shown: each as far as
 * its part goes, or else to the end of the clause.
 */
function cutSteps(steps: readonly Step[], texts: Texts, ranges: Ranges): Shown[] {
  let [from, to] = spanOf(steps, ranges);
  while (isChanged(steps[from]) && isChanged(steps[from - 1])) from--;
  while (isChanged(steps[to - 1]) && isChanged(steps[to])) to++;
  const span = steps.slice(from, to);
  const show = ({ kind, before = -1, after = -1 }: Step): Shown => ({
    kind,
    before: texts.before[before],
    after: texts.after[after],
  });

  /** Trims a change at the start or the end, which is given with the kept word next to it. */
  const trim = (change: readonly Step[], isStart: boolean): Shown[] => {
    const edge: Shown = { kind: "plain" };
    const words = SIDES.flatMap((side): Shown[] => {
      // From the kept word outward.
      const own = change.filter((step) => step[side] !== undefined);
      if (isStart) own.reverse();
      const wordAt = (i: number) => texts[side][own[i]?.[side] ?? -1];
      let length = Math.max(1, own.findLastIndex((step) => isIn(step[side], ranges[side])) + 1);
      if (length === 1)
        while (length < own.length && !endsClause(wordAt(isStart ? length : length - 1))) length++;
      const shown = own.slice(1, length).map(show);
      const isWhole = length === own.length;
      if (!isWhole && length > 1) shown.push({ kind: own[length]?.kind ?? "plain", [side]: CUT });
      else if (!isWhole || own.at(-1)?.[side] !== (isStart ? 0 : texts[side].length - 1)) edge[side] = CUT;
      return isStart ? shown.reverse() : shown;
    });
    return isStart ? [edge, ...words] : [...words, edge];
  };

  const first = span.findIndex((step) => !isChanged(step));
  const last = span.findLastIndex((step) => !isChanged(step));
  if (first < 0) return span.map(show);
  return [
    ...trim(span.slice(0, first + 1), true),
    ...span.slice(first, last + 1).map(show),
    ...trim(span.slice(last), false),
  ];
}

/** The words of a side, or of the first of two that has one. A cut or a gap is plain: a mark is of words of a text only. */
function runsOf(shown: readonly Shown[], sides: readonly Side[]): Run[] {
  const runs: { kind: Run["kind"]; phrase: number | undefined; words: string[] }[] = [];
  for (const { kind: kindOfStep, phrase, ...step } of shown) {
    const word = sides.map((side) => step[side]).find((found) => found !== undefined);
    const last = runs.at(-1);
    if (word === undefined || (word === CUT && last?.words.at(-1) === CUT)) continue;
    const kind = word === CUT || isGap(word) ? "plain" : kindOfStep;
    if (last && last.kind === kind && last.phrase === phrase) last.words.push(word);
    else runs.push({ kind, phrase, words: [word] });
  }
  const isCut = (i: number) => runs[i]?.words.join() === CUT;
  // In one line, a change at an edge whose two sides are cut has one “…”, outside.
  const isTwice = (i: number) =>
    isCut(i) &&
    runs[i - 1]?.kind === "struck" &&
    runs[i + 1]?.kind === "inserted" &&
    (isCut(i - 2) || isCut(i + 2));
  return runs.filter((_, i) => !isTwice(i)).map(({ kind, words }) => ({ kind, text: joinWords(words) }));
}

/** Marks phrases that both excerpts have, so that a reader finds each in both: the longest first, then of the rest. */
function markSharedPhrases(texts: Texts, compared: Texts, ranges: Ranges): Redline {
  const words = { before: [...compared.before], after: [...compared.after] };
  const phraseAt: Record<Side, Record<number, number>> = { before: {}, after: {} };
  for (let phrase = 0; ; phrase++) {
    const { length, ...start } = findLongestRun(words, ranges);
    if (length < SHARED_PHRASE_WORDS) break;
    const isTelling = words.after.slice(start.after, start.after + length).some(isContentWord);
    for (const side of SIDES)
      for (let i = start[side]; i < start[side] + length; i++) {
        words[side][i] = NOTHING;
        if (isTelling) phraseAt[side][i] = phrase;
      }
  }
  const runsFor = (side: Side) => {
    const [start, end] = ranges[side];
    const shown = texts[side].map((word, i): Shown => {
      const phrase = phraseAt[side][i];
      return {
        kind: phrase === undefined ? "plain" : "shared",
        phrase,
        [side]: isIn(i, ranges[side]) ? word : CUT,
      };
    });
    return runsOf(shown.slice(Math.max(0, start - 1), end + 1), [side]);
  };
  return { kind: "phrases", before: runsFor("before"), after: runsFor("after"), line: [] };
}

/** Marks set by hand: `[-struck-]{+inserted+}` in words that both have. */
const MARK = /\[-(?<struck>.*?)-\]|\{\+(?<inserted>.*?)\+\}/gu;

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
    kind: "by-hand",
    before: line.filter(({ kind }) => kind !== "inserted"),
    after: line.filter(({ kind }) => kind !== "struck"),
    line,
  };
}

export function textOfRuns(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join(" ");
}
