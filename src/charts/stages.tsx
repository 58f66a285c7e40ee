import { range, sum } from "d3";
import type { VNode } from "preact";
import { z } from "zod";
import { formatDate, formatShortDate } from "../i18n/dates.ts";
import { countInWords, formatNumber, listOf } from "../i18n/numbers.ts";
import { id, line } from "../ledger/fields.ts";
import { collections, type Ledger, type Row } from "../ledger/ledger.ts";
import { statusOf } from "../ledger/lookup.ts";
import { itemAt } from "../required.ts";
import { eventOrSource } from "../views/links.ts";
import { keyOf, type Layout, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import { type Certainty, drawingOf, drawStrip, lineAcross, Mark } from "./lib/marks.tsx";
import { leadText, LINE, textLines, widthOf } from "./lib/text.tsx";

type Delivery = Row<"deliveries">;

interface StageRow {
  name: string;
  detail: string;
  isReported: boolean;
  label: string;
  href: string;
}

interface Stage<Item = unknown> {
  sign: string;
  label: string;
  items: Item[];
  rows: StageRow[];
}

const stage = z.strictObject({ label: line.max(40), sign: id });

function stagesOf<Item>(
  stages: Readonly<Record<string, z.infer<typeof stage>>>,
  all: readonly Item[],
  stageOf: (item: Item) => string,
  rowOf: (item: Item, label: string) => StageRow,
): Stage<Item>[] {
  return Object.entries(stages)
    .map(([id, words]) => {
      const items = all.filter((item) => stageOf(item) === id);
      return { ...words, items, rows: items.map((item) => rowOf(item, words.label)) };
    })
    .filter(({ items }) => items.length > 0);
}

const offerOptions = z.strictObject({
  offers: z
    .record(collections.coalition.shape.offer, stage)
    .describe("Label and sign of each offer, in the order of the drawing."),
});

export const offers = withOptions(offerOptions, (ledger, options): View => {
  const { coalition } = ledger;
  const hrefOf = (member: Row<"coalition">) => eventOrSource(ledger, member);
  const stages = stagesOf(
    options.offers,
    coalition,
    ({ offer }) => offer,
    (member, label) => ({
      ...{ name: member.name, detail: "", isReported: member.certainty === "reported", href: hrefOf(member) },
      label: [`${member.name}, ${label}:`, member.pledge, member.note].filter(Boolean).join(" "),
    }),
  );
  const namesOf = (offer: string) =>
    coalition.flatMap((member) => (member.offer === offer ? member.name : []));
  const [troops, without] = [namesOf("troops"), namesOf("no-troops")];
  return {
    key: ringKey(stages, "reported by unnamed officials"),
    draw: (layout) => draw(stages, layout),
    table: tableOf(
      {
        name: "Country",
        offer: "Offer",
        pledge: "What it said",
        certainty: "How it is known",
        joined: "Part in the Coalition",
        note: "Note",
      },
      stages.flatMap(({ label, items }) =>
        items.map((member) => ({
          ...{ ...member, name: { text: member.name, href: hrefOf(member) }, offer: label },
        })),
      ),
    ),
    values: {
      countries: coalition.length,
      troops: troops.length,
      without: without.length,
      refusing: listOf(without),
      offers: stages
        .map(
          ({ label, items }) =>
            `${countInWords(items.length)} ${label} (${listOf(items.map(({ name }) => name))})`,
        )
        .join("; "),
    },
    sources: sourcesOf(...coalition),
  };
});

/** Latest stage first. */
const DELIVERIES: Readonly<Record<Delivery["status"], z.infer<typeof stage>>> = {
  delivered: { sign: "stated", label: "delivered" },
  "partly-delivered": { sign: "softened", label: "delivered in part" },
  ordered: { sign: "ordered", label: "ordered" },
  pledged: { sign: "block-open", label: "promised" },
  intent: { sign: "open", label: "intended" },
  unknown: { sign: "unknown", label: "not known" },
};

/** One symbol per announcement, by stage. Pieces are never added up: their kinds differ. */
export function deliveries(ledger: Ledger): View {
  const all = [...ledger.deliveries].sort((a, b) => (a.announced ?? "").localeCompare(b.announced ?? ""));
  const stages = stagesOf(
    DELIVERIES,
    all,
    ({ status }) => status,
    (row, label) => ({
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
    }),
  );
  const count = (id: Delivery["status"]) => all.filter(({ status }) => status === id).length;
  const announced = all.flatMap(({ announced }) => announced ?? []);
  const come = count("delivered") + count("partly-delivered");
  return {
    key: ringKey(stages, "reported, not confirmed by a government"),
    draw: (layout) => draw(stages, layout),
    table: tableOf(
      {
        item: "Equipment",
        status: "Stage",
        quantity: "Number",
        quantity_note: "What the number is",
        certainty: "How it is known",
        announced: "Announced",
        delivered_from: "Delivered from",
        note: "Note",
      },
      stages.flatMap(({ label, items }) =>
        items.map((row) => ({
          ...row,
          item: { text: row.item, href: eventOrSource(ledger, row) },
          status: label,
          certainty: deliveryCertainty(ledger, row),
        })),
      ),
    ),
    values: {
      announcements: all.length,
      delivered: count("delivered"),
      partly: count("partly-delivered"),
      come,
      open: all.length - come,
      ordered: count("ordered"),
      pledged: count("pledged"),
      intended: count("intent"),
      unnumbered: all.filter(({ quantity }) => quantity === undefined).length,
      from: formatDate(itemAt(announced, 0).slice(0, 7)),
      to: formatDate(itemAt(announced, -1).slice(0, 7)),
      // Each intent has its own number, so that a title naming one fails once the intent becomes an order.
      ...Object.fromEntries(
        all.flatMap(({ id, status }) => (status === "intent" ? [[id.replaceAll("-", "_"), 1]] : [])),
      ),
    },
    sources: sourcesOf(...all),
  };
}

export function deliveryCertainty(ledger: Ledger, row: Delivery): Certainty {
  const announcement = statusOf(ledger, { id: row.id, event: row.event, status: row.certainty });
  return row.quantity === undefined ? announcement : lessSure(announcement, row.quantity_certainty);
}

/** Certainty of the event or, if the event is confirmed, of its number. */
export function lessSure(event: Certainty, number: Certainty = event): Certainty {
  return event === "confirmed" ? number : event;
}

function amountOf({ quantity, quantity_is }: Delivery): string {
  if (quantity === undefined) return "";
  return formatNumber(quantity) + (quantity_is === "planned" ? " planned" : "");
}

function ringKey(stages: readonly Stage[], label: string) {
  return keyOf({ ring: stages.some(({ rows }) => rows.some(({ isReported }) => isReported)) && label });
}

const COLUMN_GAP = 32;
const HEAD_HEIGHT = 38;

function draw(stages: readonly Stage[], layout: Layout) {
  const { width } = layout;
  const strip = drawStrip(
    stages.map(({ sign, rows }) => ({ signs: rows.map(() => sign) })),
    layout,
  );
  const columns = layout.isNarrow ? 1 : 2;
  const own = (width - COLUMN_GAP * (columns - 1)) / columns;
  const top = strip.height + 8;
  const rows = stages.flatMap(({ sign, label, rows }) =>
    rows.map((row, i) => {
      const { lines } = leadText(row.name, row.detail, 0, 0, own - 14);
      const head = i === 0 ? `${rows.length} ${label}` : "";
      return { ...row, sign, head, lines, headHeight: head ? HEAD_HEIGHT : 0 };
    }),
  );
  const heightOf = ({ lines, headHeight }: (typeof rows)[0]) => lines * LINE + 8 + headHeight;
  const tallest = (at: number) => Math.max(sum(rows.slice(0, at), heightOf), sum(rows.slice(at), heightOf));
  const breaks = range(1, rows.length).sort((a, b) => tallest(a) - tallest(b));
  // A stage stays in one column if that makes the drawing at most a fifth higher.
  const whole = breaks.find((at) => rows[at]?.head && tallest(at) < tallest(breaks[0] ?? 0) * 1.2);
  const second = rows[whole ?? breaks[0] ?? rows.length];
  let [x, y, bottom] = [0, top, top];
  const parts: VNode[] = [strip.body, lineAcross("rule", strip.height + 4, width)];
  for (const row of rows) {
    const { name, detail, isReported, sign, head, lines, headHeight } = row;
    if (columns === 2 && row === second) [x, y] = [own + COLUMN_GAP, top];
    const start = y + headHeight;
    const ringX = lines === 1 ? x + widthOf(name + detail, "bold") + 10 : x + own - 5;
    parts.push(
      <>
        {head && <use href={`#${sign}`} x={x + 8} y={y + 19} />}
        {head && textLines([head], x + 24, y + 26, "head")}
        <Mark label={row.label} href={row.href} x={x} y={start} width={own} height={lines * LINE + 6}>
          {leadText(name, detail, x, start + 15, own - 14).body}
          {isReported && <use href="#ring" x={ringX} y={start + 10} />}
        </Mark>
      </>,
    );
    y += heightOf(row);
    bottom = Math.max(bottom, y);
  }
  return drawingOf(layout, bottom, parts);
}
