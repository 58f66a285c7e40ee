import type { Draft } from "../../ledger/ledger.ts";
import type { ThemeState } from "../../ledger/drafts.ts";

/** What became of a theme in a draft, in the order of the key. */
export const states: Readonly<Record<ThemeState, string>> = {
  stated: "stated",
  softened: "softened",
  open: "left open, in brackets",
  added: "added",
  removed: "struck out",
  none: "nothing reported",
};

export const groups = {
  "land-and-peace": "Land and peace",
  security: "Security",
  money: "Money and Europe",
  "people-and-order": "People and order",
} as const;

/** The tip of a mark of the matrix: "Kyiv, 23 Dec: 800,000, in peacetime – softened. Leak: 600,000 at most". */
export function tip(of: {
  draft: Draft;
  day: string;
  question?: string;
  answer: string;
  state: string;
  first?: { draft: Draft; answer: string };
}): string {
  const { draft, day, question, answer, state, first } = of;
  const here = `${draft.short}, ${day}: ${question ? `${question} ` : ""}${answer} – ${state}`;
  return first ? `${here}. ${first.draft.short}: ${first.answer}` : here;
}

/** What hollow signs of the matrix mean, for its key. */
export const hollow = "hollow: reported or claimed, at least in part";
