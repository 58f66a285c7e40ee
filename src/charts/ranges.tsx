import { max, scaleLinear } from "d3";
import type { VNode } from "preact";
import { z } from "zod";
import { formatShortDate } from "../i18n/dates.ts";
import { countInWords } from "../i18n/numbers.ts";
import { id, line } from "../ledger/fields.ts";
import type { Event } from "../ledger/ledger.ts";
import { figureCertainty, get, getFigure } from "../ledger/lookup.ts";
import { required } from "../required.ts";
import { routes } from "../site.ts";
import { eventOrSource } from "../views/links.ts";
import { deliveryCertainty, lessSure } from "./deliveries.tsx";
import { ValueAxis } from "./lib/axis.tsx";
import { type Layout, px, type Row } from "./lib/drawing.ts";
import { type Certainty, drawingOf, lineAcross, Mark } from "./lib/marks.tsx";
import { breakText, LINE, rowName, textLines, widest, widthOf } from "./lib/text.tsx";
import { sourcesOf, tableOf, type View, withOptions } from "./view.ts";

const rangeOptions = z.strictObject({
  /** Stages in their order, never added up. */
  groups: z.array(z.strictObject({ id, label: line.max(40) })).min(1),
  /** The category of deliveries that is drawn, and the groups of those that are intended and of all others. */
  category: line,
  intended: id,
  promised: id,
  /** Rows from the figures of an event; `{low}` and `{high}` are filled in. */
  rows: z.array(
    z.strictObject({
      group: id,
      label: line.max(40),
      event: id,
      low: id,
      high: id.optional(),
      text: line.max(80),
      also: z.array(id).default([]),
    }),
  ),
  /** Numbers that the title names: by name, the id of a delivery with a quantity. */
  quantities: z.record(z.string(), id).default({}),
});

/** What each certainty means in the key, the surest first. */
const CERTAINTIES: Readonly<Record<Certainty, string>> = {
  confirmed: "number on record",
  reported: "number reported, not confirmed by a ministry",
  alleged: "alleged",
  disputed: "accounts differ",
};

/** One row: a value, a range of values, or words where there is no number. */
interface RangeRow extends Row {
  group: string;
  label: string;
  date: string;
  range: readonly [low: number, high: number] | null;
  /** Label of the mark, or shown instead of it. */
  text: string;
  certainty: Certainty;
  sources: string[];
  href: string;
}

/** Values and ranges of one unit in stages that must not be added up: intended, promised, delivered. */
export const ranges = withOptions(rangeOptions, (ledger, options): View => {
  const told = ({ id, date, statement, note = "" }: Event) => ({
    id,
    date,
    says: `${statement} ${note}`.trim(),
    href: routes.event(id),
  });
  const fromEvents = options.rows.map(
    ({ group, label, event: eventId, low, high = low, text, also }): RangeRow => {
      const event = get(ledger, "events", eventId);
      const figure = getFigure(event, low);
      const range = [figure.value, getFigure(event, high).value] as const;
      return {
        ...told(event),
        group,
        label,
        range,
        text: text.replace("{low}", String(range[0])).replace("{high}", String(range[1])),
        certainty: lessSure(event.status, figureCertainty(event, figure)),
        sources: sourcesOf(event, ...also.map((id) => get(ledger, "events", id))),
      };
    },
  );
  const fromDeliveries = ledger.deliveries
    .filter(({ category }) => category === options.category)
    .map((row): RangeRow => {
      const { id, item, short, status, announced = "", quantity, quantity_note, note, sources } = row;
      const intended = status === "intent";
      return {
        id,
        group: intended ? options.intended : options.promised,
        label: short ?? item,
        date: announced,
        range: quantity === undefined ? null : [quantity, quantity],
        text:
          quantity === undefined
            ? "number not given"
            : intended
              ? `about ${quantity}; no contract found`
              : String(quantity),
        says: [quantity_note, note].filter(Boolean).join(" "),
        certainty: deliveryCertainty(ledger, row),
        href: eventOrSource(ledger, row),
        sources,
      };
    });
  const order = (row: RangeRow) => options.groups.findIndex(({ id }) => id === row.group);
  const rows = [...fromEvents, ...fromDeliveries].sort(
    (a, b) => order(a) - order(b) || (b.range?.[1] ?? 0) - (a.range?.[1] ?? 0),
  );
  const quantities = Object.entries(options.quantities).map(([name, id]): [string, number] => [
    name,
    required(get(ledger, "deliveries", id).quantity, `quantity of \`${id}\``),
  ]);
  const figures = fromEvents.flatMap(({ group, range }): [string, number][] =>
    range
      ? [
          [`${group}_low`, range[0]],
          [`${group}_high`, range[1]],
        ]
      : [],
  );
  const numbers = Object.fromEntries([...quantities, ...figures]);
  return {
    key: Object.entries(CERTAINTIES)
      .filter(([glyph]) => rows.some(({ range, certainty }) => range && certainty === glyph))
      .map(([glyph, label]) => ({ glyph, label })),
    draw: (layout) => draw(options.groups, rows, layout),
    table: tableOf(
      {
        what: "What",
        stage: "Stage",
        date: "Date",
        low: "Lowest number",
        high: "Highest number",
        certainty: "How it is known",
        note: "What is said",
      },
      rows,
      (row) => [
        { text: row.label, href: row.href },
        options.groups[order(row)]?.label,
        row.date,
        row.range?.[0],
        row.range?.[1],
        row.certainty,
        row.says,
      ],
    ),
    description: options.groups
      .map(({ id, label }) => {
        const own = rows.filter(({ group }) => group === id).map((row) => `${row.label} ${row.text}`);
        return `${label}: ${own.join("; ") || "none found"}.`;
      })
      .join(" "),
    values: Object.fromEntries(
      Object.entries(numbers).flatMap(([name, value]) => [
        [name, String(value)],
        [`${name}_word`, countInWords(value)],
      ]),
    ),
    numbers,
    sources: sourcesOf(...rows),
  };
});

