import { plural } from "../../i18n/numbers.ts";
import type { Event, Provision } from "../../ledger/ledger.ts";
import type { Standing } from "../../ledger/sources.ts";

/** What each status of an event means, in reading order. */
export const status = {
  confirmed:
    "On the record, or stated as fact by two independent newsrooms. " +
    "When a minister says something, what is confirmed is that it was said, not that it is true.",
  reported: "Unnamed sources told a newsroom.",
  alleged: "An accusation that has not been tried.",
  disputed: "Parties or newsrooms contradict each other. The versions stand side by side.",
} as const satisfies Record<Event["status"], string>;

/** How the answer of a draft is known. */
export const certainty = {
  published: "It stands in a text that is public, or that was read out.",
  reported: "Outlets described it.",
  claimed: "A party to the talks says so.",
} as const satisfies Record<Provision["certainty"], string>;

export const standing = {
  official: "The body itself: a government, a court, a parliament, an institute’s own figures.",
  original: "A newsroom’s own reporting.",
  copy: "The text of an official body, an agency or a newsroom of record, printed word for word by somebody else.",
  relay:
    "A retelling, translation or digest of somebody else’s work. The list of sources names whose, where the page does.",
  "state-controlled":
    "An outlet that speaks for a state. It is used for what that state said, and labelled. No fact stands on such outlets alone unless it is attributed.",
} as const satisfies Record<Standing, string>;

/** How much there is of a word. */
export const counts = {
  status: (count: number) => plural(count, "event"),
  certainty: (count: number) => plural(count, "answer"),
  standing: (count: number) => plural(count, "page"),
} as const;
