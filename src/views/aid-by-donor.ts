import { formatDate } from "../i18n/dates.ts";
import { countInWords } from "../i18n/numbers.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Row } from "../ledger/schema.ts";
import { sourceLink } from "./source-link.ts";
import { columnsOf, unique, type View } from "./view.ts";

/** The donor that the site's second story is about. */
const MARKED = "FR";

/** Aid that each donor has set aside, EUR billion, the largest first. */
export function aidByDonor(ledger: Ledger): View<"stacked-bars"> {
  const { rows, first, france, above, count } = ranked(allocations(ledger), (row) => row.total_eur_bn);
  return {
    kind: "stacked-bars",
    data: {
      parts: ["military", "financial", "humanitarian"],
      rows: rows.map((row) => ({
        id: row.id,
        label: row.country === "EU" ? "EU institutions" : row.donor,
        values: [row.military_eur_bn, row.financial_eur_bn, row.humanitarian_eur_bn],
        text: rounded(row.total_eur_bn),
        says: `€${rounded(row.total_eur_bn)}bn, of which military ${rounded(row.military_eur_bn)}, financial ${rounded(row.financial_eur_bn)}, humanitarian ${rounded(row.humanitarian_eur_bn)}`,
        marked: row === france,
        href: sourceLink(ledger, row.sources[0]!),
      })),
    },
    table: {
      columns: columnsOf({
        donor: "Donor",
        military: ["Military", "EUR bn"],
        financial: ["Financial", "EUR bn"],
        humanitarian: ["Humanitarian", "EUR bn"],
        total: ["Total", "EUR bn"],
      }),
      rows: rows.map((row) => [
        { text: row.donor, href: sourceLink(ledger, row.sources[0]!) },
        row.military_eur_bn,
        row.financial_eur_bn,
        row.humanitarian_eur_bn,
        row.total_eur_bn,
      ]),
    },
    description: `Largest donor: ${first.donor}, €${rounded(first.total_eur_bn)}bn. France’s €${rounded(france.total_eur_bn)}bn are €${rounded(france.military_eur_bn)}bn of military, €${rounded(france.financial_eur_bn)}bn of financial and €${rounded(france.humanitarian_eur_bn)}bn of humanitarian aid; ${countInWords(above)} of the ${rows.length} donors shown have set aside more.`,
    values: {
      france: rounded(france.total_eur_bn),
      above: countInWords(above),
      donors: String(rows.length),
      ...count,
    },
    numbers: { above },
    sources: unique(rows.flatMap((row) => row.sources)),
  };
}

/** What donors have set aside by Kiel’s count. Throws if rows differ in cut-off date or release: they would not compare. */
export function allocations(ledger: Ledger): Row<"aid">[] {
  const rows = ledger.aid.filter((row) => row.basis === "allocations");
  const counts = unique(rows.map((row) => `${row.as_of}, ${row.release}`));
  if (counts.length !== 1) throw new Error(`the rows of aid are of ${counts.length} counts: ${counts.join("; ")}`);
  return rows;
}

/** Rows by their total, the largest first, with France’s row, how many stand above it, and which count they are of. */
export function ranked(rows: readonly Row<"aid">[], total: (row: Row<"aid">) => number) {
  const sorted = [...rows].sort((a, b) => total(b) - total(a) || a.donor.localeCompare(b.donor, "en"));
  const above = sorted.findIndex((row) => row.country === MARKED);
  const france = sorted[above];
  if (!france) throw new Error(`no row of aid is of ${MARKED}`);
  // "29" of "Ukraine Support Tracker, Release 29 (04/2026) …".
  const release = /Release (\d+)/.exec(france.release)?.[1] ?? france.release;
  return { rows: sorted, first: sorted[0]!, france, above, count: { until: formatDate(france.as_of), release } };
}

function rounded(value: number): string {
  return value.toFixed(1);
}
