import type { Drawing } from "../charts/drawing.ts";
import type { Chart } from "../views/read-charts.ts";
import { frameChart } from "./framed-chart.ts";
import { originsLine } from "./origins-line.ts";

/** Space around an embedded drawing, px. */
export const EMBED_MARGIN = 10;

/** A drawing of an embed: the chart, the words around it, and whose work stands behind it. */
export function embedDrawing(chart: Chart, layoutName: "narrow" | "wide"): Drawing {
  return frameChart(chart, layoutName, EMBED_MARGIN, `Sources: ${originsLine(chart)}.`);
}
