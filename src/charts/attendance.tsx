import type { VNode } from "preact";
import { z } from "zod";
import { formatDate, formatDays, formatSpan } from "../i18n/dates.ts";
import { countInWords, formatNumber, listOf } from "../i18n/numbers.ts";
import { id } from "../ledger/fields.ts";
import type { Ledger, Meeting } from "../ledger/ledger.ts";
import { find, get, statusOf } from "../ledger/lookup.ts";
import { inDateOrder } from "../ledger/timeline.ts";
import { sideOf as sideNamed, SIDES } from "../site.ts";
import { eventOrSource } from "../views/links.ts";
import { meetingPlace } from "../views/meetings.ts";
import { keyOf, type Layout, px, type Row } from "./lib/drawing.ts";
import { drawingOf, lineAcross, Mark } from "./lib/marks.tsx";
import { textLines, widest, widthOf } from "./lib/text.tsx";
import { sourcesOf, tableOf, type View, withOptions } from "./view.ts";

const attendanceOptions = z.strictObject({
  /** Sides whose meetings together are set off. */
  together: z.array(id).min(2),
  /** The side whose meetings with each other side are counted at the ends of the rows. */
  counted_with: id,
  /** Two sides whose meetings the title counts, and two that it says never met. */
  pair: z.tuple([id, id]),
  never: z.tuple([id, id]),
});

/** Who was in one room: every meeting in person by side. */
export const attendance = withOptions(attendanceOptions, (ledger, options): View => {
  const meetings = inDateOrder(ledger.meetings.filter(({ format }) => format !== "call")).map((meeting) => {
    const presence = SIDES.map((side) => presenceOf(ledger, meeting, side));
    const sidesWith = (wanted: Presence) => SIDES.filter((_, i) => presence[i] === wanted);
    const place = meetingPlace(meeting);
    const href = eventOrSource(ledger, meeting);
    return { meeting, presence, sidesWith, place, href, status: statusOf(ledger, meeting) };
  });
  const [first, last] = [meetings[0]?.meeting, meetings.at(-1)?.meeting];
  if (!first || !last) throw new Error("the ledger has no meetings in person");
  const together = (...wanted: string[]) =>
    meetings.filter(({ sidesWith }) => wanted.every((side) => sidesWith("there").includes(side)));
  const all = together(...options.together);
  const pair = together(...options.pair);
  const never = together(...options.never);
  const names = (of: readonly string[]) => listOf(of.map((side) => sideNamed(side).name));
  const counted = sideNamed(options.counted_with);
  const data: AttendanceData = {
    sides: SIDES.map((id) => ({
      short: sideNamed(id).short,
      count: id === options.counted_with ? "" : String(together(id, options.counted_with).length),
    })),
    counted: `with ${counted.name}`,
    rows: meetings.map((row) => {
      const { meeting, presence, sidesWith, place, href, status } = row;
      const { id, date, end } = meeting;
      const there = names(sidesWith("there")) || "nobody together";
      const apart = names(sidesWith("apart"));
      return {
        id,
        date: formatDays(date, undefined),
        place,
        month: formatDays(date.slice(0, 7), undefined),
        year: date.slice(0, 4),
        sides: presence,
        marked: all.includes(row),
        reported: status !== "confirmed",
        says:
          `${formatSpan(date, end)}, ${place}: ${there} in the room${apart && `; ${apart} apart`}` +
          (status === "confirmed" ? "" : ` (${status})`),
        href,
      };
    }),
  };
  return {
    key: keyOf(
      { glyph: "stated", label: "in the room" },
      data.rows.some(({ sides }) => sides.includes("apart")) && {
        glyph: "block-open",
        label: "met on another day, or in another room",
      },
      data.rows.some(({ reported }) => reported) && {
        glyph: "gap",
        label: "from unnamed sources, or disputed",
      },
    ),
    draw: (layout) => draw(data, layout),
    table: tableOf(
      {
        date: "Date",
        end: "Until",
        place: "Place",
        ...Object.fromEntries(SIDES.map((side) => [side, sideNamed(side).name])),
        known: "How it is known",
      },
      meetings,
      ({ meeting: { date, end }, presence, place, href, status }) => [
        { text: date, href },
        end,
        place,
        ...presence.map((was) => ({ there: "in the room", apart: "apart", away: "–" })[was]),
        status,
      ],
    ),
    description:
      `Of ${formatNumber(meetings.length)} meetings, ${countInWords(all.length)} had ${names(options.together)} in one room` +
      `${all.length > 0 ? ` (${listOf(all.map(({ meeting }) => formatSpan(meeting.date, meeting.end)))})` : ""}. ` +
      `${names(options.pair)} were in one room in ${countInWords(pair.length)}, ${names(options.never)} in ${countInWords(never.length)}.`,
    values: {
      meetings: String(meetings.length),
      pair: countInWords(pair.length),
      from: formatDate(first.date.slice(0, 7)),
      to: formatDate(last.date.slice(0, 7)),
    },
    numbers: { never: never.length, pair: pair.length },
    sources: sourcesOf(...meetings.map(({ meeting }) => meeting)),
  };
});

