import { z } from "zod";
import { formatDate, formatDays, formatShortDate, formatSpan } from "../format/dates.ts";
import { listOf } from "../format/numbers.ts";
import { id } from "../yaml/fields.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { findRow, getActor, inDateOrder, statusOf } from "../ledger/lookup.ts";
import { nth, expectDefined } from "../expect-defined.ts";
import { getSides, getSite, sideOf, statusName } from "../site.ts";
import { eventOrSource } from "../phrases/links.ts";
import { type Layout, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import {
  drawBracket,
  drawDot,
  drawFinding,
  drawingOf,
  fillOf,
  lineAcross,
  Linked,
  ofSide,
} from "./lib/signs.tsx";
import { breakEvenly, LINE, widthOf, write } from "./lib/text.tsx";

const attendanceOptions = z.strictObject({
  together: z.array(id).min(2).describe("Sides whose meetings together are set off."),
  counted_with: id.describe("The side whose meetings with each other side are counted at its lane."),
});

type Options = z.infer<typeof attendanceOptions>;
type Meeting = ReturnType<typeof readMeetings>[number];

const sayOf = (sides: readonly string[], words: string) =>
  Object.fromEntries(sides.map((side) => [side, words]));

function readMeetings(ledger: Ledger, { together }: Options) {
  const sidesOf = (ids: readonly string[]) => {
    const sides = ids.map((id) => {
      const { side } = getActor(ledger, id);
      return expectDefined(side, `\`side\` of \`${id}\`, who took part in a meeting`);
    });
    return getSides().filter((side) => sides.includes(side));
  };
  return inDateOrder(ledger.meetings.filter(({ format }) => format !== "call")).map((meeting) => {
    const { participants, date, end, place: venue, city: place = venue } = meeting;
    const there = sidesOf(participants.filter((id) => !meeting.apart.includes(id)));
    const apart = sidesOf(participants).filter((side) => !there.includes(side));
    const named = sidesOf(
      participants.filter((id) => findRow(ledger, "organisations", id)?.kind !== "state"),
    );
    // Only the state is known to have been there.
    const unnamed = there.filter((side) => !named.includes(side));
    const status = statusOf(ledger, meeting);
    const how = {
      ...sayOf(there, "present"),
      ...sayOf(unnamed, "present, unnamed"),
      ...sayOf(apart, "apart"),
    };
    const sides = Object.entries(how).map(([side, how]) => `${sideOf(side).name}: ${how}`);
    const known = status === "confirmed" ? "" : ` (${statusName(status)})`;
    return {
      ...{ date, end, place, there, apart, unnamed, status, how, sources: meeting.sources },
      label: `${formatSpan(date, end)}, ${place}. ${sides.join("; ")}${known}`,
      isJoint: together.every((side) => there.includes(side)),
      href: eventOrSource(ledger, meeting),
    };
  });
}

export const attendance = withOptions(attendanceOptions, (ledger, options): View => {
  const meetings = readMeetings(ledger, options);
  const counted = options.counted_with;
  const counts = new Map(
    getSides().flatMap((side) => {
      const together = meetings.filter(({ there }) => there.includes(side) && there.includes(counted));
      return side === counted ? [] : [[side, together.length] as const];
    }),
  );
  const joint = meetings.filter(({ isJoint }) => isJoint);
  const last = joint.at(-1);
  return {
    draw: (layout, finding = "") => draw(meetings, counts, options, layout, finding),
    table: tableOf(
      {
        date: "Date",
        end: "Until",
        place: "Place",
        ...Object.fromEntries(getSides().map((side) => [side, sideOf(side).name])),
        status: "How it is known",
      },
      meetings.map(({ date, end, place, status, how, href }) => ({
        ...{ date: { text: date, href }, end, place, status: statusName(status) },
        ...sayOf(getSides(), "–"),
        ...how,
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

const monthOf = ({ date }: Meeting) => formatShortDate(date.slice(0, 7));

function draw(
  meetings: readonly Meeting[],
  counts: ReadonlyMap<string, number>,
  { together, counted_with }: Options,
  layout: Layout,
  finding: string,
) {
  const { width, isNarrow } = layout;
  const sides = getSite().sides.map(({ id, name, short }) => ({
    id,
    name: widthOf(name, "bold") > (isNarrow ? 76 : 110) ? short : name,
  }));
  const left = isNarrow ? 96 : 170;
  const step = (width - left - 8) / meetings.length;
  const x = (i: number) => left + 4 + (i + 0.5) * step;
  const [top, lane] = [112, isNarrow ? 92 : 62];
  const r = Math.min(4.6, step * 0.46);
  const y = (side: string) => top + lane * sides.findIndex(({ id }) => id === side);
  const bottom = top + lane * (sides.length - 1);

  // A bracket spans the time since the last joint meeting; the finding is above it.
  const joint = meetings.flatMap((meeting, i) => (meeting.isJoint ? [{ ...meeting, at: x(i) }] : []));
  const bracketX = (joint.at(-1)?.at ?? x(meetings.length - 1)) + step / 2;
  const said = drawFinding(finding, width, 17, 260, "end");

  const axisY = bottom + 20;
  const isHollow = ({ status, unnamed }: Meeting) => unnamed.length > 0 || fillOf(status) === "hollow";
  const key = breakEvenly(
    [
      "Columns: meetings in order, not to scale. Line: together",
      joint.length > 0 ? `, thick: ${listOf(together.map((side) => sideOf(side).name))}` : "",
      meetings.some(({ apart }) => apart.length > 0) ? "; no line: apart." : ".",
      meetings.some(isHollow) ? " Hollow: reported, or nobody named." : "",
    ].join(""),
    width,
  );
  const countsAt = isNarrow ? { x: 0, end: "" } : { x: left - 14, end: " end" };
  const firstCounted = sides.find(({ id }) => counts.has(id))?.id ?? "";
  return drawingOf(layout, axisY + 34 + key.length * LINE, [
    write(
      ["Meetings with", `${sideOf(counted_with).name} found:`],
      countsAt.x,
      y(firstCounted) - (isNarrow ? 64 : 42),
      `bold${countsAt.end}`,
    ),
    sides.map(({ id, name }) => {
      const count = counts.get(id);
      return [
        lineAcross("hair", y(id), width, left),
        write(name, 0, y(id) + 5, ofSide(id, "bold own")),
        count !== undefined &&
          write(
            String(count),
            countsAt.x,
            y(id) + (isNarrow ? -15 : 12),
            ofSide(id, `headline own${countsAt.end}`),
          ),
      ];
    }),
    said.body,
    said.lines > 0 && drawBracket(bracketX, width - 4, said.bottom + 9, 6),
    joint.map(({ at, date, end, place }, i) => {
      const labelY = top - 16 - i * LINE;
      return [
        <path class="lead" d={`M${at} ${labelY - 10}V${top - 8}`} />,
        write(`${formatDays(date, end)} ${place}`, at - 5, labelY, "end"),
      ];
    }),
    meetings.map((meeting, i) => {
      const { there, apart, unnamed, isJoint, status } = meeting;
      const ys = there.map(y);
      return (
        <Linked {...meeting} at={[x(i) - step / 2, top - 8, step, bottom - top + 16]}>
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
    }),
    lineAcross("rule", axisY, width, left),
    write(monthOf(nth(meetings, 0)), x(0) - r, axisY + 20, "second"),
    write(monthOf(nth(meetings, -1)), width, axisY + 20, "second end"),
    write(key, 0, axisY + 46, "second"),
  ]);
}
