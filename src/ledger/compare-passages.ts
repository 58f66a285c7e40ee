import {
  alignmentsOf,
  isHeld,
  isKnownWhole,
  nearestHeldDrafts,
  textsOf,
  tracePassages,
} from "./alignments.ts";
import { nth } from "../expect-defined.ts";
import type { Answer, Draft, Ledger } from "./ledger.ts";
import { answerOf, clausesInOrder, onceFor } from "./lookup.ts";
import { markWords, redline, type Redline, unmarked } from "./redline.ts";
import { findPassage, isPassageOf, type Passage, type Text } from "./texts.ts";
import { haveSameWords, isGap, splitWords } from "./words.ts";

export interface HeldPassage {
  text: Text;
  passage: Passage;
}

/** How much of a passage changed, from least to most. */
export const PASSAGE_CHANGES = [
  "kept",
  "slight",
  "much",
  "rewritten",
  "dropped",
  "new",
  "uncompared",
  "unknown",
] as const;
export type PassageChange = (typeof PASSAGE_CHANGES)[number];

export interface PassagePair {
  before: HeldPassage[];
  after: HeldPassage[];
  change: PassageChange;
  marks: Redline;
  /** Whether the passages stand in another order than their neighbours do. */
  isMoved: boolean;
  /** Place of the first passage in each text; -1 where there is none. */
  places: { before: number; after: number };
  notes: string[];
  sources: string[];
}

const MIN_SLIGHT_SHARE = 3 / 4;

/** Each once, in the order of the text, as readers see it: in English where it is held in English. */
export function passagesToRead(ledger: Ledger, draft: string): HeldPassage[] {
  const copies = textsOf(ledger, draft);
  const shown = copies.toSorted(inEnglishFirst);
  const [first] = copies;
  const numbers = [...new Set(copies.flatMap(({ passages }) => passages.map(({ number }) => number)))];
  const isWhole = first !== undefined && numbers.every((number) => findPassage(first, number));
  // Without one copy that has them all, numbers give the order.
  if (!isWhole) numbers.sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  return numbers.flatMap((number) => shown.flatMap((text) => passageIn(text, number)).slice(0, 1));
}

function inEnglishFirst(a: Text, b: Text) {
  return Number(a.lang !== "en") - Number(b.lang !== "en");
}

/** The other copies of a passage whose words differ, or that are in another language. */
export function otherCopies(ledger: Ledger, { text, passage }: HeldPassage): HeldPassage[] {
  return textsOf(ledger, text.draft)
    .filter((copy) => copy !== text)
    .flatMap((copy) => passageIn(copy, passage.number))
    .filter((other) => !haveSameWords(other.passage.words, passage.words));
}

function passageIn(text: Text, number: string): HeldPassage[] {
  const passage = findPassage(text, number);
  return passage ? [{ text, passage }] : [];
}

export function neighboursInWords(ledger: Ledger, draft: Draft) {
  const isNearest = (later: Draft) =>
    isHeld(ledger, later) && nearestHeldDrafts(ledger, later).some((row) => row.draft === draft);
  return isHeld(ledger, draft)
    ? { earlier: nearestHeldDrafts(ledger, draft), later: ledger.drafts.filter(isNearest) }
    : { earlier: [], later: [] };
}

/** In the order of the later text; a passage that was dropped comes after the one that it followed. */
export function comparePassages(ledger: Ledger, before: Draft, after: Draft): readonly PassagePair[] {
  return onceFor(ledger, `passages ${before.id} ${after.id}`, () => pairPassages(ledger, before, after));
}

function pairPassages(ledger: Ledger, before: Draft, after: Draft) {
  const [earlier, later] = [passagesToRead(ledger, before.id), passagesToRead(ledger, after.id)];
  let groups: { from: string[]; to: string[]; isKnown: boolean }[] = [];
  for (const { passage } of earlier) {
    const { to, isKnown } = tracePassages(ledger, before, after, [passage.number]);
    const joined = groups.filter((group) => haveCommon(group.to, to));
    groups = groups.filter((group) => !joined.includes(group));
    groups.push({
      from: [...joined.flatMap(({ from }) => from), passage.number],
      to: [...joined.flatMap(({ to }) => to), ...to],
      isKnown: isKnown && joined.every((group) => group.isKnown),
    });
  }
  for (const { passage } of later) {
    const group = groups.find(({ to }) => to.includes(passage.number));
    const { isKnown } = tracePassages(ledger, before, after, [passage.number], "back");
    if (group) group.isKnown &&= isKnown;
    else groups.push({ from: [], to: [passage.number], isKnown });
  }
  const pairs = groups.map(({ from, to, isKnown }) => {
    const sides = {
      before: earlier.filter(({ passage }) => from.includes(passage.number)),
      after: later.filter(({ passage }) => to.includes(passage.number)),
    };
    const rows = alignmentsOf(ledger, before.id, after.id).filter(
      (row) => haveCommon(row.from, from) || haveCommon(row.to, to),
    );
    const [first, last] = [sides.before[0], sides.after[0]];
    const isPaired = first !== undefined && last !== undefined;
    // What is not in a text that nobody read whole may be where its words are not held.
    const isSaid =
      isKnownWhole(ledger, first ? after : before) || rows.some(({ sources }) => sources.length > 0);
    return {
      ...compareWords(ledger, sides, isKnown && (isPaired || isSaid)),
      notes: rows.flatMap(({ note }) => note ?? []),
      sources: rows.flatMap(({ sources }) => sources),
      isMoved: false,
      places: { before: first ? earlier.indexOf(first) : -1, after: last ? later.indexOf(last) : -1 },
    };
  });
  return inOrderOfLater(pairs);
}

