import { renderStandalone } from "../charts/render.tsx";
import { absolute, LICENCE, SITE_NAME } from "../site.ts";
import chartCss from "../styles/chart.css?raw";
import tokensCss from "../styles/tokens.css?raw";
import type { Embeddable } from "../views/embeddable.ts";
import { flattenCss, type Scheme } from "./flat-css.ts";
import { frameWithWords } from "./framed-drawing.ts";
import { sourcesLine } from "./origins-line.ts";
import { keptPng } from "./png-cache.ts";
import { FACES, FAMILIES } from "./typefaces.ts";

/** Width of a PNG, px. */
export const PNG_WIDTH = 1200;
/** Width of the PNG for mail, where programs show a picture at the width that its file has, px. */
export const MAIL_WIDTH = 760;

/**
 * The drawing as an SVG file, 768 px wide, with its own style for light and dark: plain values, because drawing programs know
 * no custom properties, and one style element, because they read a second one whatever its media.
 */
export function svgFile(embed: Embeddable): string {
  const css = styleOf(embed) + FAMILIES;
  return standalone(
    embed,
    `${FACES}${flattenCss(css, "light")}@media (prefers-color-scheme:dark){${flattenCss(css, "dark")}}`,
  );
}

const made = new WeakMap<Embeddable, Map<string, Uint8Array<ArrayBuffer>>>();

/** The drawing as a PNG file of that width, px. Drawn once, however often it is asked for. */
export function pngFile(embed: Embeddable, scheme: Scheme, width = PNG_WIDTH): Uint8Array<ArrayBuffer> {
  const pictures = made.get(embed) ?? new Map<string, Uint8Array<ArrayBuffer>>();
  made.set(embed, pictures);
  const name = `${scheme} ${width}`;
  const png = pictures.get(name) ?? keptPng(standalone(embed, flattenCss(styleOf(embed), scheme)), width);
  pictures.set(name, png);
  return png;
}

/** Width and height of its PNG of that width, px: the height as the file's own header says it. */
export function pictureSize(embed: Embeddable, width = PNG_WIDTH): { width: number; height: number } {
  const png = pngFile(embed, "light", width);
  return { width, height: new DataView(png.buffer, png.byteOffset).getUint32(20) };
}

/** CSS of the drawing, of both schemes. */
function styleOf({ topic }: Embeddable): string {
  return `${tokensCss}${chartCss}:root{--accent:var(--${topic})}`;
}

function standalone(embed: Embeddable, style: string): string {
  const { id, title, description, path } = embed;
  const sourceLine = [sourcesLine(embed), `${SITE_NAME}, ${absolute(path)}. ${LICENCE}.`]
    .filter(Boolean)
    .join(" ");
  return renderStandalone(frameWithWords(embed, "wide", 24, sourceLine), { id, title, description }, style);
}
