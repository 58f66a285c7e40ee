import { minIndex } from "d3";
import { z } from "zod";
import { formatShortDate } from "../format/dates.ts";
import { capitalize, countInWords, listOf } from "../format/numbers.ts";
import { id, line } from "../yaml/fields.ts";
import { getRow, getFigure } from "../ledger/lookup.ts";
import { collections } from "../ledger/ledger.ts";
import { nth } from "../expect-defined.ts";
import { hrefs } from "../routes.ts";
import { eventOrSource } from "../phrases/links.ts";
import { announcementsOf, lessSure, STAGES } from "./deliveries.tsx";
import { legendOf, type Layout, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import { type Certainty, drawingOf, drawSymbolRow, lineAcross, LinkedMark } from "./lib/marks.tsx";
import { leadText, LINE, textLines, widthOf } from "./lib/text.tsx";
import { drawValueRows } from "./lib/value-rows.tsx";

const stageWords = z.strictObject({ label: line.max(40), symbol: id });

interface StageRow {
  stage: string;
  name: string;
  /** The name in full. */
  item?: string;
  detail: string;
  certainty: Certainty;
  says: string;
  href: string;
  sources: string[];
}

interface Stage {
  label: string;
  symbol: string;
  rows: StageRow[];
}

/** What the views of stages have in common, with the rows of the table. */
function inStages<Row extends StageRow>(
  shown: readonly Row[],
  words: Readonly<Record<string, z.infer<typeof stageWords>>>,
  uncertain: string,
) {
  const possible = Object.entries(words).map(([id, stage]) => ({
    ...stage,
    id,
    rows: shown.filter(({ stage }) => stage === id),
  }));
  const stages = possible.filter(({ rows }) => rows.length > 0);
  // Rows with details have long names.
  const namesOf = (rows: readonly Row[]) =>
    rows.some(({ detail }) => detail) ? "" : ` (${listOf(rows.map(({ name }) => name))})`;
  return {
    legend: legendOf({ ring: shown.some(({ certainty }) => certainty !== "confirmed") && uncertain }),
    draw: (layout: Layout) => draw(stages, layout),
    values: {
      all: shown.length,
      ...Object.fromEntries(possible.map(({ id, rows }) => [id.replaceAll("-", "_"), rows.length])),
      counts: stages
        .map(({ label, rows }) => `${countInWords(rows.length)} ${label}${namesOf(rows)}`)
        .join("; "),
    },
    rows: stages.flatMap(({ label, rows }) => rows.map((row) => ({ ...row, label }))),
    sources: sourcesOf(...shown),
  };
}

const offerOptions = z.strictObject({
  offers: z
    .record(collections.coalition.shape.offer, stageWords)
    .describe("Label and symbol of each offer, in the order of the drawing."),
});

export const offers = withOptions(offerOptions, (ledger, options): View => {
  const { rows, values, ...view } = inStages(
    ledger.coalition.map((member) => ({
      ...member,
      stage: member.offer,
      detail: "",
      href: eventOrSource(ledger, member),
      says: [member.pledge, member.note].filter(Boolean).join(" "),
    })),
    options.offers,
    "reported by unnamed officials",
  );
  const refusing = rows.filter(({ offer }) => offer === "no-troops").map(({ name }) => name);
  return {
    ...view,
    table: tableOf(
      {
        name: "Country",
        offer: "Offer",
        pledge: "What it said",
        certainty: "How it is known",
        joined: "Part in the Coalition",
        note: "Note",
      },
      rows.map(({ name, href, label, ...row }) => ({ ...row, name: { text: name, href }, offer: label })),
    ),
    values: { ...values, refusing: listOf(refusing) },
  };
});

const COLUMN_GAP = 32;
const HEAD_HEIGHT = 38;

/** A row of symbols over the rows of text; in wide layouts each stage goes to the shorter one of two columns. */
function draw(stages: readonly Stage[], layout: Layout) {
  const { width, isNarrow } = layout;
  const strip = drawSymbolRow(
    stages.map(({ symbol, rows }) => ({ symbols: rows.map(() => symbol) })),
    layout,
  );
  const columnWidth = isNarrow ? width : (width - COLUMN_GAP) / 2;
  const bottoms = [strip.height + 8, isNarrow ? Infinity : strip.height + 8];
  const parts = stages.map(({ symbol, label, rows }) => {
    const column = minIndex(bottoms);
    const [x, top] = [column * (columnWidth + COLUMN_GAP), nth(bottoms, column)];
    let y = top + HEAD_HEIGHT;
    const marks = rows.map(({ name, item = name, detail, certainty, says, href }) => {
      const [start, { body, lines }] = [y, leadText(name, detail, x, y + 15, columnWidth - 14)];
      const ringX = lines === 1 ? x + widthOf(name + detail, "bold") + 10 : x + columnWidth - 5;
      y += lines * LINE + 8;
      return (
        <LinkedMark
          label={`${item}, ${label}: ${says}`}
          href={href}
          x={x}
          y={start}
          width={columnWidth}
          height={lines * LINE + 6}
        >
          {body}
          {certainty !== "confirmed" && <use href="#ring" x={ringX} y={start + 10} />}
        </LinkedMark>
      );
    });
    bottoms[column] = y;
    return (
      <>
        <use href={`#${symbol}`} x={x + 8} y={top + 19} />
        {textLines([`${rows.length} ${label}`], x + 24, top + 26, "head")}
        {marks}
      </>
    );
  });
  return drawingOf(
    layout,
    Math.max(...bottoms.filter(Number.isFinite)),
    <>
      {strip.body}
      {lineAcross("rule", strip.height + 4, width)}
      {parts}
    </>,
  );
}

const rangeOptions = z.strictObject({
  category: line.describe("Category of the deliveries that are drawn, as intended or as promised."),
  rows: z
    .array(
      z.strictObject({
        stage: collections.deliveries.shape.status,
        label: line.max(40),
        event: id,
        low: id,
        high: id.optional(),
        text: line.max(80),
        also: z.array(id).default([]).describe("Further events whose sources it rests on."),
      }),
    )
    .describe("Rows from the figures of an event; `{low}` and `{high}` are filled in."),
});

const CERTAINTIES: Readonly<Record<Certainty, string>> = {
  confirmed: "number on record",
  reported: "number reported, not confirmed by a ministry",
  alleged: "alleged",
  disputed: "accounts differ",
};

/** Values and ranges of one unit, in stages that must not be added up. */
export const ranges = withOptions(rangeOptions, (ledger, options): View => {
  const figures = options.rows.map(({ stage, label, event: eventId, low, high = low, text, also }) => {
    const event = getRow(ledger, "events", eventId);
    const [from, to] = [getFigure(event, low), getFigure(event, high)];
    return {
      stage,
      name: label,
      key: stage,
      date: event.date,
      href: hrefs.event(eventId),
      range: [from.value, to.value] as const,
      words: text.replace("{low}", String(from.value)).replace("{high}", String(to.value)),
      says: [event.statement, event.note].filter(Boolean).join(" "),
      certainty: lessSure(event.status, from.certainty),
      sources: sourcesOf(event, ...also.map((id) => getRow(ledger, "events", id))),
    };
  });
  const announcements = announcementsOf(ledger)
    .filter(({ category }) => category === options.category)
    .map(({ quantity, quantity_note, note, ...row }) => {
      const isIntent = row.status === "intent";
      return {
        ...{
          ...row,
          key: row.id.replaceAll("-", "_"),
          stage: isIntent ? ("intent" as const) : ("pledged" as const),
        },
        range: quantity === undefined ? undefined : ([quantity, quantity] as const),
        words:
          quantity === undefined
            ? "number not given"
            : isIntent
              ? `about ${quantity}; no contract found`
              : String(quantity),
        says: [quantity_note, note].filter(Boolean).join(" "),
      };
    });
  const counted = [...figures, ...announcements].sort((a, b) => (b.range?.[1] ?? 0) - (a.range?.[1] ?? 0));
  const groups = Object.entries(STAGES)
    .reverse()
    .flatMap(([id, label]) => {
      const rows = counted.filter(({ stage }) => stage === id);
      return rows.length > 0 ? { label: capitalize(label), rows } : [];
    });
  const rows = groups.flatMap(({ label: stage, rows }) =>
    rows.map((row, i) => ({
      ...row,
      stage,
      head: i === 0 ? stage : undefined,
      detail: `, ${formatShortDate(row.date)}`,
      symbol: row.certainty,
      joined: "stem" as const,
      label: `${row.name}, ${stage.toLowerCase()}, ${formatShortDate(row.date)}: ${row.says}`,
    })),
  );
  return {
    legend: legendOf(CERTAINTIES).filter(({ glyph }) =>
      rows.some(({ range, symbol }) => range && symbol === glyph),
    ),
    draw: (layout) => drawValueRows(rows, [], layout),
    table: tableOf(
      {
        what: "What",
        stage: "Stage",
        date: "Date",
        low: "Lowest number",
        high: "Highest number",
        certainty: "How it is known",
        says: "What is said",
      },
      rows.map(({ name, href, range, ...row }) => ({
        ...row,
        what: { text: name, href },
        low: range?.[0],
        high: range?.[1],
      })),
    ),
    values: {
      ...Object.fromEntries(
        counted.flatMap(({ key, range }) =>
          range ? ["low", "high"].map((end, i) => [`${key}_${end}`, nth(range, i)]) : [],
        ),
      ),
      stages: groups
        .map(
          ({ label, rows }) => `${label}: ${rows.map(({ name, words }) => `${name} ${words}`).join("; ")}.`,
        )
        .join(" "),
    },
    sources: sourcesOf(...rows),
  };
});
