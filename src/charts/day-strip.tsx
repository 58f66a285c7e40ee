import { utcDay } from "d3";
import type { ComponentChildren, VNode } from "preact";
import { z } from "zod";
import { formatDate, formatDays, formatSpan } from "../format/dates.ts";
import { plural } from "../format/numbers.ts";
import { id, line } from "../yaml/fields.ts";
import type { Ledger, Row } from "../ledger/ledger.ts";
import { getRow, inDateOrder } from "../ledger/lookup.ts";
import { expectDefined, nth } from "../expect-defined.ts";
import { hrefs } from "../routes.ts";
import { type Layout, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import {
  drawDot,
  drawFinding,
  drawingOf,
  drawTile,
  fillOf,
  lineAcross,
  Linked,
  ofSide,
  placeBelow,
} from "./lib/signs.tsx";
import { blockOf, breakText, LINE, widest, write } from "./lib/text.tsx";

const MAX_DAYS = 14;

const lane = z.strictObject({
  name: line.max(28),
  events: z.array(z.strictObject({ event: id, label: line.max(24), detail: line.max(44).optional() })).min(1),
});

const term = z.strictObject({ name: line.max(22), event: id, how: line.max(32).optional() });

const stripOptions = z.strictObject({
  terms: z
    .strictObject({ name: line.max(20), side: id.optional(), who: z.tuple([term, term]) })
    .describe(
      "Who held an office, or what was in force, before and after; each term begins with an event. The second is the change.",
    ),
  lanes: z
    .tuple([lane, lane])
    .describe(
      "The first is beside the office; the days from the change to its next step are the headline number. From the first event to the last at most 14 days.",
    ),
});

type Strip = ReturnType<typeof readStrip>;
type Step = Lane["steps"][number];

function readStrip(ledger: Ledger, { terms: office, lanes }: z.infer<typeof stripOptions>) {
  const readStep = (lane: string, id: string, label: string, detail = "") => {
    const event = getRow(ledger, "events", id);
    if (event.date.length < 10) throw new Error(`the day of \`${id}\` is not known`);
    return { lane, event, date: event.date, label, detail };
  };
  const [before, after] = office.who.map(({ name, event, how = office.name }) =>
    readStep(office.name, event, name, how.toLowerCase()),
  ) as [Step, Step];
  const [first, second] = lanes.map(({ name, events }) => ({
    name,
    steps: inDateOrder(events.map(({ event, label, detail }) => readStep(name, event, label, detail))),
  })) as [Lane, Lane];
  const all = inDateOrder([...first.steps, ...second.steps, before, after]);
  const [from, to] = [nth(all, 0).date, nth(all, -1).date];
  const days = utcDay
    .range(new Date(from), utcDay.offset(new Date(to)))
    .map((day) => day.toISOString().slice(0, 10));
  if (days.length > MAX_DAYS)
    throw new Error(`${days.length} days do not fit, from ${from} to ${to}; ${MAX_DAYS} do`);
  const turn = after.date;
  const count = expectDefined(
    first.steps.find(({ date }) => date > turn),
    `a step of “${first.name}” after ${turn}`,
  );
  const counted = utcDay.count(new Date(turn), new Date(count.date));
  const { side } = office;
  return {
    ...{ side, all, before, after, first, second },
    ...{ days, from, to, turn, count, counted },
  };
}

interface Lane {
  name: string;
  steps: { lane: string; event: Row<"events">; date: string; label: string; detail: string }[];
}

export const dayStrip = withOptions(stripOptions, (ledger, options): View => {
  const strip = readStrip(ledger, options);
  const { all, before, after, from, to, turn, count, counted } = strip;
  return {
    draw: (layout, finding = "") => (layout.isNarrow ? drawDown : drawAcross)(strip, layout, finding),
    table: tableOf(
      { date: "Date", lane: "Group", what: "What happened" },
      all.map(({ date, lane, event: { id, statement: text } }) => ({
        ...{ date, lane },
        what: { text, href: hrefs.event(id) },
      })),
    ),
    values: {
      days: counted,
      sameDay: all.filter(({ date }) => date === turn).length,
      day: formatDate(turn).replace(/ \d+$/, "").replace(" ", "\u00a0"),
      before: before.label,
      beforeFrom: formatDate(before.date),
      after: after.label,
      afterFrom: formatDate(turn),
      until: formatDate(count.date),
      span: formatSpan(from, to),
    },
    sources: sourcesOf(...all.map(({ event }) => event)),
  };
});

const DOT = 6;

function nameOfDay(day: string, i: number): string {
  return i === 0 || day.endsWith("-01") ? formatDays(day) : String(Number(day.slice(8)));
}

function link(step: Step, at: Parameters<typeof Linked>[0]["at"], children: ComponentChildren): VNode {
  const { id, statement } = step.event;
  return (
    <Linked label={`${formatDate(step.date)}: ${statement}`} href={hrefs.event(id)} at={at}>
      {children}
    </Linked>
  );
}

const dotOf = ({ event }: Step, x: number, y: number) => drawDot(x, y, DOT, fillOf(event.status));

const wordsOf = ({ label, detail }: Step, room: number) => blockOf([[label, "bold"], [detail]], room);

function drawAcross(strip: Strip, layout: Layout, finding: string) {
  const { days, first, second, before, after, side, turn, count, counted } = strip;
  const { width } = layout;
  const dayWidth = width / days.length;
  const leftOf = (day: string) => days.indexOf(day) * dayWidth;
  const middleOf = (day: string) => leftOf(day) + dayWidth / 2;
  const cut = middleOf(turn);

  // Labels of a lane, from its marks away from the days.
  const placeLane = (steps: readonly Step[], taken: Parameters<typeof placeBelow>[2]) => {
    const labels = steps.map((step) => {
      const text = wordsOf(step, Math.max(dayWidth * 2.4, 150));
      return { step, text, x: middleOf(step.date), width: text.width, lines: text.height / LINE };
    });
    const places = placeBelow(labels, { left: 0, right: width, y: 0, step: LINE }, taken);
    if (!places) throw new Error(`${labels.length} labels do not fit: some are too near`);
    return labels.map((label, i) => {
      const { x: left, y: top } = nth(places, i);
      return { ...label, left, top, bottom: top + label.text.height };
    });
  };
  const above = placeLane(first.steps, [{ left: cut - 4, right: cut + 4, top: 0, bottom: Infinity }]);
  const said = drawFinding(finding, 0, 17, width);
  const headY = said.bottom + 52;
  const barTop = headY + Math.max(...above.map(({ bottom }) => bottom)) + 28;
  const terms = [before, after].map((term) => {
    const [start, end] = term === before ? [leftOf(before.date), cut - 2] : [cut + 2, width];
    return { term, start, size: end - start, words: wordsOf(term, end - start - 12) };
  });
  const barHeight = 10 + Math.max(...terms.map(({ words }) => words.height));
  const barBottom = barTop + barHeight;
  const axis = barBottom + 42;

  // Several of the day of the change, in a column.
  const ofTurn = second.steps.filter(({ date }) => date === turn);
  const besides = ofTurn.length > 1 ? ofTurn : [];
  const dotX = leftOf(turn) + DOT + 6;
  const besideX = dotX + 15;
  let y = axis + 16;
  const beside = besides.map((step) => {
    const text = wordsOf(step, width - besideX);
    const top = y;
    y += text.height + 8;
    const marks = [dotOf(step, dotX, top + 9), text.draw(besideX, top + 14)];
    return link(step, [dotX - DOT, top, text.width + 21, text.height], marks);
  });
  const nameLines = breakText(second.name, 130, "bold");
  const below = placeLane(
    second.steps.filter((step) => !besides.includes(step)),
    [
      { left: 0, right: widest(nameLines, "bold") + 8, top: -24, bottom: nameLines.length * LINE },
      ...(beside.length > 0 ? [{ left: dotX - DOT, right: width, top: -24, bottom: Infinity }] : []),
    ],
  );
  const laneTop = axis + 28;
  const bottom = Math.max(y, ...below.map(({ bottom }) => laneTop + bottom)) + 4;

  return drawingOf(layout, bottom, [
    // Words of that day may be wider than it.
    <rect class="band" x={leftOf(turn)} y={barTop - 7} width={dayWidth} height={axis + 7 - barTop} />,
    said.body,
    write(first.name, 0, headY - 18, "bold"),
    write(`${plural(counted, "day")} later`, cut + 10, headY - 18, "bold"),
    <path class="stem" d={`M${cut} ${barTop - 3}V${headY - 8}H${middleOf(count.date)}v10`} />,
    above.map(({ step, x, text, left, bottom }) => {
      const top = barTop - 22 - bottom;
      const marks = [text.draw(left, top + 13), dotOf(step, x, barTop - 11)];
      return link(step, [left, top, text.width, barTop - top], marks);
    }),
    terms.map(({ term, start, size, words }) => {
      const tile = drawTile(start, barTop, size, barHeight, "solid", side);
      return link(term, [start, barTop, size, barHeight], [tile, words.draw(start + 10, barTop + 19, "on")]);
    }),
    lineAcross("hair", barBottom + 13, width),
    days.map((day, i) => {
      const isTurn = day === turn;
      return write(
        nameOfDay(day, i),
        middleOf(day),
        barBottom + 32,
        isTurn ? "bold middle" : "second middle",
      );
    }),
    lineAcross("hair", axis, width),
    write(nameLines, 0, axis + 24, "bold"),
    below.map(({ step, x, text, left, top, bottom }) => {
      const marks = [dotOf(step, x, axis + 14), text.draw(left, laneTop + top + 13)];
      return link(step, [left, axis, text.width, laneTop + bottom - axis], marks);
    }),
    beside,
  ]);
}

const DAY_STEP = 28;

function drawDown(strip: Strip, layout: Layout, finding: string) {
  const { days, first, second, before, after, side, turn, count, counted } = strip;
  const { width } = layout;
  const [barX, barWidth, dayX, dotX] = [136, 12, 168, 196];
  const [leftEnd, rightX] = [barX - 10, dotX + 13];
  const heads = breakText(second.name, width - dotX + DOT, "bold");
  const firstHeads = breakText(first.name, leftEnd, "bold");
  const top = Math.max(heads.length, firstHeads.length) * LINE + 10;
  const at = new Map<Step, number>();
  let [y, turnEnd] = [top, 0];
  const rows = days.map((day) => {
    const start = y;
    let [left, right] = [start + 1, start + 4];
    const isTurn = day === turn;
    const body: ComponentChildren[] = [];
    const isToday = ({ date }: Step) => date === day;
    for (const step of second.steps.filter(isToday)) {
      const text = wordsOf(step, width - rightX);
      const marks = [dotOf(step, dotX, right + 9), text.draw(rightX, right + 14)];
      body.push(link(step, [dotX - DOT, right, width - dotX, text.height], marks));
      right += text.height + 6;
    }
    if (isTurn) {
      const said = drawFinding(finding, leftEnd, left + 15, leftEnd, "end");
      body.push(said.body);
      left = said.bottom + 11;
    }
    for (const step of [before, after, ...first.steps].filter(isToday)) {
      const isTerm = step === before || step === after;
      const wordsEnd = isTerm ? leftEnd : leftEnd - 14;
      const text = wordsOf(step, wordsEnd);
      const marks = [
        text.draw(wordsEnd, left + 14, isTerm ? ofSide(side, "own end") : "end"),
        !isTerm && dotOf(step, barX - 13, left + 9),
      ];
      body.push(link(step, [0, left, barX, text.height], marks));
      at.set(step, left);
      left += text.height;
    }
    y = Math.max(start + DAY_STEP, left + 3, right - 4);
    if (isTurn) turnEnd = y;
    return [
      isTurn && <rect class="band" x={0} y={start} width={width} height={y - start} />,
      write(nameOfDay(day, 1), dayX, start + 18, isTurn ? "bold middle" : "second middle"),
      body,
    ];
  });
  const yOf = (step: Step) => expectDefined(at.get(step), `place of “${step.label}”`);
  const [cut, countTo] = [yOf(after) + 1, Math.max(yOf(count) + 9, turnEnd + 46)];
  return drawingOf(layout, y + 20, [
    write(firstHeads, leftEnd, 15, "bold end"),
    write(formatDays(nth(days, 0).slice(0, 7)), dayX, 15, "second middle"),
    write(heads, dotX - DOT, 15, "bold"),
    lineAcross("hair", top - 5, width),
    rows,
    drawTile(barX, yOf(before), barWidth, cut - 1.5 - yOf(before), "solid", side),
    drawTile(barX, cut + 1.5, barWidth, y - cut - 1.5, "solid", side),
    <path class="stem" d={`M${dotX - 15} ${turnEnd - 8}h6V${countTo}h-6`} />,
    write(`${plural(counted, "day")} later`, rightX, turnEnd + 24, "bold"),
    write("Days not drawn to scale.", 0, y + 16, "second"),
  ]);
}
