import { formatDate } from "../../i18n/dates.ts";
import { plural } from "../../i18n/numbers.ts";
import type { Draft, Event } from "../../ledger/ledger.ts";

export const title = "how a plan to end the war in Ukraine changed";
export const heading = "How the plan to end the war in Ukraine changed, draft by draft";
/** The two texts between which the clauses below changed. */
export const span = (first: Draft, last: Draft) =>
  `Three clauses, from the ${first.name} of ${formatDate(first.date)} to the ${last.name} on ${formatDate(last.date)}.`;
export const explained = "What was asked, what changed, where it is stuck";
export const clauses = "Three clauses, then and now";
export const ended = (through: string) =>
  `No signed settlement was found by ${formatDate(through)}, the last day that this site covers.`;
export const doors = [
  { path: "/plan/", name: "Understand it", about: "The drafts explained, each claim with its receipt" },
  {
    path: "/plan/themes/",
    name: "Follow one clause",
    about: "Army, land, NATO, guarantees: each through all texts",
  },
  {
    path: "/plan/compare/",
    name: "Compare two drafts",
    about: "Question by question, what was struck and what was put in",
  },
] as const;
export const waysIn = "Ways in";
export const state = "State of play";
export const latestTalks = "Latest talks found";
export const latestText = "Latest text read out point by point";
export const points = (draft: Draft) =>
  `${draft.points ? `${plural(draft.points, "point")}, ` : ""}${draft.short}`;
export const stillOpen = "Still open in it";
export const latestStage = "Latest stage compared";
export const openThemes = (count: number) =>
  count === 0 ? "nothing reported as open" : `${plural(count, "theme")} open`;
export const stories = "The three stories";
export const latest = "Latest events";
export const coverageEnds = "Where coverage ends";
export const allDays = "Everything, day by day";
export const facts = (
  events: number,
  sources: number,
  statuses: readonly (readonly [Event["status"], number])[],
) =>
  `${plural(events, "event")} from ${plural(sources, "source")}: ${statuses.map(([status, count]) => `${count} ${status}`).join(", ")}.`;
