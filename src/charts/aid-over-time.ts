import { multiples } from "./kinds/multiples.tsx";
import { formatDate } from "../i18n/dates.ts";
import { countInWords, formatNumber } from "../i18n/numbers.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { get } from "../ledger/lookup.ts";
import { knownOf, receiptsOfChart, seriesColumn, seriesColumns, seriesTable } from "./lib/series.ts";
import { drawnAs, type View } from "./view.ts";
import { words } from "../words/words.ts";

const DONOR = "France";

/** What France and its peers allocated to Ukraine, quarter by quarter: too uneven for a line, so bars. */
export function aidOverTime(ledger: Ledger): View {
  const series = get(ledger, "series", "aid-over-time");
  const columns = seriesColumns(series);
  const marked = seriesColumn(series, DONOR);
  const known = knownOf(marked);
  const peak = known.reduce((a, b) => (b.value > a.value ? b : a));
  // A quarter that the data do not cover to its end is not counted.
  const whole = known.filter(({ period }) => quarterEnd(period) <= series.as_of);
  const empty = whole.filter(({ value }) => value === 0);
  const tallest = columns.reduce((a, b) => (highest(b) > highest(a) ? b : a));
  const total = known.reduce((sum, { value }) => sum + value, 0);
  const share = Math.round((peak.value / total) * 100);
  return {
    ...drawnAs(multiples, {
      missing: "not known",
      numbers: 3,
      periods: marked.values.map(({ period }) => ({
        id: period,
        name: quarterName(period),
        label: period.endsWith("Q1") ? period.slice(0, 4) : "",
        short: period.endsWith("Q1") ? `’${period.slice(2, 4)}` : "",
      })),
      panels: columns.map(({ name, values }) => ({
        id: name,
        label: name,
        marked: name === DONOR,
        bars: values.map(({ period, value }) => ({
          period,
          value,
          text: value ? value.toFixed(1) : "",
          says: value === null ? "not known" : value === 0 ? "nothing booked" : `€${formatNumber(value)}bn`,
          href: receiptsOfChart("aid-over-time"),
        })),
      })),
    }),
    table: seriesTable(series),
    description: words.descriptions.aidOverTime({
      donor: DONOR,
      total: Math.round(total * 10) / 10,
      quarters: known.length,
      share,
      peak: quarterName(peak.period),
      empty: empty.length,
      whole: whole.length,
      asOf: series.as_of,
    }),
    values: {
      share: String(share),
      empty: countInWords(empty.length),
      quarters: String(whole.length),
      tallest: tallest.name,
      most: highest(tallest).toFixed(1),
      asOf: formatDate(series.as_of),
    },
    numbers: { empty: empty.length, share },
    sources: series.sources,
  };
}

function highest(column: ReturnType<typeof seriesColumn>): number {
  return Math.max(0, ...knownOf(column).map(({ value }) => value));
}

/** Last day of `2025 Q1`, as an ISO date. */
function quarterEnd(period: string): string {
  const [year = Number.NaN, quarter = Number.NaN] = period.split(" Q").map(Number);
  return new Date(Date.UTC(year, quarter * 3, 0)).toISOString().slice(0, 10);
}

/** "the first quarter of 2025" for `2025 Q1`. */
function quarterName(period: string): string {
  const [year = period, quarter = ""] = period.split(" Q");
  return `the ${["first", "second", "third", "fourth"][Number(quarter) - 1] ?? quarter} quarter of ${year}`;
}
