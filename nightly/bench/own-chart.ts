import { LAYOUTS } from "../../src/charts/chart.ts";
import { renderInline } from "../../src/files/render-drawing.tsx";
import { readLedger } from "../../src/ledger/read-ledger.ts";
import { readCharts } from "../../src/charts/read-charts.ts";

/** A function that draws a chart of this site from its rows, at 720 px, as HTML. */
export function ownChart(id: string): () => string {
  const chart = readCharts("content/charts", readLedger("content/ledger")).find((chart) => chart.id === id)!;
  const caption = { id, title: chart.title, description: chart.description };
  return () => renderInline(chart.draw(LAYOUTS.wide), LAYOUTS.wide, caption);
}
