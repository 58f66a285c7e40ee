import { z } from "zod";
import { formatShortDate } from "../i18n/dates.ts";
import { id, line } from "../ledger/fields.ts";
import { figureCertainty, get, getFigure } from "../ledger/lookup.ts";
import { routes } from "../routes.ts";
import { eventOrSource } from "../views/links.ts";
import { deliveryCertainty, lessSure } from "./stages.tsx";
import { keyOf, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import type { Certainty } from "./lib/marks.tsx";
import { drawValueRows } from "./lib/value-rows.tsx";

const STAGES = { intent: "Declared intent", promised: "Promised", delivered: "Delivered" } as const;
const STAGE_IDS = Object.keys(STAGES) as (keyof typeof STAGES)[];

const rangeOptions = z.strictObject({
  category: line.describe("Category of the deliveries that are drawn, as intended or as promised."),
  rows: z
    .array(
      z.strictObject({
        stage: z.enum(STAGE_IDS),
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

/** Values and ranges of one unit, in stages that must not be added up: intended, promised, delivered. */
export const ranges = withOptions(rangeOptions, (ledger, options): View => {
  const fromEvents = options.rows.map(({ stage, label, event: eventId, low, high = low, text, also }) => {
    const event = get(ledger, "events", eventId);
    const figure = getFigure(event, low);
    const range = [figure.value, getFigure(event, high).value] as const;
    return {
      ...{ stage, name: label, range, date: event.date, href: routes.event(eventId) },
      text: text.replace("{low}", String(range[0])).replace("{high}", String(range[1])),
      says: [event.statement, event.note].filter(Boolean).join(" "),
      certainty: lessSure(event.status, figureCertainty(event, figure)),
      sources: sourcesOf(event, ...also.map((id) => get(ledger, "events", id))),
      values: { [`${stage}_low`]: range[0], [`${stage}_high`]: range[1] },
    };
  });
  const fromDeliveries = ledger.deliveries
    .filter(({ category }) => category === options.category)
    .map((row) => {
      const { quantity, quantity_note, note } = row;
      const stage = row.status === "intent" ? ("intent" as const) : ("promised" as const);
      const isKnown = quantity !== undefined;
      return {
        ...{
          stage,
          name: row.short ?? row.item,
          date: row.announced ?? "",
          href: eventOrSource(ledger, row),
        },
        range: isKnown ? ([quantity, quantity] as const) : undefined,
        text: !isKnown
          ? "number not given"
          : stage === "intent"
            ? `about ${quantity}; no contract found`
            : String(quantity),
        says: [quantity_note, note].filter(Boolean).join(" "),
        certainty: deliveryCertainty(ledger, row),
        sources: row.sources,
        values: isKnown ? { [row.id.replaceAll("-", "_")]: quantity } : {},
      };
    });
  const all = [...fromEvents, ...fromDeliveries];
  const groups = STAGE_IDS.map((id) => ({
    stage: STAGES[id],
    rows: all
      .filter(({ stage }) => stage === id)
      .sort((a, b) => (b.range?.[1] ?? 0) - (a.range?.[1] ?? 0))
      .map((row, i) => ({
        ...row,
        head: i === 0 ? STAGES[id] : undefined,
        detail: `, ${formatShortDate(row.date)}`,
        words: row.text,
        sign: row.certainty,
        joined: row.certainty === "confirmed" ? ("stem" as const) : ("dashed stem" as const),
        label: `${row.name}, ${STAGES[id].toLowerCase()}, ${formatShortDate(row.date)}: ${row.says}`,
      })),
  }));
  const rows = groups.flatMap(({ rows }) => rows);
  return {
    key: keyOf(CERTAINTIES).filter(({ glyph }) =>
      rows.some(({ range, certainty }) => range && certainty === glyph),
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
      rows.map(({ name, href, stage, range, ...row }) => ({
        ...{ ...row, what: { text: name, href }, stage: STAGES[stage], low: range?.[0], high: range?.[1] },
      })),
    ),
    values: {
      ...Object.fromEntries(all.flatMap(({ values }) => Object.entries(values))),
      stages: groups
        .map(({ stage, rows }) => {
          const said = rows.map(({ name, text }) => `${name} ${text}`).join("; ");
          return `${stage}: ${said || "none found"}.`;
        })
        .join(" "),
    },
    sources: sourcesOf(...rows),
  };
});
