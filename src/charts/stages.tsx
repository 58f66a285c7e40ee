import type { VNode } from "preact";
import { z } from "zod";
import { formatDate, formatShortDate } from "../i18n/dates.ts";
import { countInWords, formatNumber, listOf } from "../i18n/numbers.ts";
import { id, line } from "../ledger/fields.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { statusOf } from "../ledger/lookup.ts";
import type { Row } from "../ledger/schema.ts";
import { itemAt } from "../required.ts";
import { eventOrSource } from "../views/links.ts";
import { keyOf, type Layout, px } from "./lib/drawing.ts";
import { type Certainty, drawingOf, drawStrip, lineAcross, Mark } from "./lib/marks.tsx";
import { leadText, LINE, textLines, widthOf } from "./lib/text.tsx";
import { sourcesOf, tableOf, type View, withOptions } from "./view.ts";

type Delivery = Row<"deliveries">;

interface Stage {
  sign: string;
  /** In the heading of the list, behind the number of rows. */
  short: string;
  rows: { name: string; detail: string; isReported: boolean; label: string; href: string }[];
}

const offerOptions = z.strictObject({
  offers: z
    .record(z.string(), z.strictObject({ label: line.max(40), sign: id }))
    .describe("Label and sign of each offer, in the order of the drawing."),
});

/** What each country offers. */
export const offers = withOptions(offerOptions, (ledger, options): View => {
  const { coalition } = ledger;
  const unnamed = coalition.find(({ offer }) => !options.offers[offer]);
  if (unnamed)
    throw new Error(`the offer \`${unnamed.offer}\` of \`${unnamed.id}\` has no name in \`offers\``);
  const groups = Object.entries(options.offers)
    .map(([offer, words]) => ({
      ...words,
      offer,
      members: coalition.filter((member) => member.offer === offer),
    }))
    .filter(({ members }) => members.length > 0);
  const stages = groups.map(({ label, sign, members }): Stage => ({
    sign,
    short: label,
    rows: members.map((member) => ({
      ...{ name: member.name, detail: "", isReported: member.certainty === "reported" },
      label: [`${member.name}, ${label}:`, member.pledge, member.note].filter(Boolean).join(" "),
      href: eventOrSource(ledger, member),
    })),
  }));
  const namesOf = (offer: string) =>
    coalition.flatMap((member) => (member.offer === offer ? member.name : []));
  const [troops, without] = [namesOf("troops"), namesOf("no-troops")];
  return {
    key: ringKey(stages, "reported by unnamed officials"),
    draw: (layout) => draw(stages, layout),
    table: tableOf(
      {
        country: "Country",
        offer: "Offer",
        pledge: "What it said",
        certainty: "How it is known",
        joined: "Part in the Coalition",
        note: "Note",
      },
      groups.flatMap(({ label, members }) => members.map((member) => ({ label, member }))),
      ({ label, member }) => [
        { text: member.name, href: eventOrSource(ledger, member) },
        label,
        member.pledge,
        member.certainty,
        member.joined,
        member.note,
      ],
    ),
    description:
      `Of ${coalition.length} countries in this list: ` +
      `${groups.map(({ label, members }) => `${countInWords(members.length)} ${label} (${listOf(members.map(({ name }) => name))})`).join("; ")}.`,
    values: {
      countries: coalition.length,
      troops: troops.length,
      without: without.length,
      refusing: listOf(without),
    },
    sources: sourcesOf(...coalition),
  };
});

/** Stages of a delivery, the last one first. */
const DELIVERIES = [
  { id: "delivered", sign: "stated", label: "delivered", short: "delivered" },
  { id: "partly-delivered", sign: "softened", label: "delivered in part", short: "in part" },
  { id: "ordered", sign: "ordered", label: "ordered", short: "ordered" },
  { id: "pledged", sign: "block-open", label: "promised", short: "promised" },
  { id: "intent", sign: "open", label: "declared intent", short: "intended" },
  { id: "unknown", sign: "unknown", label: "not known", short: "not known" },
] as const satisfies { id: Delivery["status"]; sign: string; label: string; short: string }[];

