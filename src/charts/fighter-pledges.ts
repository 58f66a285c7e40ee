import { dotRange } from "./kinds/dot-range.tsx";
import { z } from "zod";
import { formatMonth, formatShortDate } from "../i18n/dates.ts";
import { countInWords } from "../i18n/numbers.ts";
import type { DotRangeRow } from "../charts/kinds/dot-range.tsx";
import { id } from "../ledger/fields.ts";
import type { Event } from "../ledger/ledger.ts";
import { figureCertainty, get, getFigure } from "../ledger/lookup.ts";
import { required } from "../required.ts";
import { routes } from "../site.ts";
import { eventOrSource } from "../views/event-or-source.ts";
import { deliveryCertainty, lessSure } from "./deliveries.tsx";
import { sourcesOf, tableOf, drawnAs, type View, withOptions } from "./view.ts";
import { words } from "../words/words.ts";

const GROUPS = [
  { id: "intent", label: "Declared intent" },
  { id: "promised", label: "Promised" },
  { id: "delivered", label: "Delivered" },
];

type JetRow = DotRangeRow & { sources: string[]; date: string; href: string };

/** Ids of the rows that are no French delivery, of the figures in them, and of the two deliveries that title and text name. */
const fighterOptions = z.strictObject({
  gripen: z.strictObject({ event: id, low: id, high: id }),
  arrived: z.strictObject({ event: id, figure: id }),
  loss: id,
  rafale: id,
  mirage: id,
});

/** Fighter jets for Ukraine with the numbers that the ledger has: intent, promise and delivery stand apart. */
export const fighterPledges = withOptions(fighterOptions, (ledger, options): View => {
  const gripen = get(ledger, "events", options.gripen.event);
  const delivered = get(ledger, "events", options.arrived.event);
  const low = getFigure(gripen, options.gripen.low).value;
  const high = getFigure(gripen, options.gripen.high).value;
  const arrived = getFigure(delivered, options.arrived.figure);
  const loss = get(ledger, "events", options.loss);
  const told = ({ id, date, statement, note = "", sources }: Event) => ({
    id,
    date,
    says: `${statement} ${note}`.trim(),
    href: routes.event(id),
    sources,
  });
  const rows: JetRow[] = [
    {
      ...told(gripen),
      group: "intent",
      label: "Gripen",
      detail: formatShortDate(gripen.date),
      range: [low, high],
      text: `${low} to ${high}`,
      certainty: gripen.status,
    },
    ...ledger.deliveries
      .filter((row) => row.category === "aircraft")
      .map((row): JetRow => {
        const { id, item, status, announced = "", quantity, quantity_note, note, sources } = row;
        const intended = status === "intent";
        return {
          id,
          group: intended ? "intent" : "promised",
          label: item.replace(/ fighter$/, ""),
          date: announced,
          detail: formatShortDate(announced),
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
      }),
    {
      ...told(delivered),
      group: "delivered",
      label: "Mirage 2000-5",
      detail: `by ${formatShortDate(delivered.date)}`,
      range: [arrived.value, arrived.value],
      text: `${arrived.value}, of which one was lost in ${formatMonth(loss.date)}`,
      certainty: lessSure(delivered.status, figureCertainty(delivered, arrived)),
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
    ...drawnAs(dotRange, {
      groups: GROUPS.map((group) => ({ ...group, empty: "none found" })),
      rows,
      words: {
        confirmed: "number on record",
        reported: "number reported, not confirmed by the ministry",
        disputed: "accounts differ",
        alleged: "alleged",
      },
    }),
    table: tableOf(words.tables.columns.fighterPledges, rows, (row) => [
      { text: row.label, href: row.href },
      required(GROUPS[order(row)], `group “${row.group}”`).label,
      row.date,
      row.range?.[0],
      row.range?.[1],
      row.certainty,
      row.says,
    ]),
    description: words.descriptions.fighterPledges({
      rafale,
      gripen: [low, high],
      mirage,
      arrived: arrived.value,
    }),
    values: {
      rafale: String(rafale),
      low: String(low),
      high: String(high),
      delivered: countInWords(arrived.value),
    },
    numbers: { low, high, delivered: arrived.value },
    sources: sourcesOf(...rows),
  };
});
