import { ledger } from "../content.ts";
import { listOf } from "../i18n/numbers.ts";
import { receipts, shortLabel } from "../ledger/receipts.ts";

/** "AP, Axios and 12 others": whose work stands behind a chart, those first whose work most of its sources carry. */
export function originsLine(chart: { view: { sources: readonly string[] } }): string {
  const byOrigin = Map.groupBy(receipts(ledger, chart.view.sources), (source) => shortLabel(ledger, source));
  const origins = [...byOrigin].sort(([, a], [, b]) => b.length - a.length).map(([name]) => name);
  return origins.length <= 3 ? listOf(origins) : `${origins.slice(0, 3).join(", ")} and ${origins.length - 3} others`;
}
