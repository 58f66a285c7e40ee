import type { Meeting } from "../ledger/ledger.ts";

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