function haveCommon(a: readonly string[], b: readonly string[]) {
  return a.some((number) => b.includes(number));
}

function inOrderOfLater(pairs: readonly PassagePair[]) {
  const ordered = pairs
    .filter(({ places }) => places.after >= 0)
    .sort((a, b) => a.places.after - b.places.after);
  const both = ordered.filter(({ places }) => places.before >= 0);
  const keepsNumber = ({ before: [old], after: [now] }: PassagePair) =>
    old?.passage.number === now?.passage.number;
  const fixed = both.filter(keepsNumber);
  // What changed places with a passage that keeps its number moved.
  const free = both.filter(({ places: { before, after } }) =>
    fixed.every(({ places }) => (before - places.before) * (after - places.after) >= 0),
  );
  const still = longestRise(free.map(({ places }) => places.before)).map((i) => free[i]);
  for (const pair of both)
    pair.isMoved = !still.includes(pair) && !keepsNumber(pair) && pair.change !== "unknown";
  const dropped = pairs.filter(({ places }) => places.after < 0);
  for (const pair of dropped.sort((a, b) => a.places.before - b.places.before))
    ordered.splice(placeBefore(ordered, pair), 0, pair);
  return ordered;
}

/** The pairs that answers of the two texts are drawn from: those that changed, or else all. */
export function pairsOfAnswers(
  pairs: readonly PassagePair[],
  before: Answer | undefined,
  after: Answer | undefined,
): PassagePair[] {
  const hasPassage = (held: readonly HeldPassage[], answer: Answer | undefined) =>
    held.some(({ passage }) => isPassageOf(passage.number, answer?.passages ?? []));
  const drawn = pairs.filter((pair) => hasPassage(pair.before, before) || hasPassage(pair.after, after));
  const changed = drawn.filter(({ change }) => change !== "kept");
  return changed.length > 0 ? changed : drawn;
}

function placeBefore(ordered: readonly PassagePair[], { places }: PassagePair) {
  const isEarlier = (other: PassagePair) =>
    !other.isMoved && other.places.before >= 0 && other.places.before < places.before;
  return ordered.findLastIndex(isEarlier) + 1;
}

/** The pairs in order; where passages that were moved stood before, the pair comes once more, as `away`. */
export function listWithMoves(pairs: readonly PassagePair[]) {
  const rows = pairs.map((pair) => ({ pair, isAway: false }));
  for (const pair of pairs.filter(({ isMoved }) => isMoved)) {
    const place = placeBefore(
      rows.map((row) => (row.isAway ? { ...row.pair, isMoved: false } : row.pair)),
      pair,
    );
    rows.splice(place, 0, { pair, isAway: true });
  }
  return rows;
}

/** Indexes of a longest rising part of the numbers: what is not in it was moved. */
function longestRise(numbers: readonly number[]) {
  const longest = (rises: readonly number[][]) =>
    rises.reduce<number[]>((a, b) => (b.length > a.length ? b : a), []);
  const best: number[][] = [];
  for (const [i, number] of numbers.entries())
    best.push([...longest(best.filter((_, j) => (numbers[j] ?? 0) < number)), i]);
  return longest(best);
}

/**
 * By the clauses that both answer, in the order of the earlier text; and the passages of either that answer none of
 * them.
 */
