import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyProject } from "./project-copy.ts";
import { shellEnvironment } from "./shell-environment.ts";

// The site of `npm test` (dist/, or DIST_DIR) against a second one: the same sources in another folder, on another day, in
// another time zone and language. On the way, the second build is killed twice.
const FIRST = resolve(process.env.DIST_DIR ?? "dist");
const LAST_GOOD = {
  "index.html": "<!doctype html><title>The last good site</title>",
  "plan/index.html": "The last good plan",
};

let project: string;
beforeAll(() => {
  project = copyProject();
  for (const [file, text] of Object.entries(LAST_GOOD)) {
    mkdirSync(join(project, "dist", file, ".."), { recursive: true });
    writeFileSync(join(project, "dist", file), text);
  }
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

function build(): { child: ChildProcess; output: () => string; ended: Promise<number | null> } {
  const child = spawn(
    process.execPath,
    ["--import", resolve("test/build/other-day.ts"), "scripts/build.ts"],
    {
      cwd: project,
      env: {
        ...shellEnvironment(),
        DIST_DIR: "dist",
        TZ: "Pacific/Kiritimati",
        LC_ALL: "tr_TR.UTF-8",
        LANG: "tr_TR.UTF-8",
      },
    },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => (output += data.toString()));
  return {
    child,
    output: () => output,
    ended: new Promise((done) => child.on("close", (code) => done(code))),
  };
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

const lastGood = () =>
  Object.fromEntries(
    Object.keys(LAST_GOOD).map((file) => [file, readFileSync(join(project, "dist", file), "utf8")]),
  );

const MOMENTS: [name: string, isNow: (output: string) => boolean][] = [
  ["while Astro writes pages", () => existsSync(join(project, ".build/next-dist/people"))],
  ["while the site is verified", (output) => output.includes("verify …")],
];
test.for(MOMENTS)(
  "the real build, killed %s, leaves the last good site whole",
  { timeout: 300_000 },
  async ([, isNow]) => {
    const { child, output, ended } = build();
    await expect
      .poll(() => isNow(output()) || child.exitCode !== null, { timeout: 240_000, interval: 100 })
      .toBe(true);
    expect(child.exitCode, output()).toBe(null);
    child.kill("SIGKILL");
    await ended;
    expect(Object.keys(digests(join(project, "dist")))).toEqual(Object.keys(LAST_GOOD));
    expect(lastGood()).toEqual(LAST_GOOD);
  },
);

test("two builds of the same sources are the same, byte for byte, wherever, whenever and after whatever they are made", async () => {
  const { output, ended } = build();
  expect(await ended, output()).toBe(0);
  const [first, second] = [digests(FIRST), digests(join(project, "dist"))];
  const different = [...new Set([...Object.keys(first), ...Object.keys(second)])].filter(
    (file) => first[file] !== second[file],
  );
  expect(different, "if the sources changed since dist/ was built, run `npm run build` first").toEqual([]);
  expect(Object.keys(second).length).toBeGreaterThan(500);
}, 300_000);
