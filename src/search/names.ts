import type { Variants } from "./spelling.ts";
import { normalize, saysWhatIsAsked } from "./words.ts";

/** What search knows beside the index of texts. */
export interface Vocabulary {
  variants: Variants;
  /** Of names, so that one wrong letter is corrected. */
  words: string;
  /** Groups of words that mean the same to readers. */
  synonyms: readonly (readonly string[])[];
  /** Of entries of the index, which has each by its `keyOfEntry`; as `stemName` has them. */
  names: readonly Named[];
}

/** What readers call an entry of the index. */
export interface Named {
  names: readonly string[];
  /** What else it is about; without it, the names are those of a person or a thing, and count only as a whole. */
  about?: string;
}

/** The word by which the index finds an entry of `names`, and nothing else. */
export function keyOfEntry(entry: number): string {
  return `zq${String(entry).padStart(4, "0")}`;
}

const ENDING =
  /(?:ances?|ants?|ences?|ations?|ions?|ments?|ings?|ies|ied|e?d|ers?|ors?|als?|i?ans?|ly|'s?|es|s|e|y)$/;
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
function stemsOf(text: string): string {
  const words =
    normalize(text)
      .toLowerCase()
      .match(/[\p{L}\p{M}\d']+/gu) ?? [];
  return ` ${words.filter(saysWhatIsAsked).map(stem).join(" ")} `;
}

function stem(word: string): string {
  let stem = IRREGULAR.get(word) ?? word;
  for (let i = 0; i < MOST_ENDINGS && !/\d/.test(word); i++) {
    stem =
      [ENDING, /s$/]
        .map((ending) => stem.replace(ending, ""))
        .find(({ length }) => length >= SHORTEST_STEM) ?? stem;
  }
  return stem.replace(/([bdfglmnprt])\1$/, "$1");
}

/** What the search in a browser needs of an entry: each stem of `about` once, if no name has it. */
export function stemName({ names, about }: Named): Named {
  const stems = [...new Set(names.map((name) => stemsOf(name).trim()))];
  const named = new Set(stems.join(" ").split(" "));
  return {
    names: stems,
    ...(about !== undefined && {
      about: [...new Set(stemsOf(about).trim().split(" "))].filter((word) => !named.has(word)).join(" "),
    }),
  };
}

/** What it weighs that another text of the entry has a word of the query; that a name has a synonym of it; that a name has no other words. */
const ABOUT_WEIGHT = 0.7;
const SYNONYM_WEIGHT = 0.9;
const WHOLE_NAME_WEIGHT = 0.6;
/** Of the name of a person or a thing that is part of a query; and what it has to share. */
const PART_WEIGHT = 0.9;
const LEAST_OF_NAME = 0.8;
/** Of a name of one word, as “Putin”, beside other words as rare. */
const ONE_WORD_WEIGHT = 1.6;

/** Returns a function that ranks entries by how much of a query they are named by, 1 being all of it. */
export function nameMatcher({ names: entries, synonyms }: Pick<Vocabulary, "names" | "synonyms">) {
  const groups = synonyms.map((group) => group.map(stemsOf));
  const read = entries.map(({ names, about }) => ({
    names: names.map((name) => ` ${name} `),
    all: ` ${names.join(" ")} ${about ?? ""} `,
    isThing: about === undefined,
  }));
  const ofOneWord = new Set(
    read.flatMap(({ names, isThing }) => (isThing ? names.filter((name) => /^ \S+ $/.test(name)) : [])),
  );
  const counts = new Map<string, number>();
  for (const { all } of read)
    for (const word of new Set(all.trim().split(" "))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weigh = (count: number) => Math.log(1 + entries.length / Math.max(count, 1));
  const weighWords = (stems: string) =>
    [...new Set(stems.trim().split(/ +/))].reduce((sum, word) => sum + weigh(counts.get(word) ?? 0), 0);

  /** The words of a query, or phrases that have synonyms, each with the synonyms. */
  function termsOf(query: string): { forms: string[]; weight: number }[] {
    let rest = stemsOf(query.replace(/\bhow many\b/i, "number of"));
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
        weigh(read.filter(({ all }) => forms.some((form) => all.includes(form))).length) *
        (ofOneWord.has(forms[0] ?? "") ? ONE_WORD_WEIGHT : 1),
    }));
  }

  return (query: string): { entry: number; score: number }[] => {
    const terms = termsOf(query);
    const whole = terms.reduce((sum, { weight }) => sum + weight, 0);
    const scoreOf = (name: string, all: string, isThing: boolean) => {
      let [asked, said] = [0, ""];
      for (const { forms, weight } of terms) {
        const inName = forms.filter((form) => name.includes(form));
        if (inName.length > 0) {
          asked += inName[0] === forms[0] ? weight : SYNONYM_WEIGHT * weight;
          said += inName.join("");
        } else if (!isThing && forms.some((form) => all.includes(form))) asked += ABOUT_WEIGHT * weight;
      }
      if (said === "") return 0;
      const share = weighWords(said) / weighWords(name);
      if (!isThing) return (asked / whole) * (1 - WHOLE_NAME_WEIGHT + WHOLE_NAME_WEIGHT * share);
      return share > LEAST_OF_NAME ? (asked / whole) * (asked < whole ? PART_WEIGHT : 1) : 0;
    };
    const ranked = read
      .map(({ names, all, isThing }, entry) => ({
        entry,
        score: Math.max(...names.map((name) => scoreOf(name, all, isThing))),
      }))
      .filter(({ score }) => score > 0);
    // A query that is no name, but only names of people or things, asks for each of them.
    const things = ranked.flatMap(({ entry }) => (read[entry]?.isThing ? read[entry].names : []));
    const isOnlyThings =
      ranked.every(({ score }) => score < 0.99) &&
      terms.every(({ forms }) => things.some((name) => name.includes(forms[0] ?? "")));
    return ranked
      .map(({ entry, score }) => ({ entry, score: isOnlyThings && read[entry]?.isThing ? 1 : score }))
      .sort((a, b) => b.score - a.score);
  };
}
