import { isContentWord, normalizeWord } from "../ledger/words.ts";

/** For the index and for queries. */
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

/** Replaces the straight apostrophes of the index by typographic ones. */
export function smartenApostrophes(text: string): string {
  return text.replace(/(?<=[\p{L}\d])'/gu, "’");
}

/** Plain and matching pieces, plain first: `["the ", "fighter", " jets"]`. A title at the start is omitted. */
export function parseExcerpt(excerpt: string, title: string): string[] {
  // Pagefind includes the full stop after a word in the mark.
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

const MAX_BEFORE_TITLE = 40;

/** Words of a question that do not say what it is about, beside those that never do. */
const ASKING = new Set(
  (
    "how why when doesnt dont didnt isnt cant wont would could allowed where many much per i we you your our me my there let get gets got do does did say says said according about between " +
    "happen happens happened happening place times right out now today still yet most getting go going been he she his her tell know because really actually exactly simply simple " +
    "guy guys fellow man thing things stuff lot lots just even ever please someone somebody everybody everyone anybody anyone himself herself themselves true sure whats hows whos wheres so very too such maybe also am im " +
    "mean means meaning meant explain explained exist use using vs versus full list"
  ).split(" "),
);

export function saysWhatIsAsked(word: string): boolean {
  return isContentWord(word) && !ASKING.has(normalizeWord(word));
}

/** The query without words that say nothing of what is asked, or the whole query if it has no others; “5 May” stays a day, “May 1866” a month. */
export function withoutCommon(query: string): string {
  const words = query.split(/\s+/);
  const isMonth = (i: number) =>
    words[i] === "May" && /^\d| \d{4}$/.test(`${words[i - 1] ?? ""} ${words[i + 1] ?? ""}`);
  return words.filter((word, i) => saysWhatIsAsked(word) || isMonth(i)).join(" ") || query;
}

/** Lower-case spellings mapped to the site’s own: “patterson” to “Paterson”. */
export type Variants = Record<string, string>;

/** Quoted words are unchanged. */
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

function ownSpelling(name: string, variants: Variants) {
  const key = name.toLowerCase();
  return Object.hasOwn(variants, key) ? variants[key] : undefined;
}

/** Letters of a word of which two may be wrong. */
const LONG_WORD = 8;

/** Short words are too ambiguous. */
function nearest(word: string, variants: Variants) {
  if (!/^\p{L}{5,}$/u.test(word) || ownSpelling(word, variants)) return undefined;
  const typed = fold(word);
  const names = Object.keys(variants).map((name) => ({ name, letters: fold(name) }));
  const near = (most: number) =>
    names.find(({ letters }) => letters[0] === typed[0] && isNear(letters, typed, most))?.name;
  const found = near(1) ?? (typed.length >= LONG_WORD ? near(2) : undefined);
  return found && variants[found];
}

/** Letters that languages write differently as one: “Jermack” as “iermak”. */
function fold(word: string) {
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
