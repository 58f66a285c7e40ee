import { scaleBand } from "d3";
import type { VNode } from "preact";
import { z } from "zod";
import { formatDate, formatDays, formatSpan } from "../format/dates.ts";
import { listOf } from "../format/numbers.ts";
import { id } from "../yaml/fields.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { findRow, getRow, inDateOrder, statusOf } from "../ledger/lookup.ts";
import { nth, expectDefined } from "../expect-defined.ts";
import { sideOf, getSides, getSite } from "../site.ts";
import { eventOrSource } from "../phrases/links.ts";
import {
  type Drawing,
  legendOf,
  type Layout,
  roundPx,
  sourcesOf,
  tableOf,
  type View,
  withOptions,
} from "./chart.ts";
import { drawingOf, lineAcross, LinkedMark } from "./lib/marks.tsx";
import { textLines, widest, widthOf } from "./lib/text.tsx";

const attendanceOptions = z.strictObject({
  together: z.array(id).min(2).describe("Sides whose meetings together are set off."),
  counted_with: id.describe("The side whose meetings with each other side are counted below its column."),
});

/** Every meeting in person, with the sides that took part: in the room, or apart from some others. */
export const attendance = withOptions(attendanceOptions, (ledger, options): View => {
  const names = (sides: readonly string[]) => listOf(sides.map((side) => sideOf(side).name));
  const meetings = inDateOrder(ledger.meetings.filter(({ format }) => format !== "call")).map((meeting) => {
    const { participants, apart } = meeting;
    const sidesOf = (ids: readonly string[]) => {
      const sides = ids.map((id) => sideOfActor(ledger, id));
      return getSides().filter((side) => sides.includes(side));
    };
    const there = sidesOf(participants.filter((id) => !apart.some(({ who }) => who === id)));
    return {
      ...meeting,
      there,
      place: meeting.city ?? meeting.place,
      status: statusOf(ledger, meeting),
      apart: sidesOf(participants).filter((side) => !there.includes(side)),
      href: eventOrSource(ledger, meeting),
    };
  });
  const together = (sides: readonly string[]) =>
    meetings.filter(({ there }) => sides.every((side) => there.includes(side)));
  const jointMeetings = together(options.together);
  const counts = getSides()
    .filter((side) => side !== options.counted_with)
    .map((side) => [side, together([side, options.counted_with]).length] as const);
  const rows = meetings.map((meeting): GridRow => {
    const { date, end, place, there, apart, status, href } = meeting;
    const isMarked = jointMeetings.includes(meeting);
    return {
      date,
      name: place,
      joined: there,
      href,
      nameLook: isMarked ? "bold" : undefined,
      joinedLook: `${isMarked ? "marked" : ""} ${status === "confirmed" ? "" : "dashed"}`,
      symbols: [
        ...there.map((side) => [side, "stated"] as const),
        ...apart.map((side) => [side, "block-open"] as const),
      ],
      label:
        `${formatSpan(date, end)}, ${place}: ${names(there) || "nobody together"} in the room` +
        (apart.length > 0 ? `; ${names(apart)} apart` : "") +
        (status === "confirmed" ? "" : ` (${getSite().labels.statuses[status].name})`),
    };
  });
  return {
    legend: legendOf({
      stated: "in the room",
      "block-open":
        meetings.some(({ apart }) => apart.length > 0) && "met on another day, or in another room",
      gap: meetings.some(({ status }) => status !== "confirmed") && "from unnamed sources, or disputed",
    }),
    draw: (layout) =>
      drawSideGrid(layout, getSite().sides, rows, 23, {
        foot: 46,
        under: ({ x, bottom }) => (
          <>
            {lineAcross("rule-ink", bottom + 4, layout.width)}
            {textLines([`Meetings with ${sideOf(options.counted_with).name}`], 0, bottom + 32, "bold")}
            {counts.map(([side, count]) =>
              textLines(
                [String(count)],
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
        ...Object.fromEntries(getSides().map((side) => [side, sideOf(side).name])),
        status: "How it is known",
      },
      meetings.map(({ date, end, place, there, apart, status, href }) => ({
        date: { text: date, href },
        end,
        place,
        status,
        ...Object.fromEntries(
          getSides().map((side) => [
            side,
            there.includes(side) ? "in the room" : apart.includes(side) ? "apart" : "–",
          ]),
        ),
      })),
    ),
    values: {
      meetings: meetings.length,
      together: jointMeetings.length,
      days: listOf(jointMeetings.map(({ date, end }) => formatSpan(date, end))),
      // With the side that is counted.
      ...Object.fromEntries(counts.map(([side, count]) => [side.replaceAll("-", "_"), count])),
      from: formatDate(nth(meetings, 0).date.slice(0, 7)),
      to: formatDate(nth(meetings, -1).date.slice(0, 7)),
    },
    sources: sourcesOf(...meetings),
  };
});

/** The side for which somebody takes part in meetings. Throws an Error if the ledger has none. */
function sideOfActor(ledger: Ledger, id: string): string {
  const { side } = findRow(ledger, "people", id) ?? getRow(ledger, "organisations", id);
  return expectDefined(side, `\`side\` of \`${id}\`, who took part in a meeting`);
}

/** Something of one day, with a symbol for each side involved. */
interface GridRow {
  date: string;
  name: string;
  symbols: readonly (readonly [side: string, symbol: string])[];
  /** Sides whose symbols a line joins. */
  joined: readonly string[];
  /** CSS classes of the name, the symbols, and the line between the symbols. */
  nameLook?: string | undefined;
  signsLook?: string | undefined;
  joinedLook?: string;
  label: string;
  href: string;
}

interface GridPlace {
  x: (side: string) => number;
  y: (row: number) => number;
  bottom: number;
}

/**
 * Rows in date order, a column for each side, headings for years if there are several. `under` is drawn below
 * the symbols; `foot` is the height (px) of what is drawn at the bottom.
 */
function drawSideGrid(
  layout: Layout,
  sides: readonly { id: string; name: string; short: string }[],
  rows: readonly GridRow[],
  height: number,
  { under, foot = 4 }: { under: (place: GridPlace) => VNode; foot?: number },
): Drawing {
  const { width } = layout;
  const dates = rows.map(({ date }) => formatDays(date));
  const nameX = widest(dates) + 8;
  const names = widest(rows.map(({ name }) => name)) + 8;
  const lane = Math.min(Math.max((width - nameX - names) / sides.length, 34), 110);
  const columns = scaleBand(
    sides.map(({ id }) => id),
    [width - lane * sides.length, width],
  );
  const x = (side: string) => roundPx((columns(side) ?? 0) + lane / 2);
  const years = rows.map(({ date }) => date.slice(0, 4));
  const hasYears = new Set(years).size > 1;
  const tops: number[] = [];
  const heads: VNode[] = [];
  let bottom = 26;
  years.forEach((year, i) => {
    if (hasYears && year !== years[i - 1]) {
      heads.push(lineAcross("rule", bottom, width), ...textLines([year], 0, bottom + 19, "bold accent"));
      bottom += 28;
    }
    tops.push(bottom);
    bottom += height;
  });
  const y = (row: number) => roundPx(nth(tops, row) + height / 2);
  return drawingOf(
    layout,
    bottom + foot,
    <>
      {sides.map(({ id, name, short }) => (
        <>
          <path class="hair" d={`M${x(id)} 26V${roundPx(bottom)}`} />
          {textLines([widthOf(name, "bold") + 6 < lane ? name : short], x(id), 15, "bold middle")}
        </>
      ))}
      {heads}
      {under({ x, y, bottom })}
      {rows.map((row, i) => {
        const middle = y(i);
        const joined = row.joined.map(x);
        return (
          <LinkedMark label={row.label} href={row.href} y={nth(tops, i)} width={width} height={height}>
            {textLines(dates.slice(i, i + 1), 0, middle + 5, "second")}
            {textLines(
              [shorten(row.name, x(nth(sides, 0).id) - 12 - nameX)],
              nameX,
              middle + 5,
              row.nameLook,
            )}
            <g class={row.signsLook}>
              {joined.length > 1 && (
                <path
                  class={`joined ${row.joinedLook ?? ""}`.trim()}
                  d={`M${Math.min(...joined)} ${middle}H${Math.max(...joined)}`}
                />
              )}
              {joined.map((at) => (
                <rect class="paper" x={at - 6} y={middle - 6} width={12} height={12} />
              ))}
              {row.symbols.map(([side, symbol]) => (
                <use href={`#${symbol}`} x={x(side)} y={middle} />
              ))}
            </g>
          </LinkedMark>
        );
      })}
    </>,
  );
}

function shorten(text: string, width: number): string {
  const words = text.split(" ");
  while (words.length > 0 && widthOf(words.join(" ")) > width) words.pop();
  return words.join(" ");
}
