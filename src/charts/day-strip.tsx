import { extent, utcDay } from "d3";
import type { VNode } from "preact";
import { z } from "zod";
import { formatDate, formatDays, formatSpan } from "../format/dates.ts";
import { id, line } from "../yaml/fields.ts";
import type { Event } from "../ledger/ledger.ts";
import { actorName, getRow, inDateOrder } from "../ledger/lookup.ts";
import { expectDefined, nth } from "../expect-defined.ts";
import { hrefs } from "../routes.ts";
import { type Layout, roundPx, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import { drawingOf, lineAcross, LinkedMark } from "./lib/marks.tsx";
import { drawFinding, fillOf, fitText, Mark, ofSide, placeBelow, Tile } from "./lib/signs.tsx";
import { breakText, LINE, metricsOf, textLines, widest, widthOf } from "./lib/text.tsx";

const MAX_DAYS = 14;

const stripOptions = z.strictObject({
  terms: z
    .strictObject({
      name: line.max(20),
      side: id.optional().describe("The side whose office it is."),
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
  lanes: z
    .array(
      z.strictObject({
        name: line.max(28),
        events: z
          .array(z.strictObject({ event: id, label: line.max(24), detail: line.max(44).optional() }))
          .min(1),
      }),
    )
    .min(1)
    .max(2)
    .describe("The first is beside the office."),
  arrow: id
    .optional()
    .describe("The step of the second lane, on the day of the change, that an arrow leads from to it."),
  count: id.describe("A step of the first lane: the days from the change to it are the headline number."),
});

interface Step {
  event: Event;
  date: string;
  label: string;
  detail: string;
}

interface Term extends Step {
  name: string;
}

interface Strip {
  days: string[];
  lanes: { name: string; steps: Step[] }[];
  terms: Term[];
  side: string | undefined;
  /** The day of the change. */
  turn: string;
  arrow: Step | undefined;
  count: Step;
  finding: string;
}

/** Terms of office, and what happened beside them, day by day. Throws an Error for an event without a day. */
export const dayStrip = withOptions(stripOptions, (ledger, options): View => {
  const onDay = (id: string): Event => {
    const event = getRow(ledger, "events", id);
    if (event.date.length < 10) throw new Error(`the day of \`${id}\` is not known`);
    return event;
  };
  const terms = options.terms.who.map(({ person, event: id, how = options.terms.name, ...who }): Term => {
    const event = onDay(id);
    const name = who.name ?? actorName(ledger, expectDefined(person, `person or name of \`${id}\``));
    return { name, event, date: event.date, label: name, detail: how.toLowerCase() };
  });
  const lanes = options.lanes.map(({ name, events }) => ({
    name,
    steps: inDateOrder(
      events.map(({ event: id, label, detail = "" }): Step => {
        const event = onDay(id);
        return { event, date: event.date, label, detail };
      }),
    ),
  }));
  const all = inDateOrder([
    ...lanes.flatMap(({ name, steps }) => steps.map((step) => ({ ...step, lane: name }))),
    ...terms.map((term) => ({ ...term, lane: options.terms.name })),
  ]);
  const [from = "", to = ""] = extent(all, ({ date }) => date);
  const days = utcDay
    .range(new Date(from), utcDay.offset(new Date(to)))
    .map((day) => day.toISOString().slice(0, 10));
  if (days.length > MAX_DAYS)
    throw new Error(`${days.length} days do not fit, from ${from} to ${to}; ${MAX_DAYS} do`);
  const [before, after] = [nth(terms, -2), nth(terms, -1)];
  const stepOf = (lane: number, id: string) =>
    expectDefined(
      lanes[lane]?.steps.find(({ event }) => event.id === id),
      `\`${id}\` in lane ${lane + 1}`,
    );
  const arrow = options.arrow === undefined ? undefined : stepOf(1, options.arrow);
  if (arrow && arrow.date !== after.date)
    throw new Error(`\`${arrow.event.id}\` is not of ${after.date}, the day of the change`);
  const count = stepOf(0, options.count);
  const strip = { days, lanes, terms, side: options.terms.side, turn: after.date, arrow, count };
  return {
    draw: (layout, finding = "") => (layout.isNarrow ? drawDown : drawAcross)({ ...strip, finding }, layout),
    table: tableOf(
      { date: "Date", lane: "Where", what: "What happened" },
      all.map(({ date, lane, event }) => ({
        date,
        lane,
        what: { text: event.statement, href: hrefs.event(event.id) },
      })),
    ),
    values: {
      days: daysBetween(after.date, count.date),
      sameDay: all.filter(({ date }) => date === after.date).length,
      day: formatDate(after.date).replace(/ \d+$/, "").replace(" ", "\u00a0"),
      before: before.name,
      beforeFrom: formatDate(before.date),
      after: after.name,
      afterFrom: formatDate(after.date),
      until: formatDate(count.date),
      span: formatSpan(from, to),
    },
    sources: sourcesOf(...all.map(({ event }) => event)),
  };
});

function daysBetween(from: string, to: string): number {
  return utcDay.count(new Date(from), new Date(to));
}

/** Where in its day the change is, and the step that the arrow leads from: only their order is known. */
const [CHANGE_AT, ARROW_AT] = [0.78, 0.2];
const DOT = 6;

function nameOfDay(day: string, i: number): string {
  return i === 0 || day.endsWith("-01") ? formatDays(day) : String(Number(day.slice(8)));
}

function countOf({ turn, count }: Strip): string {
  const days = daysBetween(turn, count.date);
  return `${days} day${days === 1 ? "" : "s"}`;
}

function Linked({ step, children, ...box }: BoxProps & { step: Step; children: VNode[] }): VNode {
  const label = `${formatDate(step.date)}: ${step.event.statement}`;
  return (
    <LinkedMark label={label} href={hrefs.event(step.event.id)} {...box}>
      {children}
    </LinkedMark>
  );
}

interface BoxProps {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Its words in bold, then the detail. */
function linesOf({ label, detail }: Step, room: number) {
  const [bold, plain] = [breakText(label, room, "bold"), breakText(detail, room)];
  return {
    count: bold.length + plain.length,
    width: Math.max(widest(bold, "bold"), widest(plain)),
    draw: (x: number, y: number, classes = "") => [
      ...textLines(bold, x, y, `bold ${classes}`.trim()),
      ...textLines(plain, x, y + bold.length * LINE, classes || undefined),
    ],
  };
}

/** Days from left to right: the first lane above the office, the second below the days. */
function drawAcross(strip: Strip, layout: Layout) {
  const { days, lanes, terms, side, turn, arrow, count, finding } = strip;
  const { width } = layout;
  const dayWidth = width / days.length;
  const leftOf = (day: string) => days.indexOf(day) * dayWidth;
  const middleOf = (day: string) => leftOf(day) + dayWidth / 2;
  const cut = leftOf(turn) + dayWidth * (arrow ? CHANGE_AT : 0.5);
  const [first, second] = [nth(lanes, 0), lanes[1]];
  const countX = middleOf(count.date);

  // Labels of a lane, from its marks away from the days; `sign` is -1 upwards.
  const placeLane = (steps: readonly Step[], taken: Parameters<typeof placeBelow>[2]) => {
    const labels = steps.map((step) => ({
      step,
      x: middleOf(step.date),
      text: linesOf(step, Math.max(dayWidth * 2.4, 150)),
    }));
    const places = placeBelow(
      labels.map(({ x, text }) => ({ x, width: text.width, lines: text.count })),
      { left: 0, right: width, y: 0, step: LINE },
      taken,
    );
    return labels.map((label, i) => ({ ...label, place: nth(places, i) }));
  };
  const above = placeLane(first.steps, [{ left: cut - 4, right: cut + 4, top: 0, bottom: Infinity }]);
  const headY = 54;
  const barTop = headY + Math.max(...above.map(({ place, text }) => place.y + text.count * LINE)) + 28;
  const barBottom = barTop + 46;
  const axis = barBottom + 42;

  const room = leftOf(turn) - 10;
  const saidRoom = room - Math.max(widthOf(first.name, "bold") + 14, 90);
  const isLeft = saidRoom > 130;
  const countWidth = widest([countOf(strip)], "headline");
  const saidX = isLeft ? room : cut + countWidth + 26;
  const said = drawFinding(finding, saidX, 17, isLeft ? saidRoom : width - saidX, isLeft ? "end" : "");

  const beside = (second?.steps ?? []).filter((step) => arrow && step.date === turn && step !== arrow);
  const others = (second?.steps ?? []).filter((step) => step !== arrow && !beside.includes(step));
  let y = axis + 16;
  const besideX = cut + 12;
  const laterSteps = [...beside].reverse().map((step) => {
    const text = linesOf(step, width - besideX);
    const top = y;
    y += text.count * LINE + 12;
    return (
      <Linked step={step} x={besideX} y={top} width={text.width} height={text.count * LINE}>
        {text.draw(besideX, top + 14)}
      </Linked>
    );
  });
  const arrowX = leftOf(turn) + dayWidth * ARROW_AT;
  const arrowText = arrow && linesOf(arrow, width - arrowX - 15);
  const arrowY = y + 9;
  if (arrowText) y += arrowText.count * LINE + 6;
  const nameLines = second ? breakText(second.name, 130, "bold") : [];
  const below = placeLane(others, [
    { left: 0, right: widest(nameLines, "bold") + 8, top: -24, bottom: nameLines.length * LINE },
    ...(arrow ? [{ left: arrowX - DOT, right: width, top: -24, bottom: Infinity }] : []),
  ]);
  const laneTop = axis + 28;
  const bottom = Math.max(y, ...below.map(({ place, text }) => laneTop + place.y + text.count * LINE)) + 4;

  return drawingOf(
    layout,
    bottom,
    <>
      <rect class="band" x={leftOf(turn)} y={0} width={dayWidth} height={bottom} />
      {textLines([first.name], 0, 15, "bold")}
      {said.body}
      {textLines([countOf(strip)], cut + 10, 36, "headline")}
      <path
        class="stem"
        d={`M${roundPx(cut)} ${barTop - 3}V${headY - 8}H${roundPx(countX)}v${roundPx(10)}`}
      />
      {above.map(({ step, x, text, place }) => {
        const top = barTop - 22 - place.y - text.count * LINE;
        return (
          <Linked step={step} x={place.x} y={top} width={text.width} height={barTop - top}>
            {[
              ...text.draw(place.x, top + 13),
              <Mark shape="circle" x={x} y={barTop - 11} r={DOT} fill={fillOf(step.event.status)} />,
            ]}
          </Linked>
        );
      })}
      {terms.map((term, i) => {
        const next = terms[i + 1];
        const start = term.date === turn ? cut + 2 : leftOf(term.date);
        const end = next ? (next.date === turn ? cut - 2 : leftOf(next.date) - 3) : width;
        fitText(term.name, end - start - 12, "bold");
        return (
          <Linked step={term} x={start} y={barTop} width={end - start} height={46}>
            {[
              <Tile x={start} y={barTop} width={end - start} height={46} fill="solid" side={side} />,
              ...linesOf(term, end - start - 12).draw(start + 10, barTop + 19, "on"),
            ]}
          </Linked>
        );
      })}
      {lineAcross("hair", barBottom + 13, width)}
      {days.map((day, i) =>
        textLines(
          [nameOfDay(day, i)],
          middleOf(day) - (arrow && day === turn ? 4 : 0),
          barBottom + 32,
          day === turn ? "bold middle" : "second middle",
        ),
      )}
      {lineAcross("hair", axis, width)}
      {textLines(nameLines, 0, axis + 24, "bold")}
      {below.map(({ step, x, text, place }) => (
        <Linked
          step={step}
          x={place.x}
          y={axis}
          width={text.width}
          height={laneTop + place.y + text.count * LINE - axis}
        >
          {[
            <Mark shape="circle" x={x} y={axis + 14} r={DOT} fill={fillOf(step.event.status)} />,
            ...text.draw(place.x, laneTop + place.y + 13),
          ]}
        </Linked>
      ))}
      {laterSteps}
      {arrow && arrowText && (
        <Linked
          step={arrow}
          x={arrowX - DOT}
          y={arrowY - 9}
          width={arrowText.width + 21}
          height={arrowText.count * LINE}
        >
          {[
            <path
              class="arrow-up"
              d={`M${roundPx(arrowX)} ${arrowY}V${axis + 8}H${roundPx(cut)}V${barBottom + 4}M${roundPx(cut - 5)} ${barBottom + 9}L${roundPx(cut)} ${barBottom + 3}L${roundPx(cut + 5)} ${barBottom + 9}`}
            />,
            <Mark shape="circle" x={arrowX} y={arrowY} r={DOT} fill={fillOf(arrow.event.status)} />,
            ...arrowText.draw(arrowX + 15, arrowY + 5),
          ]}
        </Linked>
      )}
    </>,
  );
}

/** Days from above to below, each as high as its words. */
function drawDown(strip: Strip, layout: Layout) {
  const { days, lanes, terms, side, turn, arrow, count, finding } = strip;
  const { width } = layout;
  const [bar, dayX, dotX] = [{ left: 136, right: 148 }, 168, 196];
  const [first, second] = [nth(lanes, 0), lanes[1]];
  const leftEnd = bar.left - 10;
  const rightX = dotX + 13;
  const heads = second ? breakText(second.name, width - dotX + DOT, "bold") : [];
  const firstHeads = breakText(first.name, leftEnd, "bold");
  const top = Math.max(heads.length, firstHeads.length) * LINE + 12;
  const cuts: number[] = [];
  const places = new Map<Step, number>();
  let y = top;
  let [countFrom, countTo] = [0, 0];
  let band = { y: 0, height: 0 };
  const parts = days.map((day) => {
    const start = y;
    const body: VNode[] = [];
    let [left, right] = [start + 4, start + 4];
    const term = terms.find(({ date }) => date === day);
    const steps = (second?.steps ?? []).filter(({ date }) => date === day);
    const drawRight = (step: Step) => {
      const text = linesOf(step, width - rightX);
      body.push(
        <Linked step={step} x={dotX - DOT} y={right} width={width - dotX} height={text.count * LINE}>
          {[
            step === arrow || day !== turn || !arrow ? (
              <Mark shape="circle" x={dotX} y={right + 9} r={DOT} fill={fillOf(step.event.status)} />
            ) : (
              <></>
            ),
            ...text.draw(rightX, right + 14),
          ]}
        </Linked>,
      );
      places.set(step, right + 9);
      right += text.count * LINE + 6;
    };
    for (const step of steps) if (step === arrow || !arrow || day !== turn) drawRight(step);
    if (day === turn) {
      const said = drawFinding(finding, leftEnd, left + 15, leftEnd, "end");
      body.push(...said.body);
      left = Math.max(left + said.lines * metricsOf("finding").step + 8, right + 2);
    }
    if (term) {
      cuts.push(term === terms[0] ? start : left + 1);
      const text = linesOf(term, leftEnd);
      body.push(
        <Linked step={term} x={0} y={left} width={leftEnd} height={text.count * LINE}>
          {text.draw(leftEnd, left + 16, ofSide(side, "own end"))}
        </Linked>,
      );
      right = Math.max(right, day === turn ? left - 8 : 0);
      left += text.count * LINE + 6;
    }
    if (arrow && day === turn) for (const step of steps) if (step !== arrow) drawRight(step);
    if (day === turn) countFrom = right + 2;
    for (const step of first.steps.filter(({ date }) => date === day)) {
      const text = linesOf(step, leftEnd - 14);
      if (step === count) countTo = left + 9;
      body.push(
        <Linked step={step} x={0} y={left} width={bar.left} height={text.count * LINE}>
          {[
            ...text.draw(leftEnd - 14, left + 14, "end"),
            <Mark shape="circle" x={bar.left - 13} y={left + 9} r={DOT} fill={fillOf(step.event.status)} />,
          ]}
        </Linked>,
      );
      left += text.count * LINE + 6;
    }
    y = Math.max(left, right, start + 25);
    if (day === turn) {
      y += 8;
      band = { y: start, height: y - start };
    }
    return (
      <>
        {textLines([nameOfDay(day, 1)], dayX, start + 18, day === turn ? "bold middle" : "second middle")}
        {body}
      </>
    );
  });
  const cut = nth(cuts, -1);
  countTo = Math.max(countTo, countFrom + 40);
  return drawingOf(
    layout,
    y + 2,
    <>
      <rect class="band" x={0} y={band.y} width={width} height={band.height} />
      {textLines(firstHeads, leftEnd, 15, "bold end")}
      {textLines([formatDays(nth(days, 0).slice(0, 7)).slice(0, 3)], dayX, 15, "second middle")}
      {textLines(heads, dotX - DOT, 15, "bold")}
      {lineAcross("hair", top - 5, width)}
      {cuts.map((from, i) => {
        const to = cuts[i + 1];
        const start = i === 0 ? from : from + 1.5;
        return (
          <Tile
            x={bar.left}
            y={start}
            width={bar.right - bar.left}
            height={(to === undefined ? y : to - 1.5) - start}
            fill="solid"
            side={side}
          />
        );
      })}
      {arrow && (
        <path
          class="arrow-up"
          d={`M${dotX} ${places.get(arrow)}V${cut}H${bar.right + 4}M${bar.right + 9} ${cut - 5}L${bar.right + 3} ${cut}L${bar.right + 9} ${cut + 5}`}
        />
      )}
      {parts}
      <path class="stem" d={`M${dotX - 15} ${countFrom}h6V${countTo}h-6`} />
      {textLines([countOf(strip)], rightX, (countFrom + countTo) / 2 + 12, "headline")}
    </>,
  );
}
