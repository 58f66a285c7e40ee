import type { Day } from "../ledger/day.ts";
import type { Meeting } from "../ledger/ledger.ts";
import { meetingPlace } from "./meeting-words.ts";
import { unique } from "../charts/view.ts";

/** Talks that were held on a day, those that had begun before first; where people met, and how often they telephoned. */
export function talksOfDay({ meetings, lasting }: Day): { held: Meeting[]; places: string[]; calls: number } {
  const held = [...lasting.meetings, ...meetings];
  const met = held.filter((meeting) => meeting.format !== "call");
  return { held, places: unique(met.map(meetingPlace)), calls: held.length - met.length };
}
