import { descending, greatest, scaleLinear, sum } from "d3";
import type { VNode } from "preact";
import { z } from "zod";
import { formatDate } from "../i18n/dates.ts";
import { capital, listOf } from "../i18n/numbers.ts";
import { countryCode, line } from "../ledger/fields.ts";
import type { Ledger, Row } from "../ledger/ledger.ts";
import { itemAt } from "../required.ts";
import { sourceLink } from "../views/links.ts";
import { ValueAxis } from "./lib/axis.tsx";
import { type Layout, sourcesOf, tableOf, unique, type View, withOptions } from "./chart.ts";
import { drawingOf, lineAcross, Mark } from "./lib/marks.tsx";
import { breakText, LINE, textLines, widest, widthOf } from "./lib/text.tsx";

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
  names: z
    .record(z.string(), line)
    .default({})
    .describe("What the largest of those are called in a sentence."),
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
  const { marked, unit, value, decimals, left_out } = options;
  const parts = Object.entries(options.parts).map(([id, { field, name }]) => ({
    ...{ id, field, name },
    of: (row: Aid) => row[field] ?? 0,
  }));
  const [firstPart] = Object.values(options.parts);
  const valuesOf = (row: Aid) => parts.map(({ of }) => of(row));
  const total = (row: Aid) => (options.total ? row[options.total] : sum(valuesOf(row)));
  const bare = (number: number) => number.toFixed(decimals);
  const written = (number: number) => value.replace("{value}", bare(number));
  const withParts = (row: Aid) =>
    `${written(total(row))} (${parts.map(({ name, of }) => `${bare(of(row))} ${name}`).join(", ")})`;
  const all = allocations(ledger)
    .filter((row) => firstPart && row[firstPart.field] !== undefined)
    .sort((a, b) => descending(total(a), total(b)) || a.donor.localeCompare(b.donor, "en"));
  const compared = all.filter(({ country }) => !left_out.includes(country));
  const left = all.filter((row) => !compared.includes(row));
  const own = compared.find(({ country }) => country === marked);
  if (!own) throw new Error(`no row of aid is of ${marked}`);
  const aboveIn = (of: (row: Aid) => number) => compared.filter((row) => of(row) > of(own)).length;
  const above = aboveIn(total);
  const drawn = compared.slice(0, options.rows);
  const named = (row: Aid) => `${options.names[row.country] ?? row.donor} (${written(total(row))})`;
  const hrefOf = ({ sources }: Aid) => sourceLink(ledger, itemAt(sources, 0));
  const bars = drawn.map((row): Bar => ({
    name: row.donor,
    values: valuesOf(row),
    text: bare(total(row)),
    isMarked: row === own,
    label: `${row.donor}: ${withParts(row)}`,
    href: hrefOf(row),
  }));
  return {
    key: parts.map(({ name }, i) => ({ glyph: itemAt(SIGNS, i), label: name })),
    draw: (layout) => draw(bars, layout),
    table: tableOf(
      {
        donor: "Donor",
        ...Object.fromEntries(parts.map(({ id, name }) => [id, [capital(name), unit] as const])),
        total: ["Total", unit],
      },
      all.map((row) => ({
        donor: { text: row.donor, href: hrefOf(row) },
        ...Object.fromEntries(parts.map(({ id, field }) => [id, row[field]])),
        total: Math.round(total(row) * 1000) / 1000,
      })),
    ),
    values: {
      total: bare(total(own)),
      ...Object.fromEntries(
        parts.flatMap(({ id, of }) => [
          [id, bare(of(own))],
          [`${id}Above`, aboveIn(of)],
        ]),
      ),
      above,
      rank: above + 1,
      largest: named(itemAt(drawn, 0)),
      left: left.length,
      first: left.slice(0, 2).map(named).join(" and "),
      others: listOf(left.slice(2).map(({ donor }) => donor)),
      donors: compared.length,
      shown: String(drawn.length),
      until: formatDate(own.as_of),
      release: /Release (\d+)/.exec(own.release)?.[1] ?? own.release,
    },
    sources: sourcesOf(...all),
  };
});

/** Throws if rows differ in cut-off date or release, because amounts would not be comparable. */
function allocations(ledger: Ledger): Aid[] {
  const rows = ledger.aid.filter((row) => row.basis === "allocations");
  const counts = unique(rows.map((row) => `${row.as_of}, ${row.release}`));
  if (counts.length !== 1)
    throw new Error(`the rows of aid are of ${counts.length} counts: ${counts.join("; ")}`);
  return rows;
}

const SIGNS = ["block-ink", "block-mark", "block-hatched"];
const BAR_HEIGHT = 14;

function draw(bars: readonly Bar[], layout: Layout) {
  const { width } = layout;
  const names = bars.map(({ name }) => name);
  const gutter = Math.min(widest(names, "bold"), width * 0.4) + 14;
  const right = width - Math.max(30, ...bars.map(({ text }) => widthOf(text, "bold") + 10));
  const scale = scaleLinear([0, greatest(bars.map(({ values }) => sum(values))) ?? 1], [gutter, right]);
  const top = 26;
  const marks: VNode[] = [];
  let y = top + 4;
  for (const { name, values, text, isMarked, label, href } of bars) {
    const lines = breakText(name, gutter - 12, "bold");
    const height = Math.max(27, lines.length * LINE + 8);
    const middle = y + height / 2;
    const look = isMarked ? "bold accent" : undefined;
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
    marks.push(
      <Mark label={label} href={href} y={y} width={width} height={height}>
        {textLines(lines, 0, middle + 5 - ((lines.length - 1) / 2) * LINE, look)}
        {blocks}
        {textLines([text], end + 7, middle + 5, look)}
      </Mark>,
    );
    y += height;
  }
  const hatch = (id: string, look: string) => (
    <pattern id={id} width={4} height={4} patternUnits="userSpaceOnUse">
      <path class={look} d="M-1 5L5 -1M-1 1L1 -1M3 5L5 3" />
    </pattern>
  );
  return drawingOf(
    layout,
    y + 5,
    <>
      <defs>
        {hatch("hatch", "line-ink")}
        {hatch("hatch-accent", "line-accent")}
      </defs>
      <ValueAxis scale={scale} top={top} bottom={y + 4} ticks={layout.isNarrow ? 3 : 6} />
      {marks}
      {lineAcross("rule", y + 4, width)}
    </>,
  );
}