/** Where a side was: in the room if one of it was with everybody, apart if all of it kept to itself or to some. */
function presenceOf(ledger: Ledger, { participants, apart }: Meeting, side: string): Presence {
  const ours = participants.filter((id) => sideOf(ledger, id) === side);
  if (ours.length === 0) return "away";
  return ours.some((id) => !apart.some(({ who }) => who === id)) ? "there" : "apart";
}

/** For whom somebody speaks. Throws an Error if nothing says so. */
function sideOf(ledger: Ledger, id: string): string {
  const { side } = find(ledger, "people", id) ?? get(ledger, "organisations", id);
  if (!side)
    throw new Error(`\`${id}\` took part in a meeting, and nothing says for whom: give it a \`side\``);
  return side;
}
/** One side's part in a meeting: in the room, there but apart from the rest, or not there. */
type Presence = "there" | "apart" | "away";

interface AttendanceRow extends Row {
  date: string;
  place: string;
  /** Meetings that follow each other under one of these share a heading, in short. */
  month: string;
  year: string;
  /** One a side, in the order of the sides. */
  sides: Presence[];
  marked: boolean;
  /** That it was held is not confirmed: its line is dashed. */
  reported: boolean;
}

/** Meetings in date order by who was in the room. */
interface AttendanceData {
  /** With how many meetings each had with the side that is counted. */
  sides: { short: string; count: string }[];
  counted: string;
  rows: AttendanceRow[];
}

const SIGNS = { there: "stated", apart: "block-open" } as const;

function draw({ sides, rows, counted }: AttendanceData, layout: Layout) {
  const { width } = layout;
  const height = 23;
  const left =
    widest(
      rows.map(({ date }) => date),
      "bold",
    ) + 10;
  // Columns are as wide as their heads need; the place names get the rest.
  const step = Math.max(
    layout.name === "narrow" ? 32 : 76,
    widest(
      sides.map(({ short }) => short),
      "bold",
    ) + 6,
  );
  const first = width - step * sides.length;
  const sideX = (side: number) => px(first + step * (side + 0.5));
  const marks: VNode[] = [];
  let away = "";
  let y = 26;
  rows.forEach((row, i) => {
    const before = rows[i - 1];
    if (row.year !== before?.year) {
      marks.push(lineAcross("rule", y, width), ...textLines([row.year], 0, y + 19, "bold accent"));
      y += 28;
    } else if (row.month !== before.month) {
      marks.push(lineAcross("hair", y + 3, width));
      y += 6;
    }
    const middle = px(y + height / 2);
    const there = row.sides.flatMap((side, j) => (side === "there" ? [sideX(j)] : []));
    const joined = `joined${row.marked ? " marked" : ""}${row.reported ? " dashed" : ""}`;
    // A dot for each side that was not there: one path, for there are many.
    away += row.sides.map((side, j) => (side === "away" ? `M${sideX(j)} ${middle}h0` : "")).join("");
    marks.push(
      <Mark of={row} y={y} width={width} height={height}>
        {textLines([row.date], 0, middle + 5, row.marked ? "bold" : undefined)}
        {textLines([shorten(row.place, first - left - 4)], left, middle + 5, "second")}
        {there.length > 1 && <path class={joined} d={`M${there[0]} ${middle}H${there.at(-1)}`} />}
        {row.sides.map(
          (side, j) => side !== "away" && <use href={`#${SIGNS[side]}`} x={sideX(j)} y={middle} />,
        )}
      </Mark>,
    );
    y += height;
  });
  return drawingOf(
    layout,
    y + 46,
    <>
      {sides.map(({ short }, side) => textLines([short], sideX(side), 17, "bold middle"))}
      <path class="dots away" d={away} />
      {marks}
      {lineAcross("rule-ink", y + 4, width)}
      {textLines([`Meetings ${counted}`], 0, y + 32, "bold")}
      {sides.map(({ count }, side) => textLines([count], sideX(side), y + 36, "number middle"))}
    </>,
  );
}

/** As many words of a name as fit; the tip and the table have the whole. */
function shorten(text: string, width: number): string {
  const words = text.split(" ");
  while (words.length > 1 && widthOf(words.join(" ")) > width) words.pop();
  const kept = words.join(" ");
  return widthOf(kept) <= width ? kept : "";
}
