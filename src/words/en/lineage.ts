import { capital, countInWords } from "../../i18n/numbers.ts";

/** How far a text is public. */
export const publicity = { full: "published", partial: "read out", none: "only described" } as const;

/** What lines and a ring mean. */
export const key = {
  reworked: "reworked into",
  unsaid: "the same by name and number; nobody says so",
  input: "had a hand in it by some accounts, or gave input",
} as const;

export const columns = {
  draft: "Text",
  date: "Date",
  by: "By",
  text: "How public it is",
  from: "Reworks",
  how: "What is said of it",
} as const;

/** From which text the last in a line goes back to which, by how many steps, and how many texts rework none. */
export const descent = (of: {
  last: string;
  first: string;
  steps: number;
  through: string;
  alone: number;
  texts: number;
}) =>
  `From ${of.first} to ${of.last} in ${countInWords(of.steps)} steps, by way of ${of.through}. ` +
  `${capital(countInWords(of.alone))} of ${of.texts} texts are not known to rework another.`;
