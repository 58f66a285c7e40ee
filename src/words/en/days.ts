import { sideOf } from "../../site.ts";
import type { Day, Lead } from "../../ledger/day.ts";
import type { Draft } from "../../ledger/ledger.ts";
import { dateFormat, formatDate } from "../../i18n/dates.ts";
import { capital, countInWords, listOf, plural } from "../../i18n/numbers.ts";

export const weekday = (date: string) =>
  dateFormat({ weekday: "long" }).format(new Date(`${date}T00:00:00Z`));
export const briefly = (date: string) =>
  `What is on record for ${formatDate(date)} in the talks on Ukraine, in France’s part and in the corruption case, with receipts.`;
export const description = (date: string, sentence: string) =>
  `${formatDate(date)} in the talks on Ukraine, in France’s part and in the corruption case. ${sentence}`;

/** What sort of day it was, in one sentence; `places` are where people met, `calls` how many calls there were. */
export function sentence({ events, drafts, steps }: Day, places: readonly string[], calls: number): string {
  const [only] = events;
  const parts = [
    places.length > 0 && `talks in ${listOf(places)}`,
    calls > 0 && (calls === 1 ? "a call" : `${countInWords(calls)} calls`),
    only &&
      (events.length === 1 ? `one event: ${only.title}` : `${countInWords(events.length)} events on record`),
    steps.length > 0 &&
      `${countInWords(steps.length)} ${steps.length === 1 ? "step" : "steps"} in criminal cases`,
  ].filter((part) => typeof part === "string");
  const dated = drafts.length > 0 && `the day of the ${listOf(drafts.map((draft) => draft.name))}`;
  return `${capital([dated, parts.join(", ")].filter(Boolean).join("; "))}.`;
}

export const talks = "Talks";
export const lasting = "Begun earlier, still going on";
export const draftsOfDay = "Drafts of this day";
export const stepsOfDay = "Steps in the cases";
export const innocent =
  "A suspicion, a charge or a measure before trial is not a verdict. Everyone named is presumed innocent unless a court finds otherwise.";
export const standing = "Where things stood that evening";
export const asOfNow = "By what this site’s ledger holds now; some of it came out later.";
export const latestText = "Latest text";
export const noText = "No text was known yet.";
export const armyFigure = "Ukraine’s forces";
export const noFigure = "No text had named a figure yet.";
export const openQuestions = (count: number) => plural(count, "open question");
export const noneOpen = "None of its answers is marked as open.";
export const whoLed = "Who led";
export const publicText: Readonly<Record<Draft["text_public"], string>> = {
  full: "its text is public",
  partial: "its text is public in part",
  none: "its text was never published",
};
/** For whom somebody led on a day, since when, and whether it was the last day. */
export function ledFor({ side, office: { from, to } }: Lead, date: string): string {
  return `for ${sideOf(side).in_text}${from ? `, from ${formatDate(from)}` : ""}${to === date ? " until this day" : ""}`;
}
export const afterWhom = "after";
export const texts = "All texts until then";
export const agreement = "Latest agreement in the story of France";
export const dated = (draft: Draft) => `of ${formatDate(draft.date)}`;
export const inDraft = (draft: Draft) => `(${draft.name}, ${formatDate(draft.date)})`;
export const around = "The days before and after that have something on record";
export const before = "Before";
export const after = "After";
