import type { Event } from "../../ledger/ledger.ts";

/** What each status of a fact means, in reading order; each reads on from the word itself. */
export const meanings = {
  confirmed: "on the record, or stated as fact by two independent newsrooms",
  reported: "told by sources that are not named",
  alleged: "an accusation that no court has tried",
  disputed: "parties or outlets contradict each other",
} as const satisfies Record<Event["status"], string>;
