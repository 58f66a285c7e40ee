import { normalize } from "./words.ts";

/** Spellings that people type, in lower case, and the site's own: "patterson" → "Paterson". */
export type Variants = Record<string, string>;

/** What search knows in addition to its index. */
export interface Spellings {
  variants: Variants;
  /** The page that a name or a question on its own asks for, by `nameKey`. */
  pages: Record<string, NamedPage>;
}

/** A page, or a section of one, that has a name: its path without the base of the site, and what search calls its kind. */
export interface NamedPage {
  url: string;
  kind: string;
}

/** A query as names are compared: normalised, without case, quotation marks, a plural and the mark that ends a question. */
export function nameKey(query: string): string {
  return normalize(query.toLowerCase())
    .replace(/["“”]/g, "")
    .replace(/s?[\s?!.]*$/, "");
}

/**
 * The query with every declared spelling of a name, and every word that misses one by a letter and that no page contains
 * (`isKnown`), replaced by the site's own. Words in quotation marks stay as they are.
 */
export async function correct(
  query: string,
  variants: Variants,
  isKnown: (word: string) => Promise<boolean>,
): Promise<string> {
  const parts = query.split(/(["“”][^"“”]*["“”]?|\s+)/);
  for (let length = 5; length >= 1; length -= 2) {
    for (let i = 0; i + length <= parts.length; i++) {
      const typed = parts.slice(i, i + length).join("");
      const own = ownSpelling(typed, variants);
      if (own) parts.splice(i, length, own.toLowerCase() === typed.toLowerCase() ? typed : own);
    }
  }
  const corrected = parts.map(async (word) => {
    const near = nearest(word, variants);
    return near && !(await isKnown(word)) ? near : word;
  });
  return (await Promise.all(corrected)).join("");
}

function ownSpelling(name: string, variants: Variants): string | undefined {
  const key = name.toLowerCase();
  return Object.hasOwn(variants, key) ? variants[key] : undefined;
}

/** The site's own spellings of words that `text` spells otherwise: what the index must contain in addition to the text. */
export function ownSpellings(text: string, variants: Variants): string[] {
  const inText = new Set(text.match(/[\p{L}\p{M}'-]+/gu)?.map((word) => word.toLowerCase()));
  const own = [...inText].flatMap((word) => ownSpelling(word, variants) ?? []);
  return [...new Set(own)].filter((name) => !inText.has(name.toLowerCase()));
}

/** The site's spelling of a name that `word` misses by one letter; only for words long enough to be sure. */
export function nearest(word: string, variants: Variants): string | undefined {
  const typed = word.toLowerCase();
  if (!/^\p{L}{6,}$/u.test(word) || ownSpelling(word, variants)) return undefined;
  const near = Object.keys(variants).find((name) => name[0] === typed[0] && isOneLetterOff(name, typed));
  return near && variants[near];
}

/** Whether two different words become one by inserting, removing, replacing or swapping letters at one place. */
export function isOneLetterOff(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [from, to] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return Math.max(from.length, to.length) === 1 || (from.length === 2 && from === `${to[1]}${to[0]}`);
}
