import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { renderAsync } from "@resvg/resvg-js";
import { indexedPng } from "./indexed-png.ts";

/** Static weights of the site's own typefaces, from the folder the build runs in: Latin with all accents, Greek, Cyrillic. */
const FONTS = ["source-sans-3/#/SourceSans3_#.ttf", "source-serif-4/#/SourceSerif4_#.ttf"].flatMap((file) =>
  ["400Regular", "600SemiBold"].map((weight) =>
    resolve("node_modules/@expo-google-fonts", file.replaceAll("#", weight)),
  ),
);

/** How pictures set their text; also for measuring it. */
export const TYPE = { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: "Source Sans 3" };

/**
 * An SVG as a PNG of `width` px, drawn on another thread, with a palette where that loses nothing. Its text is set in the
 * site’s typefaces and no others, so every machine draws the same. The style must be plain: `flattenCss`. Rejects if a font is
 * missing, which would leave its text out.
 */
export async function renderPng(svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
  const missing = FONTS.find((file) => !existsSync(file));
  if (missing)
    throw new Error(`no font file ${missing}; expected the packages of package-lock.json; mend: run npm ci`);
  const drawn = await renderAsync(svg, { fitTo: { mode: "width", value: width }, font: TYPE });
  return (await indexedPng(drawn.pixels, drawn.width, drawn.height)) ?? Uint8Array.from(drawn.asPng());
}
