import type { Drawing } from "../charts/lib/drawing.ts";
import { renderStandalone } from "../charts/lib/render.tsx";
import { getOrInsert } from "../required.ts";
import { absolute, LICENCE, SITE_NAME } from "../site.ts";
import type { Embeddable } from "../charts/embeddable.ts";
import { chartStyle } from "./chart-style.ts";
import { flattenCss, type Scheme } from "./flat-css.ts";
import { frameWithWords } from "./framed-drawing.ts";
import { sourcesLine } from "./origins-line.ts";
import { renderPng } from "./png.ts";
import { FACES, FAMILIES } from "./typefaces.ts";

/** Width of a PNG, px. */
export const PNG_WIDTH = 1200;

/**
 * The drawing as an SVG file, 648 px wide, light and dark: plain values in one style element, because drawing programs know no
 * custom properties and read a second element whatever its media.
 */
export function svgFile(embed: Embeddable): string {
  const css = chartStyle(embed.topic) + FAMILIES;
  return standalone(
    embed,
    `${FACES}${flattenCss(css, "light")}@media (prefers-color-scheme:dark){${flattenCss(css, "dark")}}`,
  );
}

/** The drawing as a PNG file, `PNG_WIDTH` px wide. */
export function pngFile(embed: Embeddable, scheme: Scheme): Promise<Uint8Array<ArrayBuffer>> {
  return renderPng(standalone(embed, flattenCss(chartStyle(embed.topic), scheme)), PNG_WIDTH);
}

/** Width and height of its PNG, px. */
export function pictureSize(embed: Embeddable): { width: number; height: number } {
  const drawing = framed(embed);
  return { width: PNG_WIDTH, height: Math.round((PNG_WIDTH * drawing.height) / drawing.width) };
}

const drawn = new WeakMap<Embeddable, Drawing>();

/** The drawing with its words, which all its files show. */
function framed(embed: Embeddable): Drawing {
  return getOrInsert(drawn, embed, () => {
    const source = [sourcesLine(embed), `${SITE_NAME}, ${absolute(embed.path)}. ${LICENCE}.`];
    return frameWithWords(embed, "wide", 24, source.filter(Boolean).join(" "));
  });
}

function standalone(embed: Embeddable, style: string): string {
  return renderStandalone(framed(embed), embed, style);
}
