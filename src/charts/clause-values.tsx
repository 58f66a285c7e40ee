import { scaleLinear } from "d3";
import type { VNode } from "preact";
import { z } from "zod";
import { formatDate, formatShortDate } from "../i18n/dates.ts";
import { formatNumber } from "../i18n/numbers.ts";
import { answerOf, draftsInOrder } from "../ledger/drafts.ts";
import { id, line } from "../ledger/fields.ts";
import type { Draft, Ledger, Answer } from "../ledger/ledger.ts";
import { find, get } from "../ledger/lookup.ts";
import { itemAt, required } from "../required.ts";
import { routes } from "../site.ts";
import { ValueAxis } from "./lib/axis.tsx";
import { keyOf, type Layout, px } from "./lib/drawing.ts";
import { drawingOf, lineAcross, Mark } from "./lib/marks.tsx";
import { breakText, LINE, textLines, widest, widthOf } from "./lib/text.tsx";
import { sourcesOf, tableOf, type View, withOptions } from "./view.ts";

/** A figure of an event or a reason, with who counts. */
const count = z.strictObject({ row: id, figure: id, label: line.max(40), aside: z.boolean().default(false) });

const valueOptions = z.strictObject({
  clause: id,
  unit: line,
  /** What the values are measured by: counts that make a band, but for those `aside` of it; the first is the present. */
  bands: z.array(z.strictObject({ label: line.max(40), counts: z.array(count).min(1) })).default([]),
});

type ValueOptions = z.infer<typeof valueOptions>;

interface ValueRow {
  draft: Draft;
  answer: Answer;
  href: string;
  /** “20 to 30% below the counts”; empty for texts in between. */
  below: string;
}

interface Band {
  label: string;
  low: number;
  high: number;
  counts: { label: string; value: number; aside: boolean; href: string | undefined; says: string }[];
  sources: readonly { sources: readonly string[] }[];
}

/** The number that each draft gives in answer to a clause, as steps over what others count. */
export const clauseValues = withOptions(valueOptions, (ledger, options): View => {
  const bands = options.bands.map((band) => bandOf(ledger, band));
  const present = bands[0];
  const answered = draftsInOrder(ledger).flatMap((draft) => {
    const answer = answerOf(ledger, draft.id, options.clause);
    return answer ? [{ draft, answer, href: `${routes.draft(draft.id)}#${options.clause}`, below: "" }] : [];
  });
  const valued = answered.flatMap(({ draft, answer: { value } }) =>
    value === undefined ? [] : [{ draft, value }],
  );
  const [first, last] = [valued[0], valued.at(-1)];
  if (!first || !last) throw new Error(`no answer to \`${options.clause}\` has a value`);
  const below = (value: number) => {
    if (!present || value >= present.low) return "";
    const [least, most] = [present.low, present.high].map((count) => Math.round((1 - value / count) * 100));
    return `${least} to ${most}% below the counts`;
  };
  const rows: ValueRow[] = answered.map((row) => ({
    ...row,
    below: row.draft === first.draft || row.draft === last.draft ? below(row.answer.value ?? 0) : "",
  }));
  const counts = bands.flatMap((band) => band.counts.map((count) => ({ ...count, band: band.label })));
  return {
    key: keyOf(
      { glyph: "confirmed", label: "in a published text" },
      rows.some(({ answer }) => answer.value !== undefined && answer.certainty !== "published") && {
        glyph: "reported",
        label: "reported or claimed",
      },
      bands.length > 0 && { glyph: "count", label: "what others count" },
    ),
    draw: (layout) => draw(rows, bands, layout),
    table: tableOf(
      {
        text: "Text",
        date: "Date",
        value: ["Number", options.unit],
        answer: "In words",
        known: "How it is known",
      },
      [
        ...rows.map(({ draft, answer, href }) => [
          { text: draft.name, href },
          draft.date,
          answer.value,
          answer.text,
          answer.certainty,
        ]),
        ...counts.map(({ label, value, href, band }) => [
          href ? { text: label, href } : label,
          null,
          value,
          band,
          "counted",
        ]),
      ],
      (cells) => cells,
    ),
    description:
      `The ${first.draft.short} of ${formatDate(first.draft.date)} names ${formatNumber(first.value)}; the latest text with a number, ` +
      `${last.draft.short} of ${formatDate(last.draft.date)}, names ${formatNumber(last.value)}. ` +
      `${rows.length - valued.length} of ${rows.length} answers give no number.` +
      bands
        .map(({ label, low, high }) => ` ${label}: ${formatNumber(low)} to ${formatNumber(high)}.`)
        .join("") +
      (present && below(last.value)
        ? ` The first is ${below(first.value)}, the last ${below(last.value).replace(" below the counts", "")}.`
        : ""),
    values: {
      first: formatNumber(first.value),
      last: formatNumber(last.value),
      low: formatNumber(present?.low ?? 0),
      high: formatNumber(present?.high ?? 0),
    },
    numbers: { first: first.value, last: last.value, low: present?.low ?? 0, high: present?.high ?? 0 },
    sources: sourcesOf(...rows.map(({ answer }) => answer), ...bands.flatMap(({ sources }) => sources)),
  };
});

