import type { ClauseStep } from "../../ledger/follow-clause.ts";
import type { Draft, Provision } from "../../ledger/ledger.ts";
import type { ThemeState } from "../../ledger/drafts.ts";
import { listOf } from "../../i18n/numbers.ts";

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

/** The section of the site, as its navigation has it. */
export const section = "Clauses";

/** Title of the page of a theme. */
export const title = (theme: string) => `${theme}: draft by draft`;

export const index = {
  title: "Clause by clause",
  description:
    "Each subject of the peace plan for Ukraine, followed through every draft: what was struck, what was inserted, what was left open.",
  lead: (themes: number, questions: number) =>
    `${themes} subjects, ${questions} questions. Under each subject its leading question, from the first draft that answers it to the last.`,
  span: (first: Draft, from: string, last: Draft, to: string) =>
    `${first.short}, ${from} → ${last.short}, ${to}`,
  more: "Also:",
} as const;

/** What marked words are, for those who hear the page. */
export const marks = { struck: "struck:", inserted: "inserted:" } as const;

/** Signs around an answer that is left open. */
export const brackets = ["[", "]"] as const;

/** What comes before an answer that is compared with nothing, or is not marked; empty where the marks say it. */
export function stand({ kind, against }: Pick<ClauseStep, "kind" | "against">): string {
  if (kind === "again") return `again as in ${against?.short ?? ""}`;
  return kind === "open" ? "left open" : "";
}

export const unchanged = "unchanged in";

/** How public the words are that an answer rests on: "text published", "reported: unnamed sources". */
export function known(
  draft: Draft,
  { certainty, attributed_to }: Pick<Provision, "certainty" | "attributed_to">,
): string {
  const PUBLIC = {
    full: "text published",
    partial: "text public in part",
    none: "from a published statement",
  } as const;
  const how = certainty === "published" ? PUBLIC[draft.text_public] : certainty;
  return attributed_to ? `${how}: ${attributed_to}` : how;
}

export const inFull = "In full";

/** What became of the US draft’s demand, of which an answer’s state is told. */
export const standing = (state: string) => `What became of the US draft’s demand: ${state}.`;

/** Drafts that have no answer to a question. */
export const silence = (drafts: readonly Draft[]) =>
  drafts.length === 0
    ? "Every draft has an answer."
    : `Nothing on this was reported for ${listOf(drafts.map(({ short }) => short))}.`;

export const ways = {
  label: "From here",
  compare: (before: Draft, after: Draft) => `${before.short} against ${after.short}, question by question`,
  columns: "Any of these drafts side by side",
  point: (draft: Draft, points: readonly number[]) => `${draft.short}, point ${listOf(points.map(String))}`,
} as const;

/** Leads from a clause in short to its page. */
export const brief = "Each answer in full, with all its receipts; embed, download, cite";

export const use = {
  title: "Embed, download, cite",
  citation: "Citation",
  files: "Files",
  /** Names what stands once for each clause of a page. */
  of: (what: string, question: string) => `${what}: ${question}`,
  toPanel: "Code to embed it, in three themes",
} as const;

/** The row of drafts above the answers, and its two buttons. */
export const stepper = {
  label: (question: string) => `Drafts that answer: ${question}`,
  earlier: "Earlier draft",
  later: "Later draft",
} as const;

export const positions = "What each side wants";
export const events = "Events about it";

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
