import { stackedBars } from "./kinds/stacked-bars.tsx";
import { formatDate } from "../i18n/dates.ts";
import { EUROPE_TILES } from "./lib/europe-tiles.ts";
import { capital, countInWords, listOf } from "../i18n/numbers.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Row } from "../ledger/schema.ts";
import { sourceLink } from "../views/source-link.ts";
import { sourcesOf, tableOf, unique, drawnAs, type View } from "./view.ts";
import { itemAt } from "../required.ts";
import { words } from "../words/words.ts";

/** The donor that the site's second story is about. */
const MARKED = "FR";

/** Aid that each European state has set aside, EUR billion, the largest first; the two largest donors of all are told in words. */
export function aidByDonor(ledger: Ledger): View {
  const all = ranked(allocations(ledger), (row) => row.total_eur_bn).rows;
  const european = all.filter(({ country }) => country in EUROPE_TILES);
  const { rows, first, france, above, count } = ranked(european, (row) => row.total_eur_bn);
  const left = all.filter((row) => !rows.includes(row));
  const parts = (row: Row<"aid">) => [row.military_eur_bn, row.financial_eur_bn, row.humanitarian_eur_bn];
  const inBillions = (row: Row<"aid">) => {
    const [military = "", financial = "", humanitarian = ""] = parts(row).map(rounded);
    return { total: rounded(row.total_eur_bn), military, financial, humanitarian };
  };
  const named = ({ country, donor, total_eur_bn }: Row<"aid">) => ({
    name: { EU: "the EU’s institutions", US: "the United States" }[country] ?? donor,
    sum: `€${rounded(total_eur_bn)}bn`,
  });
  return {
    ...drawnAs(stackedBars, {
      parts: ["military", "financial", "humanitarian"],
      rows: rows.map((row) => {
        const { total, military, financial, humanitarian } = inBillions(row);
        return {
          id: row.id,
          label: row.donor,
          values: parts(row),
          text: total,
          says: `€${total}bn, of which military ${military}, financial ${financial}, humanitarian ${humanitarian}`,
          marked: row === france,
          href: receiptOf(ledger, row),
        };
      }),
    }),
    table: tableOf(words.tables.columns.aidByDonor, all, (row) => [
      { text: row.donor, href: receiptOf(ledger, row) },
      ...parts(row),
      row.total_eur_bn,
    ]),
    description: words.descriptions.aidByDonor({
      first: { donor: first.donor, total: rounded(first.total_eur_bn) },
      france: inBillions(france),
      above,
      donors: rows.length,
      left: left.map(named).map(({ name, sum }) => `${name}, ${sum}`),
    }),
    values: {
      france: rounded(france.total_eur_bn),
      above: countInWords(above),
      Above: capital(countInWords(above)),
      first: left
        .slice(0, 2)
        .map(named)
        .map(({ name, sum }) => `${name} (${sum})`)
        .join(" and "),
      others: listOf(left.slice(2).map(({ donor }) => donor)),
      donors: String(rows.length),
      ...count,
    },
    numbers: { above, left: left.length },
    sources: sourcesOf(...all),
  };
}

/** Address of the first receipt of a row. */
export function receiptOf(ledger: Ledger, { sources }: Row<"aid">): string {
  return sourceLink(ledger, itemAt(sources, 0));
}

/** What donors have set aside by Kiel’s count. Throws if rows differ in cut-off date or release: they would not compare. */
export function allocations(ledger: Ledger): Row<"aid">[] {
  const rows = ledger.aid.filter((row) => row.basis === "allocations");
  const counts = unique(rows.map((row) => `${row.as_of}, ${row.release}`));
  if (counts.length !== 1)
    throw new Error(`the rows of aid are of ${counts.length} counts: ${counts.join("; ")}`);
  return rows;
}

/** Rows by their total, the largest first, with France’s row, how many stand above it, and which count they are of. */
export function ranked<Aid extends Row<"aid">>(rows: readonly Aid[], total: (row: Aid) => number) {
  const sorted = [...rows].sort((a, b) => total(b) - total(a) || a.donor.localeCompare(b.donor, "en"));
  const above = sorted.findIndex((row) => row.country === MARKED);
  const france = sorted[above];
  if (!france) throw new Error(`no row of aid is of ${MARKED}`);
  // "29" of "Ukraine Support Tracker, Release 29 (04/2026) …".
  const release = /Release (\d+)/.exec(france.release)?.[1] ?? france.release;
  return {
    rows: sorted,
    first: itemAt(sorted, 0),
    france,
    above,
    count: { until: formatDate(france.as_of), release },
  };
}

function rounded(value: number): string {
  return value.toFixed(1);
}
