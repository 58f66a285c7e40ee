import { FALLBACK_FACES, FONT_FAMILIES, chartStyle } from "../styles/chart-style.ts";
import { expectDefined, getOrInsert } from "../expect-defined.ts";
import { sourcesLine } from "../ledger/sources.ts";
import { resolve } from "node:path";
import { renderAsync } from "@resvg/resvg-js";
import { transform } from "lightningcss";
import sharp from "sharp";
import { type Drawing, type Embeddable, LAYOUTS } from "../charts/chart.ts";
import { frameDrawing, renderStandalone } from "./render-drawing.tsx";
import type { Ledger } from "../ledger/ledger.ts";
import { absoluteUrl } from "../routes.ts";
import { getSite } from "../site.ts";

/** Static weights: Latin with all accents, Greek, Cyrillic. Also for measuring text. */
export const FONT_OPTIONS = {
  loadSystemFonts: false,
  fontFiles: ["source-sans-3", "source-serif-4"].flatMap((family) =>
    [400, 600].map((weight) => resolve(`src/fonts/${family}-${weight}.ttf`)),
  ),
  defaultFontFamily: "Source Sans 3",
};

/**
 * On other threads. With the site’s typefaces alone, so every machine draws the same; the style must be plain
 * (`flattenCss`).
 */
export async function renderPng(svg: string, width: number) {
  const drawn = await renderAsync(svg, { fitTo: { mode: "width", value: width }, font: FONT_OPTIONS });
  const raw = { width: drawn.width, height: drawn.height, channels: 4 } as const;
  // Less effort loses no colours: few drawings have more than the 256 of a palette.
  const png = sharp(drawn.pixels, { raw }).removeAlpha().png({ palette: true, dither: 0, effort: 1 });
  return Uint8Array.from(await png.toBuffer());
}

/** Largest PNG and margin of the drawing, px. The narrow drawing is for small windows. */
export const PICTURES = {
  narrow: { width: 750, height: 1750, margin: 10 },
  wide: { width: 1200, height: 1200, margin: 24 },
} as const;

export type PictureLayout = keyof typeof PICTURES;

export function pictureWidth(
  { width, height }: Pick<Drawing, "width" | "height">,
  layout: PictureLayout,
): number {
  const most = PICTURES[layout];
  return Math.floor(Math.min(most.width, (most.height * width) / height));
}

/**
 * Light and dark: plain values in one style element, because drawing programs ignore custom properties and read a
 * second element whatever its media.
 */
export function svgFile(ledger: Ledger, embed: Embeddable): string {
  const css = chartStyle() + FONT_FAMILIES;
  const [light, dark] = [flattenCss(css, "light"), flattenCss(css, "dark")];
  const style = `${FALLBACK_FACES}${light}@media (prefers-color-scheme:dark){${dark}}`;
  return renderStandalone(framed(ledger, embed, "wide"), embed, style);
}

export function pngFile(ledger: Ledger, embed: Embeddable, layout: PictureLayout) {
  const style = flattenCss(chartStyle(), "light");
  const drawing = framed(ledger, embed, layout);
  return renderPng(renderStandalone(drawing, embed, style), pictureWidth(drawing, layout));
}

export function pictureSize(ledger: Ledger, embed: Embeddable, layout: PictureLayout) {
  const drawing = framed(ledger, embed, layout);
  const width = pictureWidth(drawing, layout);
  return { width, height: Math.round((width * drawing.height) / drawing.width) };
}

/** Title, subtitle and sources are drawn text, so the height is known. */
function framed(ledger: Ledger, embed: Embeddable, layout: PictureLayout): Drawing {
  const sources = `${sourcesLine(ledger, embed.sources)} ${getSite().name}, ${absoluteUrl(embed.path)}. ${getSite().licence.line}.`;
  return frameDrawing(embed.draw(LAYOUTS[layout]), embed, PICTURES[layout].margin, sources.trim());
}

export type Scheme = "light" | "dark";

/** Pictures share a few style sheets. */
const flattened = new Map<string, string>();

/** For a renderer without custom properties, colour schemes and `font`. */
export function flattenCss(css: string, scheme: Scheme): string {
  return getOrInsert(flattened, `${scheme} ${css}`, () => flatten(css, scheme));
}

function flatten(css: string, scheme: Scheme): string {
  // Minified, so that every rule has one form.
  const { code } = transform({
    filename: "style.css",
    code: Buffer.from(css),
    minify: true,
    visitor: { Rule: { media: () => [], supports: () => [], "font-face": () => [] } },
  });
  const rules = code.toString().replace(/light-dark\(([^,]+),([^)]+)\)/g, scheme === "light" ? "$1" : "$2");
  const values = new Map(
    [...rules.matchAll(/(--[\w-]+):([^;}]+)/g)].map(([, name = "", value = ""]) => [name, value]),
  );
  const resolve = (text: string): string =>
    text.replace(/var\((--[\w-]+)(?:,var\([^()]+\))?\)/g, (_, name: string) =>
      resolve(expectDefined(values.get(name), `value of ${name} in tokens.css`)),
    );
  return resolve(rules.replace(/:root[^{]*\{[^}]*\}/g, "")).replace(
    /font:(\d+) (\w+)\/[\d.]+ ([^;}]+)/g,
    "font-weight:$1;font-size:$2;font-family:$3",
  );
}
