import { Resvg } from "@resvg/resvg-js";
import favicon from "../../public/favicon.svg?raw";
import { itemAt } from "../required.ts";
import tokens from "../styles/tokens.css?raw";

/** Icons made from favicon.svg: file name → width in pixels, and how much of it the sign takes. */
export const ICONS: Readonly<Record<string, { size: number; share: number }>> = {
  "48": { size: 48, share: 1 },
  "192": { size: 192, share: 0.8 },
  "512": { size: 512, share: 0.8 },
  // Platforms cut a maskable icon to a circle of four fifths.
  maskable: { size: 512, share: 0.5 },
  "apple-touch": { size: 180, share: 0.7 },
};

/** An ICO file with one PNG, for clients that request /favicon.ico without reading a page. */
export function iconIco(): Buffer {
  const png = iconPng("48");
  // An icon of one picture, 48 × 48, on one plane with 32 bits a pixel; its length, and where it begins.
  const head = Buffer.from([0, 0, 1, 0, 1, 0, 48, 48, 0, 0, 1, 0, 32, 0, 0, 0, 0, 0, 22, 0, 0, 0]);
  head.writeUInt32LE(png.length, 14);
  return Buffer.concat([head, png]);
}

/** The sign of the site as PNG: ink on paper. Throws for a name that is not among ICONS. */
export function iconPng(name: string): Buffer {
  const icon = Object.hasOwn(ICONS, name) ? ICONS[name] : undefined;
  if (!icon) throw new Error(`there is no icon \`${name}\`; icons: ${Object.keys(ICONS).join(", ")}`);
  const [paper, ink] = [token("paper").light, token("ink").light];
  const drawing = favicon.replace(/<style>.*?<\/style>/s, "").replace(/<\/?svg[^>]*>/g, "");
  const width = 32 / icon.share;
  const start = (32 - width) / 2;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${start} ${start} ${width} ${width}">` +
    `<rect x="${start}" y="${start}" width="100%" height="100%" fill="${paper}"/>` +
    `<g fill="none" stroke="${ink}" stroke-width="3">${drawing}</g></svg>`;
  return new Resvg(svg, { fitTo: { mode: "width", value: icon.size } }).render().asPng();
}

/** Light and dark value of a colour token: `token("paper").light` is `#fbfaf5`. Throws if tokens.css lacks it. */
export function token(name: string): { light: string; dark: string } {
  const match = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(tokens);
  if (!match) throw new Error(`src/styles/tokens.css has no --${name}: light-dark(#…, #…)`);
  return { light: itemAt(match, 1), dark: itemAt(match, 2) };
}
