import { eventBehind } from "../ledger/event-behind.ts";
import type { Ledger, Meeting } from "../ledger/ledger.ts";
import { eventOrSource } from "./event-or-source.ts";

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

/** Page that tells of a meeting: its event, or for want of one its first receipt. */
export function meetingHref(ledger: Ledger, meeting: Meeting): string {
  return eventOrSource(eventOfMeeting(ledger, meeting), meeting.sources);
}

/** How sure it is that a meeting was held: as its event says, else confirmed. */
export function meetingCertainty(ledger: Ledger, meeting: Meeting): "confirmed" | "reported" | "alleged" | "disputed" {
  return eventOfMeeting(ledger, meeting)?.status ?? "confirmed";
}

/** " (disputed)" behind a meeting that is; empty if it is confirmed. */
export function unsure(ledger: Ledger, meeting: Meeting): string {
  const certainty = meetingCertainty(ledger, meeting);
  return certainty === "confirmed" ? "" : ` (${certainty})`;
}

function eventOfMeeting(ledger: Ledger, meeting: Meeting) {
  const { date, end, outcome, participants, sources } = meeting;
  return eventBehind(ledger, "plan", { date, end, text: outcome, actors: participants, sources });
}
