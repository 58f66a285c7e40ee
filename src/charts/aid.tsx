import { descending, minIndex, scaleLinear, sum } from "d3";
import type { VNode } from "preact";
import { z } from "zod";
import { formatDate } from "../format/dates.ts";
import { capitalize, ordinal } from "../format/numbers.ts";
import { countryCode, id, line } from "../yaml/fields.ts";
import type { Row } from "../ledger/ledger.ts";
import { nth, expectDefined } from "../expect-defined.ts";
import { sourceLink } from "../phrases/links.ts";
import { type Layout, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import { drawingOf, Linked, ofSide } from "./lib/signs.tsx";
import { breakText, LINE, metricsOf, write, widest, widthOf } from "./lib/text.tsx";

type Aid = Row<"aid">;

const FIELDS = [
  "military_eur_bn",
  "financial_eur_bn",
  "humanitarian_eur_bn",
  "gdp_share_pct",
  "eu_share_pct",
] as const satisfies (keyof Aid)[];

const aidOptions = z.strictObject({
  marked: countryCode.describe("The donor that is set off."),
  side: id.optional().describe("The side whose colour that donor has."),
  parts: z
    .array(z.strictObject({ id: id.max(20), fields: z.array(z.enum(FIELDS)).min(1), name: line.max(40) }))
    .length(2)
    .describe(
      "The two parts of a bar, each one field or the sum of some; donors without the first are omitted.",
    ),
  level: line
    .max(40)
    .optional()
    .describe(
      "Words at a line through all bars at the first part of the donor that is set off: `{value}` is its amount.",
    ),
  none: line.max(30).optional().describe("Said of a donor for whom the second part does not exist."),
  times: z
    .number()
    .positive()
    .default(1)
    .describe("What the fields are multiplied by: 10 makes a share in % one per mille."),
  total: z.literal("total_eur_bn").optional().describe("Their sum as the source has it."),
  unit: line.describe("Unit in the table: EUR bn."),
  value: line.describe("How a value is written: `€{value}bn`."),
  short: line.max(20).describe("How it is written beside the first bar: `€{value}bn`."),
  decimals: z.number().int().min(0).max(3),
  left_out: z.array(countryCode).default([]).describe("Donors that are not drawn; the table has them."),
});
type Options = z.infer<typeof aidOptions>;

interface Bar {
  name: string;
  values: number[];
  text: string;
  none: string | undefined;
  isMarked: boolean;
  label: string;
  href: string;
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/** Aid allocated by donor, in two parts, largest first. */
export const aid = withOptions(aidOptions, (ledger, options): View => {
  const { parts, times } = options;
  const has = (row: Aid, part: number) => nth(parts, part).fields.some((field) => row[field] !== undefined);
  const valuesOf = (row: Aid) => parts.map(({ fields }) => sum(fields, (field) => (row[field] ?? 0) * times));
  const total = (row: Aid) => (options.total ? row[options.total] : sum(valuesOf(row)));
  const amountsOf = (row: Aid) => parts.map((part, i) => ({ ...part, value: nth(valuesOf(row), i) }));
  const formatAmount = (number: number) => number.toFixed(options.decimals);
  const written = (row: Aid) => options.value.replace("{value}", formatAmount(total(row)));
  const rows = ledger.aid.filter(({ basis }) => basis === "allocations");
  if (new Set(rows.map(({ as_of, release }) => as_of + release)).size > 1)
    throw new Error("amounts cannot be compared: the rows of aid differ in `as_of` or `release`");
  const donors = rows
    .filter((row) => has(row, 0))
    .sort((a, b) => descending(total(a), total(b)) || a.donor.localeCompare(b.donor, "en"));
  const compared = donors.filter(({ country }) => !options.left_out.includes(country));
  const markedDonor = expectDefined(
    compared.find(({ country }) => country === options.marked),
    `row of aid of ${options.marked}`,
  );
  const rank = (amount: (row: Aid) => number) =>
    compared.filter((row) => amount(row) > amount(markedDonor)).length + 1;
  const level = options.level?.replace("{value}", formatAmount(nth(valuesOf(markedDonor), 0)));
  const hrefOf = ({ sources }: Aid) => sourceLink(ledger, nth(sources, 0));
  const bars = compared.map((row, i): Bar => {
    const amount = formatAmount(total(row));
    const said = amountsOf(row).map(({ name, value }) => `${formatAmount(value)} ${name}`);
    return {
      name: row.donor,
      values: valuesOf(row),
      text: i === 0 || row === markedDonor ? options.short.replace("{value}", amount) : amount,
      none: has(row, 1) ? undefined : options.none,
      href: hrefOf(row),
      isMarked: row === markedDonor,
      label: `${row.donor}: ${written(row)} (${said.join(", ")})`,
    };
  });
  return {
    draw: (layout, finding = "") =>
      draw(bars, { ...options, level, rank: ordinal(rank(total)) }, finding, layout),
    table: tableOf(
      {
        donor: "Donor",
        ...Object.fromEntries(parts.map(({ id, name }) => [id, capitalize(name)])),
        total: "Total",
      },
      donors.map((row) => ({
        donor: { text: row.donor, href: hrefOf(row) },
        ...Object.fromEntries(
          amountsOf(row).map(({ id, value }, i) => [id, has(row, i) ? round(value) : null]),
        ),
        total: round(total(row)),
      })),
      options.unit,
    ),
    values: {
      // Totals by country code, and the parts of the donor that is set off.
      ...Object.fromEntries(donors.map((row) => [row.country, formatAmount(total(row))])),
      ...Object.fromEntries(amountsOf(markedDonor).map(({ id, value }) => [id, formatAmount(value)])),
      total: formatAmount(total(markedDonor)),
      above: rank(total) - 1,
      rank: ordinal(rank(total)),
      own_rank: ordinal(rank((row) => nth(valuesOf(row), 0))),
      largest: `${nth(compared, 0).donor} (${written(nth(compared, 0))})`,
      donors: compared.length,
      until: formatDate(markedDonor.as_of),
      release: /Release (\d+)/.exec(markedDonor.release)?.[1] ?? markedDonor.release,
    },
    sources: sourcesOf(...donors),
  };
});

const KEY_HEIGHT = 24;

/** Bars of the donors, the longest first; rank and finding are where the shorter ones leave room. */
function draw(
  bars: readonly Bar[],
  { parts, side, level, rank }: Options & { rank: string },
  finding: string,
  layout: Layout,
) {
  const { width, isNarrow } = layout;
  const classes = isNarrow ? "" : "small";
  const top = KEY_HEIGHT + (level ? LINE : 0);
  const rowHeight = Math.min((layout.maxHeight - top - 12) / bars.length, 25);
  const barHeight = rowHeight - 8;
  const names = bars.map(({ name }) => name);
  const gutter = widest(names, `bold ${classes}`) + 10;
  const right = width - Math.max(...bars.map(({ text }) => widthOf(text, "bold") + 8));
  const scale = scaleLinear([0, Math.max(...bars.map(({ values }) => sum(values)))], [gutter, right]);
  const middles = bars.map((_, i) => top + (i + 0.5) * rowHeight);
  const marks = bars.map(({ name, values, text, none, isMarked, label, href }, i) => {
    const middle = nth(middles, i);
    const color = isMarked ? `bold ${ofSide(side, "own")} ${classes}` : classes;
    let end = scale(0);
    const blocks = values.map((value, part) => {
      const start = end;
      end += scale(value) - scale(0);
      const size = { width: Math.max(end - start - 1, 0.5), height: barHeight };
      return (
        value > 0 && (
          <rect class={toneOf(part, isMarked, side)} x={start} y={middle - barHeight / 2} {...size} />
        )
      );
    });
    const shown = isNarrow || !none ? text : `${text} ${none}`;
    return (
      <Linked label={label} href={href} at={[0, middle - rowHeight / 2, width, rowHeight]}>
        {write([name], 0, middle + 5, color)}
        {blocks}
        {write([shown], end + 7, middle + 5, `${color} halo`)}
      </Linked>
    );
  });
  const ends = bars.map(({ values, text, none }) => {
    return scale(sum(values)) + 7 + widthOf(isNarrow || !none ? text : `${text} ${none}`, "bold");
  });
  const marked = bars.findIndex(({ isMarked }) => isMarked);
  const own = scale(nth(nth(bars, marked).values, 0));
  const words = placeInRoom([rank, finding, side], { ends, middles, rowHeight, width, from: marked });
  return drawingOf(
    layout,
    Math.max(top + bars.length * rowHeight + 4, words.bottom),
    <>
      {drawKey(
        parts.map(({ name }) => name),
        isNarrow ? 0 : gutter,
        classes,
      )}
      {marks}
      {level && (
        <>
          <path class="stem" d={`M${own} ${top - 2}V${top + bars.length * rowHeight}`} />
          {write([level], own, top - 7, `${ofSide(side, "own")} bold ${classes} middle`)}
        </>
      )}
      {words.body}
    </>,
  );
}

function toneOf(part: number, isMarked: boolean, side: string | undefined): string {
  return isMarked ? ofSide(side, nth(["solid", "second-tone"], part)) : `tone-${part + 1}`;
}

function drawKey(names: readonly string[], left: number, classes: string): VNode[] {
  let x = left;
  return names.map((name, part) => {
    const start = x;
    x += 18 + widthOf(name, classes) + 18;
    return (
      <>
        <rect class={toneOf(part, false, undefined)} x={start} y={5} width={12} height={12} />
        {write([name], start + 18, 16, `second ${classes}`)}
      </>
    );
  });
}

/** Headline and finding right of the bars, as near to row `from` as there is room, else below the bars. */
function placeInRoom(
  [rank, finding, side]: readonly [string, string, string | undefined],
  room: {
    ends: readonly number[];
    middles: readonly number[];
    rowHeight: number;
    width: number;
    from: number;
  },
): { body: VNode[]; bottom: number } {
  const { ends, middles, rowHeight, width, from } = room;
  const { step } = metricsOf("finding");
  const above = metricsOf("headline").step;
  const places = middles.flatMap((middle, i) =>
    [220, 180, 150, 120].flatMap((wanted) => {
      const lines = breakText(finding, wanted, "finding");
      const rows = Math.ceil((above + lines.length * step) / rowHeight);
      const x = width - Math.max(widest(lines, "finding"), widthOf(rank, "headline"));
      const isFree = i + rows <= ends.length && ends.slice(i, i + rows).every((end) => end + 14 <= x);
      return isFree ? [{ lines, x, y: middle - rowHeight / 2 + above, far: Math.abs(i + 1 - from) }] : [];
    }),
  );
  const best = places[minIndex(places, ({ far, lines }) => far + lines.length)];
  const below = {
    lines: breakText(finding, width, "finding"),
    x: 0,
    y: nth(middles, -1) + rowHeight + above,
  };
  const { lines, x, y } = best ?? below;
  return {
    body: [
      ...write([rank], x, y, `headline ${ofSide(side, "own")}`),
      ...write(lines, x, y + step, "finding"),
    ],
    bottom: y + lines.length * step + 6,
  };
}
