import { countInWords, listOf } from "../../i18n/numbers.ts";

/** Names of the part of a region that a text speaks of. */
export const parts = {
  "held-by-ukraine": (region: string) => `${region}, the part that Ukraine holds`,
} as const;

/** Names of options of a draft, and of a demand that stands in no draft. */
export const option = (draft: string, number: number) =>
  `${draft}, option ${["one", "two", "three"][number - 1] ?? number}`;
export const demand = (actor: string) => `${actor}’s demand`;

export const columns = {
  text: "Text",
  date: "Date",
  regions: "Regions",
  part: "Part",
  asks: "What is asked",
  words: "In words",
} as const;

export const asks = {
  recognised: "recognised as Russian",
  zone: "a zone that Ukraine leaves",
  frozen: "frozen along the line",
  talks: "left to talks",
  "russia-leaves": "Russia leaves",
  "ukraine-leaves": "Ukraine leaves",
} as const;

/** What is asked of one region, a sentence a text. */
export function askedOf(region: string, texts: readonly { text: string; asks: readonly string[] }[]): string {
  const each = texts.map(
    ({ text, asks }) => ` ${text}: ${asks.length > 0 ? listOf(asks) : "nothing on record"}.`,
  );
  return `What ${countInWords(texts.length)} texts ask of ${region}.${each.join("")}`;
}