/** One sign per announcement, by stage. Pieces are never added up: their kinds differ. */
export function deliveries(ledger: Ledger): View {
  const all = [...ledger.deliveries].sort((a, b) => (a.announced ?? "").localeCompare(b.announced ?? ""));
  const groups = DELIVERIES.map((stage) => ({
    ...stage,
    items: all.filter(({ status }) => status === stage.id),
  })).filter(({ items }) => items.length > 0);
  const stages = groups.map(({ sign, label, short, items }): Stage => ({
    sign,
    short,
    rows: items.map((row) => ({
      name: [row.short ?? row.item, amountOf(row)].filter(Boolean).join(" "),
      // The first clause of the note says what the number is.
      detail: ` ${/^[^.;]*/.exec(row.quantity_note ?? row.item)?.[0] ?? ""}`,
      isReported: deliveryCertainty(ledger, row) !== "confirmed",
      label: [
        `${row.item}: ${label}${row.announced ? `, announced ${formatShortDate(row.announced)}` : ""}.`,
        row.quantity_note,
        row.note,
      ]
        .filter(Boolean)
        .join(" "),
      href: eventOrSource(ledger, row),
    })),
  }));
  const count = (...ids: Delivery["status"][]) => all.filter(({ status }) => ids.includes(status)).length;
  const announced = all.flatMap(({ announced }) => announced ?? []);
  const come = count("delivered", "partly-delivered");
  return {
    key: ringKey(stages, "reported, not confirmed by a government"),
    draw: (layout) => draw(stages, layout),
    table: tableOf(
      {
        item: "Equipment",
        status: "Stage",
        quantity: "Number",
        what: "What the number is",
        certainty: "How it is known",
        announced: "Announced",
        from: "Delivered from",
        note: "Note",
      },
      groups.flatMap(({ label, items }) => items.map((row) => ({ label, row }))),
      ({ label, row }) => [
        { text: row.item, href: eventOrSource(ledger, row) },
        label,
        row.quantity,
        row.quantity_note,
        deliveryCertainty(ledger, row),
        row.announced,
        row.delivered_from,
        row.note,
      ],
    ),
    description:
      `Of ${all.length} announcements in this list, ${count("delivered")} have been delivered and ` +
      `${count("partly-delivered")} in part; ${countInWords(count("ordered"))} ${count("ordered") === 1 ? "is an order" : "are orders"}, ` +
      `${countInWords(count("pledged"))} are promises and ${countInWords(count("intent"))} are declared intents. ` +
      `${all.filter(({ quantity }) => quantity === undefined).length} give no number of pieces.`,
    values: {
      announcements: all.length,
      delivered: count("delivered"),
      partly: count("partly-delivered"),
      come,
      open: all.length - come,
      from: formatDate(itemAt(announced, 0).slice(0, 7)),
      to: formatDate(itemAt(announced, -1).slice(0, 7)),
      // Each intent has its own number, so that a title that names one is noticed when it becomes an order.
      ...Object.fromEntries(
        all.flatMap(({ id, status }) => (status === "intent" ? [[id.replaceAll("-", "_"), 1]] : [])),
      ),
    },
    sources: sourcesOf(...all),
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
function amountOf({ quantity, quantity_is }: Delivery): string {
  if (quantity === undefined) return "";
  return formatNumber(quantity) + (quantity_is === "planned" ? " planned" : "");
}

function ringKey(stages: readonly Stage[], label: string) {
  return keyOf(
    stages.some(({ rows }) => rows.some(({ isReported }) => isReported)) && { glyph: "ring", label },
  );
}

const COLUMN_GAP = 32;
const HEAD_HEIGHT = 38;

/** A sign for each row in a strip, and below it the rows by stage, in columns of about the same height. */
function draw(stages: readonly Stage[], layout: Layout) {
  const { width } = layout;
  const strip = drawStrip(
    stages.map(({ sign, rows }) => ({ signs: rows.map(() => sign) })),
    layout,
  );
  const columns = layout.name === "narrow" ? 1 : 2;
  const own = (width - COLUMN_GAP * (columns - 1)) / columns;
  const top = strip.height + 8;
  const blocks = stages.flatMap(({ sign, short, rows }) =>
    rows.map((row, i) => {
      const { lines } = leadText(row.name, row.detail, 0, 0, own - 14);
      const head = i === 0 ? `${rows.length} ${short}` : "";
      return { row, sign, head, lines, height: lines * LINE + 8 + (head ? HEAD_HEIGHT : 0) };
    }),
  );
  const all = blocks.reduce((sum, { height }) => sum + height, 0);
  let [column, y, bottom, taken] = [0, top, top, 0];
  const parts: VNode[] = [];
  for (const { row, sign, head, lines, height } of blocks) {
    if (column < columns - 1 && taken > (all / columns) * (column + 1) - height / 2) {
      column++;
      y = top;
    }
    taken += height;
    const x = px(column * (own + COLUMN_GAP));
    const { name, detail, isReported, ...way } = row;
    const start = y + (head ? HEAD_HEIGHT : 0);
    const ringX = lines === 1 ? x + widthOf(name + detail, "bold") + 10 : x + own - 5;
    parts.push(
      <>
        {head && <use href={`#${sign}`} x={x + 8} y={y + 19} />}
        {head && textLines([head], x + 24, y + 26, "head")}
        <Mark {...way} x={x} y={start} width={own} height={lines * LINE + 6}>
          {leadText(name, detail, x, start + 15, own - 14).body}
          {isReported && <use href="#ring" x={ringX} y={start + 10} />}
        </Mark>
      </>,
    );
    y += height;
    bottom = Math.max(bottom, y);
  }
  return drawingOf(
    layout,
    Math.ceil(bottom),
    <>
      {strip.body}
      {lineAcross("rule", strip.height + 4, width)}
      {parts}
    </>,
  );
}
