import { type ScaleLinear, scaleLinear } from "d3";
import type { VNode } from "preact";
import { z } from "zod";
import { formatDate, formatDays, formatShortDate } from "../format/dates.ts";
import { countInWords, formatNumber } from "../format/numbers.ts";
import { id, line } from "../yaml/fields.ts";
import type { Ledger, Row } from "../ledger/ledger.ts";
import { answerOf, certaintyOf, draftsInOrder, findRow, getRow } from "../ledger/lookup.ts";
import { nth, expectDefined } from "../expect-defined.ts";
import { hrefs } from "../routes.ts";
import { type Layout, roundPx, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import { middleOf } from "./lib/axis.tsx";
import { drawingOf, LinkedMark, lineAcross } from "./lib/marks.tsx";
import {
  drawFinding,
  fillOf,
  headline,
  Mark,
  ofSide,
  placeBelow,
  pushApart,
  soleSide,
} from "./lib/signs.tsx";
import { breakText, leadText, LINE, textLines, widest, widthOf } from "./lib/text.tsx";

const count = z.strictObject({
  row: id.describe("An event or a reason."),
  figure: id.describe("One of its figures."),
  label: line.max(28).describe("Who counts."),
  short: line.max(15).optional().describe("The same on a phone."),
  side: id.optional().describe("The side that counts."),
  aside: z.boolean().default(false).describe("Whether it is not part of the band."),
});

const band = z.strictObject({ label: line.max(26), counts: z.array(count).min(1) });

const valueOptions = z.strictObject({
  clause: id,
  unit: line,
  measure: line
    .max(45)
    .optional()
    .describe("What a value means: `{share}` is what it makes of every 100 of the counts of the first band."),
  bands: z
    .array(band)
    .default([])
    .describe("What the values are measured by: bands of counts; the first is the present."),
});

/** The number that each draft gives for a clause: a line of steps over time, beside what others count. */
export const clauseValues = withOptions(
  valueOptions,
  (ledger, { clause, unit, measure, bands: given }): View => {
    const bands = given.map((band) => makeBand(ledger, band));
    const present = bands[0]?.counts.map(({ value }) => value);
    const shareOf = (value: number) => {
      if (!present) return "";
      const shares = [Math.max(...present), Math.min(...present)].map((most) =>
        Math.round((100 * value) / most),
      );
      return [...new Set(shares)].join(" to ");
    };
    const texts = draftsInOrder(ledger).flatMap((draft): Text[] => {
      const answer = answerOf(ledger, draft.id, clause);
      if (!answer) return [];
      const { value, says } = answer;
      const href = `${hrefs.draft(draft.id)}#clause_${clause}`;
      const label = `${draft.short}, ${formatDate(draft.date)}: ${says}`;
      const isUnlimited = value === undefined && answer.open !== true && answer.absent !== true;
      const certainty = certaintyOf(ledger, answer);
      return [{ draft, answer, certainty, value, isUnlimited, href, label, side: soleSide(draft.by) }];
    });
    const steps: Step[] = [];
    for (const text of texts) {
      if (text.value === undefined) continue;
      const last = steps.at(-1);
      if (last?.value === text.value) last.texts.push(text);
      else {
        const share = shareOf(text.value);
        const means = share && measure ? measure.replace("{share}", share) : "";
        steps.push({ value: text.value, texts: [text], share, means });
      }
    }
    if (steps.length === 0) throw new Error(`no answer to \`${clause}\` has a value`);
    const [first, last] = [nth(steps, 0), nth(steps, -1)];
    const [firstText, lastText] = [nth(first.texts, 0), nth(last.texts, -1)];
    const unlimited = texts.filter(({ isUnlimited }) => isUnlimited);
    const days = (middleOf(nth(last.texts, 0).draft.date) - middleOf(firstText.draft.date)) / 86_400_000;
    return {
      draw: (layout, finding = "") => draw({ steps, unlimited, bands, unit, finding }, layout),
      table: tableOf(
        { text: "Text", date: "Date", value: "Number", answer: "In words", known: "How it is known" },
        [
          ...texts.map(({ draft, answer, certainty, href }) => ({
            text: { text: draft.name, href },
            date: draft.date,
            value: answer.value,
            answer: answer.says,
            known: certainty,
          })),
          ...bands.flatMap(({ label, counts }) =>
            counts.map(({ who: text, value, href }) => ({
              text: { text, href },
              date: null,
              value,
              answer: label,
              known: "counted",
            })),
          ),
        ],
        unit,
      ),
      values: {
        first: first.value,
        last: last.value,
        firstText: firstText.draft.short,
        lastText: lastText.draft.short,
        from: formatDate(firstText.draft.date),
        to: formatDate(lastText.draft.date),
        answers: texts.length,
        silent: texts.filter(({ value }) => value === undefined).length,
        steps: steps.length,
        days: Math.round(days),
        lastTexts: last.texts.length,
        ...(present && {
          low: Math.min(...present),
          high: Math.max(...present),
          firstShare: first.share,
          lastShare: last.share,
        }),
        bands: bands
          .map(({ label, low, high }) => `${label}: ${formatNumber(low)} to ${formatNumber(high)}`)
          .join(". "),
      },
      sources: sourcesOf(
        ...texts.map(({ answer }) => answer),
        ...bands.flatMap(({ counts }) => counts.map(({ from }) => from)),
      ),
    };
  },
);

interface Text {
  draft: Row<"drafts">;
  answer: Row<"answers">;
  certainty: string;
  value: number | undefined;
  isUnlimited: boolean;
  side: string | undefined;
  label: string;
  href: string;
}

/** Texts after one another that give one number. */
interface Step {
  value: number;
  texts: Text[];
  share: string;
  means: string;
}

function makeBand(ledger: Ledger, { label, counts: given }: z.infer<typeof band>) {
  const counts = given
    .map(({ row, figure: id, label: who, short = who, aside, side }) => {
      const event = findRow(ledger, "events", row);
      const from = event ?? getRow(ledger, "reasons", row);
      const figure = from.figures.find((figure) => figure.id === id);
      const { value, certainty = from.status } = expectDefined(figure, `figure \`${id}\` in \`${row}\``);
      const href = event ? hrefs.event(row) : hrefs.reason(row);
      return { from, who, short, value, fill: fillOf(certainty), side, aside, href };
    })
    .sort((a, b) => b.value - a.value);
  const inside = counts.flatMap(({ aside, value }) => (aside ? [] : [value]));
  return { label, counts, low: Math.min(...inside), high: Math.max(...inside) };
}

interface Scene {
  steps: Step[];
  unlimited: Text[];
  bands: ReturnType<typeof makeBand>[];
  unit: string;
  finding: string;
}

function draw({ steps, unlimited, bands, unit, finding }: Scene, layout: Layout) {
  const { width, isNarrow } = layout;
  const counts = bands.flatMap(({ counts }) => counts).sort((a, b) => b.value - a.value);
  const hasHollow = [...counts, ...steps.flatMap(({ texts }) => texts)].some(
    (row) => ("fill" in row ? row.fill : fillOf(row.certainty)) === "hollow",
  );
  const numberOf = (value: number) => formatNumber(isNarrow && value >= 10_000 ? value / 1000 : value);
  const inThousands = isNarrow && counts.some(({ value }) => value >= 10_000);
  const whoOf = ({ who, short }: (typeof counts)[number]) => ` ${isNarrow ? short : who}`;
  const countsWidth = Math.max(
    0,
    ...counts.map((count) => widthOf(numberOf(count.value), "bold") + widthOf(whoOf(count))),
  );
  const countsX = width - countsWidth;
  const right = counts.length > 0 ? countsX - 26 : width - 6;
  const highest = Math.max(...steps.map(({ value }) => value), ...counts.map(({ value }) => value));
  const longest = steps.reduce((a, b) => (b.texts.length > a.texts.length ? b : a));
  const findingLines = breakText(finding, right - 24, "finding").length;
  // The finding is above the longest step, and what has no limit above all.
  const top =
    unlimited.length * LINE +
    (longest.value === highest ? findingLines * 21 + 22 : unlimited.length > 0 ? 22 : 10);
  const arrowTail = unlimited.length * LINE + 12;
  const bottom = isNarrow ? 430 : 405;
  const y = scaleLinear([0, highest], [bottom, top]);
  const texts = steps.flatMap(({ texts }) => texts);
  const isOneYear = new Set(texts.map(({ draft }) => draft.date.slice(0, 4))).size === 1;
  const dayOf = ({ draft }: Text) => (isOneYear ? formatDays : formatShortDate)(draft.date);
  const x = dayScale([...texts, ...unlimited], [isNarrow ? 9 : 14, right - 4]);
  const xs = new Map(
    pushApart(texts.map(x), isNarrow ? 13 : 16, [9, right]).map((at, i) => [nth(texts, i), at]),
  );
  const xOf = (text: Text) => expectDefined(xs.get(text), text.draft.id);

  // The line keeps its number until the day of the first text that gives another.
  const [firstStep, lastStep] = [nth(steps, 0), nth(steps, -1)];
  let path = `M${roundPx(xOf(nth(firstStep.texts, 0)))} ${roundPx(y(firstStep.value))}`;
  const risers = steps.slice(1).map(({ value, texts }, i) => {
    const at = xOf(nth(texts, 0));
    const [from, to] = [y(nth(steps, i).value), y(value)];
    path += `H${roundPx(at)}V${roundPx(to)}`;
    return { left: at - 4, right: at + 4, top: Math.min(from, to), bottom: Math.max(from, to) };
  });
  path += `H${roundPx(xOf(nth(lastStep.texts, -1)))}`;

  const findingX = xOf(nth(longest.texts, 0)) - 6;
  const lines = breakText(finding, right - findingX, "finding").length;
  const said = drawFinding(finding, findingX, y(longest.value) - 13 - (lines - 1) * 21, right - findingX);
  const names = steps.flatMap((step) =>
    step.texts.length > 1
      ? drawNames(
          step,
          xOf,
          y(step.value),
          right + (counts.length > 0 ? 22 : 6),
          risers,
          isNarrow ? undefined : dayOf,
        )
      : [],
  );

  const lowest = Math.max(...steps.map(({ value, texts }) => y(value) + (texts.length > 1 ? 48 : 0)));
  const headlineY = lowest + (isNarrow ? 36 : 45);
  return drawingOf(
    layout,
    bottom + (isNarrow ? 62 : 26),
    <>
      {bands.map(({ label, low, high }) => {
        const [from, to] = [roundPx(y(high)), roundPx(y(low))];
        return (
          <>
            <rect class="band" x={0} y={from} width={right} height={to - from} />
            {textLines([label], 8, to - from > 30 ? from + 20 : to + 18, "bold")}
          </>
        );
      })}
      {drawCounts(counts, y, countsX, numberOf, whoOf)}
      <path class="line" d={path} />
      {said.body}
      {texts.map((text) => (
        <LinkedMark
          label={text.label}
          href={text.href}
          x={xOf(text) - 8}
          y={y(text.value ?? 0) - 12}
          width={16}
          height={24}
        >
          <Mark
            shape="circle"
            x={xOf(text)}
            y={y(text.value ?? 0)}
            r={isNarrow ? 6 : 7}
            fill={fillOf(text.certainty)}
            side={text.side}
          />
        </LinkedMark>
      ))}
      {names}
      {unlimited.map((text, i) => {
        const at = x(text);
        const says = ` ${text.answer.says.charAt(0).toLowerCase()}${text.answer.says.slice(1)}`;
        const room = width - at - 14;
        const lead = `${text.draft.short}:`;
        return (
          <LinkedMark label={text.label} href={text.href} x={at - 8} y={i * LINE} width={room} height={24}>
            <path
              class={ofSide(text.side, "arrow-up")}
              d={`M${roundPx(at)} ${arrowTail}V3M${roundPx(at - 5)} 9L${roundPx(at)} 3L${roundPx(at + 5)} 9`}
            />
            {leadText(lead, says, at + 13, 14 + i * LINE, room).body}
          </LinkedMark>
        );
      })}
      {steps.length < 4 &&
        steps.map((step, i) => {
          const { texts, value, means } = step;
          const [from, to] = [nth(texts, 0), nth(texts, -1)];
          const column = isNarrow ? (i * width) / steps.length : i === 0 ? 8 : (i * 500) / steps.length;
          const room = (isNarrow ? width : 560) / steps.length - 12;
          const said =
            texts.length > 1
              ? `${countInWords(texts.length)} texts, to ${dayOf(to)}`
              : `${from.draft.short}, ${dayOf(from)}`;
          const side = texts.length > 1 ? undefined : from.side;
          const words = [...(means ? [] : [unit]), ...breakText(said, room, "bold")];
          return [
            ...headline(formatNumber(value), words, column, headlineY, side),
            ...textLines(breakText(means, room), column, headlineY + 20 + words.length * LINE, "second"),
          ];
        })}
      {lineAcross("rule-ink", bottom, width)}
      {textLines([`0 ${unit}`], 0, bottom + 19, "second")}
      {inThousands && textLines(["counts in thousands"], width, bottom + 19, "second end")}
      {hasHollow &&
        textLines(
          [KEY],
          isNarrow ? 0 : width,
          bottom + (isNarrow ? 38 : 19),
          isNarrow ? "second" : "second end",
        )}
    </>,
  );
}

const KEY = "Filled: published. Hollow: reported or claimed.";

/** Names and days of the texts of a step, below its line; texts of one day share a label. */
function drawNames(
  { texts }: Step,
  xOf: (text: Text) => number,
  lineY: number,
  right: number,
  risers: readonly { left: number; right: number; top: number; bottom: number }[],
  dayOf?: (text: Text) => string,
): VNode[] {
  const days = [...Map.groupBy(texts, ({ draft }) => draft.date).values()].map((texts) => {
    const notes = dayOf ? [dayOf(nth(texts, 0))] : [];
    return { texts, notes, names: texts.map(({ draft }) => draft.short) };
  });
  const labels = days.map(({ texts, names, notes }) => ({
    x: xOf(nth(texts, 0)),
    width: Math.max(widest(names, "bold"), widest(notes)),
    lines: names.length + notes.length,
  }));
  const places = placeBelow(labels, { left: 0, right, y: lineY + 9, step: LINE }, risers);
  return days.flatMap(({ texts, names, notes }, i) => {
    const { x, y, isLower } = nth(places, i);
    const { x: markX, width } = nth(labels, i);
    return [
      isLower ? (
        <path class="lead" d={`M${roundPx(markX)} ${roundPx(lineY + 9)}V${roundPx(y + 1)}`} />
      ) : (
        <></>
      ),
      ...names.map((name, j) => {
        const { side, label, href } = nth(texts, j);
        return (
          <LinkedMark label={label} href={href} x={x} y={y + j * LINE} width={width} height={LINE}>
            {textLines([name], x, y + 14 + j * LINE, `bold ${ofSide(side, "own")}`)}
          </LinkedMark>
        );
      }),
      ...textLines(notes, x, y + 14 + names.length * LINE, "second"),
    ];
  });
}

type Counts = ReturnType<typeof makeBand>["counts"];

/** What others count, at its height, with labels pushed apart. */
function drawCounts(
  counts: Counts,
  y: ScaleLinear<number, number>,
  x: number,
  numberOf: (value: number) => string,
  whoOf: (count: Counts[number]) => string,
): VNode[] {
  const places = pushApart(
    counts.map(({ value }) => y(value)),
    LINE,
  );
  const markX = x - 15;
  return counts.map((count, i) => {
    const { value, fill, side, from, who, href } = count;
    const [at, wanted] = [nth(places, i), y(value)];
    const label = `${who}: ${formatNumber(value)}. ${from.statement}`;
    return (
      <LinkedMark label={label} href={href} x={x - 4} y={at - 9} width={numberWidth(count)} height={LINE}>
        {Math.abs(at - wanted) > 2 && (
          <path
            class="lead"
            d={`M${roundPx(markX + 8)} ${roundPx(wanted)}L${roundPx(x - 4)} ${roundPx(at)}`}
          />
        )}
        <g class={side === undefined ? "grey" : undefined}>
          <Mark shape="diamond" x={markX} y={wanted} r={6} fill={fill} side={side} />
        </g>
        <text class={ofSide(side, "own")} x={x} y={at + 5}>
          <tspan class="bold">{numberOf(value)}</tspan>
          <tspan class={side ? "" : "second"}>{whoOf(count)}</tspan>
        </text>
      </LinkedMark>
    );
  });
  function numberWidth(count: Counts[number]) {
    return widthOf(numberOf(count.value) + whoOf(count), "bold");
  }
}

function dayScale(texts: readonly Text[], range: [number, number]): (text: Text) => number {
  const days = texts.map(({ draft }) => middleOf(draft.date));
  const scale = scaleLinear([Math.min(...days), Math.max(...days)], range);
  return ({ draft }) => scale(middleOf(draft.date));
}
