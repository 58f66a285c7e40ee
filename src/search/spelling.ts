import { normalize } from "./words.ts";

/** Spellings that people type, in lower case, and the site's own: "zelenskyy" → "Zelensky". */
export type Variants = Record<string, string>;

/** What search knows beside its index. */
export interface Spellings {
  variants: Variants;
  /** The page that a name or a question by itself asks for, by `nameKey`. */
  pages: Record<string, NamedPage>;
}

/** A page, or a section of one, that has a name: its path without the base of the site, and what search calls its kind. */
export interface NamedPage {
  url: string;
  kind: string;
}

/** A query as names are compared: normalised, without case, quotation marks and the mark that ends a question. */
export function nameKey(query: string): string {
  return normalize(query)
    .replace(/["“”]/g, "")
    .replace(/[\s?!.]+$/, "")
    .toLowerCase();
}

const QUOTED = /(["“”][^"“”]*["“”]?)/;

/** Words and quoted passages of a query in turn: what stands in quotation marks is looked for as it is. */
function outsideQuotes(query: string, change: (words: string) => string): string {
  return query
    .split(QUOTED)
    .map((part, i) => (i % 2 === 0 ? change(part) : part))
    .join("");
}

/** The query with every declared spelling of a name replaced by the site's own; longer ones first. */
export function spell(query: string, variants: Variants): string {
  return outsideQuotes(query, (words) => spellWords(words, variants));
}

/** The query with every word that misses a declared spelling by one letter, and is not `held` by any page, replaced by the site's own. */
export async function correct(
  query: string,
  variants: Variants,
  held: (word: string) => Promise<boolean>,
): Promise<string> {
  const parts = query.split(QUOTED).flatMap((part, i) => (i % 2 === 0 ? part.split(/(\s+)/) : part));
  const corrected = parts.map(async (part) => {
    const own = nearest(part, variants);
    return own && !(await held(part)) ? own : part;
  });
  return (await Promise.all(corrected)).join("");
}

function spellWords(query: string, variants: Variants): string {
  const parts = query.split(/(\s+)/);
  const own = (text: string) =>
    Object.hasOwn(variants, text.toLowerCase()) ? variants[text.toLowerCase()] : undefined;
  for (let length = 5; length >= 1; length -= 2) {
    for (let i = 0; i + length <= parts.length; i++) {
      const typed = parts.slice(i, i + length).join("");
      const found = own(typed);
      if (found) parts.splice(i, length, found.toLowerCase() === typed.toLowerCase() ? typed : found);
    }
  }
  return parts.join("");
}

/** The site's own spellings of words that `text` spells otherwise: what the index must hold beside the text. */
export function ownSpellings(text: string, variants: Variants): string[] {
  const inText = new Set(text.match(/[\p{L}\p{M}'-]+/gu)?.map((word) => word.toLowerCase()));
  const own = [...inText].flatMap((word) => (Object.hasOwn(variants, word) ? (variants[word] ?? []) : []));
  return [...new Set(own)].filter((name) => !inText.has(name.toLowerCase()));
}

/** How many letters of a word of that length may be wrong: almost every word is two letters away from some short one. */
const wrongLetters = (length: number) => (length >= 5 ? 2 : length >= 4 ? 1 : 0);

/** Queries with one word replaced by a known one that is spelt almost like it; at most three. */
export function suggest(query: string, variants: Variants): string[] {
  const known = [...new Set(Object.values(variants))];
  const found = query
    .split(/\s+/)
    .flatMap((word) =>
      known
        .filter((name) => distance(word.toLowerCase(), name.toLowerCase()) <= wrongLetters(word.length))
        .map((name) => query.replace(word, name)),
    );
  return [...new Set(found)].slice(0, 3);
}

/** The site's spelling of a name that `word` misses by one letter; only for words long enough to be sure. */
export function nearest(word: string, variants: Variants): string | undefined {
  if (word.length < 6 || !/^\p{L}+$/u.test(word)) return undefined;
  const lower = word.toLowerCase();
  if (Object.hasOwn(variants, lower)) return undefined;
  for (const [variant, own] of Object.entries(variants)) {
    if (
      Math.abs(variant.length - lower.length) <= 1 &&
      variant.charAt(0) === lower.charAt(0) &&
      distance(lower, variant) === 1
    )
      return own;
  }
  return undefined;
}

/** Number of letters to insert, remove, replace or swap with a neighbour (optimal string alignment). */
export function distance(a: string, b: string): number {
  // A row a letter of `a`: the number for each beginning of `b`; nothing leads there from outside.
  let [earlier, above]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (row: readonly number[], j: number) => row[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(earlier, j - 2) + 1 : Infinity;
      row.push(Math.min(at(above, j) + 1, at(row, j - 1) + 1, at(above, j - 1) + cost, swapped));
    }
    [earlier, above] = [above, row];
  }
  return at(above, b.length);
}
