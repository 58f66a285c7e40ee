import type { Chart } from "../views/read-charts.ts";
import draftChart from "./draft-chart.js?raw";
import { minifyScript } from "./minify.ts";
import { embedRatios, heightCss, MESSAGE_HEIGHTS } from "./size.ts";

/** `embed.js` for these charts of the site at `root`: the element `<draft-chart>` and the heights it keeps. */
export function hostScript(charts: readonly Chart[], root: string): string {
  const shapes = Object.fromEntries(charts.map((chart) => [chart.id, Object.values(embedRatios(chart))]));
  const given = `const HOME=${JSON.stringify(root)},SHAPES=${JSON.stringify(shapes)},HEIGHT=${JSON.stringify(heightCss("var(--n)", "var(--w)"))},HEIGHTS=${JSON.stringify(MESSAGE_HEIGHTS)};`;
  // A block of its own: nothing becomes a global.
  return `{${given}\n${minifyScript(draftChart)}}\n`;
}
