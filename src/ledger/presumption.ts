import { sentencesIn } from "../i18n/sentences.ts";
import { familyName } from "./actors.ts";
import type { Ledger } from "./ledger.ts";
import { type Problem, problemOf } from "./problem.ts";
import type { YamlFile } from "./yaml-file.ts";

/** Nobody is guilty before a verdict: words that make a sentence about an offence. Bodies against corruption are none. */
const OFFENCE =
  /(?<!\banti-)\b(?:corrupt|kickback|launder|embezzl|brib|fraud|illicit|illegal|unlawful|misappropriat|criminal|scheme\b|schemes\b|stole|steal|theft|extort|swindl|treason|forg(?:ed|ery)\b|abuse of (?:office|power)|tax evasion)\p{L}*/iu;

/** Whole words by which a sentence says of itself that it tells an accusation. A denial or a receipt does not replace them. */
const SAYS_ACCUSATION =
  /\b(?:alleg(?:e|es|ed|edly|ing)|suspected of|accused of|charged with|indicted for)\b/i;

const FORMS = "alleges, alleged, suspected of, accused of, charged with or indicted for";

/** How an editor fixes such a sentence. */
export const ACCUSATION_FIX = `say so in the same sentence by one of ${FORMS}, as in “prosecutors allege that she took bribes”`;

/** Whether a text says in whole words that it tells an accusation. */
export function saysAccusation(text: string): boolean {
  return SAYS_ACCUSATION.test(text);
}

/** Whether a text has a word for an offence. */
export function namesOffence(text: string): boolean {
  return OFFENCE.test(text);
}

/** Somebody under accusation, and how a text names them: by family name as a whole word. */
export interface Accused {
  id: string;
  name: string;
  named: RegExp;
}

/** Everybody against whom the ledger has a proceeding. */
export function accusedOf({ people, proceedings }: Pick<Ledger, "people" | "proceedings">): Accused[] {
  const ids = new Set(proceedings.map(({ person }) => person));
  return people
    .filter(({ id }) => ids.has(id))
    .map(({ id, name }) => {
      const family = familyName(name).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      return { id, name, named: new RegExp(`(?<!\\p{L})${family}(?!\\p{L})`, "u") };
    });
}

/** What is wrong with the first sentence of a text that names somebody beside an offence and does not say that it is an accusation. */
export function unsaidAccusation(
  text: string,
  accused: readonly Accused[],
): { sentence: string; message: string } | undefined {
  if (!OFFENCE.test(text)) return undefined;
  for (const sentence of sentencesIn(text)) {
    const offence = OFFENCE.exec(sentence)?.[0];
    const person = accused.find(({ named }) => named.test(sentence));
    if (offence && person && !saysAccusation(sentence))
      return {
        sentence,
        message: `a sentence names ${person.name} beside “${offence}” and does not say that this is an accusation`,
      };
  }
  return undefined;
}

/** The texts of a YAML value with their paths, without what stands in quotation fields: those are the words of others. */
function* textsIn(value: unknown, path: readonly PropertyKey[] = []): Generator<[PropertyKey[], string]> {
  if (typeof value === "string") yield [[...path], value];
  else if (typeof value === "object" && value !== null)
    for (const [key, inner] of Object.entries(value))
      if (key !== "quote") yield* textsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** The texts of a value, with their paths in it, that name somebody beside an offence and do not say that it is an accusation. */
export function unsaidAccusationsIn(
  value: unknown,
  accused: readonly Accused[],
): [path: PropertyKey[], message: string][] {
  return [...textsIn(value)].flatMap(([path, text]) => {
    const found = unsaidAccusation(text, accused);
    return found ? [[path, found.message] as [PropertyKey[], string]] : [];
  });
}

/** The same in a whole file, as problems. */
export function accusationProblems(file: YamlFile, accused: readonly Accused[]): Problem[] {
  return unsaidAccusationsIn(file.value, accused).map(([path, message]) =>
    problemOf(file.name, message, ACCUSATION_FIX, file.place(path)),
  );
}
