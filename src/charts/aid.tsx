import { max, scaleLinear, sum } from "d3";
import type { VNode } from "preact";
import { z } from "zod";
import { formatDate } from "../i18n/dates.ts";
import { capital, countInWords, listOf } from "../i18n/numbers.ts";
import { countryCode, line } from "../ledger/fields.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Row } from "../ledger/schema.ts";
import { itemAt } from "../required.ts";
import { sourceLink } from "../views/links.ts";
import { ValueAxis } from "./lib/axis.tsx";
import { type Layout, px, type Row as DrawnRow } from "./lib/drawing.ts";
import { drawingOf, lineAcross, Mark } from "./lib/marks.tsx";
import { breakText, LINE, textLines, widest, widthOf } from "./lib/text.tsx";
import { sourcesOf, tableOf, unique, type View, withOptions } from "./view.ts";

type Aid = Row<"aid">;

const donorOptions = z.strictObject({
  /** The donor that is set off. */
  marked: countryCode,
  /** Donors that are not drawn, the table has them; how the largest of them are called in a sentence. */
  left_out: z.array(countryCode).default([]),
  names: z.record(z.string(), line).default({}),
});

const gdpOptions = z.strictObject({
  marked: countryCode,
  /** So many donors are drawn, the first ones; the table has them all. */
  rows: z.number().int().min(2).max(40),
});

/** Aid that each donor has set aside, EUR billion, the largest first. */
export const aidByDonor = withOptions(donorOptions, (ledger, options): View => {
  const all = ranked(allocations(ledger), options.marked, (row) => row.total_eur_bn).rows;
  const drawn = all.filter(({ country }) => !options.left_out.includes(country));
  const { rows, first, own, above, count } = ranked(drawn, options.marked, (row) => row.total_eur_bn);
  const left = all.filter((row) => !rows.includes(row));
  const parts = (row: Aid) => [row.military_eur_bn, row.financial_eur_bn, row.humanitarian_eur_bn];
  const says = (row: Aid) => {
    const [military, financial, humanitarian] = parts(row).map((value) => value.toFixed(1));
    return `€${row.total_eur_bn.toFixed(1)}bn, of which military ${military}, financial ${financial}, humanitarian ${humanitarian}`;
  };
  const named = ({ country, donor, total_eur_bn }: Aid) =>
    `${options.names[country] ?? donor} (€${total_eur_bn.toFixed(1)}bn)`;
  return {
    ...drawnAsBars(
      ["military", "financial", "humanitarian"],
      rows.map((row) => ({
        id: row.id,
        label: row.donor,
        values: parts(row),
        text: row.total_eur_bn.toFixed(1),
        says: `${row.donor}: ${says(row)}`,
        marked: row === own,
        href: receiptOf(ledger, row),
      })),
    ),
    table: tableOf(
      {
        donor: "Donor",
        military: ["Military", "EUR bn"],
        financial: ["Financial", "EUR bn"],
        humanitarian: ["Humanitarian", "EUR bn"],
        total: ["Total", "EUR bn"],
      },
      all,
      (row) => [{ text: row.donor, href: receiptOf(ledger, row) }, ...parts(row), row.total_eur_bn],
    ),
    description:
      `Largest donor shown: ${first.donor}, €${first.total_eur_bn.toFixed(1)}bn. ${own.donor}: ${says(own)}; ` +
      `${countInWords(above)} of the ${rows.length} donors shown have set aside more.` +
      (left.length > 0 ? ` Not shown: ${left.map(named).join("; ")}.` : ""),
    values: {
      own: own.total_eur_bn.toFixed(1),
      above: countInWords(above),
      Above: capital(countInWords(above)),
      first: left.slice(0, 2).map(named).join(" and "),
      others: listOf(left.slice(2).map(({ donor }) => donor)),
      donors: String(rows.length),
      ...count,
    },
    numbers: { above, left: left.length },
    sources: sourcesOf(...all),
  };
});

/** Aid that each donor has set aside in per cent of its GDP, with its share in what a union gives. */
export const aidByGdp = withOptions(gdpOptions, (ledger, options): View => {
  const total = (row: Aid) => (row.gdp_share_pct ?? 0) + (row.eu_share_pct ?? 0);
  const donors = allocations(ledger).filter((row) => row.gdp_share_pct !== undefined);
  const { rows, first, own, above, count } = ranked(donors, options.marked, total);
  const [alone, throughEu] = [own.gdp_share_pct ?? 0, own.eu_share_pct ?? 0];
  const shareOf = ({ eu_share_pct: share }: Aid) =>
    share === undefined ? "no share in EU aid" : `${share.toFixed(2)} as its share in EU aid`;
  return {
    ...drawnAsBars(
      ["in its own name", "as its share in EU aid"],
      rows.slice(0, options.rows).map((row) => ({
        id: row.id,
        label: row.donor,
        values: [row.gdp_share_pct ?? 0, row.eu_share_pct ?? 0],
        text: row === own ? `${alone.toFixed(2)} + ${throughEu.toFixed(2)}` : total(row).toFixed(1),
        says: `${row.donor}: ${(row.gdp_share_pct ?? 0).toFixed(2)}% of GDP in its own name, ${shareOf(row)}`,
        marked: row === own,
        href: receiptOf(ledger, row),
      })),
    ),
    table: tableOf(
      {
        donor: "Donor",
        own: ["In its own name", "% of GDP"],
        eu: ["Share in EU aid", "% of GDP"],
        together: ["Together", "% of GDP"],
      },
      rows,
      (row) => [
        { text: row.donor, href: receiptOf(ledger, row) },
        row.gdp_share_pct,
        row.eu_share_pct,
        Math.round(total(row) * 1000) / 1000,
      ],
    ),
    description:
      `Largest share: ${first.donor}, ${total(first).toFixed(1)}% of GDP. ${own.donor} has set aside ${alone.toFixed(2)}% in its own ` +
      `name and ${throughEu.toFixed(2)}% as its share in EU aid, ${total(own).toFixed(1)}% in all: ${countInWords(above)} of the ` +
      `${rows.length} countries in the table stand higher, and ` +
      `${countInWords(rows.filter((row) => (row.gdp_share_pct ?? 0) > alone).length)} where only aid in their own name is counted.`,
    values: {
      own: alone.toFixed(2),
      eu: throughEu.toFixed(2),
      countries: String(rows.length),
      shown: String(Math.min(options.rows, rows.length)),
      ...count,
    },
    // `shown` says whether the donor that is set off is among those drawn.
    numbers: { own: alone, eu: throughEu, shown: Number(above < options.rows) },
    sources: sourcesOf(...rows),
  };
});

