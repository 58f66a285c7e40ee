import { descending, max, scaleLinear, sum } from "d3";
import { z } from "zod";
import { formatDate } from "../format/dates.ts";
import { capitalize, ordinal } from "../format/numbers.ts";
import { countryCode, id, line } from "../yaml/fields.ts";
import type { Row } from "../ledger/ledger.ts";
import { nth, expectDefined } from "../expect-defined.ts";
import { sourceLink } from "../phrases/links.ts";
import { type Layout, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import { drawingOf, drawSaid, Linked, ofSide } from "./lib/signs.tsx";
import { breakEvenly, LINE, widest, widthOf, write } from "./lib/text.tsx";

const FIELDS = [
  "military_eur_bn",
  "financial_eur_bn",
  "humanitarian_eur_bn",
  "gdp_share_pct",
  "eu_share_pct",
] as const satisfies (keyof Row<"aid">)[];

const aidOptions = z.strictObject({
  marked: countryCode,
  side: id.optional(),
  parts: z
    .array(z.strictObject({ id: id.max(20), fields: z.array(z.enum(FIELDS)).min(1), name: line.max(40) }))
    .length(2)
    .describe(
      "The two parts of a bar, each one field or the sum of some; donors without the first are omitted.",
    ),
  measure: line.max(90).describe("What the bars measure, above them; `{until}` is the last day."),
  times: z
    .number()
    .positive()
    .default(1)
    .describe("What the fields are multiplied by: 10 makes a share in % one per mille."),
  unit: line,
  value: line.describe("How a value is written: `€{value}bn`."),
  left_out: z.array(countryCode).default([]).describe("Donors that are not drawn; the table has them."),
});

interface Bar extends Pick<Row<"aid">, "donor"> {
  values: number[];
  total: number;
  text: string;
  isMarked: boolean;
  label: string;
  href: string;
}

const formatAmount = (number: number) => number.toFixed(1);
const round = (value: number) => Math.round(value * 1000) / 1000;

export const aid = withOptions(aidOptions, (ledger, options): View => {
  const { parts, times, marked, value, left_out } = options;
  const donors = ledger.aid
    .filter(({ basis }) => basis === "allocations")
    .map((row) => {
      const has = parts.map(({ fields }) => fields.some((field) => row[field] !== undefined));
      const values = parts.map(({ fields }) => sum(fields, (field) => (row[field] ?? 0) * times));
      const total = sum(values);
      const text = formatAmount(total);
      const written = value.replace("{value}", text);
      const said = parts.map(({ name }, i) => `${formatAmount(nth(values, i))} ${name}`);
      return {
        ...{ ...row, has, values, total, written, isMarked: row.country === marked },
        ...{ text, label: `${row.donor}: ${written} (${said.join(", ")})` },
        href: sourceLink(ledger, nth(row.sources, 0)),
      };
    })
    .sort((a, b) => descending(a.total, b.total) || a.donor.localeCompare(b.donor, "en"))
    .filter(({ has }) => has[0]);
  if (new Set(donors.map(({ as_of, release }) => as_of + release)).size > 1)
    throw new Error("amounts cannot be compared: the rows of aid differ in `as_of` or `release`");
  const compared = donors.filter(({ country }) => !left_out.includes(country));
  const own = expectDefined(
    compared.find(({ isMarked }) => isMarked),
    `row of aid of ${marked}`,
  );
  const largest = nth(compared, 0);
  const above = compared.filter(({ total }) => total > own.total).length;
  const until = formatDate(own.as_of);
  const words = {
    measure: options.measure.replace("{until}", until),
    rank: ordinal(above + 1),
  };
  return {
    draw: (layout, finding = "") => draw(compared, { ...options, ...words }, layout, finding),
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
      ...Object.fromEntries(donors.map(({ country, text }) => [country, text])),
      ...Object.fromEntries(parts.map(({ id }, i) => [id, formatAmount(nth(own.values, i))])),
      total: own.text,
      above,
      rank: words.rank,
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

function draw(
  bars: readonly Bar[],
  { parts, side, measure, rank }: z.infer<typeof aidOptions> & { rank: string },
  layout: Layout,
  finding: string,
) {
  const { width, isNarrow } = layout;
  const classes = isNarrow ? "" : "small";
  const heads = breakEvenly(measure, width, classes);
  const keyY = heads.length * LINE;
  const top = keyY + 2 * LINE + 4;
  const rowHeight = Math.min((layout.maxHeight - top - 8) / bars.length, 25);
  const barHeight = rowHeight - 8;
  const yOf = (i: number) => top + i * rowHeight;
  const bottom = yOf(bars.length);
  const names = bars.map(({ donor }) => donor);
  const gutter = widest(names, `bold ${classes}`) + 10;
  const room = ({ text }: Bar) => width - gutter - widthOf(text, "bold") - 8;
  const unit = Math.min(...bars.map((bar) => room(bar) / bar.total));
  const most = max(bars, ({ total }) => total) ?? 0;
  const scale = scaleLinear([0, most], [gutter, gutter + unit * most]);
  const marked = bars.findIndex(({ isMarked }) => isMarked);
  const words = drawSaid(rank, finding, isNarrow ? 130 : 180, side);
  const wordsX = width - words.width - 6;
  const isFree = ({ total, text }: Bar) => scale(total) + 21 + widthOf(text, "bold") <= wordsX;
  const free = bars.findIndex((bar, i) => i >= marked && isFree(bar));
  const wordsY = yOf(free < 0 ? bars.length : free);
  let keyX = 0;
  return drawingOf(layout, Math.max(bottom + 4, wordsY + words.height + 6), [
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
    bars.map(({ donor, values, total, text, isMarked, label, href }, i) => {
      const middle = yOf(i + 0.5);
      const color = isMarked ? `bold ${ofSide(side, "own")} ${classes}` : classes;
      let start = gutter;
      return (
        <Linked label={label} href={href} at={[0, yOf(i), width, rowHeight]}>
          {write(donor, 0, middle + 5, color)}
          {values.map((value, part) => {
            const box = { x: start, y: middle - barHeight / 2, height: barHeight };
            start += scale(value) - gutter;
            const size = Math.max(start - box.x - 1, 0.5);
            return value > 0 && <rect class={toneOf(part, isMarked, side)} {...box} width={size} />;
          })}
          {write(text, scale(total) + 7, middle + 5, `${color} halo`)}
        </Linked>
      );
    }),
    words.draw(wordsX, wordsY + 26, "halo"),
  ]);
}
