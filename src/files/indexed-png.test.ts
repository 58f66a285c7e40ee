import { Resvg } from "@resvg/resvg-js";
import { expect, test } from "vitest";
import { indexedPng } from "./png.ts";

const svg = (size: string, inner: string) => `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${inner}</svg>`;
const draw = (text: string) => new Resvg(text).render();
/** A ring with grey edges on paper; `paper` may let shine through. */
const ring = (paper: string) =>
  draw(
    svg(
      'width="61" height="40"',
      `<rect width="61" height="40" fill="${paper}"/><circle cx="30" cy="20" r="15" fill="none" stroke="#124"/>`,
    ),
  );

/** The pixels of a PNG as another program reads them. */
function read(png: Uint8Array, width: number, height: number): Buffer {
  const size = `width="${width}" height="${height}"`;
  return draw(
    svg(size, `<image ${size} href="data:image/png;base64,${Buffer.from(png).toString("base64")}"/>`),
  ).pixels;
}

test("a picture of few colours comes back pixel by pixel, in fewer bytes", async () => {
  const { pixels, width, height } = ring("#fdfcf7");
  const png = (await indexedPng(pixels, width, height))!;
  expect(read(png, width, height).equals(pixels)).toBe(true);
  expect(png.length).toBeLessThan(ring("#fdfcf7").asPng().length);
});

test("one through which something shines, or of more than 256 colours, is left to others", async () => {
  const { pixels, width, height } = ring("#fdfcf788");
  expect(await indexedPng(pixels, width, height)).toBeUndefined();
  const many = (count: number) =>
    Uint8Array.from({ length: 4 * count }, (_, i) =>
      i % 4 === 3 ? 255 : i % 4 === 0 ? (i / 4) % 256 : i >> 10,
    );
  expect(read((await indexedPng(many(256), 16, 16))!, 16, 16).equals(many(256))).toBe(true);
  expect(await indexedPng(many(257), 257, 1)).toBeUndefined();
});
