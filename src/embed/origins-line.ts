import { ledger } from "../content.ts";
import { listOf } from "../i18n/numbers.ts";
import { originOf, receipts } from "../ledger/receipts.ts";
import type { Chart } from "../views/read-charts.ts";

/** "AP, Axios and 12 others": whose work stands behind a chart. */
export function originsLine(chart: Chart): string {
  const origins = [...new Set(receipts(ledger, chart.view.sources).map(originOf))];
  return origins.length <= 3 ? listOf(origins) : `${origins.slice(0, 3).join(", ")} and ${origins.length - 3} others`;
}
