import { SITE_NAME } from "../site.ts";
import type { Chart } from "../views/read-charts.ts";
import { embedHeight, WIDE_MAX } from "./size.ts";
import { iframeSnippet } from "./snippets.ts";

/** Seconds for which a consumer may keep an answer. */
const CACHE_AGE = 86_400;

/** The answer of oEmbed 1.0 about a chart, type `rich`. */
export interface OEmbed {
  version: "1.0";
  type: "rich";
  title: string;
  author_name: string;
  author_url: string;
  provider_name: string;
  provider_url: string;
  cache_age: number;
  thumbnail_url: string;
  thumbnail_width: number;
  thumbnail_height: number;
  html: string;
  width: number;
  height: number;
}

/**
 * What oEmbed says of a chart. The files are static, so a consumer's `maxwidth` cannot be answered; the HTML fits any
 * width from 280 px, and `width` and `height` are those of its widest drawing. `picture` is the size of the PNG.
 */
export function oEmbed(chart: Chart, root: string, picture: { width: number; height: number }): OEmbed {
  return {
    version: "1.0",
    type: "rich",
    title: chart.title,
    author_name: SITE_NAME,
    author_url: `${root}charts/${chart.id}/`,
    provider_name: SITE_NAME,
    provider_url: root,
    cache_age: CACHE_AGE,
    thumbnail_url: `${root}charts/${chart.id}.png`,
    thumbnail_width: picture.width,
    thumbnail_height: picture.height,
    html: iframeSnippet(chart, root, "auto"),
    width: WIDE_MAX,
    height: embedHeight(chart, WIDE_MAX),
  };
}

/** The same as XML. */
export function oEmbedXml(answer: OEmbed): string {
  const text = (value: string | number) => String(value).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const fields = Object.entries(answer).map(([name, value]) => `  <${name}>${text(value as string | number)}</${name}>`);
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>\n${fields.join("\n")}\n</oembed>\n`;
}
