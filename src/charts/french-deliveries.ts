import { stages } from "./kinds/stages.tsx";
import { ascending } from "d3";
import type { StagesRow } from "../charts/kinds/stages.tsx";
import type { Certainty } from "./lib/glyphs.tsx";
import { formatDate, formatShortDate } from "../i18n/dates.ts";
import { countInWords, formatNumber } from "../i18n/numbers.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { statusOf } from "../ledger/lookup.ts";
import type { Row } from "../ledger/schema.ts";
import { eventOrSource } from "../views/event-or-source.ts";
import { sourcesOf, tableOf, drawnAs, type View } from "./view.ts";
import { itemAt, required } from "../required.ts";
import { words } from "../words/words.ts";

type Delivery = Row<"deliveries">;

/** How far a delivery can have come, in the order of the columns. */
const STAGES = [
  { id: "intent", label: "declared intent", glyph: "open" },
  { id: "pledged", label: "promised", glyph: "block-open" },
  { id: "ordered", label: "ordered", glyph: "block-dot" },
  { id: "partly-delivered", label: "delivered in part", glyph: "softened" },
  { id: "delivered", label: "delivered", glyph: "stated" },
  { id: "unknown", label: "not known", glyph: "unknown" },
] satisfies { id: Delivery["status"]; label: string; glyph: string }[];

const CATEGORIES: Readonly<Record<Delivery["category"], string>> = {
  artillery: "Artillery",
  ammunition: "Ammunition",
  missiles: "Missiles and bombs",
  "air-defence": "Air defence",
  armour: "Armoured vehicles",
  aircraft: "Aircraft",
  training: "Training",
  other: "Drones and other",
};

/** What France announced for Ukraine, by category and by how far it has come. Pieces are never added up. */
export function frenchDeliveries(ledger: Ledger): View {
  const rows = (Object.keys(CATEGORIES) as Delivery["category"][]).flatMap((category) =>
    ledger.deliveries
      .filter((row) => row.category === category)
      .sort((a, b) => ascending(a.announced ?? "", b.announced ?? "")),
  );
  const count = (...statuses: Delivery["status"][]) =>
    rows.filter((row) => statuses.includes(row.status)).length;
  const announced = rows.flatMap((row) => row.announced ?? []).sort();
  const come = count("delivered", "partly-delivered");
  return {
    ...drawnAs(stages, {
      stages: STAGES.filter((stage) => count(stage.id) > 0),
      ring: "reported, not confirmed by the ministry",
      rows: [...Map.groupBy(rows, (row) => row.part_of ?? row.id).values()].map((parts) =>
        drawnRow(ledger, parts),
      ),
    }),
    table: tableOf(words.tables.columns.frenchDeliveries, rows, (row) => [
      { text: row.item, href: eventOrSource(ledger, row) },
      CATEGORIES[row.category],
      required(
        STAGES.find((stage) => stage.id === row.status),
        `stage “${row.status}”`,
      ).label,
      row.quantity,
      row.quantity_note,
      deliveryCertainty(ledger, row),
      row.announced,
      row.delivered_from,
      row.note,
    ]),
    description: words.descriptions.frenchDeliveries({
      announcements: rows.length,
      delivered: count("delivered"),
      inPart: count("partly-delivered"),
      ordered: count("ordered"),
      pledged: count("pledged"),
      intents: count("intent"),
      withoutNumber: rows.filter((row) => row.quantity === undefined).length,
    }),
    values: {
      announcements: String(rows.length),
      delivered: countInWords(count("delivered")),
      partly: countInWords(count("partly-delivered")),
      come: countInWords(come),
      from: formatDate(itemAt(announced, 0).slice(0, 7)),
      to: formatDate(itemAt(announced, -1).slice(0, 7)),
    },
    // Each intent has its own number, so that a title that names one is noticed when it becomes an order.
    numbers: {
      come,
      open: count("ordered", "pledged", "intent", "unknown"),
      ...Object.fromEntries(
        rows.filter(({ status }) => status === "intent").map(({ id }) => [id.replaceAll("-", "_"), 1]),
      ),
    },
    sources: sourcesOf(...rows),
  };
}

/** One row of the drawing for the announcements that belong together, which are not added up. */
function drawnRow(ledger: Ledger, parts: readonly Delivery[]): StagesRow {
  const isReported = (row: Delivery) => deliveryCertainty(ledger, row) !== "confirmed";
  const marks = [...Map.groupBy(parts, ({ status }) => status)].map(([stage, rows]) => ({
    stage,
    amount: rows.map(amount).filter(Boolean).join(", "),
    reported: rows.some(isReported),
  }));
  const row = itemAt(parts, 0);
  const says = (part: Delivery) => {
    const day = part.announced && `announced ${formatShortDate(part.announced)}.`;
    // Of several batches each is told by its day alone: more would cover the marks.
    const what = parts.length > 1 ? [day && `${part.item} ${day}`] : [day, part.quantity_note, part.note];
    return [...what, isReported(part) && "Reported."].filter(Boolean).join(" ");
  };
  return {
    id: row.id,
    group: CATEGORIES[row.category],
    label: row.part_of ?? row.item,
    ...itemAt(marks, 0),
    also: marks.slice(1),
    says: parts.map(says).join(" "),
    href: eventOrSource(ledger, row),
  };
}

/** How sure a delivery and its number are: as the announcement is, and if that is confirmed, as the number is. */
export function deliveryCertainty(ledger: Ledger, row: Delivery): Certainty {
  const announcement = statusOf(ledger, { id: row.id, event: row.event, status: row.certainty });
  return row.quantity === undefined ? announcement : lessSure(announcement, row.quantity_certainty);
}

/** The certainty of a number, if there is one, in an event: what happened may be on record and the number be somebody else’s. */
export function lessSure(event: Certainty, number: Certainty = event): Certainty {
  return event === "confirmed" ? number : event;
}

/** The number of pieces, which in a plan is not the number that came. */
function amount({ quantity, quantity_is }: Delivery): string {
  if (quantity === undefined) return "";
  return quantity_is === "planned" ? `${formatNumber(quantity)} planned` : formatNumber(quantity);
}