/** Address of the first receipt of a row. */
function receiptOf(ledger: Ledger, { sources }: Aid): string {
  return sourceLink(ledger, itemAt(sources, 0));
}

/** What donors have set aside by one count. Throws if rows differ in cut-off date or release: they would not compare. */
function allocations(ledger: Ledger): Aid[] {
  const rows = ledger.aid.filter((row) => row.basis === "allocations");
  const counts = unique(rows.map((row) => `${row.as_of}, ${row.release}`));
  if (counts.length !== 1)
    throw new Error(`the rows of aid are of ${counts.length} counts: ${counts.join("; ")}`);
  return rows;
}

/** Rows by total, largest first, with the row of one donor, its rank from 0 and the edition of the count. */
function ranked(rows: readonly Aid[], marked: string, total: (row: Aid) => number) {
  const sorted = [...rows].sort((a, b) => total(b) - total(a) || a.donor.localeCompare(b.donor, "en"));
  const above = sorted.findIndex(({ country }) => country === marked);
  const own = sorted[above];
  if (!own) throw new Error(`no row of aid is of ${marked}`);
  // "29" of "Ukraine Support Tracker, Release 29 (04/2026) …".
  const release = /Release (\d+)/.exec(own.release)?.[1] ?? own.release;
  return {
    rows: sorted,
    first: itemAt(sorted, 0),
    own,
    above,
    count: { until: formatDate(own.as_of), release },
  };
}

interface Bar extends DrawnRow {
  label: string;
  /** One value a part, in the data's unit, none negative. */
  values: number[];
  /** Label at the end of the bar. */
  text: string;
  marked: boolean;
}

/** Signs of the first, second and third part: solid, paler, hatched. */
const SIGNS = ["block-ink", "block-mark", "block-hatched"] as const;
const BAR = 14;

function drawnAsBars(parts: readonly string[], bars: readonly Bar[]): Pick<View, "key" | "draw"> {
  const key = parts.map((label, i) => ({ glyph: itemAt(SIGNS, i), label }));
  return { key, draw: (layout) => drawBars(bars, layout) };
}

/** Horizontal bars from a common zero, the marked one in colour; parts differ by tone and hatching. */
function drawBars(bars: readonly Bar[], layout: Layout) {
  const { width } = layout;
  const longest = widest(
    bars.map(({ label }) => label),
    "bold",
  );
  const gutter = Math.ceil(Math.min(longest, width * 0.4)) + 14;
  const room = width - gutter - Math.max(30, ...bars.map(({ text }) => widthOf(text, "bold") + 10));
  const scale = scaleLinear([0, max(bars, ({ values }) => sum(values)) || 1], [gutter, gutter + room]);
  const top = 26;
  const marks: VNode[] = [];
  let y = top + 4;
  for (const bar of bars) {
    const lines = breakText(bar.label, gutter - 12, "bold");
    const height = Math.max(27, lines.length * LINE + 8);
    const middle = y + height / 2;
    const look = bar.marked ? "bold accent" : undefined;
    let from = 0;
    marks.push(
      <Mark of={bar} y={y} width={width} height={height}>
        {textLines(lines, 0, middle + 5 - ((lines.length - 1) / 2) * LINE, look)}
        {bar.values.map((value, part) => {
          const [start, end] = [scale(from), scale((from += value))];
          const fill =
            part === 2
              ? { fill: `url(#${bar.marked ? "hatch-accent" : "hatch"})` }
              : { class: `tone-${part + 1}${bar.marked ? " marked" : ""}` };
          return (
            value > 0 && (
              <rect
                {...fill}
                x={px(start)}
                y={px(middle - BAR / 2)}
                width={px(Math.max(end - start - 1, 0.5))}
                height={BAR}
              />
            )
          );
        })}
        {textLines([bar.text], scale(sum(bar.values)) + 7, middle + 5, look)}
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
      <ValueAxis scale={scale} top={top} bottom={y + 4} ticks={layout.name === "narrow" ? 3 : 6} />
      {marks}
      {lineAcross("rule", y + 4, width)}
    </>,
    bars.some(({ values }) => values.length > 2)
      ? [hatch("hatch", "line-ink"), hatch("hatch-accent", "line-accent")]
      : [],
  );
}
