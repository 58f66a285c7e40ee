import { formatDate, formatShortDate } from "../i18n/dates.ts";
import { countInWords, formatNumber } from "../i18n/numbers.ts";
import { eventBehind } from "../ledger/event-behind.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Row } from "../ledger/schema.ts";
import { routes } from "../site.ts";
import { unique, type View } from "./view.ts";

type Delivery = Row<"deliveries">;

/** How far a delivery can have come, in the order of the columns. */
const STAGES = [
  { id: "intent", label: "declared intent", glyph: "open" },
  { id: "pledged", label: "promised", glyph: "block-open" },
  { id: "ordered", label: "ordered", glyph: "block-dot" },
  { id: "partly-delivered", label: "delivered in part", glyph: "softened" },
  { id: "delivered", label: "delivered", glyph: "stated" },
  { id: "unknown", label: "not known", glyph: "unknown" },
] as const satisfies { id: Delivery["status"]; label: string; glyph: string }[];

/** Words for the categories, in reading order. */
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
export function frenchDeliveries(ledger: Ledger): View<"stages"> {
  const rows = (Object.keys(CATEGORIES) as Delivery["category"][]).flatMap((category) =>
    ledger.deliveries.filter((row) => row.category === category).sort((a, b) => compare(a.announced ?? "", b.announced ?? "")),
  );
  const count = (...statuses: Delivery["status"][]) => rows.filter((row) => statuses.includes(row.status)).length;
  const stages = STAGES.filter((stage) => count(stage.id) > 0);
  return {
    kind: "stages",
    data: {
      stages: stages.map((stage) => ({ ...stage })),
      rows: rows.map((row) => ({
        id: row.id,
        group: CATEGORIES[row.category],
        label: row.item,
        stage: row.status,
        amount: amount(row),
        says: [row.announced && `announced ${formatShortDate(row.announced)}.`, row.quantity_note, row.note].filter(Boolean).join(" "),
        href: deliveryHref(ledger, row),
      })),
    },
    table: {
      columns: [
        { id: "item", label: "Equipment" },
        { id: "category", label: "Category" },
        { id: "status", label: "How far it has come" },
        { id: "quantity", label: "Number" },
        { id: "what", label: "What the number is" },
        { id: "announced", label: "Announced" },
        { id: "from", label: "Delivered from" },
        { id: "note", label: "Note" },
      ],
      rows: rows.map((row) => [
        { text: row.item, href: deliveryHref(ledger, row) },
        CATEGORIES[row.category],
        STAGES.find((stage) => stage.id === row.status)!.label,
        row.quantity ?? null,
        row.quantity_note ?? null,
        row.announced ?? null,
        row.delivered_from ?? null,
        row.note ?? null,
      ]),
    },
    description: `Of ${rows.length} announcements, ${count("delivered")} have been delivered and ${count("partly-delivered")} in part; ${countInWords(count("ordered"))} ${count("ordered") === 1 ? "is an order" : "are orders"}, ${countInWords(count("pledged"))} are promises and ${countInWords(count("intent"))} are declared intents. ${formatNumber(rows.filter((row) => row.quantity === undefined).length)} name no number of pieces.`,
    values: {
      announcements: String(rows.length),
      delivered: countInWords(count("delivered")),
      partly: countInWords(count("partly-delivered")),
      waiting: countInWords(count("ordered", "pledged", "intent")),
      from: formatDate(
        rows
          .map((row) => row.announced ?? "9999")
          .reduce((a, b) => (b < a ? b : a))
          .slice(0, 7),
      ),
      to: formatDate(
        rows
          .map((row) => row.announced ?? "")
          .reduce((a, b) => (b > a ? b : a))
          .slice(0, 7),
      ),
    },
    sources: unique(rows.flatMap((row) => row.sources)),
  };
}

/** The event in which a delivery was announced, or for want of one its first receipt. */
export function deliveryHref(ledger: Ledger, row: Delivery): string {
  const event = row.announced && eventBehind(ledger, "france", { date: row.announced, text: row.item, actors: [], sources: row.sources });
  return event ? routes.event(event.id) : routes.source(row.sources[0]!);
}

/** The number of pieces, which in a plan is not the number that came. */
function amount({ quantity, quantity_note }: Delivery): string {
  if (quantity === undefined) return "";
  return `${formatNumber(quantity)}${/\bplanned\b/i.test(quantity_note ?? "") ? " planned" : ""}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
