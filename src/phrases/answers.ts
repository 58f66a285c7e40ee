import { formatDate, formatShortDate } from "../format/dates.ts";
import { listOf } from "../format/numbers.ts";
import {
  type ClauseState,
  type DraftAnswer,
  type FollowedClause,
  isEntered,
  showPlain,
  type Side,
  type Verdict,
} from "../ledger/compare-answers.ts";
import {
  type HeldPassage,
  PASSAGE_CHANGES,
  type PassageChange,
  type PassagePair,
} from "../ledger/compare-passages.ts";
import { textsOf } from "../ledger/alignments.ts";
import { textOfRuns } from "../ledger/redline.ts";
import type { Text } from "../ledger/texts.ts";
import { certaintyOf, getRow } from "../ledger/lookup.ts";
import type { Draft, Ledger, Answer } from "../ledger/ledger.ts";
import type { Receipt } from "../ledger/receipts.ts";
import { rankSources, receiptLabel } from "../ledger/sources.ts";
import { getSite } from "../site.ts";

export function publicityText({ text_public, absence }: Draft): string {
  const text = getSite().labels.publicity[text_public];
  return absence && text_public === "full" ? `${text} (not read whole)` : text;
}

/** The words for an absent answer, without its remark, or for a missing one. */
export function absenceText(side: Pick<Side, "draft" | "clause" | "answer">): string {
  const { draft, answer } = side;
  if (answer?.dropped) return "dropped";
  const { absence, read_whole, text_public } = draft;
  if (answer)
    return read_whole || text_public === "full" ? "not mentioned" : "not mentioned in what was seen of it";
  if (!isEntered(side)) return getSite().labels.verdicts.missing.name;
  if (absence && text_public === "full") return "not in what was read";
  if (absence === "out-of-scope") return "on other matters";
  if (absence === "unreported") return "nothing reported";
  return getSite().labels.verdicts.unknown.name;
}

/** `600,000 at most`, `not mentioned; for the members to decide`. */
export function answerText({ draft, answer }: DraftAnswer): string {
  const text = answer.absent ? absenceText({ draft, clause: answer.clause, answer }) : answer.says;
  return answer.remark ? `${text}; ${answer.remark}` : text;
}

export function knownText(ledger: Ledger, { draft, answer }: DraftAnswer, hasPlace = true): string {
  const { attributed_to: by, passages, words, english } = answer;
  const certainty = certaintyOf(ledger, answer);
  const { certainties } = getSite().labels;
  const isInText = passages.length > 0 || words !== undefined || english !== undefined;
  const published = draft.text_public === "none" ? certainties.quoted : certainties.published;
  // A silence is not in the text, nor is what is told of it without a place in it.
  if (certainty === "published" && !isInText && draft.text_public !== "none") {
    const isRead = draft.read_whole && answer.sources.includes(draft.read_whole.source);
    if (answer.absent) return isRead ? "text read whole" : certainties.reported;
    // Other sources, of the draft too, may be accounts of the text.
    const held = textsOf(ledger, draft.id).flatMap(({ sources }) => sources);
    const isOfText =
      answer.certainty !== undefined || isRead || answer.sources.some((id) => held.includes(id));
    return isOfText ? "our summary of the text" : "our summary";
  }
  const word = certainty === "published" ? published : certainties[certainty];
  const how = certainty === "claimed" ? (by ? `${word} ${by}` : certainty) : word + (by ? `: ${by}` : "");
  return hasPlace && passages.length > 0 ? `${how}, ${passagesText(passages)}` : how;
}

export function whoseWords(sides: readonly Side[]): string {
  const held = sides.flatMap(({ held }) => held ?? []);
  const words = held.length > 0 ? `${serifText(held)} ` : "";
  return sides.some(({ answer }) => answer) ? `${words}The short answers are ours.` : "";
}

export function serifText(held: readonly Pick<HeldPassage, "passage">[]): string {
  const isTranslated = held.some(({ passage }) => passage.translated_by);
  return `In serif: a text’s own words${isTranslated ? ", or its translation where a translator is named" : ""}.`;
}

export function passagesText(passages: readonly string[]): string {
  const { labels } = getSite();
  return `${passages.length === 1 ? labels.passage : labels.passages} ${listOf(passages)}`;
}

export function translatorName(ledger: Ledger, translatedBy: string): string {
  return translatedBy === "ours" ? getSite().name : getRow(ledger, "publishers", translatedBy).name;
}

/** “Printed, in part, seen on 29 November 2026”. */
export function editionText({ edition, licence, extent, seen, translated_by }: Text): string {
  const parts = [edition, licence, extent === "part" && "in part", translated_by && "a translation"];
  return [...parts, `seen on ${formatDate(seen)}`].filter(Boolean).join(", ");
}

