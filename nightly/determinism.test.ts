import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { copyProject } from "../test/lib/project-copy.ts";
import { runBuild } from "./run-build.ts";

// The built site (dist/, or DIST_DIR) against a second one: the same sources in another folder, on another day, in another
// time zone and language.
const FIRST = resolve(process.env.DIST_DIR ?? "dist");

/** Digest of every file under `root`, by path. */
function digests(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map((file) => join(file.parentPath, file.name))
      .sort()
      .map((path) => [relative(root, path), createHash("sha256").update(readFileSync(path)).digest("hex")]),
  );
}

test("two builds of the same sources are the same, byte for byte, wherever and whenever they are made", async () => {
  const project = copyProject();
  onTestFinished(() => rmSync(project, { recursive: true, force: true }));
  const { code, output } = await runBuild(
    ["--import", resolve("nightly/other-day.ts")],
    { DIST_DIR: "dist", TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" },
    project,
  );
  expect(code, output).toBe(0);
  const [first, second] = [digests(FIRST), digests(join(project, "dist"))];
  const different = [...new Set([...Object.keys(first), ...Object.keys(second)])].filter(
    (file) => first[file] !== second[file],
  );
  expect(different, "if the sources changed since dist/ was built, run `npm run build` first").toEqual([]);
  expect(Object.keys(second).length).toBeGreaterThan(500);
});
