import { formatDate, formatSpan } from "../../i18n/dates.ts";
import { plural } from "../../i18n/numbers.ts";
import type { Organisation } from "../../ledger/ledger.ts";

/** The list of people and organisations, and the page of one. */
export const description = (people: number, organisations: number) =>
  `${plural(people, "person", "people")} and ${plural(organisations, "organisation")} in the talks on ` +
  "Ukraine, in France’s part and in the corruption case: who they are, and what they did and said.";
export const heading = "Who is who";
export const lead = (people: number, organisations: number) =>
  `${plural(people, "person", "people")} and ${plural(organisations, "organisation")}. Each has a page with what they did and said, and with the receipts.`;
export const people = "People";
export const inCase = "People in a criminal case";
export const organisations = "Organisations";
export const presumption =
  "Against each of them there is an accusation and no verdict that this site has found. " +
  "They are presumed innocent unless a court finds otherwise. They are not all in the same case.";
export const events = (count: number) => (count > 0 ? plural(count, "event") : "");
export const byAndAnswer = (by: string, answer: string) => `, by ${by}. Answer: ${answer}`;

export const personDescription = (name: string, role: string) =>
  `${name}: ${role}. What is on record, with receipts.`;
export const offices = "Offices";
/** "since 2 January 2026", "until 28 November 2025", or both ends. */
export function term({ from, to }: { from?: string | undefined; to?: string | undefined }): string {
  if (from && to) return formatSpan(from, to);
  return from ? `since ${formatDate(from)}` : to ? `until ${formatDate(to)}` : "";
}
export const alleged = "What is alleged, and the answer";
export const presumed = (name: string) =>
  `A suspicion or a charge is not a verdict. ${name} is presumed innocent unless a court finds otherwise.`;
export const exits = "Left office";
export const steps = "In the chronology of the cases";
export const stepsNote = (name: string, hasProceedings: boolean) =>
  "Steps of courts, investigators and the state that name " +
  `${name}${hasProceedings ? " and belong to none of the proceedings above" : ""}. ` +
  "To be named in a step is not to be accused.";

/** The parts of a proceeding, and the heads of the table of all. */
export const proceeding = {
  alleged: "Alleged",
  by: "By",
  articles: "Criminal code",
  noArticle: "No article was seen on the pages read.",
  stage: (asOf: string) => `Stage ${asOf}`,
  answer: (date?: string) => (date ? `Answer, ${formatDate(date)}` : "Answer"),
  inFavour: "In favour",
  steps: "Steps",
  heads: [
    ["Who", "Who"],
    ["Accused by whom of what", "Accused"],
    ["Latest stage found", "Stage"],
    ["Answer", "Answer"],
  ],
  inOtherCases: (count: number) => `${plural(count, "proceeding")} in other cases`,
} as const;

export const kinds: Readonly<Record<Organisation["kind"], string>> = {
  state: "State",
  international: "International body",
  government: "Government",
  parliament: "Parliament",
  court: "Court",
  investigator: "Investigator",
  prosecutor: "Prosecutor",
  company: "Company",
  delegation: "Delegation",
  group: "Group of states",
  ngo: "Non-governmental organisation",
  pollster: "Pollster",
};
export const kind = "Kind";
export const since = "Since";
export const positions = "Its positions on the plan";

export const notKnown = "What is not known";
export const disagree = "Where sources disagree";
export const disagreeOn = (subject: string) =>
  `Sources disagree: ${subject.charAt(0).toLowerCase()}${subject.slice(1)}.`;
