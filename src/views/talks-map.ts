import { geoDistance } from "d3";
import { formatDate, formatShortDate, formatSpan } from "../i18n/dates.ts";
import { countInWords, listOf, plural } from "../i18n/numbers.ts";
import type { Ledger, Meeting } from "../ledger/ledger.ts";
import { actorName } from "../ledger/lookup.ts";
import { statusOf } from "../ledger/row-status.ts";
import { inDateOrder } from "../ledger/timeline.ts";
import { shortName } from "./actor-words.ts";
import { eventOrSource } from "./event-or-source.ts";
import { FORMAT_WORDS, unsure } from "./meeting-words.ts";
import { columnsOf, commonest, unique, type View } from "./view.ts";

/** Places nearer to each other than this share a sign, km. */
const ONE_PLACE = 120;
const EARTH_RADIUS = 6371;

interface Place {
  label: string;
  meetings: Meeting[];
  lat: number;
  lon: number;
}

/** Where the talks were held; calls have no place and are listed. */
export function talksMap(ledger: Ledger): View<"map"> {
  const meetings = inDateOrder(ledger.meetings);
  const calls = meetings.filter((meeting) => meeting.format === "call");
  const held = meetings.filter((meeting) => meeting.format !== "call");
  const places = groupByPlace(held);
  const most = places[0];
  if (!most) throw new Error("no meeting of the ledger has a place");
  const inUkraine = held.filter((meeting) => meeting.country === "UA").length;
  const europe = places.filter(({ lat, lon }) => lat > 43 && lat < 60 && lon > -11 && lon < 43);
  const row = (meeting: Meeting) => [
    { text: meeting.place, href: eventOrSource(ledger, meeting) },
    meeting.city ?? null,
    meeting.country ?? null,
    meeting.date,
    meeting.end ?? null,
    FORMAT_WORDS[meeting.format],
    listOf(meeting.participants.map((id) => actorName(ledger, id))),
    statusOf(ledger, meeting),
    meeting.lat ?? null,
    meeting.lon ?? null,
  ];
  return {
    kind: "map",
    data: {
      panels: [
        { id: "europe", label: "Europe", west: -11, east: 43, south: 43, north: 60 },
        { id: "world", label: "The wider world", west: -160, east: 66, south: -38, north: 72 },
      ],
      sign: "number of meetings, by area",
      words: { confirmed: "on record", reported: "reported by unnamed sources", alleged: "alleged", disputed: "accounts differ on one" },
      places: places.map(({ label, meetings, lat, lon }) => ({
        id: meetings[0]!.id,
        label,
        lat,
        lon,
        count: meetings.length,
        says: `${plural(meetings.length, "meeting")}: ${listOf(meetings.map((meeting) => `${formatSpan(meeting.date, meeting.end)}${meeting.city === label ? "" : ` (${meeting.city ?? meeting.place})`}${unsure(ledger, meeting)}`))}`,
        unsure: meetings.map((meeting) => statusOf(ledger, meeting)).find((certainty) => certainty !== "confirmed"),
        href: eventOrSource(ledger, meetings.at(-1)!),
      })),
      listHeading: `Not on the map: ${plural(calls.length, "call")}`,
      list: calls.map((meeting) => ({
        id: meeting.id,
        text: `${formatShortDate(meeting.date)}: ${listOf(meeting.participants.map((id) => shortName(ledger, id)))}`,
        says: `${formatDate(meeting.date)}, ${meeting.place}${unsure(ledger, meeting)}. ${meeting.outcome}`,
        certainty: statusOf(ledger, meeting),
        href: eventOrSource(ledger, meeting),
      })),
    },
    table: {
      columns: columnsOf({
        place: "Place",
        city: "City",
        country: "Country",
        date: "Date",
        end: "Until",
        format: "Format",
        participants: "Who took part",
        certainty: "How it is known",
        lat: ["Latitude", "degrees north"],
        lon: ["Longitude", "degrees east"],
      }),
      rows: meetings.map(row),
    },
    description: `${held.length} meetings in ${places.length} places: ${most.label} saw ${countInWords(most.meetings.length)}, ${listOf(
      places.slice(1, 4).map(({ label, meetings }) => `${label} ${countInWords(meetings.length)}`),
    )}. ${europe.length} of the places are in Europe. ${plural(calls.length, "call")} had no place.`,
    values: {
      meetings: String(held.length),
      most: String(most.meetings.length),
      where: most.label.replace(/ area$/, ""),
      ukraine: countInWords(inUkraine),
      calls: plural(calls.length, "call"),
      from: formatDate(meetings[0]!.date.slice(0, 7)),
      to: formatDate(meetings.at(-1)!.date.slice(0, 7)),
    },
    numbers: { most: most.meetings.length, ukraine: inUkraine },
    sources: unique(meetings.flatMap((meeting) => meeting.sources)),
  };
}

/** Meetings by place, the place with most meetings first. A group of several towns is named after the commonest. */
function groupByPlace(meetings: readonly Meeting[]): Place[] {
  const groups: Meeting[][] = [];
  for (const meeting of meetings) {
    if (meeting.lat === undefined || meeting.lon === undefined)
      throw new Error(`the meeting \`${meeting.id}\` has no coordinates and is no call`);
    const near = groups.find((group) => distance(group[0]!, meeting) < ONE_PLACE);
    if (near) near.push(meeting);
    else groups.push([meeting]);
  }
  return groups
    .map((group): Place => {
      const towns = group.map(({ city, place }) => city ?? place);
      const town = commonest(towns);
      const { lat, lon } = group[towns.indexOf(town)]!;
      return { label: new Set(towns).size > 1 ? `${town} area` : town, meetings: group, lat: lat!, lon: lon! };
    })
    .sort((a, b) => b.meetings.length - a.meetings.length || a.label.localeCompare(b.label, "en"));
}

function distance(a: Meeting, b: Meeting): number {
  return geoDistance([a.lon!, a.lat!], [b.lon!, b.lat!]) * EARTH_RADIUS;
}
