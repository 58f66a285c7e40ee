import { max, scaleLinear, sum } from "d3";
import type { VNode } from "preact";
import { z } from "zod";
import { formatDate } from "../i18n/dates.ts";
import { countInWords, listOf } from "../i18n/numbers.ts";
import { countryCode, line } from "../ledger/fields.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Row } from "../ledger/schema.ts";
import { itemAt } from "../required.ts";
import { sourceLink } from "../views/links.ts";
import { ValueAxis } from "./lib/axis.tsx";
import { type Layout, px } from "./lib/drawing.ts";
import { drawingOf, lineAcross, Mark } from "./lib/marks.tsx";
import { breakText, LINE, textLines, widest, widthOf } from "./lib/text.tsx";
import { sourcesOf, tableOf, unique, type View, withOptions } from "./view.ts";

type Aid = Row<"aid">;

const donorOptions = z.strictObject({
  marked: countryCode.describe("The donor that is set off."),
  left_out: z.array(countryCode).describe("Donors that are not drawn; the table has them."),
  names: z.record(z.string(), line).describe("What the largest of them are called in a sentence."),
});

const gdpOptions = z.strictObject({
  marked: countryCode.describe("The donor that is set off."),
  rows: z.number().int().min(2).max(40).describe("How many donors are drawn; the table has them all."),
});

