import { familyName, sentencesIn } from "../format/english.ts";
import type { Ledger } from "./ledger.ts";
import { type Problem, textsIn, type YamlFile } from "../yaml/yaml-file.ts";

/** Names of anti-corruption bodies do not count. */
const OFFENCE =
  /(?<!\banti-)\b(?:corrupt|kickback|launder|embezzl|brib|(?:de)?fraud|illicit|illegal|unlawful|misappropriat|criminal|crimes?\b|scheme\b|schemes\b|stole|steal|theft|thie(?:f|ves)\b|rob(?:s|bed|bing|bery)?\b|loot|plunder|pocket(?:ed|ing|s)\b|s[iy]phon|skimm|cheat|crook|graft\b|extort|blackmail|swindl|smuggl|treason|traitor|perjur|forg(?:ed|ery)\b|guilty|convict(?:ed|ion|s)?\b|on the take\b|abuse of (?:office|power)|tax evasion)\p{L}*/iu;

/** A denial or a source does not replace one of these words. */
const SAYS_ACCUSATION =
  /\b(?:alleg(?:e|es|ed|edly|ing)|suspected of|accused of|charged with|indicted for)\b/i;

export const ACCUSATION_FIX =
  "say so in the same sentence by one of alleges, alleged, suspected of, accused of, charged with or indicted for, " +
  "as in “prosecutors allege that she took bribes”";

export function saysAccusation(text: string): boolean {
  return SAYS_ACCUSATION.test(text);
}

export function namesOffence(text: string): boolean {
  return OFFENCE.test(text);
}

export interface Accused {
  id: string;
  name: string;
  named: RegExp;
}

/** `named` matches the family name, or the given name alone, as a whole word. */
export function accusedOf({ people, proceedings }: Pick<Ledger, "people" | "proceedings">): Accused[] {
  const ids = new Set(proceedings.map(({ person }) => person));
  return people
    .filter(({ id }) => ids.has(id))
    .map(({ id, name, family = familyName(name) }) => {
      const [own, given] = [family, name.split(" ", 1).join("")].map((part) =>
        part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"),
      );
      return {
        id,
        name,
        named: new RegExp(`(?<!\\p{L})(?:${own}(?!\\p{L})|${given}(?!\\p{L}| \\p{Lu}))`, "u"),
      };
    });
}

const PRONOUN = /\b(?:he|him|his|she|her)\b/i;

/** In a sentence without a name a pronoun stands for the person of the sentence before. */
export function unsaidAccusation(text: string, accused: readonly Accused[]): string | undefined {
  if (!namesOffence(text)) return undefined;
  let person: Accused | undefined;
  for (const sentence of sentencesIn(text)) {
    const offence = OFFENCE.exec(sentence)?.[0];
    const named = accused.find(({ named }) => named.test(sentence));
    person = named ?? (PRONOUN.test(sentence) ? person : undefined);
    if (offence && person && !saysAccusation(sentence))
      return `a sentence names ${person.name} and “${offence}” and does not say that this is an accusation`;
  }
  return undefined;
}

/** Words of others are left out. */
export function accusationProblems(file: YamlFile, accused: readonly Accused[]): Problem[] {
  return textsIn(file.value, ["quote", "words", "english"]).flatMap(({ path, text }) => {
    const message = unsaidAccusation(text, accused);
    return message ? file.problem(path, message, ACCUSATION_FIX) : [];
  });
}
