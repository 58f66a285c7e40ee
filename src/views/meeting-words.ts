import type { Ledger, Meeting } from "../ledger/ledger.ts";
import { statusOf } from "../ledger/row-status.ts";

/** Words for the formats of talks, in reading order. */
export const FORMAT_WORDS = {
  bilateral: "Bilateral",
  trilateral: "Three-way",
  multilateral: "Multilateral",
  call: "Call",
} as const satisfies Record<Meeting["format"], string>;

/** Where talks were held, in a word or two: the city, or that it was a call. */
export function meetingPlace(meeting: Meeting): string {
  return meeting.format === "call" ? "Call" : (meeting.city ?? meeting.place);
}

/** " (disputed)" behind a meeting that is; empty if it is confirmed. */
export function unsure(ledger: Ledger, meeting: Meeting): string {
  const status = statusOf(ledger, meeting);
  return status === "confirmed" ? "" : ` (${status})`;
}
