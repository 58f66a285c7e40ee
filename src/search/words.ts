/**
 * Text as search compares it, in the index and in the query alike: straight apostrophes, ligatures taken apart, digits that
 * are grouped by spaces joined, hard spaces made soft, “90 billion” as “90bn”. What readers see stays as it is.
 */
export function normalize(text: string): string {
  return text
    .replace(/[\u2019\u02bc\u2018]/g, "'")
    .replace(/œ/g, "oe")
    .replace(/Œ/g, "Oe")
    .replace(/æ/g, "ae")
    .replace(/Æ/g, "Ae")
    .replace(/(?<=\d)[\u00a0\u2009\u202f ](?=\d{3}(?!\d))/g, "")
    .replace(/[\u00a0\u2009\u202f]/g, " ")
    .replace(/\u2011/g, "-")
    .replace(/(\d) (?:billion|bn)\b/gi, "$1bn")
    .replace(/(\d) (?:million|mn)\b/gi, "$1m");
}

/** Apostrophes as readers see them; the index has straight ones. */
export function smartenApostrophes(text: string): string {
  return text.replace(/(?<=[\p{L}\d])'/gu, "’");
}

/** Most characters before a title at the beginning of an excerpt: a date, a kind. */
const MAX_BEFORE_TITLE = 40;

/**
 * Pagefind's excerpt, whose only markup is `<mark>`, as pieces of text, plain and found in turn, plain first:
 * `["the ", "Rafale", " jets"]`. A title at its beginning is left out.
 */
export function parseExcerpt(excerpt: string, title: string): string[] {
  // Pagefind marks a full stop after a word with it.
  const pieces = excerpt
    .replace(/([.,;:!?)”"]+)<\/mark>/g, "</mark>$1")
    .split(/<\/?mark>/)
    .map((piece) => smartenApostrophes(piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">")));
  const start = pieces.join("").indexOf(title);
  if (start < 0 || start > MAX_BEFORE_TITLE) return pieces;
  let left = start + title.length;
  const rest = pieces.map((piece) => {
    const cut = Math.min(left, piece.length);
    left -= cut;
    return piece.slice(cut);
  });
  const first = rest.findIndex(Boolean);
  if (first >= 0) rest[first] = rest[first]?.replace(/^[.?!:;,\s]+/, "") ?? "";
  return rest;
}

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
  return [...new Set(wordsIn(normalize(query)).map((word) => word.stem))].filter((word) => !COMMON.has(word));
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
  const plain = normalize(word)
    .normalize("NFD")
    .replace(/\p{Mn}|(?<=\d)[,\u00a0\u2009\u202f](?=\d)/gu, "")
    .toLowerCase();
  if (!/^[a-z]{5,}$/.test(plain) || WHOLE_WORDS.has(plain)) return plain;
  return plain
    .replace(/(?<=[a-z]{2})ie[sd]$/, "y")
    .replace(/(?:(?<=[a-z]{3})ing|(?<=[a-z]{3})ed|es|s|e)$/, "");
}
