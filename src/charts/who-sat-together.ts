import { attendance } from "./kinds/attendance.tsx";
import type { Presence } from "../charts/kinds/attendance.tsx";
import { formatDate, formatDays, formatMonth, formatSpan } from "../i18n/dates.ts";
import { countInWords, listOf } from "../i18n/numbers.ts";
import type { Ledger, Meeting } from "../ledger/ledger.ts";
import { find, get, statusOf } from "../ledger/lookup.ts";
import { inDateOrder } from "../ledger/timeline.ts";
import { sideOf as sideNamed, SIDES } from "../site.ts";
import { words } from "../words/words.ts";
import { eventOrSource } from "../views/event-or-source.ts";
import { meetingPlace } from "../views/meeting-words.ts";
import { sourcesOf, tableOf, drawnAs, type View } from "./view.ts";

type Side = string;

/** Who was in one room: every meeting in person by side. */
export function whoSatTogether(ledger: Ledger): View {
  const { cells } = words.meetings;
  const meetings = inDateOrder(ledger.meetings.filter(({ format }) => format !== "call")).map((meeting) => {
    const presence = SIDES.map((side) => presenceOf(ledger, meeting, side));
    const sidesWith = (wanted: Presence) => SIDES.filter((_, i) => presence[i] === wanted);
    const place = meetingPlace(meeting);
    const href = eventOrSource(ledger, meeting);
    return { meeting, presence, sidesWith, place, href, status: statusOf(ledger, meeting) };
  });
  const [first, last] = [meetings[0]?.meeting, meetings.at(-1)?.meeting];
  if (!first || !last) throw new Error("the ledger has no meetings in person");
  const together = (...wanted: Side[]) =>
    meetings.filter(({ sidesWith }) => wanted.every((side) => sidesWith("there").includes(side)));
  const three = together("united-states", "ukraine", "russia");
  const mixed = together("russia", "europe");
  const count = (with_: Side[], without: Side) =>
    together(...with_).filter(({ sidesWith }) => !sidesWith("there").includes(without)).length;
  const names = (of: readonly Side[]) => listOf(of.map((side) => sideNamed(side).name));
  const { known, ...columns } = words.meetings.columns;
  const russiaUkraine = together("russia", "ukraine");
  return {
    ...drawnAs(attendance, {
      sides: SIDES.map((id) => ({ id, label: sideNamed(id).name, short: sideNamed(id).short })),
      words: words.meetings.presence,
      rows: meetings.map((row) => {
        const { meeting, presence, sidesWith, place, href, status } = row;
        const { id, date, end } = meeting;
        return {
          id,
          day: date.length === 10 ? String(Number(date.slice(8))) : "–",
          date: formatDays(date, undefined),
          place,
          month: formatMonth(date),
          monthShort: formatDays(date.slice(0, 7), undefined),
          year: date.slice(0, 4),
          sides: presence,
          marked: three.includes(row),
          reported: status !== "confirmed",
          says: words.meetings.whoWasThere({
            when: formatSpan(date, end),
            place,
            there: names(sidesWith("there")),
            apart: names(sidesWith("apart")),
            status: status === "confirmed" ? "" : status,
          }),
          href,
        };
      }),
    }),
    table: tableOf(
      { ...columns, ...Object.fromEntries(SIDES.map((side) => [side, sideNamed(side).name])), known },
      meetings,
      ({ meeting: { date, end }, presence, place, href, status }) => [
        { text: date, href },
        end,
        place,
        ...presence.map((was) => cells[was]),
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
