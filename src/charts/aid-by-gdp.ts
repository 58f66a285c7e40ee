import { stackedBars } from "./kinds/stacked-bars.tsx";
import type { Ledger } from "../ledger/ledger.ts";
import type { Row } from "../ledger/schema.ts";
import { allocations, ranked, receiptOf } from "./aid-by-donor.ts";
import { sourcesOf, tableOf, drawnAs, type View } from "./view.ts";
import { words } from "../words/words.ts";

/** Aid that each donor country has set aside in per cent of its GDP of 2021, with its share in the aid of the EU. */
export function aidByGdp(ledger: Ledger): View {
  const donors = allocations(ledger).flatMap((row) =>
    row.gdp_share_pct === undefined ? [] : [{ ...row, own: row.gdp_share_pct }],
  );
  const { rows, first, france, above, count } = ranked(donors, total);
  const { own } = france;
  const shareInEu = ({ eu_share_pct: share }: Row<"aid">) =>
    share === undefined ? "no share in EU aid" : `${rounded(share)} as its share in EU aid`;
  const throughEu = france.eu_share_pct ?? 0;
  const aboveInOwnName = rows.filter((row) => row.own > own).length;
  return {
    ...drawnAs(stackedBars, {
      parts: ["in its own name", "as its share in EU aid"],
      rows: rows.map((row) => ({
        id: row.id,
        label: row.donor,
        values: [row.own, row.eu_share_pct ?? 0],
        text: row === france ? `${rounded(own)} + ${rounded(throughEu)}` : total(row).toFixed(1),
        says: `${rounded(row.own)} per cent of GDP in its own name, ${shareInEu(row)}`,
        marked: row === france,
        href: receiptOf(ledger, row),
      })),
    }),
    table: tableOf(words.tables.columns.aidByGdp, rows, (row) => [
      { text: row.donor, href: receiptOf(ledger, row) },
      row.own,
      row.eu_share_pct,
      Math.round(total(row) * 1000) / 1000,
    ]),
    description: words.descriptions.aidByGdp({
      first: { donor: first.donor, share: total(first).toFixed(1) },
      france: { own: rounded(own), throughEu: rounded(throughEu), together: total(france).toFixed(1) },
      above,
      aboveInOwnName,
      countries: rows.length,
    }),
    values: {
      own: rounded(own),
      eu: rounded(throughEu),
      countries: String(rows.length),
      ...count,
    },
    numbers: { own, eu: throughEu },
    sources: sourcesOf(...rows),
  };
}

function total(row: Row<"aid">): number {
  return (row.gdp_share_pct ?? 0) + (row.eu_share_pct ?? 0);
}

function rounded(value: number): string {
  return value.toFixed(2);
}
