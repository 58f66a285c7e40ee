import { formatDate, formatShortDate } from "../format/dates.ts";
import { listOf } from "../format/numbers.ts";
import type { Change, ClauseRow, DraftAnswer, FollowedClause } from "../ledger/compare-answers.ts";
import { answerOf, draftsInOrder, getClause, latestText, formatQuotation } from "../ledger/lookup.ts";
import type { Draft, Ledger, Answer } from "../ledger/ledger.ts";
import { openingPhrase } from "../ledger/redline.ts";
import { nth } from "../expect-defined.ts";
import { getSite } from "../content/site.ts";
import { clauseHref } from "./links.ts";

export const PUBLICITY: Readonly<Record<Draft["text_public"], string>> = {
  full: "published in full",
  partial: "public in part",
  none: "not published",
};

/** Words that follow a count, with their meaning. */
export const CHANGE_WORDS: Readonly<Record<Change, { name: string; meaning: string }>> = {
  gone: {
    name: "gone",
    meaning: "In the earlier draft; the later rejects it, or a source says that it was dropped.",
  },
  absent: {
    name: "not mentioned",
    meaning: "In the earlier draft; the later is not known to mention it.",
  },
  open: { name: "left open", meaning: "Left undecided in the later draft." },
  softer: { name: "softer", meaning: "Still there, in a weaker form." },
  new: { name: "new", meaning: "Not mentioned in the earlier draft." },
  other: { name: "changed otherwise", meaning: "Both answer, and the answers differ." },
  "still-open": { name: "still open", meaning: "Left undecided in both." },
  same: { name: "the same", meaning: "Both give the same answer." },
  unknown: {
    name: "not known",
    meaning:
      "One of the two has no known answer: its text was not published whole, or it deals with other matters.",
  },
};

/** Precedes the names of drafts without an answer. */
export const ABSENCE_WORDS: Readonly<Record<Draft["absence"], string>> = {
  silent: "Not mentioned",
  unreported: "Nothing reported",
  "out-of-scope": "On other matters",
};

/** The words for an absent answer, without its remark, or for a missing one. */
export function absenceText(draft: Draft, answer: Answer | undefined): string {
  if (answer?.dropped) return "gone";
  if (!answer && draft.absence !== "silent") return ABSENCE_WORDS[draft.absence].toLowerCase();
  return draft.text_public === "full" ? "not mentioned" : "not mentioned in the accounts seen";
}

/** An answer in one line: `600,000 at most`, `not mentioned; for the members to decide`. */
export function answerText({ draft, answer }: DraftAnswer): string {
  const text = answer.absent ? absenceText(draft, answer) : answer.text;
  return answer.remark ? `${text}; ${answer.remark}` : text;
}

/** How an answer is known: “published, point 21”, “according to an envoy”, “reported”. */
export function knownText({ draft, answer }: DraftAnswer): string {
  const { certainty, attributed_to: by, points } = answer;
  const published = { full: "published", partial: "public in part", none: "from a published statement" };
  const how =
    certainty === "published"
      ? published[draft.text_public] + (by ? `: ${by}` : "")
      : certainty === "claimed"
        ? `according to ${by ?? "one side"}`
        : `reported${by ? `: ${by}` : ""}`;
  return points.length > 0 ? `${how}, ${pointsText(points)}` : how;
}

/** Whether the answers are quotations or our summaries. */
export function whoseWords(answers: readonly (Answer | undefined)[]): string {
  return answers.every((answer) => !answer || answer.quoted || answer.absent)
    ? "The answers are the texts’ own words."
    : "The answers are our short summaries; a draft’s own words are in quotation marks.";
}

function pointsText(points: readonly number[]): string {
  return `${points.length === 1 ? "point" : "points"} ${listOf(points.map(String))}`;
}

/** An answer to cite: draft, point, quotation or summary, date, how it is known, address. */
export function citationOf({ draft, answer }: DraftAnswer, address: string): string {
  const { points, quote, quoted: isQuoted } = answer;
  const source = points.length > 0 ? `${draft.short}, ${pointsText(points)}` : draft.short;
  const ours = answerText({ draft, answer: isQuoted ? { ...answer, text: `“${answer.text}”` } : answer });
  const words = answer.status === "open" ? `[${ours}]` : ours;
  const text = quote ? formatQuotation(quote) : isQuoted ? words : `${words} (${getSite().name}’s summary)`;
  const how = knownText({ draft, answer: { ...answer, points: [] } });
  return `${source}: ${text}, ${formatDate(draft.date)}, ${how}, ${address}`;
}

/** “US leak, 20 Nov 2025”. */
export function draftAndDay(draft: Draft): string {
  return `${draft.short}, ${formatShortDate(draft.date)}`;
}

/** A draft that answers, or consecutive drafts that leave the clause open. */
export interface ClauseGroup {
  isOpen: boolean;
  /** Words with which all rows begin. */
  head: string | undefined;
  /** In open rows `text` is what follows `head`. */
  rows: (ClauseRow & { text: string })[];
  isLast: boolean;
}

/** Groups consecutive rows that leave the clause open. */
export function groupRows({ rows }: FollowedClause): ClauseGroup[] {
  const groups: ClauseGroup[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    const isOpen = row.kind === "open";
    const entry = { ...row, text: row.answer.text };
    if (isOpen && last?.isOpen) last.rows.push(entry);
    else groups.push({ isOpen, head: undefined, rows: [entry], isLast: false });
  }
  for (const [i, group] of groups.entries()) {
    group.isLast = i === groups.length - 1;
    const [opening = "", ...others] = group.rows.map(({ text }) => openingPhrase(text));
    if (others.length === 0 || others.some((other) => other !== opening)) continue;
    group.head = opening;
    for (const row of group.rows)
      row.text = row.text.slice(opening.length).replace(/^[,;:]\s*/u, "") || row.text;
  }
  return groups;
}

/** Letters that fit in one line of large type. */
const MAX_LETTERS = 60;

/**
 * Clauses as in the first draft and in the one last read out. Throws an Error that says why one cannot be shown so.
 */
export function thenAndNow(ledger: Ledger, ids: readonly string[]) {
  const [first, last] = [nth(draftsInOrder(ledger), 0), latestText(ledger)];
  if (first === last) throw new Error("needs a later draft than the first, with `read_out: true`");
  const shortAnswer = ({ id }: Draft, clause: string) => {
    const answer = answerOf(ledger, id, clause);
    if (!answer) throw new Error(`has no answer of the draft \`${id}\``);
    const text = answer.gist ?? answer.text;
    if (text.length > MAX_LETTERS)
      throw new Error(
        `needs a \`gist\` of at most ${MAX_LETTERS} letters in the answer of the draft \`${id}\``,
      );
    return { answer, text };
  };
  const clauses = ids.map((id) => ({
    clause: getClause(ledger, id).clause,
    href: clauseHref(ledger, id),
    before: shortAnswer(first, id),
    after: shortAnswer(last, id),
  }));
  return { first, last, clauses };
}
