import { type Drawing, LAYOUTS, SMALL_SIZE, TEXT_SIZE } from "../charts/drawing.ts";
import { drawKey } from "../charts/key.tsx";
import { frameDrawing } from "../charts/render.tsx";
import { SERIF_WIDER, wrapText } from "../charts/text-width.ts";
import type { Chart } from "../views/read-charts.ts";

/**
 * A chart with its words around it, for embeds and files: everything that has a height is drawn, so the height is known
 * for every width. `sourceLine` is left out where the page says it.
 */
export function frameChart(chart: Chart, layoutName: "narrow" | "wide", margin: number, sourceLine: string): Drawing {
  const layout = LAYOUTS[layoutName];
  const { key, height: keyHeight } = drawKey(chart.kind.key(chart.view.data), layout.width);
  return frameDrawing(chart.kind.draw(chart.view.data, layout), {
    titleLines: wrapText(chart.title, layout.width / SERIF_WIDER, 22, true),
    subtitleLines: wrapText(chart.subtitle, layout.width, TEXT_SIZE),
    sourceLines: sourceLine ? wrapText(sourceLine, layout.width, SMALL_SIZE) : [],
    key,
    keyHeight,
    margin,
  });
}
