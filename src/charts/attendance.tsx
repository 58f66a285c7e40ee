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
import { keyOf, type Layout, px, type Row, runsOf } from "./lib/drawing.ts";
import { drawingOf, lineAcross, Mark } from "./lib/marks.tsx";
import { LINE, textLines, widest, widthOf } from "./lib/text.tsx";
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
      id,
      label: sideNamed(id).name,
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
        day: date.length === 10 ? String(Number(date.slice(8))) : "–",
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
    draw: (layout) => (layout.name === "narrow" ? drawDown(data, layout) : drawAcross(data, layout)),
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
  /** Its day, short: "23"; with its month, "23 Nov". */
  day: string;
  date: string;
  place: string;
  /** Meetings that follow each other under one of these share a heading, in short. */
  month: string;
  year: string;
  /** One a side, in the order of the sides. */
  sides: Presence[];
  marked?: boolean;
  /** That it was held is not confirmed: its line is dashed. */
  reported?: boolean;
}

/** Meetings in date order by who was in the room. */
interface AttendanceData {
  /** With how many meetings each had with the side that is counted. */
  sides: { id: string; label: string; short: string; count: string }[];
  counted: string;
  rows: AttendanceRow[];
}

const SIGNS = { there: "stated", apart: "block-open" } as const;
const STEP = 34;

interface Place {
  side: Presence;
  x: number;
  y: number;
}

function signs(places: readonly Place[]): VNode[] {
  return places.flatMap(({ side, x, y }) =>
    side === "away" ? [] : <use href={`#${SIGNS[side]}`} x={x} y={y} />,
  );
}

/** A dot for everybody who was not there: one path, for there are many. */
function away(places: readonly Place[]): VNode {
  return (
    <path
      class="dots away"
      d={places.map(({ side, x, y }) => (side === "away" ? `M${x} ${y}h0` : "")).join("")}
    />
  );
}

/** The line that joins those in the room, along the axis that `at` places them on; nothing for one alone. */
function joined(
  { sides, marked, reported }: AttendanceRow,
  path: (from: number, to: number) => string,
): VNode | false {
  const there = sides.flatMap((side, i) => (side === "there" ? [i] : []));
  const [from = 0, to = 0] = [there[0], there.at(-1)];
  const look = `${marked ? "joined marked" : "joined"}${reported ? " dashed" : ""}`;
  return there.length > 1 && <path class={look} d={path(from, to)} />;
}

/** A column a meeting, broken into bands like lines of text; the counts stand at the ends of the rows of the last. */
function drawAcross({ sides, rows: all, counted }: AttendanceData, layout: Layout) {
  const gutter =
    widest(
      sides.map(({ label }) => label),
      "bold",
    ) + 18;
  const ends = widest([counted], "bold") + 14;
  const room = layout.width - gutter - ends;
  const bands = Math.max(1, Math.ceil((all.length * (layout.name === "full" ? 21 : 26)) / room));
  const perBand = Math.ceil(all.length / bands);
  const step = Math.min(44, room / Math.max(1, perBand));
  const head = 2 * LINE + 28;
  const height = head + 16 + sides.length * STEP;
  const parts: VNode[] = [];
  const places: Place[] = [];
  for (let band = 0; band < bands; band++) {
    const rows = all.slice(band * perBand, (band + 1) * perBand);
    const top = band * (height + 18);
    const sideY = (side: number) => top + head + 24 + side * STEP;
    const end = gutter + step * rows.length;
    // Names of months take turns on two lines, so that each has the room of two.
    const free = [0, 0];
    parts.push(
      ...sides.flatMap(({ label, count }, side) => [
        lineAcross("hair", sideY(side), end, gutter),
        ...textLines([label], 0, sideY(side) + 5, "bold"),
        ...(band === bands - 1 && count ? textLines([count], end + 14, sideY(side) + 9, "number") : []),
      ]),
      ...(band === bands - 1 ? textLines([counted], end + 14, top + head - 6, "second") : []),
      ...runsOf(rows, ({ month }) => month).map(({ first, start }) => {
        const x = gutter + step * start;
        const line = free.findIndex((from) => x >= from);
        if (line >= 0) free[line] = x + widthOf(first.month) + 12;
        return (
          <>
            <path class="rule" d={`M${px(x + 1)} ${top + head - 6}V${top + 4 + Math.max(line, 0) * LINE}`} />
            {line >= 0 && textLines([first.month], x + 5, top + 14 + line * LINE, "second")}
          </>
        );
      }),
      ...rows.map((row, i) => {
        const x = px(gutter + step * (i + 0.5));
        const own = row.sides.map((side, j) => ({ side, x, y: sideY(j) }));
        places.push(...own);
        return (
          <Mark of={row} x={x - step / 2} y={top + head - 14} width={step} height={height - head + 14}>
            {textLines([row.day], x, top + head, row.marked ? "bold middle" : "middle")}
            {joined(row, (from, to) => `M${x} ${sideY(from)}V${sideY(to)}`)}
            {signs(own)}
          </Mark>
        );
      }),
    );
  }
  return drawingOf(
    layout,
    bands * (height + 18) - 18,
    <>
      {away(places)}
      {parts}
    </>,
  );
}

/** A row a meeting; the counts stand below the columns. */
function drawDown({ sides, rows, counted }: AttendanceData, layout: Layout) {
  const { width } = layout;
  const height = 23;
  const left =
    widest(
      rows.map(({ date }) => date),
      "bold",
    ) + 10;
  // The heads of the columns decide how far apart they stand; places have the rest.
  const step = Math.max(
    32,
    widest(
      sides.map(({ short }) => short),
      "bold",
    ) + 6,
  );
  const first = width - step * sides.length;
  const sideX = (side: number) => px(first + step * (side + 0.5));
  const marks: VNode[] = [];
  const places: Place[] = [];
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
    const own = row.sides.map((side, j) => ({ side, x: sideX(j), y: middle }));
    places.push(...own);
    marks.push(
      <Mark of={row} y={y} width={width} height={height}>
        {textLines([row.date], 0, middle + 5, row.marked ? "bold" : undefined)}
        {textLines([shorten(row.place, first - left - 4)], left, middle + 5, "second")}
        {joined(row, (from, to) => `M${sideX(from)} ${middle}H${sideX(to)}`)}
        {signs(own)}
      </Mark>,
    );
    y += height;
  });
  return drawingOf(
    layout,
    y + 46,
    <>
      {sides.map(({ short }, side) => textLines([short], sideX(side), 17, "bold middle"))}
      {away(places)}
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
