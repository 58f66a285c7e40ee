import { countInWords } from "../../i18n/numbers.ts";

export const empty = "nothing on record";

export const columns = {
  actor: "Who",
  question: "On what",
  date: "Date",
  brief: "In brief",
  stance: "What it said",
} as const;

/** Who is on record on how many questions, and what is said on one of them, in two sentences. */
export function coverage(of: {
  stances: number;
  cells: number;
  most: { actor: string; count: number };
  question: string;
  on: readonly { actor: string; date: string; brief: string }[];
}): string {
  const said = of.on.map(({ actor, date, brief }) => `${actor}, ${date}, “${brief}”`).join("; ");
  return (
    `On ${of.question.toLowerCase()}, in this site’s words: ${said}. ` +
    `A stance is on record in ${of.stances} of ${of.cells} places; ` +
    `most has ${of.most.actor}, on ${countInWords(of.most.count)}.`
  );
}
