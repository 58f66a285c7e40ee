import { sum } from "d3";
import { z } from "zod";
import { formatDate, formatShortDate } from "../format/dates.ts";
import { formatNumber } from "../format/numbers.ts";
import { id } from "../yaml/fields.ts";
import { getRow, inDateOrder } from "../ledger/lookup.ts";
import type { Ledger, Row } from "../ledger/ledger.ts";
import { nth } from "../expect-defined.ts";
import { eventOrSource } from "../phrases/links.ts";
import { countGroups, type Layout, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import { drawFinding, drawingOf, drawTile, fillOf, fitText, headline, Linked, onTile } from "./lib/signs.tsx";
import { breakText, LINE, write, widthOf } from "./lib/text.tsx";

type Status = Row<"deliveries">["status"];

export const STAGES: Readonly<Record<Status, string>> = {
  delivered: "delivered",
  "partly-delivered": "delivered in part",
  ordered: "ordered",
  pledged: "promised",
  intent: "intended",
  unknown: "not known",
};

const STACKS = ["delivered", "in part", "no arrival found"];

const ARRIVED: readonly Status[] = ["delivered", "partly-delivered"];

type Announcement = ReturnType<typeof announcementsOf>[number];

const deliveryOptions = z.strictObject({
  side: id.optional(),
});

type Options = z.infer<typeof deliveryOptions>;

/** Announcements as tiles, stacked by what has arrived. Pieces are never added up: their kinds differ. */
export const deliveries = withOptions(deliveryOptions, (ledger, options): View => {
  const announced = inDateOrder(announcementsOf(ledger));
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
        arrived: "Came",
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
      counts: countGroups(
        stages.map(({ label, rows }) => ({
          label,
          names: rows.map(({ name, what = "" }) => `${name} ${what}`.trim()),
        })),
      ),
      from: formatDate(nth(dated, 0).date.slice(0, 7)),
      to: formatDate(nth(dated, -1).date.slice(0, 7)),
    },
    sources: sourcesOf(...announced),
  };
});

export function announcementsOf(ledger: Ledger) {
  return ledger.deliveries.map((row) => ({
    ...row,
    name: row.short ?? row.item,
    date: row.announced ?? "",
    stage: STAGES[row.status],
    says: [row.quantity_note, row.note].filter(Boolean).join(" "),
    href: eventOrSource(ledger, row),
    certainty: lessSure(getRow(ledger, "events", row.event).status, row.quantity_certainty),
  }));
}

export function lessSure(event: string, number = event): string {
  return event === "confirmed" ? number : event;
}

function draw(
  stages: readonly { id: Status; label: string; rows: Announcement[] }[],
  { side }: Options,
  finding: string,
  layout: Layout,
) {
  const { width, isNarrow } = layout;
  const columnGap = isNarrow ? 6 : 16;
  const tileWidth = (width - 2 * columnGap) / 3;
  const [height, gap, pad] = isNarrow ? [22, 3, 4] : [29, 4, 7];
  const bold = isNarrow ? "" : "bold";
  const said = drawFinding(finding, 0, 17, width);
  const open = stages.filter(({ id, rows }) => !ARRIVED.includes(id) && rows.length > 0);
  const heads = STACKS.map((words) => breakText(words, tileWidth - 6, "bold"));
  const headY = said.bottom + 36;
  const top = headY + 14 + LINE * Math.max(...heads.map(({ length }) => length));

  const names = stages.flatMap(({ rows }) => rows.map(({ name }) => name));
  const tileOf = (row: Announcement) => {
    const { item, name, what = "", status, stage, quantity, quantity_is, announced, says } = row;
    const hasCome = ARRIVED.includes(status);
    const number = row.arrived ?? (hasCome && quantity_is !== "planned" ? quantity : undefined);
    const fill = hasCome ? fillOf(row.certainty) : "dotted";
    const color = onTile(fill, side);
    const pieces = number === undefined ? "" : `×${formatNumber(number)}`;
    const free = tileWidth - 2 * pad - fitText(name, tileWidth - 2 * pad, bold);
    const taken = pieces ? widthOf(pieces) + 5 : 0;
    // Below: a number without room, and what tells equal names apart.
    const isKindShown = what && widthOf(` ${what}`) + taken <= free;
    const isKindBelow = !isKindShown && names.indexOf(name) < names.lastIndexOf(name);
    const tall = height + (taken > free || isKindBelow ? LINE - 2 : 0);
    const numberY = (taken > free ? tall : height) - height / 2 + 5;
    const when = announced ? ` Announced ${formatShortDate(announced)}.` : "";
    const draw = (x: number, y: number) => (
      <Linked label={`${item}, ${stage}:${when} ${says}`} href={row.href} at={[x, y, tileWidth, tall]}>
        {drawTile(x, y, tileWidth, tall, fill, side)}
        <text class={color} x={x + pad} y={y + height / 2 + 5}>
          <tspan class={bold}>{name}</tspan>
          {isKindShown && ` ${what}`}
        </text>
        {isKindBelow && write(what, x + pad, y + tall - height / 2 + 5, color)}
        {pieces && write(pieces, x + tileWidth - pad, y + numberY, `${color} end`)}
      </Linked>
    );
    return { draw, step: tall + gap };
  };

  let bottom = top;
  const stacks = heads.map((words, i) => {
    const x = i * (tileWidth + columnGap);
    const groups = i < ARRIVED.length ? [nth(stages, i)] : open;
    let y = top;
    const drawn = groups.map(({ label, rows }) => {
      if (groups === open) y += 20;
      const head = groups === open && write(`${rows.length} ${label}`, x, y - 7, "second");
      const tiles = [...rows]
        .sort((a, b) => Number(b.certainty === "confirmed") - Number(a.certainty === "confirmed"))
        .map((row) => {
          const tile = tileOf(row);
          y += tile.step;
          return tile.draw(x, y - tile.step);
        });
      bottom = Math.max(bottom, y);
      return [head, tiles];
    });
    const count = sum(groups, ({ rows }) => rows.length);
    return [headline(String(count), words, x, headY, groups === open ? undefined : side), drawn];
  });
  const came = stages.filter(({ id }) => ARRIVED.includes(id)).flatMap(({ rows }) => rows);
  const hasHollow = came.some(({ certainty }) => fillOf(certainty) === "hollow");
  const hasNumber = came.some(({ arrived, quantity, quantity_is }) => arrived ?? (!quantity_is && quantity));
  const told = (hasNumber ? "×6: six came. " : "") + (hasHollow ? "Hollow: reported." : "");
  const key = breakText(told, width);
  return drawingOf(layout, bottom + 6 + key.length * LINE, [
    said.body,
    stacks,
    write(key, 0, bottom + 17, "second"),
  ]);
}
