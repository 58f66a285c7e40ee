import { formatDate } from "../i18n/dates.ts";
import { countInWords, listOf, plural } from "../i18n/numbers.ts";
import type { Ledger, Meeting } from "../ledger/ledger.ts";
import { actorName, find, get } from "../ledger/lookup.ts";
import { inDateOrder } from "../ledger/timeline.ts";
import { routes } from "../site.ts";
import { shortName } from "./actor-words.ts";
import { eventOrSource } from "./event-or-source.ts";
import { meetingPlace, unsure } from "./meeting-words.ts";
import { columnsOf, unique, type View } from "./view.ts";

/** People in at least so many meetings are drawn. */
const AT_LEAST = 4;

/** For whom people speak, in the order of the chart. */
const SIDES = { "united-states": "United States", ukraine: "Ukraine", russia: "Russia", europe: "Europe" } as const;

/** How often the people with most meetings took part in one and the same meeting, calls left out. */
export function whoMetWhom(ledger: Ledger): View<"pairs"> {
  const meetings = inDateOrder(ledger.meetings).filter((meeting) => meeting.format !== "call");
  const of = (id: string) =>
    meetings.filter(
      ({ participants, apart }) => participants.includes(id) && !apart.some(({ who, met }) => who === id && met.length === 0),
    );
  const everybody = unique(meetings.flatMap((meeting) => meeting.participants));
  const sides = new Map(everybody.map((id) => [id, sideOf(ledger, id)]));
  const order: string[] = Object.values(SIDES);
  const people = everybody
    .filter((id) => find(ledger, "people", id))
    .sort((a, b) => order.indexOf(sides.get(a)!) - order.indexOf(sides.get(b)!) || of(b).length - of(a).length || a.localeCompare(b, "en"));
  const drawn = people.filter((id) => of(id).length >= AT_LEAST);
  const left = people.filter((id) => of(id).length === AT_LEAST - 1);
  const rows = drawn.flatMap((b, i) =>
    drawn.slice(0, i).flatMap((a) => {
      const shared = meetings.filter((meeting) => together(meeting, a, b));
      return shared.length > 0 ? [{ a, b, shared }] : [];
    }),
  );
  const most = rows.reduce((a, b) => (b.shared.length > a.shared.length ? b : a));
  const busiest = drawn.reduce((a, b) => (of(b).length > of(a).length ? b : a));
  const russiaAndEurope = meetings.filter(({ participants, apart }) => {
    const there = participants.filter((actor) => !apart.some(({ who }) => who === actor)).map((actor) => sides.get(actor));
    return there.includes("Russia") && there.includes("Europe");
  });
  const words = (meeting: Meeting) => `${meetingPlace(meeting)}, ${formatDate(meeting.date)}${unsure(ledger, meeting)}`;
  return {
    kind: "pairs",
    data: {
      sign: "meetings that both took part in",
      none: "none",
      dashed: "one of them told by unnamed sources, or disputed",
      actors: drawn.map((id) => ({
        id,
        label: actorName(ledger, id),
        short: shortName(ledger, id),
        group: sides.get(id)!,
        total: of(id).length,
        href: routes.person(id),
      })),
      rows: rows.map(({ a, b, shared }) => ({
        a,
        b,
        count: shared.length,
        says: `${plural(shared.length, "meeting")}: ${shared.map(words).join("; ")}`,
        reported: shared.some((meeting) => unsure(ledger, meeting) !== ""),
        href: eventOrSource(ledger, shared.at(-1)!),
      })),
    },
    table: {
      columns: columnsOf({ person: "Person", other: "Other person", meetings: "Meetings", which: "Which" }),
      rows: rows.map(({ a, b, shared }) => [
        { text: actorName(ledger, a), href: routes.person(a) },
        { text: actorName(ledger, b), href: routes.person(b) },
        shared.length,
        shared.map(words).join("; "),
      ]),
    },
    description: `${actorName(ledger, most.a)} and ${actorName(ledger, most.b)} took part together most often, in ${countInWords(most.shared.length)} of ${meetings.length} meetings. ${drawn.length} people with ${countInWords(AT_LEAST)} meetings or more are shown; ${listOf(left.map((id) => shortName(ledger, id)))} took part in ${countInWords(AT_LEAST - 1)} each and are not.`,
    values: {
      busiest: shortName(ledger, busiest),
      attended: String(of(busiest).length),
      meetings: String(meetings.length),
      least: countInWords(AT_LEAST),
      people: String(drawn.length),
      from: formatDate(meetings[0]!.date.slice(0, 7)),
      to: formatDate(meetings.at(-1)!.date.slice(0, 7)),
    },
    numbers: { mixed: russiaAndEurope.length },
    sources: unique(meetings.flatMap((meeting) => meeting.sources)),
  };
}

function sideOf(ledger: Ledger, id: string): string {
  const { side } = find(ledger, "people", id) ?? get(ledger, "organisations", id);
  if (!side) throw new Error(`\`${id}\` took part in a meeting, and nothing says for whom: give it a \`side\``);
  return SIDES[side];
}

/** Whether two took part in a meeting, and not in rooms or on days of their own. */
function together({ participants, apart }: Meeting, a: string, b: string): boolean {
  const kept = (one: string, other: string) => apart.some(({ who, met }) => who === one && !met.includes(other));
  return participants.includes(a) && participants.includes(b) && !kept(a, b) && !kept(b, a);
}
