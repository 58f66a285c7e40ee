import type { Draft } from "../../ledger/ledger.ts";

export const section = "Compare";

/** Title of the page of a pair. */
export const title = (before: string, after: string) => `${before} and ${after}: what changed`;

export const description = (before: string, from: string, after: string, to: string) =>
  `Question by question: ${before} of ${from} beside ${after} of ${to}.`;

export const heading = (before: string, after: string) =>
  `${before} against ${after}: what changed, question by question`;

export const lead = (from: string, to: string) => `The text of ${from} beside that of ${to}.`;

/** How much of a text the public has seen. */
export const publicity: Readonly<Record<Draft["text_public"], string>> = {
  full: "published in full",
  partial: "partly public",
  none: "never published",
};

/** What a missing answer means. */
export const absence: Readonly<Record<Draft["absence"], string>> = {
  silent: "The text says nothing",
  "out-of-scope": "Outside the scope of this paper",
  unreported: "Nothing reported",
};

export const whose = {
  question: "Whose words are these?",
  published: "Both texts were published.",
  notAll: "Not all of their words were published.",
  rest:
    "What stands here is this site’s summary, with the receipt for each line; a draft’s own words are in quotation marks. " +
    "What is struck out and what is underlined twice compares the summaries.",
} as const;

export const question = "Question";

export const filter = {
  legend: "Show",
  all: "everything",
  moved: "only what changed",
  published: "only what was published",
  /** Follows a number that the page counts: "12 of 57 questions". */
  of: (all: number) => `of ${all} questions shown`,
} as const;

export const index = {
  title: "Compare drafts",
  description:
    "Any two drafts of the peace plan for Ukraine side by side, or up to four: the same, softened, struck out, added, left open.",
  heading: "Compare any drafts",
  lead: "Choose the square where two drafts meet. The number says on how many questions the two can be compared.",
  pairs: "Pairs of drafts",
  later: "Later draft",
  pair: (before: string, after: string, count: number) =>
    `${before} against ${after}: ${count} questions compared`,
  start: "Pairs to start with",
  against: (before: string, after: string) => `${before} against ${after}`,
} as const;

export const columns = {
  drafts: "Drafts, two to four",
  on: "On",
  everything: "every question",
  show: "Show",
  key: "Words that the first draft does not have are marked.",
  failed: "A part of this could not be loaded. The pairs below hold the same.",
} as const;

export const picker = { first: "Change the first draft", second: "Change the second draft" } as const;
