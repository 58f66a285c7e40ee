import { extent, utcDay } from "d3";
import { z } from "zod";
import { formatDate, formatDays, formatSpan } from "../format/dates.ts";
import { id, line } from "../yaml/fields.ts";
import type { Event } from "../ledger/ledger.ts";
import { actorName, getRow, inDateOrder } from "../ledger/lookup.ts";
import { nth } from "../expect-defined.ts";
import { hrefs } from "../routes.ts";
import { legendOf, type Layout, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import { drawingOf, lineAcross, LinkedMark } from "./lib/marks.tsx";
import { breakText, LINE, textLines, widest } from "./lib/text.tsx";

const stripOptions = z.strictObject({
  terms: z
    .strictObject({
      name: line.max(30),
      who: z.array(z.strictObject({ person: id, event: id })).min(2),
    })
    .describe("Who held an office; each term begins with an event."),
  lanes: z
    .array(
      z.strictObject({
        name: line.max(30),
        symbol: id,
        events: z.array(z.strictObject({ event: id, label: line.max(60) })),
      }),
    )
    .min(1),
});

/** A step with the symbol of its lane or, without one, the beginning of a term. */
interface Entry {
  event: Event;
  date: string;
  words: string;
  symbol?: string;
}

/** Terms of office, and events by lane, day by day. Throws an Error for an event without a day. */
export const dayStrip = withOptions(stripOptions, (ledger, { terms, lanes }): View => {
  const onDay = (id: string): Event => {
    const event = getRow(ledger, "events", id);
    if (event.date.length < 10) throw new Error(`the day of \`${id}\` is not known`);
    return event;
  };
  const office = terms.who.map(({ person, event: id }) => {
    const [name, event] = [actorName(ledger, person), onDay(id)];
    return { name, event, date: event.date, words: `${terms.name}: ${name}` };
  });
  const steps = inDateOrder(
    lanes.flatMap(({ name: lane, symbol, events }) =>
      events.map(({ event: id, label: words }) => {
        const event = onDay(id);
        return { lane, symbol, words, event, date: event.date };
      }),
    ),
  );
  const entries = [...steps, ...office];
  const [from = "", to = ""] = extent(entries, ({ date }) => date);
  const [before, after, last] = [nth(office, -2), nth(office, -1), nth(steps, -1)];
  return {
    legend: legendOf({
      ...Object.fromEntries(lanes.map(({ name, symbol }) => [symbol, name])),
      ring: steps.some(({ event }) => event.status !== "confirmed") && "reported",
    }),
    draw: (layout) => draw(from, to, entries, layout),
    table: tableOf(
      { date: "Date", lane: "Where", what: "What happened" },
      steps.map(({ date, lane, event }) => ({
        date,
        lane,
        what: { text: event.statement, href: hrefs.event(event.id) },
      })),
    ),
    values: {
      days: utcDay.count(new Date(after.date), new Date(last.date)),
      before: before.name,
      beforeFrom: formatDate(before.date),
      after: after.name,
      afterFrom: formatDate(after.date),
      until: formatDate(last.date),
      span: formatSpan(from, to),
    },
    sources: sourcesOf(...entries.map(({ event }) => event)),
  };
});

function draw(from: string, to: string, entries: readonly Entry[], layout: Layout) {
  const { width } = layout;
  const days = utcDay
    .range(new Date(from), utcDay.offset(new Date(to)))
    .map((day) => day.toISOString().slice(0, 10));
  const barX =
    widest(
      days.map((day) => formatDays(day)),
      "bold",
    ) + 12;
  const textX = barX + 24;
  const termTops: number[] = [];
  let y = 4;
  const parts = days.map((day) => {
    const top = y;
    const marks = entries
      .filter(({ date }) => date === day)
      .map(({ event, words, symbol }) => {
        const [start, x] = [y, symbol ? textX + 22 : textX];
        const className = symbol ? undefined : "bold";
        if (!symbol) termTops.push(top);
        const lines = breakText(words, width - x, className);
        const height = lines.length * LINE + 8;
        y += height;
        return (
          <LinkedMark
            label={`${formatDate(day)}: ${event.statement}`}
            href={hrefs.event(event.id)}
            y={start}
            width={width}
            height={height}
          >
            {symbol && <use href={`#${symbol}`} x={textX + 8} y={start + 13} />}
            {symbol && event.status !== "confirmed" && <use href="#ring" x={textX + 16} y={start + 6} />}
            {textLines(lines, x, start + 18, className)}
          </LinkedMark>
        );
      });
    y = Math.max(y, top + 24);
    return (
      <>
        {lineAcross("hair", top, width)}
        {textLines([formatDays(day)], 0, top + 18, "second")}
        {marks}
      </>
    );
  });
  return drawingOf(
    layout,
    y + 4,
    <>
      {parts}
      {termTops.map((top, i) => (
        <rect
          class={i % 2 ? "level" : "tile-strong"}
          x={barX}
          y={top + 1}
          width={14}
          height={(termTops[i + 1] ?? y) - top - 2}
        />
      ))}
      {lineAcross("rule", y, width)}
    </>,
  );
}
