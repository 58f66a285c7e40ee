import type { Chart } from "./read-charts.ts";

const hrefs = new WeakMap<Chart, Set<string>>();

/** The charts of which a mark or a row of the table leads to `href`: they draw what that page tells. */
export function chartsLeadingTo(charts: readonly Chart[], href: string): Chart[] {
  return charts.filter((chart) => {
    const known =
      hrefs.get(chart) ?? hrefs.set(chart, hrefsIn([chart.view.data, chart.view.table])).get(chart);
    return known?.has(href);
  });
}

function hrefsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value !== "object" || value === null) return found;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "href" && typeof inner === "string") found.add(inner);
    else hrefsIn(inner, found);
  }
  return found;
}
