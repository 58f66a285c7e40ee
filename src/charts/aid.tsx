import { descending, minIndex, scaleLinear, sum } from "d3";
import { z } from "zod";
import { formatDate } from "../format/dates.ts";
import { capitalize, ordinal } from "../format/numbers.ts";
import { countryCode, id, line } from "../yaml/fields.ts";
import type { Row } from "../ledger/ledger.ts";
import { nth, expectDefined } from "../expect-defined.ts";
import { sourceLink } from "../phrases/links.ts";
import { type Layout, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import { drawingOf, drawSaid, Linked, ofSide } from "./lib/signs.tsx";
import { breakText, LINE, widest, widthOf, write } from "./lib/text.tsx";

type Aid = Row<"aid">;

const FIELDS = [
  "military_eur_bn",
  "financial_eur_bn",
  "humanitarian_eur_bn",
  "gdp_share_pct",
  "eu_share_pct",
] as const satisfies (keyof Aid)[];

const aidOptions = z.strictObject({
  marked: countryCode,
  side: id.optional(),
  parts: z
    .array(z.strictObject({ id: id.max(20), fields: z.array(z.enum(FIELDS)).min(1), name: line.max(40) }))
    .length(2)
    .describe(
      "The two parts of a bar, each one field or the sum of some; donors without the first are omitted.",
    ),
  level: line
    .max(24)
    .optional()
    .describe(
      "Said of the first part of the donor that is set off, `{value}`, which is a line through all rows.",
    ),
  measure: line.max(80).describe("What the bars measure, above them; `{until}` is the last day."),
  times: z
    .number()
    .positive()
    .default(1)
    .describe("What the fields are multiplied by: 10 makes a share in % one per mille."),
  total: z.literal("total_eur_bn").optional().describe("Their sum as the source has it."),
  unit: line,
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
  isMarked: boolean;
  label: string;
  href: string;
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/** Aid allocated by donor, in two parts, largest first. */
export const aid = withOptions(aidOptions, (ledger, options): View => {
  const { parts, times, marked } = options;
  const formatAmount = (number: number) => number.toFixed(options.decimals);
  const donors = ledger.aid
    .filter(({ basis }) => basis === "allocations")
    .map((row) => {
      const has = parts.map(({ fields }) => fields.some((field) => row[field] !== undefined));
      const values = parts.map(({ fields }) => sum(fields, (field) => (row[field] ?? 0) * times));
      const total = options.total ? row[options.total] : sum(values);
      const written = options.value.replace("{value}", formatAmount(total));
      return { ...row, has, values, total, written, href: sourceLink(ledger, nth(row.sources, 0)) };
    })
    .sort((a, b) => descending(a.total, b.total) || a.donor.localeCompare(b.donor, "en"))
    .filter(({ has }) => has[0]);
  if (new Set(donors.map(({ as_of, release }) => as_of + release)).size > 1)
    throw new Error("amounts cannot be compared: the rows of aid differ in `as_of` or `release`");
  const compared = donors.filter(({ country }) => !options.left_out.includes(country));
  const own = expectDefined(
    compared.find(({ country }) => country === marked),
    `row of aid of ${marked}`,
  );
  const [ownFirst, largest] = [nth(own.values, 0), nth(compared, 0)];
  const above = compared.filter(({ total }) => total > own.total).length;
  const rank = ordinal(above + 1);
  const level = options.level ? `, ${options.level.replace("{value}", formatAmount(ownFirst))}` : "";
  const bars = compared.map((row, i): Bar => {
    const { donor: name, values, total, written, href, country } = row;
    const said = parts.map(({ name }, i) => `${formatAmount(nth(values, i))} ${name}`);
    const amount = formatAmount(total);
    const isMarked = country === marked;
    const text = i === 0 || isMarked ? options.short.replace("{value}", amount) : amount;
    const label = `${name}: ${written} (${said.join(", ")})`;
    return { name, values, text: isMarked ? text + level : text, isMarked, label, href };
  });
  const until = formatDate(own.as_of);
  const measure = options.measure.replace("{until}", until);
  return {
    draw: (layout, finding = "") => draw(bars, { ...options, measure, rank }, layout, finding),
    table: tableOf(
      {
        donor: "Donor",
        ...Object.fromEntries(parts.map(({ id, name }) => [id, capitalize(name)])),
        total: "Total",
      },
      donors.map(({ donor: text, href, has, values, total }) => ({
        donor: { text, href },
        ...Object.fromEntries(parts.map(({ id }, i) => [id, has[i] ? round(nth(values, i)) : null])),
        total: round(total),
      })),
      options.unit,
    ),
    values: {
      // Totals by country code, and the parts of the donor that is set off.
      ...Object.fromEntries(donors.map(({ country, total }) => [country, formatAmount(total)])),
      ...Object.fromEntries(parts.map(({ id }, i) => [id, formatAmount(nth(own.values, i))])),
      total: formatAmount(own.total),
      above,
      rank,
      own_rank: ordinal(compared.filter(({ values }) => nth(values, 0) > ownFirst).length + 1),
      largest: `${largest.donor} (${largest.written})`,
      first: largest.donor,
      share: String(Math.round((own.total / largest.total) * 100)),
      donors: compared.length,
      until,
      release: /Release (\d+)/.exec(own.release)?.[1] ?? own.release,
    },
    sources: sourcesOf(...donors),
  };
});

const toneOf = (part: number, isMarked: boolean, side: string | undefined) =>
  isMarked ? ofSide(side, part === 0 ? "solid" : "second-tone") : `tone-${part + 1}`;

/** Bars of the donors, the longest first; rank and finding are where the shorter ones leave room. */
function draw(
  bars: readonly Bar[],
  { parts, side, level, measure, rank }: Options & { rank: string },
  layout: Layout,
  finding: string,
) {
  const { width, isNarrow } = layout;
  const classes = isNarrow ? "" : "small";
  const heads = breakText(measure, width, classes);
  const keyY = heads.length * LINE;
  const top = keyY + 2 * LINE + 4;
  const rowHeight = Math.min((layout.maxHeight - top - 12) / bars.length, 25);
  const barHeight = rowHeight - 8;
  const bottom = top + bars.length * rowHeight;
  const gutter =
    widest(
      bars.map(({ name }) => name),
      `bold ${classes}`,
    ) + 10;
  // As long as their amounts leave room for.
  const unit = Math.min(
    ...bars.map(({ values, text }) => (width - gutter - widthOf(text, "bold") - 8) / sum(values)),
  );
  const most = Math.max(...bars.map(({ values }) => sum(values)));
  const scale = scaleLinear([0, most], [gutter, gutter + unit * most]);
  const rows = bars.map((bar, i) => ({
    ...bar,
    end: scale(sum(bar.values)),
    middle: top + (i + 0.5) * rowHeight,
  }));
  const marked = bars.findIndex(({ isMarked }) => isMarked);
  const own = scale(nth(nth(bars, marked).values, 0));

  // Headline and finding right of the bars, as near to the row that is set off as there is room, else below the bars.
  const places = rows.flatMap(({ middle }, i) =>
    [220, 180, 150, 120].flatMap((room) => {
      const words = drawSaid(rank, finding, room, side);
      const taken = rows.slice(i, i + Math.ceil(words.height / rowHeight));
      const x = width - words.width - 6;
      const isFree = taken.every(({ end, text }) => end + 21 + widthOf(text, "bold") <= x);
      return isFree && taken.length * rowHeight >= words.height
        ? [{ words, x, y: middle - rowHeight / 2, far: Math.abs(i + 1 - marked) + words.height / 21 }]
        : [];
    }),
  );
  const { words, x, y } = places[minIndex(places, ({ far }) => far)] ?? {
    words: drawSaid(rank, finding, width, side),
    x: 0,
    y: bottom + rowHeight / 2,
  };
  const said = words.draw(x, y + 36, "halo");
  let keyX = 0;
  return drawingOf(layout, Math.max(bottom + 4, y + words.height + 6), [
    write(heads, 0, 14, `second ${classes}`),
    parts.map(({ name }, part) => {
      const start = keyX;
      keyX += 36 + widthOf(name, classes);
      return [
        <rect class={toneOf(part, false, side)} x={start} y={keyY + 5} width={12} height={12} />,
        write(name, start + 18, keyY + 16, `second ${classes}`),
      ];
    }),
    scale
      .ticks(4)
      .map((value) => [
        <path class="hair" d={`M${scale(value)} ${top}V${bottom}`} />,
        write(String(value), scale(value), top - 3, `second middle ${classes}`),
      ]),
    level && <path class={ofSide(side, "series")} d={`M${own} ${top}V${bottom}`} />,
    rows.map(({ name, values, text, isMarked, label, href, end, middle }) => {
      const color = isMarked ? `bold ${ofSide(side, "own")} ${classes}` : classes;
      let start = gutter;
      return (
        <Linked label={label} href={href} at={[0, middle - rowHeight / 2, width, rowHeight]}>
          {write(name, 0, middle + 5, color)}
          {values.map((value, part) => {
            const box = { x: start, y: middle - barHeight / 2, height: barHeight };
            start += scale(value) - gutter;
            return (
              value > 0 && (
                <rect
                  class={toneOf(part, isMarked, side)}
                  {...box}
                  width={Math.max(start - box.x - 1, 0.5)}
                />
              )
            );
          })}
          {write(text, end + 7, middle + 5, `${color} halo`)}
        </Linked>
      );
    }),
    said,
  ]);
}
