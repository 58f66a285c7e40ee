import { extent, utcDay } from "d3";
import type { ComponentChildren, VNode } from "preact";
import { z } from "zod";
import { formatDate, formatDays, formatSpan } from "../format/dates.ts";
import { plural } from "../format/numbers.ts";
import { id, line } from "../yaml/fields.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { actorName, getRow, inDateOrder } from "../ledger/lookup.ts";
import { expectDefined, nth } from "../expect-defined.ts";
import { hrefs } from "../routes.ts";
import { type Layout, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import {
  drawDot,
  drawFinding,
  drawingOf,
  drawTile,
  fillOf,
  fitText,
  lineAcross,
  Linked,
  ofSide,
  placeBelow,
} from "./lib/signs.tsx";
import { blockOf, breakText, LINE, metricsOf, widest, widthOf, write } from "./lib/text.tsx";

const MAX_DAYS = 14;

const lane = z.strictObject({
  name: line.max(28),
  events: z.array(z.strictObject({ event: id, label: line.max(24), detail: line.max(44).optional() })).min(1),
});

const stripOptions = z.strictObject({
  terms: z
    .strictObject({
      name: line.max(20),
      side: id.optional(),
      who: z
        .array(
          z.strictObject({
            person: id.optional().describe("Who holds it; or a `name`."),
            name: line.max(22).optional(),
            event: id,
            how: line.max(20).optional(),
          }),
        )
        .min(2),
    })
    .describe(
      "Who held an office, or what was in force; each term begins with an event. The last is the change.",
    ),
  lanes: z.tuple([lane, lane]).describe("The first is beside the office."),
  arrow: id
    .optional()
    .describe("The step of the second lane, on the day of the change, that an arrow leads from to it."),
  count: id.describe("A step of the first lane: the days from the change to it are the headline number."),
});

type Strip = ReturnType<typeof readStrip>;
type Step = Strip["count"];

/** Throws an Error for an event without a day. */
function readStrip(ledger: Ledger, { terms: office, lanes, ...options }: z.infer<typeof stripOptions>) {
  const readStep = (id: string, label: string, detail = "") => {
    const event = getRow(ledger, "events", id);
    if (event.date.length < 10) throw new Error(`the day of \`${id}\` is not known`);
    return { event, date: event.date, label, detail };
  };
  const terms = office.who.map(({ person, name, event, how = office.name }) => {
    const who = name ?? actorName(ledger, expectDefined(person, `person or name of \`${event}\``));
    return readStep(event, who, how.toLowerCase());
  });
  const readLane = ({ name, events }: z.infer<typeof lane>) => ({
    name,
    steps: inDateOrder(events.map(({ event, label, detail }) => readStep(event, label, detail))),
  });
  const [first, second] = [readLane(lanes[0]), readLane(lanes[1])];
  const all = inDateOrder([
    ...[first, second].flatMap(({ name: lane, steps }) => steps.map((step) => ({ ...step, lane }))),
    ...terms.map((term) => ({ ...term, lane: office.name })),
  ]);
  const [from = "", to = ""] = extent(all, ({ date }) => date);
  const days = utcDay
    .range(new Date(from), utcDay.offset(new Date(to)))
    .map((day) => day.toISOString().slice(0, 10));
  if (days.length > MAX_DAYS)
    throw new Error(`${days.length} days do not fit, from ${from} to ${to}; ${MAX_DAYS} do`);
  const find = (steps: typeof terms, id: string) =>
    expectDefined(
      steps.find(({ event }) => event.id === id),
      `\`${id}\` in its lane`,
    );
  const turn = nth(terms, -1).date;
  const arrow = options.arrow === undefined ? undefined : find(second.steps, options.arrow);
  if (arrow && arrow.date !== turn)
    throw new Error(`\`${arrow.event.id}\` is not of ${turn}, the day of the change`);
  const count = find(first.steps, options.count);
  const counted = utcDay.count(new Date(turn), new Date(count.date));
  return { side: office.side, all, terms, first, second, days, from, to, turn, arrow, count, counted };
}

/** Terms of office, and what happened beside them, day by day. */
export const dayStrip = withOptions(stripOptions, (ledger, options): View => {
  const strip = readStrip(ledger, options);
  const { all, terms, from, to, turn, count, counted } = strip;
  const [before, after] = [nth(terms, -2), nth(terms, -1)];
  return {
    draw: (layout, finding = "") => (layout.isNarrow ? drawDown : drawAcross)(strip, layout, finding),
    table: tableOf(
      { date: "Date", lane: "Where", what: "What happened" },
      all.map(({ date, lane, event: { id, statement: text } }) => ({
        date,
        lane,
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

/** Where in its day the change is, and the step that the arrow leads from: only their order is known. */
const [CHANGE_AT, ARROW_AT] = [0.78, 0.2];
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

/** Its words in bold, then the detail. */
const wordsOf = ({ label, detail }: Step, room: number) => blockOf([[label, "bold"], [detail]], room);

/** Days from left to right: the first lane above the office, the second below the days. */
function drawAcross(strip: Strip, layout: Layout, finding: string) {
  const { days, first, second, terms, side, turn, arrow, count, counted } = strip;
  const { width } = layout;
  const dayWidth = width / days.length;
  const leftOf = (day: string) => days.indexOf(day) * dayWidth;
  const middleOf = (day: string) => leftOf(day) + dayWidth / 2;
  const cut = leftOf(turn) + dayWidth * (arrow ? CHANGE_AT : 0.5);

  // Labels of a lane, from its marks away from the days.
  const placeLane = (steps: readonly Step[], taken: Parameters<typeof placeBelow>[2]) => {
    const labels = steps.map((step) => {
      const text = wordsOf(step, Math.max(dayWidth * 2.4, 150));
      return { step, x: middleOf(step.date), text, width: text.width, lines: text.height / LINE };
    });
    const places = placeBelow(labels, { left: 0, right: width, y: 0, step: LINE }, taken);
    return labels.map((label, i) => {
      const { x, y } = nth(places, i);
      return { ...label, left: x, top: y, bottom: y + label.text.height };
    });
  };
  const above = placeLane(first.steps, [{ left: cut - 4, right: cut + 4, top: 0, bottom: Infinity }]);
  const headY = 54;
  const barTop = headY + Math.max(...above.map(({ bottom }) => bottom)) + 28;
  const barBottom = barTop + 46;
  const axis = barBottom + 42;

  const countWords = plural(counted, "day");
  const saidRoom = leftOf(turn) - 10 - Math.max(widthOf(first.name, "bold") + 14, 90);
  const saidX = cut + widest([countWords], "headline") + 26;
  const said =
    saidRoom > 130
      ? drawFinding(finding, leftOf(turn) - 10, 17, saidRoom, "end")
      : drawFinding(finding, saidX, 17, width - saidX);

  const others = second.steps.filter((step) => !arrow || step.date !== turn);
  let y = axis + 16;
  const besideX = cut + 12;
  const beside = second.steps
    .filter((step) => step !== arrow && !others.includes(step))
    .reverse()
    .map((step) => {
      const text = wordsOf(step, width - besideX);
      const top = y;
      y += text.height + 12;
      return link(step, [besideX, top, text.width, text.height], text.draw(besideX, top + 14));
    });
  const arrowX = leftOf(turn) + dayWidth * ARROW_AT;
  const arrowText = arrow && wordsOf(arrow, width - arrowX - 15);
  const arrowY = y + 9;
  if (arrowText) y += arrowText.height + 6;
  const nameLines = breakText(second.name, 130, "bold");
  const below = placeLane(others, [
    { left: 0, right: widest(nameLines, "bold") + 8, top: -24, bottom: nameLines.length * LINE },
    ...(arrow ? [{ left: arrowX - DOT, right: width, top: -24, bottom: Infinity }] : []),
  ]);
  const laneTop = axis + 28;
  const bottom = Math.max(y, ...below.map(({ bottom }) => laneTop + bottom)) + 4;

  return drawingOf(layout, bottom, [
    <rect class="band" x={leftOf(turn)} y={0} width={dayWidth} height={bottom} />,
    write(first.name, 0, 15, "bold"),
    said.body,
    write(countWords, cut + 10, 36, "headline"),
    <path class="stem" d={`M${cut} ${barTop - 3}V${headY - 8}H${middleOf(count.date)}v10`} />,
    above.map(({ step, x, text, left, bottom }) => {
      const top = barTop - 22 - bottom;
      return link(
        step,
        [left, top, text.width, barTop - top],
        [text.draw(left, top + 13), dotOf(step, x, barTop - 11)],
      );
    }),
    terms.map((term, i) => {
      const next = terms[i + 1]?.date;
      const start = term.date === turn ? cut + 2 : leftOf(term.date);
      const end = next === undefined ? width : next === turn ? cut - 2 : leftOf(next) - 3;
      fitText(term.label, end - start - 12, "bold");
      return link(
        term,
        [start, barTop, end - start, 46],
        [
          drawTile(start, barTop, end - start, 46, "solid", side),
          wordsOf(term, end - start - 12).draw(start + 10, barTop + 19, "on"),
        ],
      );
    }),
    lineAcross("hair", barBottom + 13, width),
    days.map((day, i) =>
      write(
        nameOfDay(day, i),
        middleOf(day) - (arrow && day === turn ? 4 : 0),
        barBottom + 32,
        day === turn ? "bold middle" : "second middle",
      ),
    ),
    lineAcross("hair", axis, width),
    write(nameLines, 0, axis + 24, "bold"),
    below.map(({ step, x, text, left, top, bottom }) =>
      link(
        step,
        [left, axis, text.width, laneTop + bottom - axis],
        [dotOf(step, x, axis + 14), text.draw(left, laneTop + top + 13)],
      ),
    ),
    beside,
    arrow &&
      arrowText &&
      link(
        arrow,
        [arrowX - DOT, arrowY - 9, arrowText.width + 21, arrowText.height],
        [
          <path
            class="arrow-up"
            d={`M${arrowX} ${arrowY}V${axis + 8}H${cut}V${barBottom + 4}M${cut - 5} ${barBottom + 9}l5 -6l5 6`}
          />,
          dotOf(arrow, arrowX, arrowY),
          arrowText.draw(arrowX + 15, arrowY + 5),
        ],
      ),
  ]);
}

/** Days from above to below, each as high as its words. */
function drawDown(strip: Strip, layout: Layout, finding: string) {
  const { days, first, second, terms, side, turn, arrow, count, counted } = strip;
  const { width } = layout;
  const [barX, barWidth, dayX, dotX] = [136, 12, 168, 196];
  const leftEnd = barX - 10;
  const rightX = dotX + 13;
  const heads = breakText(second.name, width - dotX + DOT, "bold");
  const firstHeads = breakText(first.name, leftEnd, "bold");
  const top = Math.max(heads.length, firstHeads.length) * LINE + 12;
  const cuts: number[] = [];
  let y = top;
  let [countFrom, countTo, arrowY] = [0, 0, 0];
  let band: VNode | undefined;
  const parts = days.map((day) => {
    const [start, isTurn] = [y, day === turn];
    const body: ComponentChildren[] = [];
    let [left, right] = [start + 4, start + 4];
    const drawRight = (step: Step) => {
      const text = wordsOf(step, width - rightX);
      const hasDot = step === arrow || !isTurn || !arrow;
      body.push(
        link(
          step,
          [dotX - DOT, right, width - dotX, text.height],
          [hasDot && dotOf(step, dotX, right + 9), text.draw(rightX, right + 14)],
        ),
      );
      if (step === arrow) arrowY = right + 9;
      right += text.height + 6;
    };
    const isEarly = (step: Step) => step === arrow || !arrow || !isTurn;
    const steps = second.steps.filter(({ date }) => date === day);
    steps.filter(isEarly).forEach(drawRight);
    if (isTurn) {
      const said = drawFinding(finding, leftEnd, left + 15, leftEnd, "end");
      body.push(said.body);
      left = Math.max(left + said.lines * metricsOf("finding").step + 8, right + 2);
    }
    for (const term of terms.filter(({ date }) => date === day)) {
      cuts.push(term === terms[0] ? start : left + 1);
      const text = wordsOf(term, leftEnd);
      body.push(
        link(term, [0, left, leftEnd, text.height], text.draw(leftEnd, left + 16, ofSide(side, "own end"))),
      );
      right = Math.max(right, isTurn ? left - 8 : 0);
      left += text.height + 6;
    }
    steps.filter((step) => !isEarly(step)).forEach(drawRight);
    if (isTurn) countFrom = right + 2;
    for (const step of first.steps.filter(({ date }) => date === day)) {
      const text = wordsOf(step, leftEnd - 14);
      if (step === count) countTo = left + 9;
      body.push(
        link(
          step,
          [0, left, barX, text.height],
          [text.draw(leftEnd - 14, left + 14, "end"), dotOf(step, barX - 13, left + 9)],
        ),
      );
      left += text.height + 6;
    }
    y = Math.max(left, right, start + 25) + (isTurn ? 8 : 0);
    if (isTurn) band = <rect class="band" x={0} y={start} width={width} height={y - start} />;
    return [write(nameOfDay(day, 1), dayX, start + 18, isTurn ? "bold middle" : "second middle"), body];
  });
  const [cut, end] = [nth(cuts, -1), barX + barWidth];
  countTo = Math.max(countTo, countFrom + 40);
  return drawingOf(layout, y + 2, [
    band,
    write(firstHeads, leftEnd, 15, "bold end"),
    write(formatDays(nth(days, 0).slice(0, 7)).slice(0, 3), dayX, 15, "second middle"),
    write(heads, dotX - DOT, 15, "bold"),
    lineAcross("hair", top - 5, width),
    cuts.map((from, i) => {
      const to = cuts[i + 1];
      const start = i === 0 ? from : from + 1.5;
      return drawTile(barX, start, barWidth, (to === undefined ? y : to - 1.5) - start, "solid", side);
    }),
    arrow && (
      <path class="arrow-up" d={`M${dotX} ${arrowY}V${cut}H${end + 4}M${end + 9} ${cut - 5}l-6 5l6 5`} />
    ),
    parts,
    <path class="stem" d={`M${dotX - 15} ${countFrom}h6V${countTo}h-6`} />,
    write(plural(counted, "day"), rightX, (countFrom + countTo) / 2 + 12, "headline"),
  ]);
}
