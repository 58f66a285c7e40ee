/** Lower-case spellings mapped to the site’s own: “patterson” to “Paterson”. */
export type Variants = Record<string, string>;

/**
 * Replaces declared spellings of names, and words with one wrong letter that no page contains (`isKnown`), by
 * the site’s spelling. Quoted words are unchanged.
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
      const ownSpelled = ownSpelling(typed, variants);
      if (ownSpelled)
        parts.splice(i, length, ownSpelled.toLowerCase() === typed.toLowerCase() ? typed : ownSpelled);
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

/** The site’s spelling of a name if one letter of `word` is wrong; short words are too ambiguous. */
function nearest(word: string, variants: Variants): string | undefined {
  if (!/^\p{L}{5,}$/u.test(word) || ownSpelling(word, variants)) return undefined;
  const typed = fold(word);
  const near = Object.keys(variants).find((name) => {
    const folded = fold(name);
    return folded[0] === typed[0] && isOneLetterOff(folded, typed);
  });
  return near && variants[near];
}

/** Letters that languages write differently as one: “Jermack” as “iermak”. */
function fold(word: string): string {
  return word
    .toLowerCase()
    .replace(/[yj]/g, "i")
    .replace(/w|ff?|ph/g, "v")
    .replace(/ck|c/g, "k")
    .replace(/kh/g, "h")
    .replace(/(.)\1/g, "$1");
}

/** Whether inserting, removing, replacing or swapping letters at one place makes the words equal, or they are. */
export function isOneLetterOff(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [from, to] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return Math.max(from.length, to.length) <= 1 || (from.length === 2 && from === `${to[1]}${to[0]}`);
}