export const PASSAGE_WORDS: Readonly<Record<PassageChange, string>> = {
  kept: "in the same words",
  slight: "with most words in common",
  much: "with some words in common",
  rewritten: "with few or no phrases in common",
  dropped: "dropped",
  new: "new",
  uncompared: "side by side",
  unknown: "not compared in words",
};

const RUN_WORDS = {
  struck: "Struck: words that were left out or moved.",
  inserted: "Underlined twice: words that were added or moved here.",
  shared: "Underlined with dots: phrases that both have.",
};

export function keyOfRuns(runs: readonly { kind: string }[]): string {
  const told = Object.entries(RUN_WORDS).flatMap(([kind, words]) =>
    runs.some((run) => run.kind === kind) ? words : [],
  );
  return told.length > 0 ? `${told.join(" ")} Capitals and punctuation are not compared.` : "";
}

export function joinText({ before, after }: Pick<PassagePair, "before" | "after">): string {
  const said = [
    before.length > 0 && after.length > 1 && "split",
    after.length > 0 && before.length > 1 && "merged",
  ];
  return said.filter(Boolean).join(" and ");
}

/** “Seen on 29 November 2026, translated by taz.” or “We looked for this page on …”. */
export function describeReceipt(
  ledger: Ledger,
  { translated_by, seen, not_found }: Pick<Receipt, "translated_by" | "seen" | "not_found">,
): string {
  if (not_found) return `We looked for this page on ${formatDate(not_found)} and did not find its words.`;
  const translation = translated_by ? `, translated by ${translatorName(ledger, translated_by)}` : "";
  return `Seen on ${formatDate(seen ?? "")}${translation}.`;
}

/** The mark of a verdict in texts.css. */
const MARKS: Readonly<Record<Verdict, string>> = {
  same: "kept",
  reworded: "slight",
  softer: "changed",
  stronger: "changed",
  changed: "changed",
  new: "new",
  different: "changed",
  alone: "absent",
  open: "open",
  "still-open": "open",
  dropped: "dropped",
  "not-mentioned": "absent",
  unknown: "unknown",
  missing: "unknown",
  neither: "absent",
};

export function markOf(verdict: Verdict) {
  return { mark: MARKS[verdict], words: getSite().labels.verdicts[verdict].name };
}

export function markOfState(state: ClauseState, { isFirstKnown }: Pick<FollowedClause, "isFirstKnown">) {
  if (state === "same")
    return { ...markOf(state), words: isFirstKnown ? "the first known answer" : "the answer listed first" };
  return state === "different" ? { ...markOf(state), words: state } : markOf(state);
}

export function countChanges(pairs: readonly PassagePair[]) {
  return PASSAGE_CHANGES.map((change) => ({
    change,
    count: pairs.filter((pair) => pair.change === change).length,
  })).filter(({ count }) => count > 0);
}

/** A phrase after `lead`; empty for words in their own language. */
export function translationText(ledger: Ledger, held: Pick<HeldPassage, "passage"> | undefined, lead = "") {
  const by = held?.passage.translated_by;
  return by === undefined ? "" : `${lead}in translation by ${translatorName(ledger, by)}`;
}

export function citationOf(ledger: Ledger, side: Side & { answer: Answer }, address: string): string {
  const { draft, answer, held } = side;
  const passages = held ? [held.passage.number] : answer.passages;
  const place = passages.length > 0 ? `, ${passagesText(passages)}` : "";
  const ours = answerText({ draft, answer });
  const text = held
    ? [`“${textOfRuns(showPlain(side))}”`, translationText(ledger, held), copyText(ledger, held)]
        .filter(Boolean)
        .join(", ")
    : `${answer.open ? `[${ours}]` : ours}${answer.absent ? "" : " (summary)"}`;
  const how = knownText(ledger, side, false);
  const [source] = held ? [] : rankSources(ledger, answer.sources);
  const page = source && receiptLabel(ledger, source);
  const known = page && !how.includes(page) ? `${how}, ${page}` : how;
  return `${draft.short}, ${formatDate(draft.date)}${place}: ${text}, ${known}, ${address}`;
}

/** The edition of a passage or, where its words are from another page than the edition’s, that page. */
function copyText(ledger: Ledger, { text, passage: { edition, sources } }: HeldPassage) {
  const isFromEdition = edition !== text.edition || sources.join() === text.sources.join();
  const [id] = sources;
  return isFromEdition || id === undefined ? edition : receiptLabel(ledger, getRow(ledger, "sources", id));
}

export function comparisonTitle([before, after]: readonly [Draft, Draft]): string {
  return `${before.short} and ${after.short} compared`;
}

export function draftAndDay(draft: Draft): string {
  return `${draft.short}, ${formatShortDate(draft.date)}`;
}
