import { max, scaleLinear } from "d3";
import type { VNode } from "preact";
import { z } from "zod";
import { formatDate, formatShortDate } from "../i18n/dates.ts";
import { formatNumber } from "../i18n/numbers.ts";
import { id, line } from "../ledger/fields.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { answerOf, draftsInOrder, find, get } from "../ledger/lookup.ts";
import { itemAt, required } from "../required.ts";
import { routes } from "../routes.ts";
import { type Drawing, keyOf, type Layout, px, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import { ValueAxis } from "./lib/axis.tsx";
import { drawingOf, lineAcross, Mark } from "./lib/marks.tsx";
import { breakText, leadText, LINE, textLines, widest, widthOf } from "./lib/text.tsx";

const count = z.strictObject({
  row: id.describe("An event or a reason."),
  figure: id.describe("One of its figures."),
  label: line.max(40).describe("Who counts."),
  aside: z.boolean().default(false).describe("Whether it is not part of the band."),
});

const band = z.strictObject({ label: line.max(40), counts: z.array(count).min(1) });

const valueOptions = z.strictObject({
  clause: id,
  unit: line,
  bands: z
    .array(band)
    .default([])
    .describe("What the values are measured by: bands of counts; the first is the present."),
});

/** The number each draft gives for a clause, as steps over bands of reference values. */
export const clauseValues = withOptions(valueOptions, (ledger, { clause, unit, bands: given }): View => {
  const bands = given.map((band) => bandOf(ledger, band));
  const present = bands[0];
  const answers = draftsInOrder(ledger).flatMap((draft) => {
    const answer = answerOf(ledger, draft.id, clause);
    return answer ? [{ draft, answer, href: `${routes.draft(draft.id)}#${clause}` }] : [];
  });
  const valued = answers.flatMap(({ draft, answer: { value } }) =>
    value === undefined ? [] : [{ draft, value }],
  );
  if (valued.length === 0) throw new Error(`no answer to \`${clause}\` has a value`);
  const [first, last] = [itemAt(valued, 0), itemAt(valued, -1)];
  const below = (value: number) => {
    if (!present || value >= present.low) return "";
    const shares = [present.low, present.high].map((count) => Math.round((1 - value / count) * 100));
    return `${shares.join("–")}% below the counts`;
  };
  const rows = answers.map(({ draft, answer: { value, text, status, certainty }, href }): ValueRow => ({
    name: draft.short,
    detail: `, ${formatShortDate(draft.date)}`,
    words: text,
    remark: value !== undefined && [first.draft, last.draft].includes(draft) ? below(value) : "",
    range: value === undefined ? undefined : [value, value],
    sign: certainty === "published" ? "confirmed" : "reported",
    joined: "step",
    isUnlimited: value === undefined && status === "removed",
    label: `${draft.short}, ${formatDate(draft.date)}: ${text}`,
    href,
  }));
  return {
    key: keyOf({
      confirmed: "in a published text",
      reported: rows.some(({ range, sign }) => range && sign === "reported") && "reported or claimed",
      count: bands.length > 0 && "what others count",
    }),
    draw: (layout) => drawValueRows([...rows, ...bands.flatMap(({ rows }) => rows)], bands, layout),
    table: tableOf(
      { text: "Text", date: "Date", value: "Number", answer: "In words", known: "How it is known" },
      [
        ...answers.map(({ draft, answer, href }) => ({
          text: { text: draft.name, href },
          date: draft.date,
          value: answer.value,
          answer: answer.text,
          known: answer.certainty,
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
      firstText: first.draft.short,
      lastText: last.draft.short,
      from: formatDate(first.draft.date),
      to: formatDate(last.draft.date),
      answers: answers.length,
      silent: answers.length - valued.length,
      ...(present && {
        low: present.low,
        high: present.high,
        firstBelow: below(first.value),
        lastBelow: below(last.value),
      }),
      bands: bands
        .map(({ label, low, high }) => `${label}: ${formatNumber(low)} to ${formatNumber(high)}`)
        .join(". "),
    },
    sources: sourcesOf(
      ...answers.map(({ answer }) => answer),
      ...bands.flatMap(({ counts }) => counts.map(({ from }) => from)),
    ),
  };
});

function bandOf(ledger: Ledger, { label, counts: given }: z.infer<typeof band>) {
  const counts = given
    .map(({ row, figure: id, label: who, aside }) => {
      const event = find(ledger, "events", row);
      const from = event ?? get(ledger, "reasons", row);
      const figure = from.figures?.find((figure) => figure.id === id);
      const { value } = required(figure, `figure \`${id}\` in \`${row}\``);
      return { from, who, value, aside, href: event ? routes.event(row) : routes.reason(row) };
    })
    .sort((a, b) => b.value - a.value);
  const inside = counts.flatMap(({ aside, value }) => (aside ? [] : [value]));
  const rows = counts.map(({ from, who, value, href }, i): ValueRow => ({
    head: i === 0 ? label : undefined,
    name: "",
    detail: `${formatNumber(value)} ${who}`,
    words: "",
    range: [value, value],
    sign: "count",
    label: `${who}: ${formatNumber(value)}. ${from.statement}`,
    href,
  }));
  return { label, counts, rows, low: Math.min(...inside), high: Math.max(...inside) };
}

/** A value or a range with a name and words, or words alone. */
export interface ValueRow {
  /** Heading of a group that begins with this row. */
  head?: string | undefined;
  name: string;
  detail: string;
  words: string;
  remark?: string;
  range?: readonly [low: number, high: number] | undefined;
  sign: string;
  /** To the axis (dashed unless confirmed), or as a step to the row before. */
  joined?: "stem" | "step";
  /** Drawn as an arrow to the right: nothing limits the value. */
  isUnlimited?: boolean;
  label: string;
  href: string;
}

/** Rows of values on one scale from zero, labels at the left; in narrow layouts, above a mark in the way. */
export function drawValueRows(
  rows: readonly ValueRow[],
  bands: readonly { label: string; low: number; high: number }[],
  layout: Layout,
): Drawing {
  const { width, isNarrow } = layout;
  const names = rows.map(({ name, detail }) => widthOf(name, "bold") + widthOf(detail));
  const left = isNarrow ? 8 : Math.min(Math.max(...names) + 90, width * 0.42);
  const highest = max([...rows.map(({ range }) => range?.[1] ?? 0), ...bands.map(({ high }) => high)]) ?? 1;
  const scale = scaleLinear(
    [0, highest * 1.02],
    [left, width - Math.max(widthOf(formatNumber(highest)) / 2, 8)],
  );
  const top = bands.length > 0 ? LINE * 2 + 30 : 26;
  const parts: VNode[] = [];
  let path = "";
  let [y, lastStep] = [top, left];
  rows.forEach((row, i) => {
    const { head, name, detail, words, remark = "", range, sign, joined, isUnlimited, label, href } = row;
    if (head) {
      parts.push(...textLines([head], 0, y + 20, "bold accent halo"));
      y += LINE + 12;
    }
    const [low, high] = range ? [px(scale(range[0])), px(scale(range[1]))] : [lastStep, lastStep];
    // In narrow layouts words end before the line of steps.
    const free = joined === "stem" ? width : Math.max(low - 8, width / 2);
    const room = isNarrow ? Math.min(width * 0.72, free) : left - 14;
    const lead = leadText(name, detail, 0, y + 20, room);
    const wordsY = y + 20 + lead.lines * LINE;
    const lines = breakText(words, room);
    const remarks = breakText(remark, room);
    const all = [...breakText(name + detail, room), ...lines, ...remarks];
    const isBelow = range && isNarrow && (joined === "stem" || low - 8 < Math.min(widest(all, "bold"), room));
    const middle = px(isBelow ? y + 16 + all.length * LINE : y + 15);
    const height = all.length * LINE + (isBelow ? 24 : 12);
    if (joined === "step" && range) {
      path += path ? `V${px(middle - 9)}H${low}V${middle}` : `M${low} ${middle}`;
      lastStep = low;
    }
    const isLastOfGroup = rows[i + 1]?.head !== undefined || i === rows.length - 1;
    parts.push(
      <Mark label={label} href={href} y={y} width={width} height={height}>
        <g class="halo">
          {lead.body}
          {textLines(lines, 0, wordsY)}
          {textLines(remarks, 0, wordsY + lines.length * LINE, "accent")}
        </g>
        {joined === "stem" && range && (
          <path class={sign === "confirmed" ? "stem" : "dashed stem"} d={`M${left} ${middle}H${low}`} />
        )}
        {high > low && <path class="span" d={`M${low} ${middle}H${high}`} />}
        {range && <use href={`#${sign}`} x={low} y={middle} />}
        {high > low && <use href={`#${sign}`} x={high} y={middle} />}
        {isUnlimited && (
          <path
            class="rule-ink"
            d={`M${Math.max(lastStep + 8, (names[i] ?? 0) + 10)} ${middle}H${width - 4}m-6 -4l6 4l-6 4`}
          />
        )}
        {lineAcross(isLastOfGroup ? "rule" : "hair", y + height, width)}
      </Mark>,
    );
    y += height;
  });
  const bottom = y + 4;
  return drawingOf(
    layout,
    bottom,
    <>
      {bands.map((band) => {
        const [from, to] = [px(scale(band.low)), px(scale(band.high))];
        const range = `${formatNumber(band.low)} to ${formatNumber(band.high)}`;
        const half = widest([band.label, range], "bold") / 2;
        const middle = Math.min(Math.max((from + to) / 2, half), width - half);
        return (
          <>
            <rect class="band" x={from} y={top} width={to - from} height={bottom - top} />
            {textLines([band.label], middle, 15, "bold middle")}
            {textLines([range], middle, 15 + LINE, "middle")}
          </>
        );
      })}
      <ValueAxis scale={scale} top={top} bottom={bottom} ticks={isNarrow ? 4 : 5} />
      {path && <path class="series marked" d={path} />}
      {parts}
    </>,
  );
}
