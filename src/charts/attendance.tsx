import { z } from "zod";
import { formatDate, formatDays, formatShortDate, formatSpan } from "../format/dates.ts";
import { listOf } from "../format/numbers.ts";
import { id } from "../yaml/fields.ts";
import type { Ledger, Row } from "../ledger/ledger.ts";
import { findRow, getRow, inDateOrder, statusOf } from "../ledger/lookup.ts";
import { nth, expectDefined } from "../expect-defined.ts";
import { getSides, getSite, sideOf } from "../site.ts";
import { eventOrSource } from "../phrases/links.ts";
import { type Layout, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import { drawDot, drawFinding, drawingOf, fillOf, lineAcross, Linked, ofSide } from "./lib/signs.tsx";
import { breakText, LINE, write, widest, widthOf } from "./lib/text.tsx";

const attendanceOptions = z.strictObject({
  together: z.array(id).min(2).describe("Sides whose meetings together are set off."),
  counted_with: id.describe("The side whose meetings with each other side are counted at its lane."),
});

type Options = z.infer<typeof attendanceOptions>;

/** Every meeting in person as a column, with the sides that took part: joined in one room, or apart from others. */
export const attendance = withOptions(attendanceOptions, (ledger, options): View => {
  const names = (sides: readonly string[]) => listOf(sides.map((side) => sideOf(side).name));
  const meetings = inDateOrder(ledger.meetings.filter(({ format }) => format !== "call")).map((meeting) => {
    const { participants, apart } = meeting;
    const sidesOf = (ids: readonly string[]) => {
      const sides = ids.map((id) => sideOfActor(ledger, id));
      return getSides().filter((side) => sides.includes(side));
    };
    const there = sidesOf(participants.filter((id) => !apart.some(({ who }) => who === id)));
    const named = participants.filter((id) => findRow(ledger, "organisations", id)?.kind !== "state");
    return {
      ...meeting,
      there,
      place: meeting.city ?? meeting.place,
      status: statusOf(ledger, meeting),
      apart: sidesOf(participants).filter((side) => !there.includes(side)),
      /** Sides of which only the state is known to have been there. */
      unnamed: there.filter((side) => !sidesOf(named).includes(side)),
      href: eventOrSource(ledger, meeting),
    };
  });
  const together = (sides: readonly string[]) =>
    meetings.filter(({ there }) => sides.every((side) => there.includes(side)));
  const joint = together(options.together);
  const counts = new Map(
    getSides()
      .filter((side) => side !== options.counted_with)
      .map((side) => [side, together([side, options.counted_with]).length]),
  );
  const last = joint.at(-1);
  const columns = meetings.map((meeting) => {
    const { date, end, place, there, apart, unnamed, status } = meeting;
    const label =
      `${formatSpan(date, end)}, ${place}: ${names(there) || "nobody together"} in the room` +
      (unnamed.length > 0 ? `; who came for ${names(unnamed)} is not known` : "") +
      (apart.length > 0 ? `; ${names(apart)} apart` : "") +
      (status === "confirmed" ? "" : ` (${getSite().labels.statuses[status].name})`);
    return { ...meeting, isJoint: joint.includes(meeting), label };
  });
  return {
    draw: (layout, finding = "") => draw(columns, counts, options, finding, layout),
    table: tableOf(
      {
        date: "Date",
        end: "Until",
        place: "Place",
        ...Object.fromEntries(getSides().map((side) => [side, sideOf(side).name])),
        status: "How it is known",
      },
      meetings.map(({ date, end, place, there, apart, unnamed, status, href }) => ({
        date: { text: date, href },
        end,
        place,
        status,
        ...Object.fromEntries(
          getSides().map((side) => [
            side,
            unnamed.includes(side)
              ? "in the room, unnamed"
              : there.includes(side)
                ? "in the room"
                : apart.includes(side)
                  ? "apart"
                  : "–",
          ]),
        ),
      })),
    ),
    values: {
      meetings: meetings.length,
      together: joint.length,
      days: listOf(joint.map(({ date, end }) => formatSpan(date, end))),
      lastTogether: last ? formatShortDate(last.end ?? last.date) : "",
      // With the side that is counted.
      ...Object.fromEntries([...counts].map(([side, count]) => [side.replaceAll("-", "_"), count])),
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

type Column = Omit<Row<"meetings">, "apart" | "status"> & {
  place: string;
  status: ReturnType<typeof statusOf>;
  there: string[];
  apart: string[];
  unnamed: string[];
  isJoint: boolean;
  label: string;
  href: string;
};

function draw(
  columns: readonly Column[],
  counts: ReadonlyMap<string, number>,
  { counted_with }: Options,
  finding: string,
  layout: Layout,
) {
  const { width, isNarrow } = layout;
  const sides = getSite().sides;
  const nameOf = ({ name, short }: (typeof sides)[number]) =>
    isNarrow && widthOf(name, "bold") > 76 ? short : name;
  const left = isNarrow ? 88 : Math.max(170, widest(sides.map(nameOf), "bold") + 74);
  const step = (width - left - 8) / columns.length;
  const x = (i: number) => left + 4 + (i + 0.5) * step;
  const [top, lane, r] = isNarrow ? [108, 76, Math.min(3.4, step / 2)] : [132, 62, Math.min(4.6, step / 2)];
  const y = (side: string) => top + lane * sides.findIndex(({ id }) => id === side);
  const bottom = top + lane * (sides.length - 1);
  const jointAt = columns.flatMap(({ isJoint }, i) => (isJoint ? [i] : []));
  const lastJoint = jointAt.at(-1) ?? columns.length - 1;

  // The bracket over what came after the last joint meeting, with the finding above.
  const bracketX = x(lastJoint) + step / 2;
  const lines = breakText(finding, isNarrow ? width - 150 : 230, "finding");
  const said = drawFinding(finding, width, isNarrow ? 52 : 36, isNarrow ? width - 150 : 230, "end");
  const bracketY = said.bottom + 9;

  const monthOf = ({ date }: Column) => date.slice(0, 7);
  const axisY = bottom + 20;
  let free = 0;
  const months = columns.flatMap((column, i) => {
    if (i > 0 && monthOf(nth(columns, i - 1)) === monthOf(column)) return [];
    const words = formatShortDate(monthOf(column));
    const year = column.date.slice(0, 4);
    const isNew = i === 0 || nth(columns, i - 1).date.slice(0, 4) !== year;
    const text = isNew && !isNarrow ? words : words.replace(` ${year}`, "");
    const at = Math.min(x(i) - 3, width - widthOf(text));
    const hasRoom = at > free;
    if (hasRoom) free = at + widthOf(text) + 5;
    return [
      <path class="lead" d={`M${x(i)} ${axisY}v5`} />,
      ...(hasRoom ? write([text], at, axisY + 20, "second") : []),
    ];
  });
  const key = isNarrow
    ? ["Each column: a meeting; each line: a room.", "Hollow: reported, or nobody named."]
    : ["Each column is a meeting, each line a room. Hollow: reported, or nobody named."];
  return drawingOf(
    layout,
    axisY + 34 + key.length * LINE,
    <>
      {write([`With ${sideOf(counted_with).name},`, "at least:"], 0, isNarrow ? 15 : 36, "bold")}
      {sides.map((side) => {
        const { id } = side;
        const own = ofSide(id, "own");
        const count = counts.get(id);
        const nameY = y(id) + 5;
        return (
          <>
            {lineAcross("hair", y(id), width, left)}
            {write([nameOf(side)], 0, nameY, `bold ${own}`)}
            {count !== undefined &&
              write(
                [String(count)],
                isNarrow ? 0 : left - 14,
                isNarrow ? nameY - 20 : nameY + 7,
                `headline ${own}${isNarrow ? "" : " end"}`,
              )}
          </>
        );
      })}
      {said.body}
      {lines.length > 0 && <path class="stem" d={`M${bracketX} ${bracketY + 6}v-6H${width - 4}v6`} />}
      {isNarrow
        ? jointAt.length > 0 && write(["in one room"], x(nth(jointAt, 0)) - 8, bracketY + 12, "end second")
        : jointAt.map((i, j) => {
            const { date, end, place } = nth(columns, i);
            const labelY = top - 16 - j * LINE;
            return (
              <>
                <path class="lead" d={`M${x(i)} ${labelY - 10}V${top - 8}`} />
                {write([`${formatDays(date, end)} ${place}`], x(i) - 5, labelY, "end")}
              </>
            );
          })}
      {columns.map(({ there, apart, unnamed, isJoint, label, href, status }, i) => {
        const ys = there.map(y);
        return (
          <Linked label={label} href={href} at={[x(i) - step / 2, top - 8, step, bottom - top + 16]}>
            {ys.length > 1 && (
              <path
                class={isJoint ? "joint" : "stem"}
                stroke-width={isJoint ? Math.min(6, step - 1.5) : undefined}
                d={`M${x(i)} ${Math.min(...ys)}V${Math.max(...ys)}`}
              />
            )}
            {[...there, ...apart].map((side) =>
              drawDot(x(i), y(side), r, unnamed.includes(side) ? "hollow" : fillOf(status), side),
            )}
          </Linked>
        );
      })}
      {lineAcross("rule", axisY, width, left)}
      {months}
      {write(key, 0, axisY + 46, "second")}
    </>,
  );
}
