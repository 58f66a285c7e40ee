import { cross, least, scaleBand } from "d3";
import type { VNode } from "preact";
import { z } from "zod";
import { formatDate, formatDays, formatSpan } from "../format/dates.ts";
import { listOf } from "../format/numbers.ts";
import { id } from "../yaml/fields.ts";
import type { Draft, Ledger } from "../ledger/ledger.ts";
import { draftsInOrder, findRow, getRow, inDateOrder, latestText, statusOf } from "../ledger/lookup.ts";
import { nth, expectDefined } from "../expect-defined.ts";
import { hrefs } from "../routes.ts";
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

const PUBLICITY_SYMBOLS = { full: "stated", partial: "softened", none: "block-open" } as const;

/** Authors and ancestry of each text, with numbered steps from the first text to the latest. */
export function lineage(ledger: Ledger): View {
  const drafts = draftsInOrder(ledger);
  const latest = latestText(ledger);
  const way = wayTo(ledger, latest);
  const first = nth(way, 0);
  const origins = drafts.flatMap(({ based_on }) => based_on);
  const names = (sides: readonly string[]) =>
    listOf(
      getSite()
        .sides.filter(({ id }) => sides.includes(id))
        .map(({ name, seat = name }) => seat),
    );
  const howOf = ({ based_on }: Draft) => based_on.map(({ how }) => how);
  const rows = drafts.map((draft): GridRow => {
    const { id, name, short, date, by, input, based_on, text_public } = draft;
    const isLoose = based_on.length === 0 && !origins.some(({ draft }) => draft === id);
    return {
      date,
      name: short,
      joined: by,
      href: hrefs.draft(id),
      nameLook: isLoose ? "gone" : undefined,
      signsLook: isLoose ? "loose" : undefined,
      symbols: [
        ...input.map((side) => [side, "ring"] as const),
        ...by.map((side) => [side, PUBLICITY_SYMBOLS[text_public]] as const),
      ],
      label: [`${name}, ${formatDate(date)}: ${names(by)}`, ...howOf(draft)].join("; "),
    };
  });
  return {
    legend: legendOf({
      ...Object.fromEntries(
        Object.entries(PUBLICITY_SYMBOLS).map(([known, symbol]) => [
          symbol,
          drafts.some(({ text_public }) => text_public === known) &&
            getSite().labels.publicity[known as Draft["text_public"]],
        ]),
      ),
      ring:
        drafts.some(({ input }) => input.length > 0) && "had a hand in it by some accounts, or gave input",
      changed: origins.some(({ known }) => known === "said") && "reworked into",
      gap: origins.some(({ known }) => known !== "said") && "the same by name and number; nobody says so",
    }),
    draw: (layout) =>
      drawSideGrid(layout, sideColumns(), rows, 36, { under: (place) => drawArrows(drafts, way, place) }),
    table: tableOf(
      {
        draft: "Text",
        date: "Date",
        by: "By",
        text: "How public it is",
        from: "Reworks",
        how: "What is said of it",
      },
      drafts.map((draft) => ({
        draft: { text: draft.name, href: hrefs.draft(draft.id) },
        date: draft.date,
        by: names(draft.by),
        text: getSite().labels.publicity[draft.text_public],
        from: draft.based_on.map((origin) => getRow(ledger, "drafts", origin.draft).name).join("; ") || null,
        how: howOf(draft).join("; ") || null,
      })),
    ),
    values: {
      first: first.points ?? 0,
      last: latest.points ?? 0,
      steps: way.length - 1,
      firstName: first.name,
      lastName: latest.name,
      via: listOf(way.slice(1, -1).map(({ short }) => short)),
      alone: drafts.filter(({ based_on }) => based_on.length === 0).length,
      texts: drafts.length,
      from: formatDate(first.date),
      to: formatDate(nth(drafts, -1).date),
    },
    sources: sourcesOf(...drafts.flatMap((draft) => [draft, ...draft.based_on])),
  };
}

/** Columns of the sides, by their seats where they have one. */
function sideColumns() {
  return getSite().sides.map(({ id, name, short, seat = name, short_seat = short }) => ({
    id,
    name: seat,
    short: short_seat,
  }));
}

/** Ancestors of a draft, earliest first, then the draft; follows the first ancestor that each text names. */
function wayTo(ledger: Ledger, draft: Draft): Draft[] {
  const [origin] = draft.based_on;
  return origin ? [...wayTo(ledger, getRow(ledger, "drafts", origin.draft)), draft] : [draft];
}

function drawArrows(drafts: readonly Draft[], way: readonly Draft[], { x, y }: GridPlace): VNode {
  const arrows = drafts.flatMap((draft, row) =>
    draft.based_on.map(({ draft: id, known }) => {
      const at = drafts.findIndex((other) => other.id === id);
      const step = way.indexOf(draft);
      const isStep = step > 0 && way[step - 1]?.id === id;
      const sides = least(cross(nth(drafts, at).by, draft.by), ([a, b]) => Math.abs(x(a) - x(b)));
      const [from = "", to = ""] = sides ?? [];
      const [dx, dy] = [x(to) - x(from), y(row) - y(at)];
      const [length, angle] = [Math.hypot(dx, dy), (Math.atan2(dy, dx) * 180) / Math.PI];
      return (
        <>
          <g transform={`translate(${x(from)} ${y(at)}) rotate(${roundPx(angle)})`}>
            <path class={known === "said" ? "arrow" : "arrow dashed"} d={`M8 0H${roundPx(length - 9)}`} />
            <path class="arrow" d={`M${roundPx(length - 16)} 5l7 -5l-7 -5`} />
          </g>
          {isStep &&
            textLines([String(step)], x(from) + dx / 2 - 15, y(at) + dy / 2 + 5, "bold accent middle halo")}
        </>
      );
    }),
  );
  return <>{arrows}</>;
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
