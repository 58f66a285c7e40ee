import { z } from "zod";
import { formatDate, formatSpan } from "../i18n/dates.ts";
import { listOf } from "../i18n/numbers.ts";
import { id } from "../ledger/fields.ts";
import type { Ledger, Meeting } from "../ledger/ledger.ts";
import { find, get, inDateOrder, statusOf } from "../ledger/lookup.ts";
import { itemAt } from "../required.ts";
import { sideOf as sideNamed, SIDES, site } from "../site.ts";
import { eventOrSource } from "../views/links.ts";
import { meetingPlace } from "../views/meetings.ts";
import { keyOf, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import { lineAcross } from "./lib/marks.tsx";
import { drawSideGrid, type GridRow } from "./lib/side-grid.tsx";
import { textLines } from "./lib/text.tsx";

const attendanceOptions = z.strictObject({
  together: z.array(id).min(2).describe("Sides whose meetings together are set off."),
  counted_with: id.describe("The side whose meetings with each other side are counted below its column."),
  pair: z.tuple([id, id]).describe("Two sides whose meetings the title counts."),
  never: z.tuple([id, id]).describe("Two sides that the title says never met."),
});

const PRESENCE = {
  there: { sign: "stated", label: "in the room" },
  apart: { sign: "block-open", label: "apart" },
} as const;
type Presence = keyof typeof PRESENCE;

/** Every meeting in person, with the sides that took part. */
export const attendance = withOptions(attendanceOptions, (ledger, options): View => {
  const names = (of: readonly string[]) => listOf(of.map((side) => sideNamed(side).name));
  const meetings = inDateOrder(ledger.meetings.filter(({ format }) => format !== "call")).map((meeting) => {
    const presence = new Map(
      SIDES.flatMap((side) => {
        const was = presenceOf(ledger, meeting, side);
        return was ? [[side, was]] : [];
      }),
    );
    const sidesThat = (wanted: Presence) => SIDES.filter((side) => presence.get(side) === wanted);
    return {
      ...meeting,
      presence,
      there: sidesThat("there"),
      apart: sidesThat("apart"),
      place: meetingPlace(meeting),
      status: statusOf(ledger, meeting),
      href: eventOrSource(ledger, meeting),
    };
  });
  const together = (sides: readonly string[]) =>
    meetings.filter(({ there }) => sides.every((side) => there.includes(side)));
  const [all, pair, never] = [together(options.together), together(options.pair), together(options.never)];
  const rows = meetings.map((meeting): GridRow => {
    const { date, end, place, there, apart, presence, status, href } = meeting;
    const isMarked = all.includes(meeting);
    return {
      ...{ date, name: place, href },
      nameLook: isMarked ? "bold" : undefined,
      joinedLook: `${isMarked ? "marked" : ""} ${status === "confirmed" ? "" : "dashed"}`,
      signs: new Map(
        [...presence].map(([side, was]) => [side, { sign: PRESENCE[was].sign, isJoined: was === "there" }]),
      ),
      label:
        `${formatSpan(date, end)}, ${place}: ${names(there) || "nobody together"} in the room` +
        (apart.length > 0 ? `; ${names(apart)} apart` : "") +
        (status === "confirmed" ? "" : ` (${status})`),
    };
  });
  return {
    key: keyOf({
      [PRESENCE.there.sign]: "in the room",
      [PRESENCE.apart.sign]:
        meetings.some(({ apart }) => apart.length > 0) && "met on another day, or in another room",
      gap: meetings.some(({ status }) => status !== "confirmed") && "from unnamed sources, or disputed",
    }),
    draw: (layout) =>
      drawSideGrid(layout, site.sides, rows, 23, {
        foot: 46,
        under: ({ x, bottom }) => (
          <>
            {lineAcross("rule-ink", bottom + 4, layout.width)}
            {textLines([`Meetings with ${sideNamed(options.counted_with).name}`], 0, bottom + 32, "bold")}
            {SIDES.filter((side) => side !== options.counted_with).map((side) =>
              textLines(
                [String(together([side, options.counted_with]).length)],
                x(side),
                bottom + 36,
                layout.isNarrow ? "head middle" : "number middle",
              ),
            )}
          </>
        ),
      }),
    table: tableOf(
      {
        date: "Date",
        end: "Until",
        place: "Place",
        ...Object.fromEntries(SIDES.map((side) => [side, sideNamed(side).name])),
        status: "How it is known",
      },
      meetings.map(({ date, end, place, presence, status, href }) => ({
        ...{ date: { text: date, href }, end, place, status },
        ...Object.fromEntries(
          SIDES.map((side) => {
            const was = presence.get(side);
            return [side, was ? PRESENCE[was].label : "–"];
          }),
        ),
      })),
    ),
    values: {
      meetings: meetings.length,
      together: all.length,
      days: listOf(all.map(({ date, end }) => formatSpan(date, end))),
      pair: pair.length,
      never: never.length,
      from: formatDate(itemAt(meetings, 0).date.slice(0, 7)),
      to: formatDate(itemAt(meetings, -1).date.slice(0, 7)),
    },
    sources: sourcesOf(...meetings),
  };
});

/** "Apart" means that nobody of the side was in the room with all others. */
function presenceOf(ledger: Ledger, { participants, apart }: Meeting, side: string): Presence | undefined {
  const ours = participants.filter((id) => sideOf(ledger, id) === side);
  if (ours.length === 0) return undefined;
  return ours.some((id) => !apart.some(({ who }) => who === id)) ? "there" : "apart";
}

/** Side that a participant speaks for. Throws an Error if the ledger has none. */
function sideOf(ledger: Ledger, id: string): string {
  const { side } = find(ledger, "people", id) ?? get(ledger, "organisations", id);
  if (!side)
    throw new Error(`\`${id}\` took part in a meeting, and nothing says for whom: give it a \`side\``);
  return side;
}
