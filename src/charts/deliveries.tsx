import type { VNode } from "preact";
import { z } from "zod";
import { formatDate, formatShortDate } from "../format/dates.ts";
import { countInWords, formatNumber, listOf } from "../format/numbers.ts";
import { id, line } from "../yaml/fields.ts";
import { getRow } from "../ledger/lookup.ts";
import type { Ledger, Row } from "../ledger/ledger.ts";
import { nth } from "../expect-defined.ts";
import { eventOrSource } from "../phrases/links.ts";
import { type Layout, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import { drawingOf, LinkedMark } from "./lib/marks.tsx";
import { drawFinding, fillOf, fitText, headline, onTile, Tile } from "./lib/signs.tsx";
import { breakText, LINE, textLines, widthOf } from "./lib/text.tsx";

type Status = Row<"deliveries">["status"];

/** Latest stage first. */
export const STAGES: Readonly<Record<Status, string>> = {
  delivered: "delivered",
  "partly-delivered": "delivered in part",
  ordered: "ordered",
  pledged: "promised",
  intent: "intended",
  unknown: "not known",
};

/** Stages at which something has arrived; each has a stack of its own. */
const ARRIVED: readonly Status[] = ["delivered", "partly-delivered"];

type Announcement = ReturnType<typeof announcementsOf>[number];

const deliveryOptions = z.strictObject({
  side: id.optional().describe("The side that delivers."),
  arrived: z
    .strictObject({ delivered: line.max(20), "partly-delivered": line.max(20), none: line.max(20) })
    .describe("What is under each of the three numbers."),
});

type Options = z.infer<typeof deliveryOptions>;

/** Announcements as tiles, stacked by what has arrived. Pieces are never added up: their kinds differ. */
export const deliveries = withOptions(deliveryOptions, (ledger, options): View => {
  const announced = announcementsOf(ledger).sort((a, b) => a.date.localeCompare(b.date, "en"));
  const dated = announced.filter(({ date }) => date);
  const stages = Object.entries(STAGES).map(([id, label]) => {
    return { id: id as Status, label, rows: announced.filter(({ status }) => status === id) };
  });
  const come = announced.filter(({ status }) => ARRIVED.includes(status)).length;
  return {
    draw: (layout, finding = "") => draw(stages, options, finding, layout),
    table: tableOf(
      {
        item: "Equipment",
        status: "Stage",
        quantity: "Number",
        quantity_note: "What the number is",
        certainty: "How it is known",
        announced: "Announced",
        note: "Note",
      },
      stages.flatMap(({ label, rows }) =>
        rows.map(({ item, href, ...row }) => ({ ...row, item: { text: item, href }, status: label })),
      ),
    ),
    values: {
      all: announced.length,
      come,
      open: announced.length - come,
      ...Object.fromEntries(stages.map(({ id, rows }) => [id.replaceAll("-", "_"), rows.length])),
      counts: stages
        .filter(({ rows }) => rows.length > 0)
        .map(
          ({ label, rows }) =>
            `${countInWords(rows.length)} ${label} (${listOf(rows.map(({ name }) => name))})`,
        )
        .join("; "),
      from: formatDate(nth(dated, 0).date.slice(0, 7)),
      to: formatDate(nth(dated, -1).date.slice(0, 7)),
      // Each intent has its own number, so that a title naming one fails once the intent becomes an order.
      ...Object.fromEntries(
        announced.flatMap(({ id, status, quantity = 1 }) =>
          status === "intent" ? [[id.replaceAll("-", "_"), quantity]] : [],
        ),
      ),
    },
    sources: sourcesOf(...announced),
  };
});

export function announcementsOf(ledger: Ledger) {
  return ledger.deliveries.map((row) => ({
    ...row,
    name: row.short ?? row.item,
    date: row.announced ?? "",
    href: eventOrSource(ledger, row),
    certainty: lessSure(getRow(ledger, "events", row.event).status, row.quantity_certainty),
  }));
}

/** Certainty of the event or, if the event is confirmed, of its number. */
export function lessSure(event: string, number = event): string {
  return event === "confirmed" ? number : event;
}

interface Stage {
  id: Status;
  label: string;
  rows: Announcement[];
}

function draw(stages: readonly Stage[], { side, arrived }: Options, finding: string, layout: Layout) {
  const { width, isNarrow } = layout;
  const gap = isNarrow ? 11 : 16;
  const tileWidth = (width - 2 * gap) / 3;
  const [tileHeight, step] = isNarrow ? [28, 32] : [29, 33];
  const top = 66;

  const drawTile = (row: Announcement, x: number, y: number): VNode => {
    const { item, name, what = "", status, quantity, quantity_is, quantity_note, announced, note } = row;
    const has = ARRIVED.includes(status);
    const fill = has ? fillOf(row.certainty) : "dotted";
    const color = onTile(fill, side);
    const pieces =
      isNarrow || quantity === undefined || quantity_is === "planned" ? "" : `×${formatNumber(quantity)}`;
    const room = tileWidth - 14 - (pieces ? widthOf(pieces) + 6 : 0);
    const nameWidth = fitText(name, room, "bold");
    const kind = !isNarrow && what && nameWidth + widthOf(` ${what}`) <= room ? ` ${what}` : "";
    const when = announced ? `Announced ${formatShortDate(announced)}.` : "";
    const says = [when, quantity_note, note].filter(Boolean).join(" ");
    return (
      <LinkedMark
        label={`${item}, ${STAGES[status]}: ${says}`}
        href={row.href}
        x={x}
        y={y}
        width={tileWidth}
        height={tileHeight}
      >
        <Tile x={x} y={y} width={tileWidth} height={tileHeight} fill={fill} side={side} />
        <text class={color} x={x + 7} y={y + 20}>
          <tspan class="bold">{name}</tspan>
          {kind}
        </text>
        {pieces && textLines([pieces], x + tileWidth - 7, y + 20, `${color} end`)}
      </LinkedMark>
    );
  };

  const stacks = ARRIVED.map((status, i) => {
    const x = i * (tileWidth + gap);
    const { rows } = nth(stages, i);
    const sorted = [...rows].sort(
      (a, b) => Number(b.certainty === "confirmed") - Number(a.certainty === "confirmed"),
    );
    const words = arrived[status as keyof Options["arrived"]];
    return {
      bottom: top + rows.length * step,
      body: [
        ...headline(String(rows.length), breakText(words, tileWidth, "bold"), x, 32, side),
        ...sorted.map((row, j) => drawTile(row, x, top + j * step)),
      ],
    };
  });
  const open = stages.filter(({ id, rows }) => !ARRIVED.includes(id) && rows.length > 0);
  const openX = 2 * (tileWidth + gap);
  let y = top;
  const groups = open.flatMap(({ label, rows }) => {
    const heads = textLines([`${rows.length} ${label}`], openX, y + 13, "second");
    y += 20;
    const tiles = rows.map((row, j) => drawTile(row, openX, y + j * step));
    y += rows.length * step;
    return [...heads, ...tiles];
  });
  const count = open.reduce((sum, { rows }) => sum + rows.length, 0);
  const findingX = isNarrow ? tileWidth + gap : openX;
  const said = drawFinding(
    finding,
    findingX,
    (isNarrow ? Math.max(y, nth(stacks, 1).bottom) : y) + 23,
    width - findingX,
  );
  const key = isNarrow ? [FILLS, NONE] : [`${FILLS} ${NONE}`, "×6: pieces, where known."];
  const lowest = Math.max(nth(stacks, 0).bottom, isNarrow ? said.bottom : 0);
  const keyY = lowest + (isNarrow ? 20 : 22);
  return drawingOf(
    layout,
    Math.max(keyY + (key.length - 1) * LINE + 6, said.bottom + 2),
    <>
      {stacks.map(({ body }) => body)}
      {headline(String(count), breakText(arrived.none, tileWidth, "bold"), openX, 32)}
      {groups}
      {said.body}
      {textLines(key, 0, keyY, "second")}
    </>,
  );
}

const FILLS = "Filled: on record. Hollow: reported.";
const NONE = "Dotted: no arrival found.";
