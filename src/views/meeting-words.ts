import type { Ledger, Meeting } from "../ledger/ledger.ts";
import { statusOf } from "../ledger/lookup.ts";

/** Where talks were held, in a word or two: the city, or that it was a call. */
export function meetingPlace(meeting: Meeting): string {
  return meeting.format === "call" ? "Call" : (meeting.city ?? meeting.place);
}

/** " (disputed)" behind a meeting that is; empty if it is confirmed. */
export function unsure(ledger: Ledger, meeting: Meeting): string {
  const status = statusOf(ledger, meeting);
  return status === "confirmed" ? "" : ` (${status})`;
}
