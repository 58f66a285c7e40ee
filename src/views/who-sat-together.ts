import type { Presence } from "../charts/kinds/attendance.tsx";
import { formatDate, formatDays, formatMonth, formatSpan, timeOf } from "../i18n/dates.ts";
import { countInWords, listOf } from "../i18n/numbers.ts";
import type { Ledger, Meeting } from "../ledger/ledger.ts";
import { find, get } from "../ledger/lookup.ts";
import { statusOf } from "../ledger/row-status.ts";
import { inDateOrder } from "../ledger/timeline.ts";
import { words } from "../words/words.ts";
import { eventOrSource } from "./event-or-source.ts";
import { meetingPlace } from "./meeting-words.ts";
import { sourcesOf, tableOf, type View } from "./view.ts";

/** Neighbours are those that met, so that nobody's line runs over a side that was not there. */
const SIDES = ["russia", "united-states", "ukraine", "europe"] as const;

type Side = (typeof SIDES)[number];

/** Who was in one room: every meeting in person by side. */
export function whoSatTogether(ledger: Ledger): View<"attendance"> {
  const meetings = inDateOrder(ledger.meetings.filter(({ format }) => format !== "call")).map((meeting) => {
    const presence = Object.fromEntries(
      SIDES.map((side) => [side, presenceOf(ledger, meeting, side)]),
    ) as Record<Side, Presence>;
    const sidesWith = (wanted: Presence) => SIDES.filter((side) => presence[side] === wanted);
    return { meeting, presence, sidesWith, status: statusOf(ledger, meeting), there: sidesWith("there") };
  });
  const [first, last] = [meetings[0]?.meeting, meetings.at(-1)?.meeting];
  if (!first || !last) throw new Error("the ledger has no meetings in person");
  const together = (...wanted: Side[]) =>
    meetings.filter(({ there }) => wanted.every((side) => there.includes(side)));
  const three = together("united-states", "ukraine", "russia");
  const mixed = together("russia", "europe");
  const count = (with_: Side[], without: Side) =>
    together(...with_).filter(({ there }) => !there.includes(without)).length;
  const names = (sides: readonly Side[]) => listOf(sides.map((side) => words.meetings.sides[side].name));
  const { known, ...columns } = words.meetings.columns;
  const russiaUkraine = together("russia", "ukraine");
  return {
    kind: "attendance",
    data: {
      sides: SIDES.map((id) => ({
        id,
        label: words.meetings.sides[id].name,
        short: words.meetings.sides[id].short,
      })),
      words: words.meetings.presence,
      rows: meetings.map((row) => {
        const { meeting, presence, sidesWith, status, there } = row;
        const dayKnown = meeting.date.length === 10;
        return {
          id: meeting.id,
          day: dayKnown ? String(new Date(timeOf(meeting.date)).getUTCDate()) : "–",
          date: formatDays(meeting.date, undefined),
          place: meetingPlace(meeting),
          month: formatMonth(meeting.date),
          monthShort: formatDays(meeting.date.slice(0, 7), undefined),
          year: meeting.date.slice(0, 4),
          sides: SIDES.map((side) => presence[side]),
          marked: three.includes(row),
          reported: status !== "confirmed",
          says: words.meetings.whoWasThere({
            when: formatSpan(meeting.date, meeting.end),
            place: meetingPlace(meeting),
            there: names(there),
            apart: names(sidesWith("apart")),
            status: status === "confirmed" ? "" : status,
          }),
          href: eventOrSource(ledger, meeting),
        };
      }),
    },
    table: tableOf(
      {
        ...columns,
        ...Object.fromEntries(SIDES.map((side) => [side, words.meetings.sides[side].name])),
        known,
      },
      meetings,
      ({ meeting, presence, status }) => [
        { text: meeting.date, href: eventOrSource(ledger, meeting) },
        meeting.end,
        meetingPlace(meeting),
        ...SIDES.map((side) => words.meetings.cells[presence[side]]),
        status,
      ],
    ),
    description: words.meetings.seating({
      meetings: meetings.length,
      three: three.length,
      russiaEurope: mixed.length,
      usUkraine: count(["united-states", "ukraine"], "russia"),
      usRussia: count(["united-states", "russia"], "ukraine"),
      days: listOf(three.map(({ meeting }) => formatSpan(meeting.date, meeting.end))),
    }),
    values: {
      meetings: String(meetings.length),
      withUkraine: countInWords(russiaUkraine.length),
      from: formatDate(first.date.slice(0, 7)),
      to: formatDate(last.date.slice(0, 7)),
    },
    numbers: { mixed: mixed.length, withUkraine: russiaUkraine.length },
    sources: sourcesOf(...meetings.map(({ meeting }) => meeting)),
  };
}

/** Where a side was: in the room if one of it was with everybody, apart if all of it kept to itself or to some. */
function presenceOf(ledger: Ledger, { participants, apart }: Meeting, side: Side): Presence {
  const ours = participants.filter((id) => sideOf(ledger, id) === side);
  if (ours.length === 0) return "away";
  return ours.some((id) => !apart.some(({ who }) => who === id)) ? "there" : "apart";
}

/** For whom somebody speaks. Throws an Error if nothing says so. */
function sideOf(ledger: Ledger, id: string): Side {
  const { side } = find(ledger, "people", id) ?? get(ledger, "organisations", id);
  if (!side)
    throw new Error(`\`${id}\` took part in a meeting, and nothing says for whom: give it a \`side\``);
  return side;
}
