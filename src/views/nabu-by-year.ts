import { countInWords, formatNumber } from "../i18n/numbers.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { receiptsOfChart, seriesColumn, seriesColumns, seriesTable } from "./series-cells.ts";
import type { View } from "./view.ts";

const SERIES = "nabu-yearly";
const LEADING = "New investigations";

/**
 * What NABU and SAPO published by half-year. Single half-years are known, so each stands as a bar in its place and the
 * others stay empty: no line joins them.
 */
export function nabuByYear(ledger: Ledger): View<"multiples"> {
  const { series, values } = seriesColumn(ledger, SERIES, LEADING);
  const columns = seriesColumns(series);
  const periods = halvesBetween(columns[0]!.values[0]!.period, columns[0]!.values.at(-1)!.period);
  const published = new Set(series.rows.map((row) => String(row[0])));
  const known = values.filter((cell): cell is typeof cell & { value: number } => cell.value !== null);
  const before = known.at(-2);
  const after = known.at(-1);
  if (!before || !after) throw new Error(`series \`${SERIES}\` has fewer than two numbers of ${LEADING.toLowerCase()}`);
  const missing = columns.flatMap((column) => column.values.filter(({ value }) => value === null)).length;
  return {
    kind: "multiples",
    data: {
      missing: "no figure found",
      numbers: periods.length,
      periods: periods.map((period) => ({
        id: period,
        name: halfName(period),
        label: published.has(period) ? period : "",
        short: published.has(period) ? `’${period.slice(2)}` : "",
      })),
      panels: columns.map((column) => ({
        id: column.name,
        label: column.name,
        marked: false,
        bars: periods.map((period) => {
          const value = column.values.find((cell) => cell.period === period)?.value ?? null;
          return {
            period,
            value,
            text: value === null ? "" : formatNumber(value),
            says: value === null ? "no figure found" : formatNumber(value),
            href: receiptsOfChart("nabu-by-year"),
          };
        }),
      })),
    },
    table: seriesTable(series),
    description: `New investigations: ${formatNumber(before.value)} in ${halfName(before.period)}, ${formatNumber(after.value)} in ${halfName(after.period)}. Figures were found for ${countInWords(published.size)} of ${countInWords(periods.length)} half-years; even there, ${countInWords(missing)} of ${countInWords(published.size * columns.length)} are missing.`,
    values: {
      before: formatNumber(before.value),
      after: formatNumber(after.value),
      beforePeriod: halfName(before.period),
      afterPeriod: halfName(after.period),
    },
    sources: series.sources,
  };
}

/** "the first half of 2024" for `2024 H1`. */
function halfName(period: string): string {
  const [year = period, half = ""] = period.split(" H");
  return `the ${half === "1" ? "first" : "second"} half of ${year}`;
}

/** Every half-year from one to another, as `2024 H1`. Throws if one is no half-year. */
function halvesBetween(from: string, to: string): string[] {
  const [start, end] = [from, to].map((period) => {
    const parts = /^(\d{4}) H([12])$/.exec(period);
    if (!parts) throw new Error(`\`${period}\` is no half-year like 2024 H1`);
    return Number(parts[1]) * 2 + Number(parts[2]) - 1;
  });
  return Array.from({ length: end! - start! + 1 }, (_, i) => `${Math.floor((start! + i) / 2)} H${((start! + i) % 2) + 1}`);
}
