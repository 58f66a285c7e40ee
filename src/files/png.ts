import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { crc32, deflate } from "node:zlib";
import { renderAsync } from "@resvg/resvg-js";

/** Static weights of the site's own typefaces, from the folder the build runs in: Latin with all accents, Greek, Cyrillic. */
const FONT_FILES = ["source-sans-3/#/SourceSans3_#.ttf", "source-serif-4/#/SourceSerif4_#.ttf"].flatMap(
  (file) =>
    ["400Regular", "600SemiBold"].map((weight) =>
      resolve("node_modules/@expo-google-fonts", file.replaceAll("#", weight)),
    ),
);

/** How pictures set their text; also for measuring it. */
export const FONT_OPTIONS = {
  loadSystemFonts: false,
  fontFiles: FONT_FILES,
  defaultFontFamily: "Source Sans 3",
};

/**
 * An SVG as a PNG of `width` px, drawn on another thread, with a palette where that loses nothing. Its text is set in the
 * site’s typefaces and no others, so every machine draws the same. The style must be plain: `flattenCss`. Rejects if a font is
 * missing, which would leave its text out.
 */
export async function renderPng(svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
  const missing = FONT_FILES.find((file) => !existsSync(file));
  if (missing)
    throw new Error(`no font file ${missing}; expected the packages of package-lock.json; fix: run npm ci`);
  const drawn = await renderAsync(svg, { fitTo: { mode: "width", value: width }, font: FONT_OPTIONS });
  return (await indexedPng(drawn.pixels, drawn.width, drawn.height)) ?? Uint8Array.from(drawn.asPng());
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** As many colours as the palette of a PNG holds. */
const MAX_COLOURS = 256;

/**
 * An opaque picture as a PNG with a palette: less than half the bytes of three channels, and nothing lost, since flat colours
 * and grey edges make some 200. `pixels`: red, green, blue, alpha, by row. Undefined for more colours, or where something
 * shines through. Source: Portable Network Graphics, third edition, W3C.
 */
export async function indexedPng(
  pixels: Uint8Array,
  width: number,
  height: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const isAligned = pixels.byteOffset % 4 === 0;
  const colours = isAligned
    ? new Uint32Array(pixels.buffer, pixels.byteOffset, width * height)
    : new Uint32Array(new Uint8Array(pixels).buffer);
  const places = new Map<number, number>();
  // Each row begins with its filter: none.
  const rows = Buffer.alloc(height * (width + 1));
  let last = -1;
  let place = 0;
  let at = 0;
  for (let y = 0; y < height; y++) {
    const row = y * (width + 1) + 1;
    for (let x = 0; x < width; x++, at++) {
      const colour = colours[at] ?? 0;
      // Most pixels are as the one before.
      if (colour !== last) {
        place = places.get(colour) ?? places.size;
        if (place === MAX_COLOURS || pixels[4 * at + 3] !== 255) return undefined;
        places.set(colour, place);
        last = colour;
      }
      rows[row + x] = place;
    }
  }
  const used = new Uint8Array(new Uint32Array(places.keys()).buffer);
  const palette = used.filter((_, i) => i % 4 !== 3);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, by palette.
  header.set([8, 3], 8);
  const data = await promisify(deflate)(rows);
  return Uint8Array.from(
    Buffer.concat([
      SIGNATURE,
      chunk("IHDR", header),
      chunk("PLTE", palette),
      chunk("IDAT", data),
      chunk("IEND", new Uint8Array()),
    ]),
  );
}

/** A part of a PNG: length, name, bytes, checksum of the last two. */
function chunk(name: string, bytes: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), bytes]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(bytes.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
