import type { Chart } from "../views/read-charts.ts";
import { chartPng, PNG_WIDTH } from "./pictures.ts";

/** Width and height of a chart's PNG, px: the height as the file's own header says it. */
export function pictureSize(chart: Chart): { width: number; height: number } {
  const png = chartPng(chart, "light");
  return { width: PNG_WIDTH, height: new DataView(png.buffer, png.byteOffset).getUint32(20) };
}