export function pairByAnswers(ledger: Ledger, before: Draft, after: Draft) {
  const texts = { before: passagesToRead(ledger, before.id), after: passagesToRead(ledger, after.id) };
  const answering = (text: readonly HeldPassage[], draft: Draft, clause: string) => {
    const numbers = answerOf(ledger, draft.id, clause)?.passages ?? [];
    return text.filter(({ passage }) => isPassageOf(passage.number, numbers));
  };
  const byPassages = Map.groupBy(
    clausesInOrder(ledger).flatMap(({ clause }) => {
      const sides = {
        before: answering(texts.before, before, clause.id),
        after: answering(texts.after, after, clause.id),
      };
      return sides.before.length > 0 && sides.after.length > 0 ? [{ clause, sides }] : [];
    }),
    ({ sides }) => [sides.before, sides.after].map(numbersOf).join("/"),
  );
  const pairs = [...byPassages.values()].map((rows) => {
    const { sides } = nth(rows, 0);
    const words = wordsInOneLanguage(ledger, sides);
    const marks = words ? redlineOf(words, false) : plainWords(sides);
    return { ...(words ?? sides), marks, sides, clauses: rows.map(({ clause }) => clause) };
  });
  const place = ({ sides }: { sides: Sides }) => texts.before.indexOf(nth(sides.before, 0));
  const rest = (side: keyof Sides) =>
    texts[side].filter((held) => !pairs.some(({ sides }) => sides[side].includes(held)));
  return {
    pairs: pairs.sort((a, b) => place(a) - place(b)),
    rest: { before: rest("before"), after: rest("after") },
  };
}

function numbersOf(passages: readonly HeldPassage[]) {
  return passages.map(({ passage }) => passage.number).join();
}

type Sides = Record<"before" | "after", HeldPassage[]>;

const ONE_SIDED = [
  ["before", "after", "dropped", "struck"],
  ["after", "before", "new", "inserted"],
] as const;

/** With the passages whose words are shown: in their own language where they are marked, or else as readers see them. */
function compareWords(
  ledger: Ledger,
  read: Sides,
  isKnown: boolean,
): Sides & Pick<PassagePair, "change" | "marks"> {
  const plain = (change: PassageChange) => ({ ...read, change, marks: plainWords(read) });
  if (!isKnown) return plain("unknown");
  for (const [side, other, change, kind] of ONE_SIDED) {
    if (read[other].length > 0) continue;
    const [own = read[side]] = ownCopies(ledger, read[side]);
    return own.every(isOwn) ? { ...read, [side]: own, change, marks: allMarked(own, kind) } : plain(change);
  }
  const sides = wordsInOneLanguage(ledger, read);
  if (!sides) return plain("uncompared");
  const marks = redlineOf(sides, true);
  const areEqual = marks.line.length > 0 && marks.line.every(({ kind }) => kind === "kept");
  const [old, now] = [wordsOf(sides.before), wordsOf(sides.after)];
  if (areEqual || (haveSameWords(old, now) && !splitWords(old).some(isGap)))
    return { ...sides, change: "kept", marks };
  if (marks.kind !== "redline") return { ...sides, change: "rewritten", marks };
  return { ...sides, change: keptShare(marks) >= MIN_SLIGHT_SHARE ? "slight" : "much", marks };
}

function plainWords(sides: Sides): Redline {
  const [before, after] = [unmarked(wordsOf(sides.before)), unmarked(wordsOf(sides.after))];
  return { kind: "plain", before, after, line: [] };
}

function wordsOf(passages: readonly HeldPassage[]) {
  return passages.map(({ passage }) => passage.words).join(" ");
}

/** Copies that have all the passages and are no translations, those in English first. */
function ownCopies(ledger: Ledger, passages: readonly HeldPassage[]): HeldPassage[][] {
  return textsOf(ledger, passages[0]?.text.draft ?? "")
    .toSorted(inEnglishFirst)
    .map((text) => passages.flatMap(({ passage }) => passageIn(text, passage.number)).filter(isOwn))
    .filter(({ length }) => length === passages.length);
}

function isOwn({ passage }: HeldPassage) {
  return passage.translated_by === undefined;
}

/** Undefined if no copies of the two are in one language. */
function wordsInOneLanguage(ledger: Ledger, { before, after }: Sides): Sides | undefined {
  const copies = ownCopies(ledger, after);
  for (const old of ownCopies(ledger, before)) {
    const now = copies.find(([held]) => held?.text.lang === old[0]?.text.lang);
    if (now) return { before: old, after: now };
  }
  return undefined;
}

function redlineOf({ before, after }: Sides, strikes: boolean) {
  const excerptOf = (held: readonly HeldPassage[]) => ({
    passage: wordsOf(held),
    abbreviations: held[0]?.text.abbreviations ?? {},
  });
  return redline(excerptOf(before), excerptOf(after), strikes);
}

function allMarked(passages: readonly HeldPassage[], kind: "struck" | "inserted"): Redline {
  const line = markWords(wordsOf(passages), kind);
  const [before, after] = kind === "struck" ? [line, []] : [[], line];
  return { kind: "redline", before, after, line };
}

function keptShare({ line }: Redline) {
  const count = (kind: string) =>
    line.reduce((sum, run) => sum + (run.kind === kind ? splitWords(run.text).length : 0), 0);
  const kept = count("kept");
  return kept / (kept + Math.max(count("struck"), count("inserted")));
}
