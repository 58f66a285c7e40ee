import { unique } from "../charts/view.ts";
import type { Day } from "../ledger/timeline.ts";
import type { Ledger, Meeting } from "../ledger/ledger.ts";
import { statusOf } from "../ledger/lookup.ts";

export const MEETING_FORMATS = {
  bilateral: "Bilateral",
  trilateral: "Three-way",
  multilateral: "Multilateral",
  call: "Call",
} as const;

/** Where talks were held, in a word or two: the city, or that it was a call. */
export function meetingPlace(meeting: Meeting): string {
  return meeting.format === "call" ? "Call" : (meeting.city ?? meeting.place);
}

/** " (disputed)" behind a meeting that is; empty if it is confirmed. */
export function unsure(ledger: Ledger, meeting: Meeting): string {
  const status = statusOf(ledger, meeting);
  return status === "confirmed" ? "" : ` (${status})`;
}

/** Talks that were held on a day, those that had begun before first; where people met, and how often they telephoned. */
export function talksOfDay({ meetings, lasting }: Day): { held: Meeting[]; places: string[]; calls: number } {
  const held = [...lasting.meetings, ...meetings];
  const met = held.filter((meeting) => meeting.format !== "call");
  return { held, places: unique(met.map(meetingPlace)), calls: held.length - met.length };
}
