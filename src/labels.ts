import { z } from "zod";
import type { Verdict } from "./ledger/compare-answers.ts";
import type { Answer, Draft, Event } from "./ledger/ledger.ts";
import type { SourceGrade } from "./ledger/sources.ts";
import { line } from "./yaml/fields.ts";

interface Term {
  name: string;
  meaning: string;
}

const name = line.max(40);

function each<Key extends string, Given, Field extends z.ZodType>(
  defaults: Readonly<Record<Key, Given>>,
  fieldOf: (given: Given) => Field,
) {
  const fields = Object.entries<Given>(defaults).map(([key, given]) => [key, fieldOf(given)]);
  return z.strictObject(Object.fromEntries(fields) as Record<Key, Field>).prefault({} as never);
}

const word = (given: string) => line.default(given);
const term = ({ name: word, meaning }: Term) =>
  z.strictObject({ name: name.default(word), meaning: line.default(meaning) }).prefault({});

const STATUSES: Readonly<Record<Event["status"], Term>> = {
  confirmed: { name: "on record", meaning: "in a record, or told as fact" },
  reported: { name: "reported", meaning: "told by somebody" },
  alleged: { name: "alleged", meaning: "an accusation, which is no verdict" },
  disputed: { name: "disputed", meaning: "accounts contradict each other" },
};

const VERDICT_TERMS: Readonly<Record<Verdict, Term>> = {
  dropped: {
    name: "dropped",
    meaning: "In the earlier text; the texts or a source show that the later dropped it.",
  },
  "not-mentioned": {
    name: "not mentioned",
    meaning: "Not mentioned in the later, or in what is known of it.",
  },
  open: { name: "left open", meaning: "Left undecided in the later text." },
  softer: { name: "less demanding", meaning: "Our judgement, with its reason: the later asks less." },
  stronger: { name: "more demanding", meaning: "Our judgement, with its reason: the later asks more." },
  changed: { name: "changed", meaning: "The two answers differ." },
  reworded: {
    name: "in other words or spelling",
    meaning: "The same answer, in other words or another spelling.",
  },
  new: { name: "new", meaning: "Not mentioned in the earlier, or in what is known of it." },
  different: { name: "answered differently", meaning: "The two answers differ." },
  alone: { name: "answered in one alone", meaning: "Not mentioned in the other, or in what is known of it." },
  "still-open": { name: "still open", meaning: "Left undecided in both." },
  same: { name: "the same", meaning: "Both give the same answer." },
  unknown: { name: "not known", meaning: "We do not have both answers." },
  missing: { name: "not recorded here", meaning: "Of one or both no answer is recorded here." },
  neither: { name: "with no known answer in either", meaning: "Neither answers it, as far as is known." },
};

const PUBLICITY: Readonly<Record<Draft["text_public"], string>> = {
  full: "public in full",
  partial: "public in part",
  none: "not public",
  unknown: "not looked up yet",
};

const CERTAINTIES: Readonly<Record<NonNullable<Answer["certainty"]> | "quoted", string>> = {
  published: "in the text",
  quoted: "as quoted",
  claimed: "according to",
  reported: "reported",
  counted: "our count",
};

const GRADES: Readonly<Record<SourceGrade, string>> = {
  official: "the body itself, on its own acts, words or figures",
  original: "the publisher’s own work",
  copy: "the text of somebody else, printed word for word",
  retelling: "a retelling, translation or digest of somebody else’s work",
  "state-controlled":
    "an outlet that speaks for a state. It is used for what that state said, and labelled. No fact rests on such outlets alone unless it is attributed",
};

const OUTCOMES = {
  missing: "Missing",
  unknown: "Not known",
  unrecorded: "Not recorded here",
  changed: "Changed",
  open: "Left open",
  kept: "Kept",
  new: "New",
  neither: "In neither",
} as const;

const labels = z.strictObject({
  draft: name.default("text").describe("What a text that is compared is called: “draft”."),
  drafts: name.default("texts").describe("The same of several."),
  clause: name.default("clause").describe("What a question followed through the texts is called: “line”."),
  clauses: name.default("clauses").describe("The same of several."),
  passage: name.default("passage").describe("What a numbered passage of a draft is called: “article”."),
  passages: name.default("passages").describe("The same of several."),
  part: name.optional().describe("What the number `points` of a draft counts, if not passages."),
  parts: name.optional().describe("The same of several."),
  statuses: each(STATUSES, term).describe("How a fact is known; a meaning completes a sentence."),
  verdicts: each(VERDICT_TERMS, term).describe("What became of a clause between two drafts."),
  publicity: each(PUBLICITY, word).describe("How much of a draft is public."),
  certainties: each(CERTAINTIES, word).describe(
    "How an answer is known; after “claimed” follows who says so. “quoted”: in words of a text that is not public.",
  ),
  grades: each(GRADES, word).describe("What a source is worth; completes a sentence."),
  outcomes: each(OUTCOMES, word).describe("Groups of the chart `outcomes`."),
  now: name.default("The outcome").describe("Heading of `front.now`."),
  last_events: name.default("Last events").describe("Heading of the last events on the front page."),
  why: name.default("Why it matters").describe("Heading of reasons on the page of a theme."),
  positions: name.default("Positions").describe("Heading of positions on the page of a theme."),
  stances: name.default("Positions").describe("Heading of positions on the page of an actor."),
  alleged_note: line
    .optional()
    .describe("Sentence on the page of every event that is alleged: that people are presumed innocent."),
  covers_until: name
    .optional()
    .describe("Words before the latest date of the story: “Told until”; without them, no page says it."),
});

/** `labels` of site.yaml: what a story calls things, with words that fit any story by default. */
export const labelsSchema = labels.transform((given) => ({
  ...given,
  part: given.part ?? given.passage,
  parts: given.parts ?? given.passages,
}));
