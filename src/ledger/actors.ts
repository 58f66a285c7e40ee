import { sentencesIn } from "../i18n/sentences.ts";
import type { Event, Ledger, Meeting, Organisation, Person } from "./ledger.ts";
import { find } from "./lookup.ts";
import { type Problem, problemOf } from "./problem.ts";
import type { Row } from "./schema.ts";
import { inDateOrder } from "./timeline.ts";
import type { YamlFile } from "./yaml-file.ts";

/** Somebody who acts in the story. */
export type Actor = Person | Organisation;

/** True for the id of a person, false for that of an organisation or of anything else. */
export function isPerson(ledger: Ledger, id: string): boolean {
  return find(ledger, "people", id) !== undefined;
}

/** Events that an actor takes part in or is quoted in, in date order. */
export function eventsOf(ledger: Ledger, actor: string): Event[] {
  return inDateOrder(
    ledger.events.filter((event) => event.actors.includes(actor) || event.quote?.by === actor),
  );
}

/** Talks that an actor took part in, in date order. */
export function meetingsOf(ledger: Ledger, actor: string): Meeting[] {
  return inDateOrder(ledger.meetings.filter((meeting) => meeting.participants.includes(actor)));
}

/** Offices that a person left, in date order. */
export function exitsOf(ledger: Ledger, person: string): Row<"exits">[] {
  return inDateOrder(ledger.exits.filter((exit) => exit.person === person));
}

/** Steps in and around criminal cases that name a person, as a suspect or not, in date order. */
export function caseStepsOf(ledger: Ledger, person: string): Row<"case-steps">[] {
  return inDateOrder(ledger["case-steps"].filter((step) => step.persons.includes(person)));
}

/** Criminal proceedings against a person, in the order of the ledger. */
export function proceedingsOf(ledger: Ledger, person: string): Row<"proceedings">[] {
  return ledger.proceedings.filter((proceeding) => proceeding.person === person);
}

/** Steps of a proceeding, in the order of the ledger: that of their dates, which knows where a vague date belongs. */
export function stepsIn(ledger: Ledger, proceeding: string): Row<"case-steps">[] {
  return ledger["case-steps"].filter((step) => step.proceedings.includes(proceeding));
}

/** Sources of a proceeding, each once: the allegation’s, then the answer’s, then those in the person’s favour. */
export function sourcesOfProceeding({ sources, answer, in_favour, against }: Row<"proceedings">): string[] {
  const stated = [answer, in_favour, against].flatMap((part) => part?.sources ?? []);
  return [...new Set([...sources, ...stated])];
}

/** What an organisation said of the themes of the plan, in date order. */
export function positionsOf(ledger: Ledger, organisation: string): Row<"positions">[] {
  return inDateOrder(ledger.positions.filter((position) => position.actor === organisation));
}

/** Ids that a page about an actor deals with: the actor, their talks, exits, proceedings and steps. Events have pages of their own. */
export function subjectsOf(ledger: Ledger, actor: string): string[] {
  const rows = [meetingsOf, exitsOf, proceedingsOf, caseStepsOf].flatMap(
    (rowsOf) => rowsOf(ledger, actor) as { id: string }[],
  );
  return [actor, ...rows.map((row) => row.id)];
}

/** Things looked for and not found that concern any of these ids. */
export function unknownsAbout(ledger: Ledger, ids: readonly string[]): Row<"unknowns">[] {
  return ledger.unknowns.filter((row) => row.about.some((id) => ids.includes(id)));
}

/** Points on which sources contradict each other that concern any of these ids. */
export function disagreementsAbout(ledger: Ledger, ids: readonly string[]): Row<"disagreements">[] {
  return ledger.disagreements.filter((row) => row.about.some((id) => ids.includes(id)));
}

/** Ids of the sources behind everything that a page about an actor states itself, each once; events carry their own. */
export function sourcesOf(ledger: Ledger, actor: Actor): string[] {
  const { id } = actor;
  const accusations = proceedingsOf(ledger, id).flatMap(sourcesOfProceeding);
  const rows = [
    ...exitsOf(ledger, id),
    ...caseStepsOf(ledger, id),
    ...positionsOf(ledger, id),
    ...meetingsOf(ledger, id),
    ...disagreementsAbout(ledger, subjectsOf(ledger, id)),
  ];
  return [...new Set([...actor.sources, ...accusations, ...rows.flatMap((row) => row.sources)])];
}

/** People by family name, those in a criminal case apart from the others. */
export function peopleInOrder(ledger: Ledger): { inCase: Person[]; others: Person[] } {
  const sorted = [...ledger.people].sort((a, b) =>
    familyNameFirst(a.name).localeCompare(familyNameFirst(b.name), "en"),
  );
  const accused = new Set(ledger.proceedings.map(({ person }) => person));
  return {
    inCase: sorted.filter(({ id }) => accused.has(id)),
    others: sorted.filter(({ id }) => !accused.has(id)),
  };
}

/** Organisations by name. */
export function organisationsInOrder(ledger: Ledger): Organisation[] {
  return [...ledger.organisations].sort((a, b) => a.name.localeCompare(b.name, "en"));
}

/** The family name of a person: "Zelensky", "von der Leyen", "Trump Jr."; the name itself if it is one word. */
export function familyName(name: string): string {
  return (
    / ((?:(?:von|van|der|den|de|du|la|le|di) )*\S+(?: (?:[JS]r\.|junior|senior))?)$/i.exec(name)?.[1] ?? name
  );
}

/** A person's name as an index has it: "Zelensky, Volodymyr", "von der Leyen, Ursula", "Trump Jr., Donald". */
export function familyNameFirst(name: string): string {
  const family = familyName(name);
  return family === name ? name : `${family}, ${name.slice(0, -family.length - 1)}`;
}

/** Words for an offence; the names of anti-corruption bodies do not count. */
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

/** What is wrong with a text that names an accused person and an offence in a sentence that does not say that it is an accusation. */
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
  const problemsIn = (value: unknown, path: readonly PropertyKey[]): Problem[] => {
    if (typeof value === "string") {
      const message = unsaidAccusation(value, accused);
      return message ? [problemOf(file.name, message, ACCUSATION_FIX, file.place(path))] : [];
    }
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) =>
      key === "quote" ? [] : problemsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
    );
  };
  return problemsIn(file.value, []);
}
