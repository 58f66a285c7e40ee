import { keep, kept, keyOf } from "../build-cache.ts";
import { renderPng } from "./png.ts";

/** As `renderPng`, but a picture that an earlier build drew is read back from `folder`. */
export async function keptPng(
  svg: string,
  width: number,
  folder = ".cache/pictures",
  draw = renderPng,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = `${keyOf("palette", String(width), svg)}.png`;
  const earlier = kept(folder, key);
  if (earlier) return Uint8Array.from(earlier);
  const png = await draw(svg, width);
  keep(folder, key, png);
  return png;
}
