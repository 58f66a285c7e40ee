import { formatDate, formatMonth } from "../i18n/dates.ts";
import { countInWords, listOf } from "../i18n/numbers.ts";
import { coverageThrough } from "../ledger/coverage.ts";
import type { Ledger, Meeting } from "../ledger/ledger.ts";
import { actorName } from "../ledger/lookup.ts";
import { countOrigins } from "../ledger/receipts.ts";
import { statusOf } from "../ledger/row-status.ts";
import { inDateOrder } from "../ledger/timeline.ts";
import { eventOrSource } from "./event-or-source.ts";
import { FORMAT_WORDS, meetingPlace } from "./meeting-words.ts";
import { columnsOf, commonest, unique, type View } from "./view.ts";

const FORMATS = Object.keys(FORMAT_WORDS) as Meeting["format"][];

/** The meetings and calls of the ledger by format. Labelled first are those from which a draft came, then what most newsrooms carry. */
export function talksTimeline(ledger: Ledger): View<"lanes"> {
  const meetings = inDateOrder(ledger.meetings);
  if (meetings.length === 0) throw new Error("the ledger has no meetings");
  const count = (format: Meeting["format"]) => meetings.filter((meeting) => meeting.format === format).length;
  const busiest = commonest(meetings.map(({ date }) => date.slice(0, 7)));
  const inBusiest = meetings.filter(({ date }) => date.startsWith(busiest)).length;
  const last = meetings.at(-1)!;
  const covered = coverageThrough(ledger);
  return {
    kind: "lanes",
    data: {
      from: meetings[0]!.date.slice(0, 7),
      to: covered.slice(0, 7),
      lanes: FORMATS.map((format) => ({ id: format, label: FORMAT_WORDS[format], side: format === "bilateral" ? "above" : "below" })),
      words: { confirmed: "on record", reported: "reported by unnamed sources", alleged: "alleged", disputed: "accounts differ" },
      rows: meetings.map((meeting) => ({
        id: meeting.id,
        lane: meeting.format,
        date: meeting.date,
        end: meeting.end,
        label: meeting.format === "call" ? "" : meetingPlace(meeting),
        says: `${meeting.place}, ${FORMAT_WORDS[meeting.format].toLowerCase()}. ${meeting.outcome}`,
        certainty: statusOf(ledger, meeting),
        rank: madeDraft(ledger, meeting) ? 0 : 100 - countOrigins(ledger, meeting.sources),
        href: eventOrSource(ledger, meeting),
      })),
    },
    table: {
      columns: columnsOf({
        date: "Date",
        end: "Until",
        place: "Place",
        format: "Format",
        participants: "Who took part",
        outcome: "Outcome",
      }),
      rows: meetings.map((meeting) => [
        meeting.date,
        meeting.end ?? null,
        { text: meeting.place, href: eventOrSource(ledger, meeting) },
        FORMAT_WORDS[meeting.format],
        listOf(meeting.participants.map((id) => actorName(ledger, id))),
        meeting.outcome,
      ]),
    },
    description: `${meetings.length} meetings and calls: ${listOf([`${countInWords(count("bilateral"))} bilateral`, `${countInWords(count("multilateral"))} multilateral`, `${countInWords(count("trilateral"))} with all three sides`, `${countInWords(count("call"))} ${count("call") === 1 ? "call" : "calls"}`])}. ${formatMonth(busiest)} alone has ${inBusiest}. The last one known to this site is of ${formatDate(last.end ?? last.date)}; it covers events up to ${formatDate(covered)}.`,
    values: {
      meetings: String(meetings.length),
      busiest: formatMonth(busiest),
      inBusiest: String(inBusiest),
      trilateral: countInWords(count("trilateral")),
      from: formatMonth(meetings[0]!.date),
      to: formatMonth(covered),
    },
    numbers: { inBusiest },
    sources: unique(meetings.flatMap((meeting) => meeting.sources)),
  };
}

function madeDraft(ledger: Ledger, { date, end = date }: Meeting): boolean {
  return ledger.drafts.some((draft) => draft.date >= date && draft.date <= end);
}
