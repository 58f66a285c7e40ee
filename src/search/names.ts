import { normalize, saysWhatIsAsked, type Variants } from "./words.ts";

export interface Vocabulary {
  variants: Variants;
  /** Of names, so that one wrong letter is corrected. */
  words: string;
  /** Groups of words that mean the same to readers. */
  synonyms: readonly (readonly string[])[];
  /** Of entries of the index, which has each by its `keyOfEntry`. */
  names: readonly PackedNames[];
}

export interface Named {
  names: readonly string[];
  /** Of a person or a thing: its names count only as a whole. */
  isThing?: boolean;
  /** Two other entries: it is named by a query that names both. */
  pair?: readonly [number, number];
}

/** The word by which the index finds an entry of `names`, and nothing else. */
export function keyOfEntry(entry: number): string {
  return `zq${String(entry).padStart(4, "0")}`;
}

const ENDING =
  /(?:ances?|ants?|ences?|ations?|ions?|ments?|ings?|ies|ied|e?d|ers?|ors?|i?als?|i?ans?|ly|it(?:y|ies)|'s?|es|s|e|y)$/;
/** Of which two may follow each other: “arrest-ation-s”. */
const MOST_ENDINGS = 2;
const SHORTEST_STEM = 3;

/** Forms that no ending tells, by the first of each. */
const IRREGULAR = new Map(
  (
    "break broke broken,build built,buy bought,child children,come came,find found,give gave given,go went gone,hold held,keep kept," +
    "know knew known,lead led,leave left,lose lost,make made,meet met,pay paid,see saw seen,sell sold,send sent,steal stole stolen," +
    "take took taken,tell told,win won,withdraw withdrew withdrawn,write wrote written"
  )
    .split(",")
    .flatMap((forms) => forms.split(" ").map((form, _, [base = ""]) => [form, base] as const)),
);

/** The words that say what a text is about, without their endings, between spaces. */
export function stemsOf(text: string): string {
  const words =
    normalize(text)
      .replace(/(?<=\d),(?=\d{3})/g, "")
      .toLowerCase()
      .replace(/\bwhen (?!did|was|were)/g, "date ")
      .replace(/\bhow many\b/g, "number")
      .match(/[\p{L}\p{M}\d']+/gu) ?? [];
  return ` ${words.filter(saysWhatIsAsked).map(stem).join(" ")} `;
}

function stem(word: string) {
  let stem = IRREGULAR.get(word) ?? word;
  for (let i = 0; i < MOST_ENDINGS && !/\d/.test(word); i++) {
    stem =
      [ENDING, /s$/]
        .map((ending) => stem.replace(ending, ""))
        .find(({ length }) => length >= SHORTEST_STEM) ?? stem;
  }
  return stem.replace(/([bdfglmnprt])\1$/, "$1");
}

/** What the search in a browser needs of an entry: its names in stems, “=” before those of a thing; or the numbers of its pair. */
type PackedNames = string | NonNullable<Named["pair"]>;

export function packNames({ names, isThing, pair }: Named): PackedNames {
  return pair ?? (isThing ? "=" : "") + [...new Set(names.map((name) => stemsOf(name).trim()))].join("|");
}

function unpackNames(packed: PackedNames): Named {
  if (typeof packed !== "string") return { names: [], pair: packed };
  return {
    names: packed
      .replace(/^=/, "")
      .split("|")
      .map((name) => ` ${name} `),
    isThing: packed.startsWith("="),
  };
}

/** What it weighs that the text of an entry, or another name of it, has a word of the query; that a name has a synonym of it; that a name has no other words. */
const TEXT_WEIGHT = 0.7;
const OTHER_NAME_WEIGHT = 0.85;
const SYNONYM_WEIGHT = 0.9;
const WHOLE_NAME_WEIGHT = 0.7;
/** Of the name of a person or a thing that is part of a query; and what it has to share. */
const PART_WEIGHT = 0.8;
const LEAST_OF_NAME = 0.8;
/** A word that no name has, unless a number, weighs as if this share of the entries had it: what is asked is mostly in the others. */
const SHARE_OF_UNKNOWN = 1 / 30;
/** Of a name of one word, as “Putin”, beside other words as rare. */
const ONE_WORD_WEIGHT = 1.6;

/**
 * Returns a function that ranks entries by how much of a query they are named by, 1 being all of it. `hasWord` says
 * whether the text of an entry has a word, given by its stem.
 */
export function nameMatcher({ names: packed, synonyms }: Pick<Vocabulary, "names" | "synonyms">) {
  const groups = synonyms.map((group) => group.map(stemsOf));
  const read = packed.map(unpackNames).map((entry) => ({ ...entry, all: entry.names.join("") }));
  const ofOneWord = new Set(
    read.flatMap(({ names, isThing }) => (isThing ? names.filter((name) => /^ \S+ $/.test(name)) : [])),
  );
  const counts = new Map<string, number>();
  for (const { all } of read)
    for (const word of new Set(all.trim().split(" "))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weigh = (count: number) => Math.log(1 + packed.length / Math.max(count, 1));
  const weighWords = (stems: string) =>
    [...new Set(stems.trim().split(/ +/))].reduce((sum, word) => sum + weigh(counts.get(word) ?? 0), 0);

  /** The words of a query, or phrases that have synonyms, each with the synonyms. */
  function termsOf(query: string) {
    let rest = stemsOf(query);
    const terms: string[][] = [];
    for (const group of groups)
      for (const phrase of group)
        if (phrase.trim().includes(" ") && rest.includes(phrase)) {
          rest = rest.replace(phrase, " ");
          terms.push([phrase, ...group]);
        }
    for (const word of new Set(rest.split(" ").filter(Boolean)))
      terms.push([
        ...new Set([` ${word} `, ...groups.filter((group) => group.includes(` ${word} `)).flat()]),
      ]);
    return terms.map((forms) => ({
      forms,
      weight:
        weigh(
          read.filter(({ all }) => forms.some((form) => all.includes(form))).length ||
            (/\d/.test(forms[0] ?? "") ? 1 : SHARE_OF_UNKNOWN * packed.length),
        ) * (ofOneWord.has(forms[0] ?? "") ? ONE_WORD_WEIGHT : 1),
    }));
  }

  return (query: string, hasWord: (entry: number, stem: string) => boolean = () => false) => {
    const terms = termsOf(query);
    const whole = terms.reduce((sum, { weight }) => sum + weight, 0);
    // “28 and 20 points” has the names “28 points” and “20 points”.
    const asked = stemsOf(query).replace(/ (\d+) (?=\d+ (\p{L}+) )/u, " $1 $2 ");
    const scoreOf = (name: string, entry: number, isThing = false) => {
      let [found, said] = [0, ""];
      for (const { forms, weight } of terms) {
        const inName = forms.filter((form) => name.includes(form));
        said += inName[0] ?? "";
        if (inName.length > 0) found += inName[0] === forms[0] ? weight : SYNONYM_WEIGHT * weight;
        else if (forms.some((form) => read[entry]?.all.includes(form))) found += OTHER_NAME_WEIGHT * weight;
        else if (hasWord(entry, forms[0]?.trim() ?? "")) found += TEXT_WEIGHT * weight;
      }
      if (said === "") return 0;
      const share = weighWords(said) / weighWords(name);
      if (!isThing) return (found / whole) * (1 - WHOLE_NAME_WEIGHT + WHOLE_NAME_WEIGHT * share);
      return share > LEAST_OF_NAME ? (found / whole) * (found < whole ? PART_WEIGHT : 1) : 0;
    };
    /** The more the longer the names are that the query has of both entries; names of one word do not count. */
    const scorePair = ([one, other]: readonly [number, number]) => {
      const findName = (entry: number, rest: string) =>
        read[entry]?.names
          .filter((name) => /\S \S/.test(name) && rest.includes(name))
          .sort((a, b) => b.length - a.length)[0];
      const first = findName(one, asked);
      const second = first && findName(other, asked.replace(first, "  "));
      return second ? 1 + (first.length + second.length) / 1000 : 0;
    };
    const ranked = read
      .map(({ names, isThing, pair }, entry) => ({
        entry,
        score: pair ? scorePair(pair) : Math.max(...names.map((name) => scoreOf(name, entry, isThing))),
      }))
      .filter(({ score }) => score > 0);
    // A query that is no name, but only names of people or things, asks for each of them.
    const things = ranked.flatMap(({ entry }) =>
      read[entry]?.isThing ? read[entry].names.filter((name) => asked.includes(name)) : [],
    );
    const isOnlyThings =
      ranked.every(({ score }) => score < 0.99) &&
      terms.every(({ forms }) => things.some((name) => name.includes(forms[0] ?? "")));
    return ranked
      .map(({ entry, score }) => ({ entry, score: isOnlyThings && read[entry]?.isThing ? 1 : score }))
      .sort((a, b) => b.score - a.score);
  };
}
