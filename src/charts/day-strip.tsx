import { utcDay } from "d3";
import type { VNode } from "preact";
import { z } from "zod";
import { formatDate, formatDays, formatSpan } from "../i18n/dates.ts";
import { day, id, line } from "../ledger/fields.ts";
import type { Event } from "../ledger/ledger.ts";
import { actorName, get, inDateOrder } from "../ledger/lookup.ts";
import { itemAt } from "../required.ts";
import { routes } from "../routes.ts";
import { keyOf, type Layout, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import { drawingOf, HitArea, lineAcross, Mark } from "./lib/marks.tsx";
import { breakText, LINE, textLines, widest } from "./lib/text.tsx";

const stripOptions = z.strictObject({
  from: day,
  to: day,
  terms: z
    .strictObject({
      name: line.max(30),
      who: z.array(z.strictObject({ person: id, event: id })).min(2),
    })
    .describe("Who held an office; each term begins with an event."),
  until: id.describe("The event up to which the title counts the days, from the last change."),
  lanes: z
    .array(
      z.strictObject({
        name: line.max(30),
        sign: id,
        events: z.array(z.strictObject({ event: id, label: line.max(60) })),
      }),
    )
    .min(1),
});

interface Step {
  lane: string;
  sign: string;
  label: string;
  event: Event;
  date: string;
}

interface Term {
  name: string;
  event: Event;
}

/** Terms of office, and events by lane, day by day. Throws an Error for an event outside the days. */
export const dayStrip = withOptions(stripOptions, (ledger, { from, to, terms, until, lanes }): View => {
  const within = (id: string): Event => {
    const event = get(ledger, "events", id);
    if (event.date < from || event.date > to || event.date.length < 10)
      throw new Error(`\`${id}\` of ${event.date} lies outside ${from} to ${to}`);
    return event;
  };
  const office = terms.who.map(({ person, event }): Term => ({
    name: actorName(ledger, person),
    event: within(event),
  }));
  const steps = inDateOrder(
    lanes.flatMap(({ name, sign, events }) =>
      events.map(({ event: id, label }): Step => {
        const event = within(id);
        return { lane: name, sign, label, event, date: event.date };
      }),
    ),
  );
  const last = within(until);
  const [before, after] = [itemAt(office, -2), itemAt(office, -1)];
  const between = utcDay.count(new Date(after.event.date), new Date(last.date));
  return {
    key: keyOf({
      ...Object.fromEntries(lanes.map(({ name, sign }) => [sign, name])),
      ring: steps.some(({ event }) => event.status !== "confirmed") && "reported",
    }),
    draw: (layout) => draw(from, to, steps, office, terms.name, layout),
    table: tableOf(
      { date: "Date", lane: "Where", what: "What happened" },
      steps.map(({ date, lane, event }) => ({
        ...{ date, lane, what: { text: event.statement, href: routes.event(event.id) } },
      })),
    ),
    values: {
      days: between,
      span: formatSpan(from, to),
      before: before.name,
      beforeFrom: formatDate(before.event.date),
      after: after.name,
      afterFrom: formatDate(after.event.date),
      until: formatDate(last.date),
    },
    sources: sourcesOf(...office.map(({ event }) => event), last, ...steps.map(({ event }) => event)),
  };
});

function draw(
  from: string,
  to: string,
  steps: readonly Step[],
  office: readonly Term[],
  title: string,
  layout: Layout,
) {
  const { width } = layout;
  const days = utcDay
    .range(new Date(from), utcDay.offset(new Date(to)))
    .map((day) => day.toISOString().slice(0, 10));
  const dates = days.map((day) => formatDays(day));
  const barX = widest(dates, "bold") + 12;
  const textX = barX + 24;
  const marks: VNode[] = [];
  const tops: number[] = [];
  let y = 4;
  days.forEach((day, i) => {
    const start = y;
    tops.push(start);
    marks.push(lineAcross("hair", start, width), ...textLines([itemAt(dates, i)], 0, start + 18, "second"));
    for (const { sign, label, event } of steps.filter(({ date }) => date === day)) {
      const lines = breakText(label, width - textX - 22);
      const height = lines.length * LINE + 8;
      marks.push(
        <Mark
          label={`${formatDate(day)}: ${event.statement}`}
          href={routes.event(event.id)}
          {...{ y, width, height }}
        >
          <use href={`#${sign}`} x={textX + 8} y={y + 13} />
          {event.status !== "confirmed" && <use href="#ring" x={textX + 16} y={y + 6} />}
          {textLines(lines, textX + 22, y + 18)}
        </Mark>,
      );
      y += height;
    }
    for (const { name, event } of office.filter(({ event }) => event.date === day)) {
      const lines = breakText(`${title}: ${name}`, width - textX, "bold");
      const height = lines.length * LINE + 8;
      marks.push(
        <HitArea
          label={`${name}, from ${formatDate(day)}`}
          href={routes.event(event.id)}
          {...{ x: textX, y, width: width - textX, height }}
        />,
        ...textLines(lines, textX, y + 18, "bold"),
      );
      y += height;
    }
    y = Math.max(y, start + 24);
  });
  const topOf = (term?: Term) => (term ? itemAt(tops, days.indexOf(term.event.date)) : y);
  return drawingOf(
    layout,
    y + 4,
    <>
      {marks}
      {office.map((term, i) => (
        <rect
          class={i % 2 ? "level" : "tile-strong"}
          x={barX}
          y={topOf(term) + 1}
          width={14}
          height={topOf(office[i + 1]) - topOf(term) - 2}
        />
      ))}
      {lineAcross("rule", y, width)}
    </>,
  );
}
