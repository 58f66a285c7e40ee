import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { copyProject } from "../test/lib/project-copy.ts";
import { shellEnvironment } from "../test/lib/project-copy.ts";

// The built site (dist/, or DIST_DIR) against a second one: the same sources in another folder, on another day, in another
// time zone and language.
const FIRST = resolve(process.env.DIST_DIR ?? "dist");

/** Builds the project in `project`; resolves to the exit code and what was printed. */
function build(project: string): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ["--import", resolve("nightly/other-day.ts"), "scripts/build.ts"], {
    cwd: project,
    env: {
      ...shellEnvironment(),
      DIST_DIR: "dist",
      TZ: "Pacific/Kiritimati",
      LC_ALL: "tr_TR.UTF-8",
      LANG: "tr_TR.UTF-8",
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => (output += data.toString()));
  return new Promise((done) => child.on("close", (code) => done({ code, output })));
}

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
  // Dates of pages come from the history.
  symlinkSync(resolve(".git"), join(project, ".git"));
  onTestFinished(() => rmSync(project, { recursive: true, force: true }));
  const { code, output } = await build(project);
  expect(code, output).toBe(0);
  const [first, second] = [digests(FIRST), digests(join(project, "dist"))];
  const different = [...new Set([...Object.keys(first), ...Object.keys(second)])].filter(
    (file) => first[file] !== second[file],
  );
  expect(different, "if the sources changed since dist/ was built, run `npm run build` first").toEqual([]);
  expect(Object.keys(second).length).toBeGreaterThan(500);
});
