import { renderStandalone } from "../charts/render.tsx";
import { absolute, LICENCE, SITE_NAME } from "../site.ts";
import chartCss from "../styles/chart.css?raw";
import tokensCss from "../styles/tokens.css?raw";
import type { Chart } from "../views/read-charts.ts";
import { flattenCss, type Scheme } from "./flat-css.ts";
import { frameChart } from "./framed-chart.ts";
import { originsLine } from "./origins-line.ts";
import { keptPng } from "./png-cache.ts";
import { FACES, FAMILIES } from "./typefaces.ts";

/** Width of a chart's PNG, px. */
export const PNG_WIDTH = 1200;

/**
 * The chart as an SVG file, 768 px wide, with its own style for light and dark: plain values, because drawing programs know
 * no custom properties, and one style element, because they read a second one whatever its media.
 */
export function chartSvg(chart: Chart): string {
  const css = styleOf(chart) + FAMILIES;
  return standalone(chart, `${FACES}${flattenCss(css, "light")}@media (prefers-color-scheme:dark){${flattenCss(css, "dark")}}`);
}

const made = new WeakMap<Chart, Partial<Record<Scheme, Uint8Array<ArrayBuffer>>>>();

/** The chart as a PNG file, 1200 px wide. Drawn once, however often it is asked for. */
export function chartPng(chart: Chart, scheme: Scheme): Uint8Array<ArrayBuffer> {
  const pictures = made.get(chart) ?? {};
  made.set(chart, pictures);
  return (pictures[scheme] ??= keptPng(standalone(chart, flattenCss(styleOf(chart), scheme)), PNG_WIDTH));
}

/** Width and height of a chart's PNG, px: the height as the file's own header says it. */
export function pictureSize(chart: Chart): { width: number; height: number } {
  const png = chartPng(chart, "light");
  return { width: PNG_WIDTH, height: new DataView(png.buffer, png.byteOffset).getUint32(20) };
}

/** CSS of the chart's drawing, of both schemes. */
function styleOf(chart: Chart): string {
  return `${tokensCss}${chartCss}:root{--accent:var(--${chart.topic})}`;
}

function standalone(chart: Chart, style: string): string {
  const sourceLine = `Sources: ${originsLine(chart)}. ${SITE_NAME}, ${absolute(`/charts/${chart.id}/`)}. ${LICENCE}.`;
  const caption = { id: chart.id, title: chart.title, description: chart.view.description };
  return renderStandalone(frameChart(chart, "wide", 24, sourceLine), caption, style);
}
