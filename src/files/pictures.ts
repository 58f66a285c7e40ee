import { resolve } from "node:path";
import { renderAsync } from "@resvg/resvg-js";
import sharp from "sharp";
import { type Drawing, type Embeddable, LAYOUTS } from "../charts/chart.ts";
import { frameDrawing, renderStandalone } from "../charts/lib/render.tsx";
import { ledger } from "../content.ts";
import { listOf } from "../i18n/numbers.ts";
import { receipts, shortLabel } from "../ledger/sources.ts";
import { absolute } from "../routes.ts";
import { LICENCE, SITE_NAME, type Topic, accentColour } from "../site.ts";
import chartCss from "../styles/chart.css?raw";
import tokensCss from "../styles/tokens.css?raw";
import { flattenCss, type Scheme } from "./flatten-css.ts";

/** Static weights: Latin with all accents, Greek, Cyrillic. Also for measuring text. */
export const FONT_OPTIONS = {
  loadSystemFonts: false,
  fontFiles: ["400Regular", "600SemiBold"].flatMap((weight) =>
    [
      `source-sans-3/${weight}/SourceSans3_${weight}.ttf`,
      `source-serif-4/${weight}/SourceSerif4_${weight}.ttf`,
    ].map((file) => resolve("node_modules/@expo-google-fonts", file)),
  ),
  defaultFontFamily: "Source Sans 3",
};

/**
 * An opaque SVG as a PNG of `width` px with a palette, drawn on other threads. Uses only the site’s
 * typefaces, so every machine draws the same; the style must be plain (`flattenCss`).
 */
export async function renderPng(svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = await renderAsync(svg, { fitTo: { mode: "width", value: width }, font: FONT_OPTIONS });
  const raw = { width: drawn.width, height: drawn.height, channels: 4 } as const;
  // Less effort loses no colours: few drawings have more than the 256 of a palette.
  const png = sharp(drawn.pixels, { raw }).removeAlpha().png({ palette: true, dither: 0, effort: 1 });
  return Uint8Array.from(await png.toBuffer());
}

/** Width of the PNG and margin of the drawing, px. The narrow drawing is for small windows. */
export const PICTURES = { narrow: { width: 750, margin: 10 }, wide: { width: 1200, margin: 24 } } as const;

export type PictureLayout = keyof typeof PICTURES;

/**
 * Fonts for a drawing without its own. Lines are broken for letters as wide as Helvetica’s; a wider face is
 * scaled. `local()` names one face (bold is another), or a family in WebKitGTK.
 */
export const FALLBACK_FACES = ["", "font-weight:600 700;"]
  .flatMap((weight) =>
    ["Sans", "Serif"].map((kind) => {
      const names = [`DejaVu ${kind}`, `Noto ${kind}`];
      const locals = [...(weight ? names.map((name) => `${name} Bold`) : []), ...names];
      const src = locals.map((name) => `local("${name}")`).join(",");
      return `@font-face{font-family:"Fit ${kind}";${weight}src:${src};size-adjust:86%}`;
    }),
  )
  .join("\n");

export const FONT_FAMILIES =
  ':root{--sans:"Source Sans 3","Helvetica Neue",Helvetica,Arial,"Liberation Sans",Roboto,"Fit Sans",sans-serif;' +
  '--serif:"Source Serif 4",Georgia,"Times New Roman","Fit Serif",serif}';

/** Both schemes, with the colour of a topic. */
export function chartStyle(topic?: Topic): string {
  return `${tokensCss}${chartCss}:root{--accent:${topic ? accentColour(topic) : "var(--ink-2)"}}`;
}

/** “Sources: AP, Axios, Reuters and 12 others.”: the outlets behind them, most frequent first; empty without sources. */
export function sourcesLine({ sources }: { sources: readonly string[] }): string {
  const byOrigin = Map.groupBy(receipts(ledger, sources), (source) => shortLabel(ledger, source));
  const origins = [...byOrigin].sort(([, a], [, b]) => b.length - a.length).map(([name]) => name);
  const names = listOf(
    origins.length > 3 ? [...origins.slice(0, 3), `${origins.length - 3} others`] : origins,
  );
  return names && `Sources: ${names}.`;
}

/**
 * An SVG file, light and dark: plain values in one style element, because drawing programs ignore custom
 * properties and read a second element whatever its media.
 */
export function svgFile(embed: Embeddable): string {
  const css = chartStyle(embed.topic) + FONT_FAMILIES;
  const [light, dark] = [flattenCss(css, "light"), flattenCss(css, "dark")];
  const style = `${FALLBACK_FACES}${light}@media (prefers-color-scheme:dark){${dark}}`;
  return renderStandalone(framed(embed, "wide"), embed, style);
}

export function pngFile(
  embed: Embeddable,
  scheme: Scheme,
  layout: PictureLayout,
): Promise<Uint8Array<ArrayBuffer>> {
  const style = flattenCss(chartStyle(embed.topic), scheme);
  return renderPng(renderStandalone(framed(embed, layout), embed, style), PICTURES[layout].width);
}

/** Of the PNG, px. */
export function pictureSize(embed: Embeddable, layout: PictureLayout): { width: number; height: number } {
  const drawing = framed(embed, layout);
  const { width } = PICTURES[layout];
  return { width, height: Math.round((width * drawing.height) / drawing.width) };
}

/** With title, subtitle, key and source line as drawn text, so the height is known. */
function framed(embed: Embeddable, layout: PictureLayout): Drawing {
  const sources = `${sourcesLine(embed)} ${SITE_NAME}, ${absolute(embed.path)}. ${LICENCE}.`;
  return frameDrawing(embed.draw(LAYOUTS[layout]), embed, PICTURES[layout].margin, sources.trim());
}
