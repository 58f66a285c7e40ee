import type { VNode } from "preact";
import { z } from "zod";
import { formatDate, formatShortDate } from "../i18n/dates.ts";
import { countInWords, formatNumber } from "../i18n/numbers.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { statusOf } from "../ledger/lookup.ts";
import type { Row } from "../ledger/schema.ts";
import { itemAt, required } from "../required.ts";
import { eventOrSource } from "../views/links.ts";
import { keyOf, type Layout, px } from "./lib/drawing.ts";
import { type Certainty, drawingOf, lineAcross, Mark } from "./lib/marks.tsx";
import { breakText, LINE, textLines } from "./lib/text.tsx";
import { sourcesOf, tableOf, type View, withOptions } from "./view.ts";

type Delivery = Row<"deliveries">;

/** Stages of a delivery, the last one first. */
const STAGES = [
  { id: "delivered", label: "delivered", short: "delivered" },
  { id: "partly-delivered", label: "delivered in part", short: "in part" },
  { id: "ordered", label: "ordered", short: "ordered" },
  { id: "pledged", label: "promised", short: "promised" },
  { id: "intent", label: "declared intent", short: "intended" },
  { id: "unknown", label: "not known", short: "not known" },
] as const satisfies { id: Delivery["status"]; label: string; short: string }[];

interface Group {
  stage: (typeof STAGES)[number];
  rows: { id: string; row: Delivery; isReported: boolean; says: string; href: string }[];
}

/** One square per announcement, by stage. Pieces are never added up: their kinds differ. */
export const deliveries = withOptions(z.strictObject({}), (ledger): View => {
  const all = [...ledger.deliveries].sort((a, b) => (a.announced ?? "").localeCompare(b.announced ?? ""));
  const groups = STAGES.map((stage) => ({
    stage,
    rows: all
      .filter(({ status }) => status === stage.id)
      .map((row) => ({
        id: row.id,
        row,
        isReported: deliveryCertainty(ledger, row) !== "confirmed",
        says: saysOf(row, stage.label),
        href: eventOrSource(ledger, row),
      })),
  })).filter(({ rows }) => rows.length > 0);
  const count = (...stages: Delivery["status"][]) =>
    all.filter(({ status }) => stages.includes(status)).length;
  const announced = all.flatMap(({ announced }) => announced ?? []).sort();
  const come = count("delivered", "partly-delivered");
  return {
    key: keyOf(
      groups.some(({ rows }) => rows.some(({ isReported }) => isReported)) && {
        glyph: "ring",
        label: "reported, not confirmed by a government",
      },
    ),
    draw: (layout) => draw(groups, layout),
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
      groups.flatMap(({ stage, rows }) => rows.map((of) => ({ ...of, stage }))),
      ({ row, stage, href }) => [
        { text: row.item, href },
        stage.label,
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
      `${formatNumber(all.filter(({ quantity }) => quantity === undefined).length)} give no number of pieces.`,
    values: {
      announcements: String(all.length),
      delivered: countInWords(count("delivered")),
      partly: countInWords(count("partly-delivered")),
      come: countInWords(come),
      from: formatDate(itemAt(announced, 0).slice(0, 7)),
      to: formatDate(itemAt(announced, -1).slice(0, 7)),
    },
    // Each intent has its own number, so that a title that names one is noticed when it becomes an order.
    numbers: {
      come,
      open: all.length - come,
      ...Object.fromEntries(
        all.filter(({ status }) => status === "intent").map(({ id }) => [id.replaceAll("-", "_"), 1]),
      ),
    },
    sources: sourcesOf(...all),
  };
});

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
  return quantity_is === "planned" ? `${formatNumber(quantity)} planned` : formatNumber(quantity);
}

function saysOf(row: Delivery, stage: string): string {
  const day = row.announced && `announced ${formatShortDate(row.announced)}`;
  return [`${row.item}: ${[stage, day].filter(Boolean).join(", ")}.`, row.quantity_note, row.note]
    .filter(Boolean)
    .join(" ");
}

function nameOf({ short, item }: Delivery): string {
  return short ?? item;
}

function detailOf({ quantity_note, item }: Delivery): string {
  return quantity_note ? required(/^[^.;]*/.exec(quantity_note), "statement")[0] : item;
}

