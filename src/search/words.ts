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

/**
 * Pagefind's excerpt, whose only markup is `<mark>`, as pieces of text, plain and found in turn, plain first:
 * `["the ", "fighter", " jets"]`. A title at its beginning, perhaps after a date or a kind, is omitted.
 */
export function parseExcerpt(excerpt: string, title: string): string[] {
  // Pagefind marks a full stop after a word with it.
  const pieces = excerpt
    .replace(/([.,;:!?)”"]+)<\/mark>/g, "</mark>$1")
    .split(/<\/?mark>/)
    .map((piece) => smartenApostrophes(piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">")));
  const whole = pieces.join("");
  const start = whole.indexOf(title);
  if (start < 0 || start > MAX_BEFORE_TITLE) return pieces;
  const end = start + title.length;
  let left = end + whole.slice(end).search(/[^.?!:;,\s]|$/);
  return pieces.map((piece) => {
    const rest = piece.slice(left);
    left = Math.max(0, left - piece.length);
    return rest;
  });
}

/** Most characters before a title at the beginning of an excerpt. */
const MAX_BEFORE_TITLE = 40;

/** Too common to be searched for or marked. */
const COMMON = new Set(
  (
    "a an and are at be by did do does for from has have how in is it many much of on or per " +
    "that the to was were what when where which who whom why will with"
  ).split(" "),
);

/** The words of a text that are worth looking for, each once, without case, accents and plural. */
export function words(text: string): string[] {
  const plain = normalize(text)
    .normalize("NFD")
    .replace(/\p{Mn}|(?<=\d),(?=\d)/gu, "")
    .toLowerCase();
  const found = plain.match(/[\p{L}\d]+/gu)?.filter((word) => !COMMON.has(word)) ?? [];
  return [...new Set(found.map((word) => word.replace(/s$/, "")))];
}

/** A query without the words that every page has; a query of nothing else stays whole. */
export function withoutCommon(query: string): string {
  return (
    query
      .split(/\s+/)
      .filter((word) => !COMMON.has(word.toLowerCase().replace(/[?!.,]+$/, "")))
      .join(" ") || query
  );
}
