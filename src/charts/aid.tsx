import { descending, scaleLinear, sum } from "d3";
import { z } from "zod";
import { formatDate } from "../format/dates.ts";
import { capitalize } from "../format/numbers.ts";
import { countryCode, line } from "../yaml/fields.ts";
import type { Row } from "../ledger/ledger.ts";
import { nth, expectDefined } from "../expect-defined.ts";
import { sourceLink } from "../phrases/links.ts";
import { ValueAxis } from "./lib/axis.tsx";
import { type Layout, sourcesOf, tableOf, type View, withOptions } from "./chart.ts";
import { drawingOf, lineAcross, LinkedMark } from "./lib/marks.tsx";
import { textLines, widest, widthOf } from "./lib/text.tsx";

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
  parts: z
    .record(z.string().regex(/^[a-z]+$/), z.strictObject({ field: z.enum(FIELDS), name: line }))
    .describe("What the bars are made of, up to three parts; donors without the first are omitted."),
  total: z.literal("total_eur_bn").optional().describe("Their sum as the source has it."),
  unit: line.describe("Unit in the table: EUR bn."),
  value: line.describe("How a value is written: `€{value}bn`."),
  decimals: z.number().int().min(0).max(3),
  left_out: z.array(countryCode).default([]).describe("Donors that are not drawn; the table has them."),
  rows: z.number().int().min(2).max(99).default(99).describe("How many donors are drawn at most."),
});

interface Bar {
  name: string;
  values: number[];
  text: string;
  isMarked: boolean;
  label: string;
  href: string;
}

/** Aid allocated by donor, in parts, largest first. */
export const aid = withOptions(aidOptions, (ledger, options): View => {
  const parts = Object.entries(options.parts).map(([id, part]) => ({ ...part, id }));
  const valuesOf = (row: Aid) => parts.map(({ field }) => row[field] ?? 0);
  const total = (row: Aid) => (options.total ? row[options.total] : sum(valuesOf(row)));
  const formatAmount = (number: number) => number.toFixed(options.decimals);
  const written = (row: Aid) => options.value.replace("{value}", formatAmount(total(row)));
  const rows = ledger.aid.filter(({ basis }) => basis === "allocations");
  if (new Set(rows.map(({ as_of, release }) => as_of + release)).size > 1)
    throw new Error("amounts cannot be compared: the rows of aid differ in `as_of` or `release`");
  const donors = rows
    .filter((row) => row[nth(parts, 0).field] !== undefined)
    .sort((a, b) => descending(total(a), total(b)) || a.donor.localeCompare(b.donor, "en"));
  const compared = donors.filter(({ country }) => !options.left_out.includes(country));
  const markedDonor = expectDefined(
    compared.find(({ country }) => country === options.marked),
    `row of aid of ${options.marked}`,
  );
  const drawn = compared.slice(0, options.rows);
  const hrefOf = ({ sources }: Aid) => sourceLink(ledger, nth(sources, 0));
  const bars = drawn.map((row): Bar => {
    const said = parts.map(({ name, field }) => `${formatAmount(row[field] ?? 0)} ${name}`);
    return {
      name: row.donor,
      values: valuesOf(row),
      text: formatAmount(total(row)),
      href: hrefOf(row),
      isMarked: row === markedDonor,
      label: `${row.donor}: ${written(row)} (${said.join(", ")})`,
    };
  });
  return {
    legend: parts.map(({ name }, i) => ({ glyph: nth(SYMBOLS, i), label: name })),
    draw: (layout) => draw(bars, layout),
    table: tableOf(
      {
        donor: "Donor",
        ...Object.fromEntries(parts.map(({ id, name }) => [id, capitalize(name)])),
        total: "Total",
      },
      donors.map((row) => ({
        donor: { text: row.donor, href: hrefOf(row) },
        ...Object.fromEntries(parts.map(({ id, field }) => [id, row[field]])),
        total: Math.round(total(row) * 1000) / 1000,
      })),
      options.unit,
    ),
    values: {
      // Totals by country code, and the parts of the donor that is set off.
      ...Object.fromEntries(donors.map((row) => [row.country, formatAmount(total(row))])),
      ...Object.fromEntries(parts.map(({ id, field }) => [id, formatAmount(markedDonor[field] ?? 0)])),
      total: formatAmount(total(markedDonor)),
      above: compared.filter((row) => total(row) > total(markedDonor)).length,
      largest: `${nth(drawn, 0).donor} (${written(nth(drawn, 0))})`,
      donors: compared.length,
      shown: String(drawn.length),
      until: formatDate(markedDonor.as_of),
      release: /Release (\d+)/.exec(markedDonor.release)?.[1] ?? markedDonor.release,
    },
    sources: sourcesOf(...donors),
  };
});

const SYMBOLS = ["block-ink", "block-mark", "block-hatched"];
const BAR_HEIGHT = 14;
const ROW_HEIGHT = 27;

function draw(bars: readonly Bar[], layout: Layout) {
  const { width } = layout;
  const gutter =
    widest(
      bars.map(({ name }) => name),
      "bold",
    ) + 14;
  const right = width - Math.max(30, ...bars.map(({ text }) => widthOf(text, "bold") + 10));
  const scale = scaleLinear([0, Math.max(...bars.map(({ values }) => sum(values)))], [gutter, right]);
  const top = 26;
  const bottom = top + 8 + bars.length * ROW_HEIGHT;
  const marks = bars.map(({ name, values, text, isMarked, label, href }, i) => {
    const y = top + 4 + i * ROW_HEIGHT;
    const middle = y + ROW_HEIGHT / 2;
    const className = isMarked ? "bold accent" : undefined;
    let end = scale(0);
    const blocks = values.map((value, part) => {
      const start = end;
      end += scale(value) - scale(0);
      const fill =
        part === 2
          ? { fill: `url(#${isMarked ? "hatch-accent" : "hatch"})` }
          : { class: `tone-${part + 1}${isMarked ? " marked" : ""}` };
      const size = { width: Math.max(end - start - 1, 0.5), height: BAR_HEIGHT };
      return value > 0 && <rect {...fill} x={start} y={middle - BAR_HEIGHT / 2} {...size} />;
    });
    return (
      <LinkedMark label={label} href={href} y={y} width={width} height={ROW_HEIGHT}>
        {textLines([name], 0, middle + 5, className)}
        {blocks}
        {textLines([text], end + 7, middle + 5, className)}
      </LinkedMark>
    );
  });
  const hatch = (id: string, className: string) => (
    <pattern id={id} width={4} height={4} patternUnits="userSpaceOnUse">
      <path class={className} d="M-1 5L5 -1M-1 1L1 -1M3 5L5 3" />
    </pattern>
  );
  return drawingOf(
    layout,
    bottom + 1,
    <>
      <defs>
        {hatch("hatch", "line-ink")}
        {hatch("hatch-accent", "line-accent")}
      </defs>
      <ValueAxis scale={scale} top={top} bottom={bottom} ticks={layout.isNarrow ? 3 : 6} />
      {marks}
      {lineAcross("rule", bottom, width)}
    </>,
  );
}
