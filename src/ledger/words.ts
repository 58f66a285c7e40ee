import { getOrInsert } from "../expect-defined.ts";

/** Most words of a source, or of a text that is only quoted, in one place (docs/words.md). */
export const MAX_QUOTED_WORDS = 40;

const GAPS = new Set(["[…]", "[...]", "…", "..."]);

const STOP_WORDS = new Set(
  (
    "a an the this that these those it its he she they their his her who whom whose which what is are was were be been being " +
    "has have had do does did may might must can could shall should will would of in on at to for from by with into " +
    "over under and or but if as than then so only also any all some each both per more most other others there"
  ).split(" "),
);
const NEGATIONS = new Set("no not none never neither nor nothing nobody without cannot".split(" "));

/** A place left blank in a text: two dashes or more, unlike the one that stands between words. */
const BLANK = /^(?!--$)[-–—_]{2,}[.,;:]*$/u;

/** Ends a word that the next one follows without a space. */
const JOINER = "\u2060";

/**
 * The words of a text, for `joinWords`. The parts of “two-thirds” are words, as those of “two thirds” are. A dash or
 * another sign that stands alone belongs to the word before it; a gap or a blank is a word of its own.
 */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  const parts = text.replace(/(?<=\p{L}[-—])(?=\p{L})/gu, `${JOINER} `);
  for (const word of parts.match(/\S+/gu) ?? []) {
    const last = words.length - 1;
    if (normalizeWord(word) !== "" || isGap(word) || last < 0) words.push(word);
    else words[last] += ` ${word}`;
  }
  return words;
}

export function joinWords(words: readonly string[]): string {
  return words.join(" ").replaceAll(`${JOINER} `, "").replaceAll(JOINER, "");
}

export function countWords(text: string): number {
  return (text.match(/\S+/gu) ?? []).filter((word) => normalizeWord(word) !== "").length;
}

export function isGap(word: string): boolean {
  return GAPS.has(word);
}

const normalized = new Map<string, string>();

export function normalizeWord(word: string): string {
  return getOrInsert(normalized, word, () =>
    BLANK.test(word)
      ? "——"
      : word
          .normalize("NFKC")
          .toLowerCase()
          .replace(/^&$/u, "and")
          .replace(/(?!(?<=\p{N})\.(?=\p{N}))[^\p{L}\p{M}\p{N}$€£%]/gu, ""),
  );
}

export function haveSameWords(a: string, b: string): boolean {
  const [first, second] = [a, b].map((text) => splitWords(text).map(normalizeWord));
  return first?.join(" ") === second?.join(" ");
}

export function isNegation(word: string): boolean {
  return NEGATIONS.has(normalizeWord(word)) || /n[’']t\W*$/iu.test(word);
}

/** Whether the word says what a sentence is about. */
export function isContentWord(word: string): boolean {
  const plain = normalizeWord(word);
  return plain !== "" && !STOP_WORDS.has(plain);
}

/**
 * At a gap of the excerpt, words of the passage may be left out. Its letters, case and punctuation must be those of the
 * passage, up to typographic signs. Returns the range `[start, end)` in words.
 */
export function findExcerpt(passage: readonly string[], excerpt: string): [number, number] | undefined {
  const parts: string[][] = [[]];
  for (const word of splitWords(excerpt)) {
    if (isGap(word)) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  let [from, start]: [number, number | undefined] = [0, undefined];
  for (const part of parts.filter(({ length }) => length > 0)) {
    const at = indexOfWords(passage, part, from);
    if (at < 0) return undefined;
    start ??= at;
    from = at + part.length;
  }
  return start === undefined ? undefined : [start, from];
}

function indexOfWords(words: readonly string[], part: readonly string[], from: number) {
  for (let i = from; i + part.length <= words.length; i++)
    if (part.every((word, j) => isSameLetters(words[i + j] ?? "", word, j === 0, j === part.length - 1)))
      return i;
  return -1;
}

/** The first and the last word of an excerpt may lack punctuation. */
function isSameLetters(word: string, quoted: string, isFirst: boolean, isLast: boolean) {
  const plain = (text: string) => {
    const straight = text.replace(/[’‘]/gu, "'").replace(/[“”]/gu, '"').replace(/[–—]/gu, "-");
    const head = isFirst ? straight.replace(/^[^\p{L}\p{N}$€£]+/u, "") : straight;
    return isLast ? head.replace(/[^\p{L}\p{N}%]+$/u, "") : head;
  };
  return plain(word) === plain(quoted);
}
