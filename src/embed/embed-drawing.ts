import type { Drawing } from "../charts/drawing.ts";
import type { Chart } from "../views/read-charts.ts";
import { frameChart } from "../export/framed-chart.ts";
import { originsLine } from "../export/origins-line.ts";

/** Space around an embedded drawing, px. */
export const EMBED_MARGIN = 10;

// Its size is asked for by every snippet of a chart, its marks by one page.
const drawn = new WeakMap<Chart, Partial<Record<"narrow" | "wide", Drawing>>>();

/** A drawing of an embed: the chart, the words around it with how to use its marks, and whose work stands behind it. */
export function embedDrawing(chart: Chart, layoutName: "narrow" | "wide"): Drawing {
  const known = drawn.get(chart) ?? {};
  drawn.set(chart, known);
  const subtitle = chart.hint ? `${chart.subtitle} ${chart.hint}` : chart.subtitle;
  return (known[layoutName] ??= frameChart({ ...chart, subtitle }, layoutName, EMBED_MARGIN, `Sources: ${originsLine(chart)}.`));
}
