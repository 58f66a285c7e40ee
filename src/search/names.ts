import type { Variants } from "./spelling.ts";
import { normalize, saysWhatIsAsked } from "./words.ts";

/** What search knows beside the index of texts. */
export interface Vocabulary {
  variants: Variants;
  /** Groups of words that mean the same to readers. */
  synonyms: readonly (readonly string[])[];
  /** Of entries of the index, which has each by its `keyOfEntry`. */
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

const ENDING = /(?:'s|s|e?d|ing|ly|ations?|ions?|al|i?an|ment|e|y|ies)$/;

/** The words that say what a text is about, without their endings, between spaces. */
function stemsOf(text: string): string {
  const words =
    normalize(text)
      .toLowerCase()
      .match(/[\p{L}\p{M}\d']+/gu) ?? [];
  const content = words.filter(saysWhatIsAsked).map(stem);
  return ` ${content.join(" ")} `;
}

function stem(word: string): string {
  const end = word.length - (ENDING.exec(word)?.[0].length ?? 0);
  return end >= 4 && !/\d/.test(word) ? word.slice(0, end) : word;
}

/** Returns a function that ranks entries by how much of a query they are named by, 1 being all of it. */
export function nameMatcher({ names: entries, synonyms }: Pick<Vocabulary, "names" | "synonyms">) {
  const groups = synonyms.map((group) => group.map(stemsOf));
  const read = entries.map(({ names, about }) => ({
    names: names.map(stemsOf),
    all: stemsOf(`${names.join(" ")} ${about ?? ""}`),
    least: about === undefined ? 1 : 0,
  }));
  const counts = new Map<string, number>();
  for (const { all } of read)
    for (const word of new Set(all.split(" "))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weigh = (count: number) => Math.log(1 + entries.length / Math.max(count, 1));
  const weighWords = (stems: string) =>
    stems
      .trim()
      .split(" ")
      .reduce((sum, word) => sum + weigh(counts.get(word) ?? 0), 0);

  /** The words of a query, or phrases that have synonyms, each with the synonyms. */
  function termsOf(query: string): { forms: string[]; weight: number }[] {
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
      weight: weigh(read.filter(({ all }) => forms.some((form) => all.includes(form))).length),
    }));
  }

  return (query: string): { entry: number; score: number }[] => {
    const terms = termsOf(query);
    const whole = terms.reduce((sum, { weight }) => sum + weight, 0);
    const scoreOf = (name: string, all: string) => {
      let [asked, said] = [0, 0];
      for (const { forms, weight } of terms) {
        const form = forms.findIndex((form) => name.includes(form));
        if (form >= 0) {
          asked += form === 0 ? weight : 0.9 * weight;
          said += weighWords(forms[form] ?? "");
        } else if (forms.some((form) => all.includes(form))) asked += weight / 2;
      }
      return said === 0 ? 0 : (asked / whole) * (0.6 + (0.4 * said) / weighWords(name));
    };
    return read
      .map(({ names, all, least }, entry) => ({
        entry,
        least,
        score: Math.max(...names.map((name) => scoreOf(name, all))),
      }))
      .filter(({ score, least }) => score > 0 && score >= least)
      .sort((a, b) => b.score - a.score);
  };
}