function bandOf(ledger: Ledger, { label, counts }: ValueOptions["bands"][number]): Band {
  const found = counts.map(({ row, figure, label, aside }) => {
    const event = find(ledger, "events", row);
    const from = event ?? get(ledger, "reasons", row);
    const { value } = required(
      from.figures?.find(({ id }) => id === figure),
      `figure \`${figure}\` in \`${row}\``,
    );
    const says = `${label}: ${formatNumber(value)}. ${from.statement}`;
    return { from, label, value, aside, says, href: event ? routes.event(row) : routes.reason(row) };
  });
  const inside = found.filter(({ aside }) => !aside).map(({ value }) => value);
  return {
    label,
    low: Math.min(...inside),
    high: Math.max(...inside),
    counts: found.sort((a, b) => b.value - a.value),
    sources: found.map(({ from }) => from),
  };
}

const AXIS = 28;

/** One row per text, in date order; a step line joins their numbers, over the bands of counts. */
function draw(rows: readonly ValueRow[], bands: readonly Band[], layout: Layout) {
  const { width } = layout;
  const narrow = layout.name === "narrow";
  const names = rows.map(
    ({ draft }) => widthOf(draft.short, "bold") + widthOf(`, ${formatShortDate(draft.date)}`),
  );
  const left = narrow ? 4 : Math.min(Math.ceil(Math.max(...names)) + 90, width * 0.42);
  const highest = Math.max(...bands.map(({ high }) => high), ...rows.map(({ answer }) => answer.value ?? 0));
  const scale = scaleLinear([0, highest * 1.02], [left, width - widthOf(formatNumber(highest)) / 2]);
  const room = narrow ? scale(highest * 0.72) : left - 14;
  const top = bands.length > 0 ? LINE * 2 + 16 : 20;
  const marks: VNode[] = [];
  const steps: { x: number; y: number }[] = [];
  let y = top + 6;
  for (const row of rows) {
    const { draft, answer, href, below } = row;
    const words = [...breakText(shortened(answer), room), ...(below ? breakText(below, room) : [])];
    const height = LINE * (1 + words.length) + 16;
    const middle = px(y + 18);
    const value = answer.value === undefined ? undefined : px(scale(answer.value));
    if (value !== undefined) steps.push({ x: value, y: middle });
    const says = `${draft.short}, ${formatDate(draft.date)}: ${answer.text}`;
    marks.push(
      <Mark of={{ id: draft.id, says, href }} y={y} width={width} height={height}>
        <text x={0} y={px(y + 20)}>
          <tspan class="bold">{draft.short}</tspan>
          <tspan class="second">, {formatShortDate(draft.date)}</tspan>
        </text>
        {words.map((words, i) =>
          textLines(
            [words],
            0,
            y + 20 + LINE * (i + 1),
            below && below.includes(words) ? "accent" : undefined,
          ),
        )}
        {value !== undefined && (
          <use
            href={`#${answer.certainty === "published" ? "confirmed" : "reported"}`}
            x={value}
            y={middle}
          />
        )}
        {value === undefined && answer.status === "removed" && steps.length > 0 && (
          <path class="rule-ink" d={`M${itemAt(steps, -1).x + 8} ${middle}H${width - 4}m-6 -4l6 4l-6 4`} />
        )}
        {lineAcross("hair", y + height, width)}
      </Mark>,
    );
    y += height;
  }
  const end = y;
  const counted: VNode[] = [];
  for (const { label, counts } of bands) {
    counted.push(...textLines(breakText(label, width, "bold"), 0, y + 26, "bold"));
    y += 36;
    for (const { label, value, says, href } of counts) {
      const name = `${formatNumber(value)} ${label}`;
      const lines = breakText(name, narrow ? width * 0.72 : left - 14);
      // Words that the symbol would cover go to its right.
      const x = scale(value) - 12 < widest(lines) ? scale(value) + 14 : 0;
      const height = lines.length * LINE + 6;
      counted.push(
        <Mark of={{ id: `${label}-${value}`, says, href }} y={y} width={width} height={height}>
          {textLines(lines, x, y + 14, "second")}
          <use href="#count" x={px(scale(value))} y={px(y + 9)} />
        </Mark>,
      );
      y += height;
    }
    y += 4;
  }
  const bottom = y + 4;
  const path = steps.map(({ x, y }, i) => (i === 0 ? `M${x} ${y}` : `V${px(y - 9)}H${x}V${y}`)).join("");
  return drawingOf(
    layout,
    Math.ceil(bottom + AXIS),
    <>
      {bands.map(({ label, low, high }) => {
        const [from, to] = [px(scale(low)), px(scale(high))];
        const lines = [label, `${formatNumber(low)} to ${formatNumber(high)}`];
        const half = widest(lines, "bold") / 2;
        const middle = Math.min(Math.max((from + to) / 2, half), width - half);
        return (
          <>
            <rect class="band" x={from} y={top} width={px(to - from)} height={px(bottom - top)} />
            {textLines(lines.slice(0, 1), middle, 15, "bold middle")}
            {textLines(lines.slice(1), middle, 15 + LINE, "middle")}
          </>
        );
      })}
      <ValueAxis scale={scale} top={top} bottom={bottom} ticks={narrow ? 4 : 5} foot />
      {path && <path class="series marked" d={`${path}V${px(end)}`} />}
      {marks}
      {counted}
    </>,
  );
}

/** An answer without the words before its number: "800,000, in peacetime". */
function shortened({ text, value }: Answer): string {
  const at = value === undefined ? 0 : text.indexOf(formatNumber(value));
  return text.slice(Math.max(at, 0));
}