/** Aid that each donor has set aside, EUR billion, the largest first. */
export const aidByDonor = withOptions(donorOptions, (ledger, { marked, left_out, names }): View => {
  const total = (row: Aid) => row.total_eur_bn;
  const { rows: all } = rank(allocations(ledger), marked, total);
  const drawn = all.filter(({ country }) => !left_out.includes(country));
  const { rows, first, own, above, edition } = rank(drawn, marked, total);
  const left = all.filter((row) => !rows.includes(row));
  const parts = (row: Aid) => [row.military_eur_bn, row.financial_eur_bn, row.humanitarian_eur_bn];
  const says = (row: Aid) => {
    const [military, financial, humanitarian] = parts(row).map((value) => value.toFixed(1));
    return `€${total(row).toFixed(1)}bn, of which military ${military}, financial ${financial}, humanitarian ${humanitarian}`;
  };
  const named = (row: Aid) => `${names[row.country] ?? row.donor} (€${total(row).toFixed(1)}bn)`;
  return {
    ...drawnAsBars(
      ["military", "financial", "humanitarian"],
      rows.map((row) => ({
        name: row.donor,
        values: parts(row),
        text: total(row).toFixed(1),
        label: `${row.donor}: ${says(row)}`,
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
      (row) => [{ text: row.donor, href: receiptOf(ledger, row) }, ...parts(row), total(row)],
    ),
    description:
      `Largest donor shown: ${first.donor}, €${total(first).toFixed(1)}bn. ${own.donor}: ${says(own)}; ` +
      `${countInWords(above)} of the ${rows.length} donors shown have set aside more.` +
      (left.length > 0 ? ` Not shown: ${left.map(named).join("; ")}.` : ""),
    values: {
      ...edition,
      own: total(own).toFixed(1),
      above,
      left: left.length,
      first: left.slice(0, 2).map(named).join(" and "),
      others: listOf(left.slice(2).map(({ donor }) => donor)),
      donors: rows.length,
    },
    sources: sourcesOf(...all),
  };
});

/** Aid that each donor has set aside in per cent of its GDP, with its share in what a union gives. */
export const aidByGdp = withOptions(gdpOptions, (ledger, options): View => {
  const parts = ({ gdp_share_pct = 0, eu_share_pct = 0 }: Aid) => [gdp_share_pct, eu_share_pct] as const;
  const total = (row: Aid) => sum(parts(row));
  const donors = allocations(ledger).filter((row) => row.gdp_share_pct !== undefined);
  const { rows, first, own, above, edition } = rank(donors, options.marked, total);
  const [alone, throughEu] = parts(own).map((share) => share.toFixed(2)) as [string, string];
  const drawn = rows.slice(0, options.rows);
  const aboveAlone = rows.filter((row) => parts(row)[0] > parts(own)[0]).length;
  return {
    ...drawnAsBars(
      ["in its own name", "as its share in EU aid"],
      drawn.map((row) => ({
        name: row.donor,
        values: parts(row),
        text: row === own ? `${alone} + ${throughEu}` : total(row).toFixed(1),
        label:
          `${row.donor}: ${parts(row)[0].toFixed(2)}% of GDP in its own name, ` +
          (row.eu_share_pct === undefined
            ? "no share in EU aid"
            : `${row.eu_share_pct.toFixed(2)} as its share in EU aid`),
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
      `Largest share: ${first.donor}, ${total(first).toFixed(1)}% of GDP. ${own.donor} has set aside ${alone}% in its own ` +
      `name and ${throughEu}% as its share in EU aid, ${total(own).toFixed(1)}% in all: ${countInWords(above)} of the ` +
      `${rows.length} countries in the table stand higher, and ${countInWords(aboveAlone)} where only aid in their own name is counted.`,
    values: {
      ...edition,
      own: alone,
      eu: throughEu,
      rank: above + 1,
      countries: rows.length,
      shown: String(drawn.length),
    },
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

/** Rows by total, largest first, with the row of one donor, how many are above it, and the edition of the count. */
function rank(rows: readonly Aid[], marked: string, total: (row: Aid) => number) {
  const sorted = [...rows].sort((a, b) => total(b) - total(a) || a.donor.localeCompare(b.donor, "en"));
  const above = sorted.findIndex(({ country }) => country === marked);
  const own = sorted[above];
  if (!own) throw new Error(`no row of aid is of ${marked}`);
  // "29" of "Ukraine Support Tracker, Release 29 (04/2026) …".
  const release = /Release (\d+)/.exec(own.release)?.[1] ?? own.release;
  return {
    ...{ rows: sorted, first: itemAt(sorted, 0), own, above },
    edition: { until: formatDate(own.as_of), release },
  };
}

interface Bar {
  name: string;
  /** One value a part, in the data's unit, none negative. */
  values: readonly number[];
  /** At the end of the bar. */
  text: string;
  marked: boolean;
  label: string;
  href: string;
}

/** Signs of the first, second and third part: solid, paler, hatched. */
const SIGNS = ["block-ink", "block-mark", "block-hatched"] as const;
const BAR_HEIGHT = 14;

/** Horizontal bars from a common zero, the marked one in colour; parts differ by tone and hatching. */
function drawnAsBars(parts: readonly string[], bars: readonly Bar[]): Pick<View, "key" | "draw"> {
  const key = parts.map((label, i) => ({ glyph: itemAt(SIGNS, i), label }));
  return { key, draw: (layout) => drawBars(bars, layout) };
}

function drawBars(bars: readonly Bar[], layout: Layout) {
  const { width } = layout;
  const names = bars.map(({ name }) => name);
  const gutter = Math.min(widest(names, "bold"), width * 0.4) + 14;
  const right = width - Math.max(30, ...bars.map(({ text }) => widthOf(text, "bold") + 10));
  const scale = scaleLinear([0, max(bars, ({ values }) => sum(values)) ?? 1], [gutter, right]);
  const top = 26;
  const marks: VNode[] = [];
  let y = top + 4;
  for (const { name, values, text, marked, label, href } of bars) {
    const lines = breakText(name, gutter - 12, "bold");
    const height = Math.max(27, lines.length * LINE + 8);
    const middle = y + height / 2;
    const look = marked ? "bold accent" : undefined;
    let from = 0;
    marks.push(
      <Mark label={label} href={href} y={y} width={width} height={height}>
        {textLines(lines, 0, middle + 5 - ((lines.length - 1) / 2) * LINE, look)}
        {values.map((value, part) => {
          const [start, end] = [scale(from), scale((from += value))];
          const fill =
            part === 2
              ? { fill: `url(#${marked ? "hatch-accent" : "hatch"})` }
              : { class: `tone-${part + 1}${marked ? " marked" : ""}` };
          return (
            value > 0 && (
              <rect
                {...fill}
                x={px(start)}
                y={px(middle - BAR_HEIGHT / 2)}
                width={px(Math.max(end - start - 1, 0.5))}
                height={BAR_HEIGHT}
              />
            )
          );
        })}
        {textLines([text], scale(from) + 7, middle + 5, look)}
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
    [hatch("hatch", "line-ink"), hatch("hatch-accent", "line-accent")],
  );
}
