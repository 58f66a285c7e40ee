import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderPng } from "./png.ts";

/** Where pictures are kept between builds; may be deleted at any time. */
const CACHE = ".cache/pictures";

/**
 * As `renderPng`, but a picture that an earlier build drew is read back from `directory`. Its name is a hash of all that
 * it is made of: the SVG, the width, and the lock file, which says which renderer and which fonts.
 */
export function keptPng(svg: string, width: number, directory = CACHE, draw = renderPng): Uint8Array<ArrayBuffer> {
  const hash = createHash("sha256").update(readFileSync("package-lock.json")).update(`${width}\n${svg}`).digest("hex");
  const path = join(directory, `${hash}.png`);
  if (existsSync(path)) return Uint8Array.from(readFileSync(path));
  const png = draw(svg, width);
  mkdirSync(directory, { recursive: true });
  // Whole or not at all, also if two builds run at once.
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, png);
  renameSync(unfinished, path);
  return png;
}
