import { sentencesIn } from "../i18n/sentences.ts";
import type { Ledger } from "./ledger.ts";
import { type Problem, problemOf } from "./problem.ts";
import { textsIn, type YamlFile } from "./yaml-file.ts";

/** The family name of a person: "Curie", "van der Berg", "King Jr."; the name itself if it is one word. */
export function familyName(name: string): string {
  return (
    / ((?:(?:von|van|der|den|de|du|la|le|di) )*\S+(?: (?:[JS]r\.|junior|senior))?)$/i.exec(name)?.[1] ?? name
  );
}

/** A person's name as an index has it: "Curie, Marie", "van der Berg, Jan", "King Jr., Martin". */
export function familyNameFirst(name: string): string {
  const family = familyName(name);
  return family === name ? name : `${family}, ${name.slice(0, -family.length - 1)}`;
}

/** Words for an offence; the names of anti-corruption bodies do not count. */
const OFFENCE =
  /(?<!\banti-)\b(?:corrupt|kickback|launder|embezzl|brib|fraud|illicit|illegal|unlawful|misappropriat|criminal|scheme\b|schemes\b|stole|steal|theft|extort|swindl|treason|forg(?:ed|ery)\b|abuse of (?:office|power)|tax evasion)\p{L}*/iu;

/** Words by which a sentence says that it tells an accusation. A denial or a receipt does not replace them. */
const SAYS_ACCUSATION =
  /\b(?:alleg(?:e|es|ed|edly|ing)|suspected of|accused of|charged with|indicted for)\b/i;

const FORMS = "alleges, alleged, suspected of, accused of, charged with or indicted for";

/** How an editor fixes such a sentence. */
export const ACCUSATION_FIX = `say so in the same sentence by one of ${FORMS}, as in “prosecutors allege that she took bribes”`;

export function saysAccusation(text: string): boolean {
  return SAYS_ACCUSATION.test(text);
}

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

/** What is wrong with a text in which a sentence names an accused person and an offence, and no accusation. */
export function unsaidAccusation(text: string, accused: readonly Accused[]): string | undefined {
  if (!namesOffence(text)) return undefined;
  for (const sentence of sentencesIn(text)) {
    const offence = OFFENCE.exec(sentence)?.[0];
    const person = accused.find(({ named }) => named.test(sentence));
    if (offence && person && !saysAccusation(sentence))
      return `a sentence names ${person.name} and “${offence}” and does not say that this is an accusation`;
  }
  return undefined;
}

/** The same in the texts of a whole file, except quotations: those are the words of others. */
export function accusationProblems(file: YamlFile, accused: readonly Accused[]): Problem[] {
  return [...textsIn(file.value, ["quote"])].flatMap(({ path, text }) => {
    const message = unsaidAccusation(text, accused);
    return message ? problemOf(file.name, message, ACCUSATION_FIX, file.place(path)) : [];
  });
}
