import { z } from "zod";
import { formatMonth, formatShortDate } from "../i18n/dates.ts";
import { countInWords } from "../i18n/numbers.ts";
import type { DotRangeRow } from "../charts/kinds/dot-range.tsx";
import { id } from "../ledger/fields.ts";
import { figureCertainty } from "../ledger/figures.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { get, getFigure } from "../ledger/lookup.ts";
import { routes } from "../site.ts";
import { eventOrSource } from "./event-or-source.ts";
import { deliveryCertainty, lessSure } from "./french-deliveries.ts";
import { sourcesOf, tableOf, type View } from "./view.ts";
import { itemAt } from "../required.ts";
import { words } from "../words/words.ts";

type Group = "intent" | "promised" | "delivered";

const GROUPS = [
  { id: "intent", label: "Declared intent", empty: "none found" },
  { id: "promised", label: "Promised", empty: "none found" },
  { id: "delivered", label: "Delivered", empty: "none found" },
] as const satisfies { id: Group; label: string; empty: string }[];

/** Ids of the rows that are no French delivery, of the figures in them, and of the two deliveries that title and text name. */
export const fighterOptions = z.strictObject({
  gripen: z.strictObject({ event: id, low: id, high: id }),
  arrived: z.strictObject({ event: id, figure: id }),
  loss: id,
  rafale: id,
  mirage: id,
});

/** Fighter jets for Ukraine with the numbers that the ledger has: intent, promise and delivery stand apart. */
export function fighterPledges(ledger: Ledger, options: z.infer<typeof fighterOptions>): View<"dot-range"> {
  const gripen = get(ledger, "events", options.gripen.event);
  const delivered = get(ledger, "events", options.arrived.event);
  const range = [
    getFigure(gripen, options.gripen.low).value,
    getFigure(gripen, options.gripen.high).value,
  ] as const;
  const arrived = getFigure(delivered, options.arrived.figure);
  const loss = get(ledger, "events", options.loss);
  const french = ledger.deliveries.filter((row) => row.category === "aircraft");
  const rows: (DotRangeRow & { sources: string[]; date: string; href: string })[] = [
    {
      id: gripen.id,
      group: "intent",
      label: "Gripen",
      date: gripen.date,
      detail: formatShortDate(gripen.date),
      range,
      text: `${range[0]} to ${range[1]}`,
      says: `${gripen.statement} ${gripen.note ?? ""}`.trim(),
      certainty: gripen.status,
      href: routes.event(gripen.id),
      sources: gripen.sources,
    },
    ...french.map((row) => ({
      id: row.id,
      group: row.status === "intent" ? "intent" : "promised",
      label: row.item.replace(/ fighter$/, ""),
      date: row.announced ?? "",
      detail: formatShortDate(row.announced ?? ""),
      range: row.quantity === undefined ? null : ([row.quantity, row.quantity] as const),
      text:
        row.quantity === undefined
          ? "number not given"
          : row.status === "intent"
            ? `about ${row.quantity}; no contract found`
            : String(row.quantity),
      says: [row.quantity_note, row.note].filter(Boolean).join(" "),
      certainty: deliveryCertainty(ledger, row),
      href: eventOrSource(ledger, row),
      sources: row.sources,
    })),
    {
      id: delivered.id,
      group: "delivered",
      label: "Mirage 2000-5",
      date: delivered.date,
      detail: `by ${formatShortDate(delivered.date)}`,
      range: [arrived.value, arrived.value],
      text: `${arrived.value}, of which one was lost in ${formatMonth(loss.date)}`,
      says: `${delivered.statement} ${delivered.note ?? ""}`.trim(),
      certainty: lessSure(delivered.status, figureCertainty(delivered, arrived)),
      href: routes.event(delivered.id),
      sources: sourcesOf(delivered, loss),
    },
  ];
  const order = (row: DotRangeRow) => GROUPS.findIndex((group) => group.id === row.group);
  rows.sort((a, b) => order(a) - order(b) || (b.range?.[1] ?? 0) - (a.range?.[1] ?? 0));
  const rafale = get(ledger, "deliveries", options.rafale).quantity;
  const mirage = get(ledger, "deliveries", options.mirage).quantity;
  if (rafale === undefined || mirage === undefined)
    throw new Error(`the deliveries \`${options.rafale}\` and \`${options.mirage}\` need quantities`);
  return {
    kind: "dot-range",
    data: {
      groups: GROUPS.map((group) => ({ ...group })),
      rows,
      words: {
        confirmed: "number on record",
        reported: "number reported, not confirmed by the ministry",
        disputed: "accounts differ",
        alleged: "alleged",
      },
    },
    table: tableOf(words.tables.columns.fighterPledges, rows, (row) => [
      { text: row.label, href: row.href },
      itemAt(GROUPS, order(row)).label,
      row.date,
      row.range?.[0],
      row.range?.[1],
      row.certainty,
      row.says,
    ]),
    description: words.descriptions.fighterPledges({ rafale, gripen: range, mirage, arrived: arrived.value }),
    values: {
      rafale: String(rafale),
      low: String(range[0]),
      high: String(range[1]),
      delivered: countInWords(arrived.value),
    },
    numbers: { low: range[0], high: range[1], delivered: arrived.value },
    sources: sourcesOf(...rows),
  };
}