const GAP = 12;

/** Values and ranges on one scale from zero, in groups under headings of their own. Positions are proportional to values. */
function draw(groups: readonly { id: string; label: string }[], rows: readonly RangeRow[], layout: Layout) {
  const narrow = layout.name === "narrow";
  const { width } = layout;
  const detailOf = ({ date }: RangeRow) => (date ? formatShortDate(date) : "");
  const names = rows.map((row) => Math.max(widthOf(row.label, "bold"), widthOf(detailOf(row))));
  const left = narrow ? 8 : Math.ceil(Math.min(width * 0.4, Math.max(60, ...names))) + 20;
  const largest = max(rows, ({ range }) => range?.[1] ?? 0) || 1;
  // Room at the right for the longest label at a mark: the largest value is labelled inside.
  const labels = rows.map(({ range, text }) => (range ? widthOf(text) * (range[1] / largest) + GAP : 0));
  const right = width - Math.min(width * 0.4, Math.max(30, ...labels));
  const scale = scaleLinear([0, largest], [left, right]);
  const top = 26;
  const marks: VNode[] = [];
  let y = top;
  for (const { id, label } of groups) {
    const heads = breakText(label, width - 10, "bold");
    const height = heads.length * LINE + 15;
    // Paper behind the words, so that the lines of the scale do not cross them.
    marks.push(
      <rect class="paper" x={0} y={y + 1} width={widest(heads, "bold") + 10} height={height - 4} />,
      lineAcross("rule", y, width),
      ...textLines(heads, 0, y + 21, "bold accent"),
    );
    y += height;
    const members = rows.filter(({ group }) => group === id);
    if (members.length === 0) {
      marks.push(...textLines(["none found"], 0, y + 14, "second"));
      y += 30;
    }
    members.forEach((row, i) => {
      const detail = detailOf(row);
      const [low, high] = row.range ? [px(scale(row.range[0])), px(scale(row.range[1]))] : [left, left];
      const textX = row.range ? high + GAP : narrow ? 0 : left + 8;
      const lines = breakText(row.text, Math.max(width - textX, 60));
      const { name, lines: nameLines } = rowName(
        { label: row.label, detail },
        y + 17,
        narrow ? width : left - 14,
        narrow,
      );
      const markY = y + (narrow ? 17 + nameLines * LINE : 20);
      const textHeight = (lines.length - 1) * LINE;
      const height = narrow ? markY - y + 18 + textHeight : Math.max(44 + textHeight, nameLines * LINE + 10);
      marks.push(
        <Mark
          of={row}
          y={y}
          width={width}
          height={height}
          label={`${row.label}, ${label.toLowerCase()}, ${detail}: ${row.says}`}
        >
          {i > 0 && lineAcross("hair", y, width)}
          {name}
          {row.range && (
            <>
              <path
                class={row.certainty === "confirmed" ? "stem" : "stem dashed"}
                d={`M${left} ${markY}H${low}`}
              />
              {high > low && <path class="span" d={`M${low} ${markY}H${high}`} />}
              <use href={`#${row.certainty}`} x={low} y={markY} />
              {high > low && <use href={`#${row.certainty}`} x={high} y={markY} />}
            </>
          )}
          {textLines(lines, textX, markY + 5, row.range ? undefined : "second")}
        </Mark>,
      );
      y += height;
    });
    y += 6;
  }
  return drawingOf(
    layout,
    y + 1,
    <>
      <ValueAxis scale={scale} top={top} bottom={y} ticks={narrow ? 3 : 5} />
      {marks}
      {lineAcross("rule", y, width)}
    </>,
  );
}
