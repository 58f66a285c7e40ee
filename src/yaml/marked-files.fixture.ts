import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { onTestFinished } from "vitest";
import type { Problem } from "./yaml-file.ts";

/** Files by name. In a text, `▸` marks a place at which a problem is expected; it is not written. Bytes are wrong from the start. */
export type MarkedFiles = Readonly<Record<string, string | Uint8Array>>;

/**
 * Writes files into a new folder that the end of the test removes. Returns the folder and the marked places as
 * `file:line:column`, by file name, then position.
 */
export function writeMarked(files: MarkedFiles): { directory: string; places: string[] } {
  const directory = mkdtempSync(join(tmpdir(), "draft-by-draft-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const places: string[] = [];
  for (const name of Object.keys(files).sort((a, b) => a.localeCompare(b, "en"))) {
    const content = files[name]!;
    const path = join(directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === "string" ? content.replaceAll("▸", "") : content);
    if (typeof content !== "string") places.push(`${name}:1:1`);
    else
      content.split("\n").forEach((line, i) => {
        for (let at = line.indexOf("▸"), earlier = 0; at >= 0; at = line.indexOf("▸", at + 1), earlier++)
          places.push(`${name}:${i + 1}:${at + 1 - earlier}`);
      });
  }
  return { directory, places };
}

/** The place of a problem as `file:line:column`, the file relative to `directory`. */
export function placeOf(problem: Problem, directory: string): string {
  const base = `${relative(process.cwd(), directory).split(sep).join("/")}/`;
  return `${problem.file.startsWith(base) ? problem.file.slice(base.length) : problem.file}:${problem.line}:${problem.column}`;
}
