import { normalise } from "./normalise.ts";

/** Too common to be searched for or marked. */
const COMMON = new Set(
  (
    "a an and are at be by did do does for from has have how in is it many much of on or per " +
    "that the to was were what when where which who whom why will with"
  ).split(" "),
);

/** A word of a text as search compares it, and where it stands. */
export interface Word {
  stem: string;
  from: number;
  to: number;
}

/** Every word of a text, in order. Numbers may hold commas, points and hard spaces: "800,000". */
export function wordsIn(text: string): Word[] {
  return [...text.matchAll(/\d+(?:[.,\u00a0\u2009\u202f]\d+)*\p{L}*|[\p{L}\p{M}\d]+/gu)].map((match) => ({
    stem: stem(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** The words of a query that are worth looking for, each once, as search compares them. */
export function words(query: string): string[] {
  return [...new Set(wordsIn(normalise(query)).map((word) => word.stem))].filter((word) => !COMMON.has(word));
}

/** A query without the words that every page has; a query of nothing else, or in quotation marks, stays whole. */
export function withoutCommon(query: string): string {
  if (/["“”]/.test(query)) return query;
  return (
    query
      .split(/\s+/)
      .filter((word) => !COMMON.has(word.toLowerCase().replace(/[?!.,]+$/, "")))
      .join(" ") || query
  );
}

/** Words that are not forms of the word they would be shortened to. */
const WHOLE_WORDS = new Set(["united", "police"]);

/** A word without case, accents and the commonest English endings: "Assets" and "asset" are one, "armies" and "army" too. */
function stem(word: string): string {
  const plain = normalise(word)
    .normalize("NFD")
    .replace(/\p{Mn}|(?<=\d)[,\u00a0\u2009\u202f](?=\d)/gu, "")
    .toLowerCase();
  if (!/^[a-z]{5,}$/.test(plain) || WHOLE_WORDS.has(plain)) return plain;
  return plain
    .replace(/(?<=[a-z]{2})ie[sd]$/, "y")
    .replace(/(?:(?<=[a-z]{3})ing|(?<=[a-z]{3})ed|es|s|e)$/, "");
}
