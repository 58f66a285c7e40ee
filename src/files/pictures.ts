import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { renderAsync } from "@resvg/resvg-js";
import sharp from "sharp";
import { type Drawing, type Embeddable, type Layout, LAYOUTS } from "../charts/chart.ts";
import { frameDrawing, renderStandalone } from "../charts/lib/render.tsx";
import { listOf } from "../i18n/numbers.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { receipts, shortLabel } from "../ledger/sources.ts";
import { getOrInsert } from "../required.ts";
import { absolute } from "../routes.ts";
import { LICENCE, SITE_NAME, type Topic, accentColour } from "../site.ts";
import chartCss from "../styles/chart.css?raw";
import tokensCss from "../styles/tokens.css?raw";
import { flattenCss, type Scheme } from "./flatten-css.ts";

/** Static weights: Latin with all accents, Greek, Cyrillic. */
const FONT_FILES = ["400Regular", "600SemiBold"].flatMap((weight) =>
  [
    `source-sans-3/${weight}/SourceSans3_${weight}.ttf`,
    `source-serif-4/${weight}/SourceSerif4_${weight}.ttf`,
  ].map((file) => resolve("node_modules/@expo-google-fonts", file)),
);

/** Also for measuring text. */
export const FONT_OPTIONS = {
  loadSystemFonts: false,
  fontFiles: FONT_FILES,
  defaultFontFamily: "Source Sans 3",
};

/**
 * An opaque SVG as a PNG of `width` px with a palette, drawn on other threads. Uses only the site’s
 * typefaces, so every machine draws the same; the style must be plain (`flattenCss`). Rejects if a font is
 * missing, which would omit its text.
 */
export async function renderPng(svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
  const missing = FONT_FILES.find((file) => !existsSync(file));
  if (missing) throw new Error(`there is no font file ${missing}; fix: run npm ci`);
  const drawn = await renderAsync(svg, { fitTo: { mode: "width", value: width }, font: FONT_OPTIONS });
  const raw = { width: drawn.width, height: drawn.height, channels: 4 } as const;
  // Less effort loses no colours: few drawings have more than the 256 of a palette.
  const png = sharp(drawn.pixels, { raw }).removeAlpha().png({ palette: true, dither: 0, effort: 1 });
  return Uint8Array.from(await png.toBuffer());
}

/** The narrow drawing is for windows in which the text of the wide one is too small. */
export type PictureLayout = "narrow" | "wide";

export const PNG_WIDTHS_PX: Readonly<Record<PictureLayout, number>> = { narrow: 750, wide: 1200 };

const MARGINS_PX: Readonly<Record<PictureLayout, number>> = { narrow: 10, wide: 24 };

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

/** “AP, Axios and 12 others”: the outlets behind these sources, most frequent first. */
export function originsLine(ledger: Ledger, sources: readonly string[]): string {
  const byOrigin = Map.groupBy(receipts(ledger, sources), (source) => shortLabel(ledger, source));
  const origins = [...byOrigin].sort(([, a], [, b]) => b.length - a.length).map(([name]) => name);
  return origins.length <= 3
    ? listOf(origins)
    : `${origins.slice(0, 3).join(", ")} and ${origins.length - 3} others`;
}

/** The same as a sentence; empty without sources. */
export function sourcesLine(ledger: Ledger, { sources }: { sources: readonly string[] }): string {
  return sources.length > 0 ? `Sources: ${originsLine(ledger, sources)}.` : "";
}

/**
 * Adds title, subtitle, key and source line as drawn text, so the height is known. `margin` is in px;
 * `sourceLine` is empty where the page shows it.
 */
export function frameWithText(
  embed: Pick<Embeddable, "title" | "subtitle" | "draw" | "key">,
  layoutName: Layout["name"],
  margin: number,
  sourceLine: string,
): Drawing {
  return frameDrawing(embed.draw(LAYOUTS[layoutName]), embed, margin, sourceLine);
}

/**
 * An SVG file, light and dark: plain values in one style element, because drawing programs ignore custom
 * properties and read a second element whatever its media.
 */
export function svgFile(ledger: Ledger, embed: Embeddable): string {
  const css = chartStyle(embed.topic) + FONT_FAMILIES;
  const [light, dark] = [flattenCss(css, "light"), flattenCss(css, "dark")];
  const style = `${FALLBACK_FACES}${light}@media (prefers-color-scheme:dark){${dark}}`;
  return renderStandalone(framed(ledger, embed, "wide"), embed, style);
}

const pngs = new WeakMap<Embeddable, Map<string, Promise<Uint8Array<ArrayBuffer>>>>();

/** A PNG file, `PNG_WIDTHS_PX` wide; drawn once. */
export function pngFile(
  ledger: Ledger,
  embed: Embeddable,
  scheme: Scheme,
  layout: PictureLayout = "wide",
): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = getOrInsert(pngs, embed, () => new Map<string, Promise<Uint8Array<ArrayBuffer>>>());
  return getOrInsert(drawn, `${scheme} ${layout}`, () => {
    const style = flattenCss(chartStyle(embed.topic), scheme);
    return renderPng(renderStandalone(framed(ledger, embed, layout), embed, style), PNG_WIDTHS_PX[layout]);
  });
}

/** Of the PNG, px. */
export function pictureSize(
  ledger: Ledger,
  embed: Embeddable,
  layout: PictureLayout,
): { width: number; height: number } {
  const drawing = framed(ledger, embed, layout);
  const width = PNG_WIDTHS_PX[layout];
  return { width, height: Math.round((width * drawing.height) / drawing.width) };
}

const framedDrawings = new WeakMap<Embeddable, Map<PictureLayout, Drawing>>();

function framed(ledger: Ledger, embed: Embeddable, layout: PictureLayout): Drawing {
  const drawn = getOrInsert(framedDrawings, embed, () => new Map<PictureLayout, Drawing>());
  return getOrInsert(drawn, layout, () => {
    const source = [sourcesLine(ledger, embed), `${SITE_NAME}, ${absolute(embed.path)}. ${LICENCE}.`];
    return frameWithText(embed, layout, MARGINS_PX[layout], source.filter(Boolean).join(" "));
  });
}
