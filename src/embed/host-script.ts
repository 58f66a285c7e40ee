import type { Chart } from "../views/read-charts.ts";
import draftChart from "./draft-chart.js?raw";
import { compileScript } from "./compile-script.ts";
import { embedRatios, heightCss, MESSAGE_HEIGHTS } from "./size.ts";

/** `embed.js` for these charts of the site at `root`: the element `<draft-chart>` and the heights it keeps. */
export function hostScript(charts: readonly Chart[], root: string): string {
  const shapes = Object.fromEntries(charts.map((chart) => [chart.id, Object.values(embedRatios(chart))]));
  return compileScript(draftChart, { HOME: root, SHAPES: shapes, HEIGHT: heightCss("var(--n)", "var(--w)"), HEIGHTS: MESSAGE_HEIGHTS });
}
