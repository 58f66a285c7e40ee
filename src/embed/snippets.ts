import { SITE_NAME } from "../site.ts";
import type { Chart } from "../views/read-charts.ts";
import { embedHeightCss, greatestHeight } from "./size.ts";

/** Light or dark whatever the reader prefers, or as the reader prefers. */
export type Theme = "auto" | "light" | "dark";
export const THEMES: readonly Theme[] = ["auto", "light", "dark"];

/** Text as the value of an attribute in double quotes. */
export function attribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Name of a chart outside its site. */
function nameOf(chart: Chart): string {
  return `${chart.title} – ${SITE_NAME}`;
}

/** Address of an embed. The fragment says the theme again, for frames whose script is off. */
function embedAddress(chart: Chart, root: string, theme: Theme): string {
  return `${root}embed/${chart.id}/${theme === "auto" ? "" : `?theme=${theme}#${theme}`}`;
}

/**
 * An iframe that is right without any script: it keeps its exact height at every width before anything loads. Where
 * style is forbidden its attributes keep enough. `root` is the site's address, with a slash at its end.
 */
export function iframeSnippet(chart: Chart, root: string, theme: Theme): string {
  const height = greatestHeight(chart);
  return (
    `<div style="container-type:inline-size;width:100%">` +
    `<iframe src="${attribute(embedAddress(chart, root, theme))}" title="${attribute(nameOf(chart))}" loading="lazy" width="100%" height="${height}" frameborder="0" ` +
    `style="display:block;width:100%;max-width:none;border:0;aspect-ratio:auto;min-height:0;max-height:none;height:${height}px;height:${embedHeightCss(chart)}"></iframe></div>`
  );
}

/** The element of `embed.js`, with a link for readers whom the script does not reach. */
export function elementSnippet(chart: Chart, root: string, theme: Theme): string {
  return (
    `<div style="container-type:inline-size;width:100%"><draft-chart chart="${attribute(chart.id)}"${theme === "auto" ? "" : ` theme="${theme}"`} ` +
    `style="display:block;min-height:${embedHeightCss(chart)}"><a href="${attribute(`${root}charts/${chart.id}/`)}">${attribute(nameOf(chart))}</a></draft-chart></div>\n` +
    `<script async src="${attribute(`${root}embed.js`)}"></script>`
  );
}

/** A picture with its credit. `width` and `height` are those of the PNG. */
export function imageSnippet(chart: Chart, root: string, theme: Theme, { width, height }: { width: number; height: number }): string {
  const file = (dark: boolean) => attribute(`${root}charts/${chart.id}${dark ? "-dark" : ""}.png`);
  const page = attribute(`${root}charts/${chart.id}/`);
  return (
    `<figure style="margin:0"><a href="${page}"><picture>` +
    (theme === "auto" ? `<source srcset="${file(true)}" media="(prefers-color-scheme: dark)">` : "") +
    `<img src="${file(theme === "dark")}" alt="${attribute(chart.view.description)}" width="${width}" height="${height}" loading="lazy" style="display:block;max-width:100%;height:auto">` +
    `</picture></a><figcaption><a href="${page}">${attribute(nameOf(chart))}</a>, <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a></figcaption></figure>`
  );
}
