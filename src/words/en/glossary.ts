import { plural } from "../../i18n/numbers.ts";

export const description =
  "The words of the peace plan, of French aid and of the corruption case, each in a sentence or two.";
export const lead = (words: number) =>
  `${plural(words, "word")} that the explainers use and a reader may not know, each in a sentence or two.`;
export const letters = "Words by letter";
export const also = (spellings: readonly string[]) => `Also: ${spellings.join(", ")}.`;
export const usedIn = "Used in:";
