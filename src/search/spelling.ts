/** Lower-case spellings mapped to the site’s own: “patterson” to “Paterson”. */
export type Variants = Record<string, string>;

/**
 * Replaces declared spellings of names, and words with wrong letters that no page contains (`isKnown`), by
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

/** Letters of a word of which two may be wrong. */
const LONG_WORD = 8;

/** The site’s spelling of a name if one letter of `word` is wrong, or two of a long word; short words are too ambiguous. */
function nearest(word: string, variants: Variants): string | undefined {
  if (!/^\p{L}{5,}$/u.test(word) || ownSpelling(word, variants)) return undefined;
  const typed = fold(word);
  const names = Object.keys(variants).filter((name) => fold(name)[0] === typed[0]);
  const near = (most: number) => names.find((name) => isNear(fold(name), typed, most));
  const found = near(1) ?? (typed.length >= LONG_WORD ? near(2) : undefined);
  return found && variants[found];
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

/** Whether inserting, removing, replacing or swapping letters at up to `most` places makes the words equal, or they are. */
export function isNear(a: string, b: string, most = 1): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA === restB) return true;
  const isSwap = restA[0] === restB[1] && restA[1] === restB[0];
  return [[1, 0] as const, [0, 1] as const, [1, 1] as const, ...(isSwap ? [[2, 2] as const] : [])].some(
    ([ofA, ofB]) => most > 0 && isNear(restA.slice(ofA), restB.slice(ofB), most - 1),
  );
}
