import { formatDate } from "../../i18n/dates.ts";
import { listOf } from "../../i18n/numbers.ts";
import type { Draft, Provision } from "../../ledger/ledger.ts";
import { known as howKnown } from "./clause.ts";

/** What is drawn of a clause. */
export function clauseSubtitle(texts: number, first: Draft, last: Draft): string {
  const span =
    first === last
      ? `in one text, of ${formatDate(first.date)}`
      : `in ${texts} texts, ${formatDate(first.date)} to ${formatDate(last.date)}`;
  return `The answers ${span}, each against the last known one before it. Struck through: what went. Underlined twice: what came.`;
}

/** How to use the rows where they are links. */
export const hint = "Choose an answer to read that draft.";

/** Caveat of every redline. */
export const caveat =
  "What stands here is this site’s summary, with the receipts behind it; a draft’s own words are in quotation marks.";

/** How public the words are that an answer rests on, who says so, and from which points they are. */
export function known(
  draft: Draft,
  provision: Pick<Provision, "certainty" | "attributed_to" | "points">,
): string {
  const how = howKnown(draft, provision);
  const { points } = provision;
  return points.length > 0 ? `${how}, point ${listOf(points.map(String))}` : how;
}

/** Drafts that left an answer as it was. */
export const unchanged = (drafts: readonly Draft[]) =>
  `Unchanged in ${listOf(drafts.map(({ short }) => short))}.`;

/** An answer in a description for those who do not see it. */
export function said(draft: Draft, { answer, status }: Pick<Provision, "answer" | "status">): string {
  const text = answer.replace(/\.$/, "");
  return `${draft.short}, ${formatDate(draft.date)}: ${status === "open" ? `left open (${text})` : text}.`;
}

export const columns = {
  draft: "Draft",
  date: "Date",
  answer: "Answer",
  status: "What became of it",
  certainty: "How it is known",
  quote: "In its words",
} as const;
