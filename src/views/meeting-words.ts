import { eventBehind } from "../ledger/event-behind.ts";
import type { Ledger, Meeting } from "../ledger/ledger.ts";
import { routes } from "../site.ts";

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
  const event = eventOfMeeting(ledger, meeting);
  return event ? routes.event(event.id) : routes.source(meeting.sources[0]!);
}

/** How sure it is that a meeting was held: as its event says, else confirmed. */
export function meetingCertainty(ledger: Ledger, meeting: Meeting): "confirmed" | "reported" | "alleged" | "disputed" {
  return eventOfMeeting(ledger, meeting)?.status ?? "confirmed";
}

function eventOfMeeting(ledger: Ledger, meeting: Meeting) {
  const { date, end, outcome, participants, sources } = meeting;
  return eventBehind(ledger, "plan", { date, end, text: outcome, actors: participants, sources });
}