/** The shape of a square shows the stage, so that colour is not needed. */
function square(stage: Delivery["status"], x: number, y: number, width: number, height: number): VNode {
  const [left, top, right, bottom] = [px(x + 0.6), px(y + 0.6), px(x + width - 0.6), px(y + height - 0.6)];
  const arm = px(Math.min(width, height) * 0.28);
  if (stage === "delivered")
    return <path class="fill-accent" d={`M${left} ${top}H${right}V${bottom}H${left}z`} />;
  if (stage === "intent")
    return (
      <path
        class="line-accent bracket"
        d={`M${px(left + arm)} ${top}H${left}V${bottom}h${arm}M${px(right - arm)} ${top}H${right}V${bottom}h${-arm}`}
      />
    );
  return (
    <>
      {stage === "partly-delivered" && <path class="fill-half" d={`M${left} ${top}V${bottom}H${right}z`} />}
      <path
        class={stage === "unknown" ? "line-accent dashed" : "line-accent"}
        d={`M${left} ${top}H${right}V${bottom}H${left}z`}
      />
      {stage === "ordered" && (
        <circle
          class="fill-accent"
          cx={px(right - Math.min(10, width / 2 - 1))}
          cy={px(bottom - Math.min(12, height / 2 - 1))}
          r={Math.min(4, width / 5)}
        />
      )}
    </>
  );
}

const GAP = 14;
const SQUARE = 34;

function draw(groups: readonly Group[], layout: Layout) {
  const { width } = layout;
  const total = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const step = (width - GAP * (groups.length - 1)) / total;
  const own = Math.max(step - 2, 3);
  const top = 40;
  const parts: VNode[] = [];
  let x = 0;
  for (const { stage, rows } of groups) {
    parts.push(
      ...textLines([String(rows.length)], x, 28, "number"),
      ...rows.map((row, i) => (
        <Mark of={row} x={x + i * step} y={top} width={own} height={SQUARE}>
          {square(stage.id, x + i * step, top, own, SQUARE)}
        </Mark>
      )),
    );
    x += rows.length * step + GAP;
  }
  const y = top + SQUARE + 14;
  const list = drawList(groups, { top: y + 8, width, columns: layout.name === "wide" ? 2 : 1 });
  return drawingOf(
    layout,
    Math.ceil(list.bottom),
    <>
      {parts}
      {lineAcross("rule-ink", y, width)}
      {list.body}
    </>,
  );
}

/** Every announcement with what its number is, under the head of its group, in columns of about the same height. */
function drawList(
  groups: readonly Group[],
  { top, width, columns }: { top: number; width: number; columns: number },
) {
  const gap = 32;
  const own = (width - gap * (columns - 1)) / columns;
  const blocks = groups.flatMap(({ stage, rows }) =>
    rows.map((of, i) => {
      const name = [nameOf(of.row), amountOf(of.row)].filter(Boolean).join(" ");
      const lines = breakText(`${name} ${detailOf(of.row)}`, own - 14);
      return {
        of,
        stage,
        name,
        lines,
        head: i === 0 ? `${rows.length} ${stage.short}` : "",
        height: lines.length * LINE + 8 + (i === 0 ? 38 : 0),
      };
    }),
  );
  const all = blocks.reduce((sum, { height }) => sum + height, 0);
  let [column, y, bottom, taken] = [0, top, top, 0];
  const body = blocks.map(({ of, stage, name, lines, head, height }) => {
    if (columns > 1 && column < columns - 1 && taken > (all / columns) * (column + 1) - height / 2) {
      column++;
      y = top;
    }
    taken += height;
    const x = column * (own + gap);
    const start = y + (head ? 38 : 0);
    const node = (
      <>
        {head && square(stage.id, x + 1, y + 12, 14, 14)}
        {head && textLines([head], x + 24, y + 26, "head")}
        <Mark of={of} x={x} y={start} width={own} height={lines.length * LINE + 6}>
          <text x={px(x)} y={px(start + 15)}>
            <tspan class="bold">{(lines[0] ?? "").slice(0, name.length)}</tspan>
            <tspan class="second">{(lines[0] ?? "").slice(name.length)}</tspan>
          </text>
          {textLines(lines.slice(1), x, start + 15 + LINE, "second")}
          {of.isReported && <use href="#ring" x={px(x + own - 5)} y={px(start + 10)} />}
        </Mark>
      </>
    );
    y += height;
    bottom = Math.max(bottom, y);
    return node;
  });
  return { body, bottom };
}
