import type { Draft, Event } from "../../ledger/ledger.ts";
import { formatDate } from "../../i18n/dates.ts";

export const kickers = {
  site: "Every claim with its receipt",
  draft: "A draft of the plan",
  clause: "A clause, draft by draft",
} as const;
export const chartKicker = (story: string) => `${story}: a chart`;
export const chartOnPage = "The chart is on the page";
export const coverage = (through: string) => `Covers events up to ${formatDate(through)}`;
/** A question with the first and the last draft that answer it. */
export const followed = (question: string, first: Draft, last: Draft) =>
  `${question} ${first.short} → ${last.short}`;
/** "The plan, reported". */
export const story = (name: string, { status }: Event) =>
  status === "confirmed" ? name : `${name}, ${status}`;
export const latestText = (draft: Draft | undefined) =>
  draft ? `Latest text that evening: ${draft.short}` : "No text of the plan known yet";
