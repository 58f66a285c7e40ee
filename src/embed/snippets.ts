import type { Chart } from "../views/read-charts.ts";
import { embedHeightCss } from "./size.ts";

/** Text as the value of an attribute in double quotes. */
export function attribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** An iframe that is right without any script: it reserves its exact height at every width. */
export function iframeSnippet(chart: Chart, src: string, siteName: string): string {
  return (
    `<div style="container-type:inline-size"><iframe src="${attribute(src)}" title="${attribute(`${chart.title} – ${siteName}`)}" loading="lazy" scrolling="no" ` +
    `style="display:block;width:100%;border:0;height:480px;height:${embedHeightCss(chart)}"></iframe></div>`
  );
}
