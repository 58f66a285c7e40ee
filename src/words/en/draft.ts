import { plural } from "../../i18n/numbers.ts";
import type { Draft, Point } from "../../ledger/ledger.ts";

/** How public a text is, where the page of a draft says so. */
export const publicity: Readonly<Record<Draft["text_public"], string>> = {
  full: "published in full",
  partial: "public in part",
  none: "not published: what is known comes from descriptions",
};

/** What it means that a subject is missing; the subjects follow. */
export const absence: Readonly<Record<Draft["absence"], string>> = {
  silent: "The text says nothing on",
  "out-of-scope": "Outside the scope of this paper:",
  unreported: "Nothing was reported on",
};

export const facts = {
  by: "By",
  points: "Points",
  noPoints: "none of its own",
  text: "Text",
  compare: "Compare",
} as const;
export const compare = {
  withFirst: "with the first draft",
  with: (draft: Draft) => `with ${draft.name}`,
} as const;

export const ownSummary =
  "The words below are this site’s summaries of what was published or reported. A draft’s own words stand in quotation marks.";

export const points = {
  title: "Point by point",
  /** Of a draft whose points the page has one by one, perhaps not all of them. */
  lead: (shown: number, all: number | undefined) =>
    `${all !== undefined && all > shown ? `${shown} of its ${all} points` : plural(shown, "point")}, ` +
    "in this site’s words. Below each, the questions it answers: they lead to the clause in all drafts.",
  entry: ({ number, title }: Point) => `${number}. ${title}`,
  drawnFrom: (numbers: readonly number[]) => (numbers.length === 1 ? "from point" : "from points"),
} as const;

export const answers = {
  title: "Subject by subject",
  lead: "What it answers to the questions that every draft is asked. A question leads to its clause in all drafts.",
  inFull: "In full",
  inItsWords: "In its words:",
} as const;

export const sources = "Sources of this page";

export const index = {
  section: "The plan",
  title: "The drafts of the peace plan",
  heading: "The drafts, one by one",
  description: (count: string) =>
    `The ${count} versions of the US-backed peace plan for Ukraine and the papers that answer it, in date order.`,
  lead: (count: string, from: string, to: string) =>
    `${count} versions of the plan and papers that answer it, from ${from} to ${to}.`,
  compare: "Compare any two of them.",
  /** Followed by how public it is. */
  text: "text",
  points: (draft: Draft) => (draft.points ? plural(draft.points, "point") : "No numbered points of its own"),
  oneByOne: (count: number) => `${plural(count, "point")}, one by one`,
} as const;
