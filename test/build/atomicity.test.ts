import { type ChildProcess, spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";

// A tiny site, built by the real pipeline in processes of their own that are killed or made to fail.
const FAKE_BUILD = resolve("test/build/fake-build.ts");
const KILL_AT = resolve("test/build/kill-at.ts");

let project: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "draft-by-draft-"));
  onTestFinished(() => rmSync(project, { recursive: true, force: true }));
});

interface Outcome {
  code: number | null;
  signal: string | null;
  output: string;
}

function start(
  args: string[],
  env: Record<string, string> = {},
): { child: ChildProcess; ended: Promise<Outcome>; output: () => string } {
  const child = spawn(process.execPath, args, { cwd: project, env: { ...process.env, ...env } });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => (output += data.toString()));
  return {
    child,
    output: () => output,
    ended: new Promise((done) => child.on("close", (code, signal) => done({ code, signal, output }))),
  };
}

const build = (version: string, trouble = "", env: Record<string, string> = {}) =>
  start(["--import", KILL_AT, FAKE_BUILD, version, trouble], env);

/** Every file of the site that readers see, by path; undefined if there is no site. */
function site(): Record<string, string> | undefined {
  const root = join(project, "dist");
  if (!existsSync(root)) return undefined;
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((file) => [
      join(file.parentPath, file.name).slice(root.length + 1),
      readFileSync(join(file.parentPath, file.name), "utf8"),
    ]),
  );
}

const whole = (version: string) => ({
  "index.html": version,
  "plan/index.html": version,
  "search.json": version,
});

test("a build that is killed before any of its changes to the disk leaves a whole site, or none that the next one cannot bring back", async () => {
  await build("one").ended;
  const { output } = await build("two").ended;
  const changes = Number(/changes (\d+)/.exec(output)?.[1]);
  expect(changes).toBeGreaterThan(10);
  let last = "two";
  for (let at = 1; at <= changes; at++) {
    const next = `version-${at}`;
    const killed = await build(next, "", { KILL_AT: String(at) }).ended;
    expect(killed.signal, `${at}`).toBe("SIGKILL");
    // Between the two renames: whoever builds next brings the last good site back, even if that build fails.
    if (site() === undefined) await build("never", "content:problems").ended;
    expect([whole(last), whole(next)], `${at}`).toContainEqual(site());
    last = site()?.["index.html"] ?? "";
  }
  const after = await build("last").ended;
  expect(after.output).not.toContain("stopped");
  expect(site()).toEqual(whole("last"));
  expect(readdirSync(join(project, ".build"))).toEqual([]);
});

describe("a step that goes wrong leaves the site as it was and says why", () => {
  const cases: [trouble: string, ...says: string[]][] = [
    [
      "content:problems",
      "a link leads nowhere",
      "an image has no alt",
      "content found 2 problems; dist/ is as it was",
    ],
    ["astro:crash", "TypeError: the step broke", "fake-build.ts", "astro failed; dist/ is as it was"],
    ["pagefind:crash", "pagefind failed"],
    ["verify:problems", "verify found 2 problems"],
    ["astro:permission", "permission denied, open 'dist/index.html'; mend: make the folder writable"],
    ["pagefind:disk-full", "no space left", "mend: the disk is full: free some space"],
  ];
  // Only Linux has a file that is always full.
  const possible = cases.filter(([trouble]) => trouble !== "pagefind:disk-full" || existsSync("/dev/full"));
  test.for(possible)("%s", async ([trouble, ...says]) => {
    await build("one").ended;
    const { code, output } = await build("two", trouble).ended;
    expect(code).toBe(1);
    for (const part of says) expect(output).toContain(part);
    expect(site()).toEqual(whole("one"));
    await build("three").ended;
    expect(site()).toEqual(whole("three"));
  });

  test("a build folder that cannot be made", async () => {
    await build("one").ended;
    rmSync(join(project, ".build"), { recursive: true });
    writeFileSync(join(project, ".build"), "a file");
    const { code, output } = await build("two").ended;
    expect(code).toBe(1);
    expect(output).toContain("prepare failed; dist/ is as it was");
    expect(site()).toEqual(whole("one"));
  });
});

test("a folder that is no site is not replaced", async () => {
  mkdirSync(join(project, "notes"));
  writeFileSync(join(project, "notes/letter.txt"), "keep me");
  for (const DIST_DIR of ["notes", ".", ".."]) {
    const { code, output } = await build("one", "", { DIST_DIR }).ended;
    expect(code).toBe(1);
    expect(output).toContain("is not a built site and would be lost; mend: let DIST_DIR name a new folder");
  }
  expect(readFileSync(join(project, "notes/letter.txt"), "utf8")).toBe("keep me");
});

describe("two builds at once", () => {
  test("the second one says who is at work and changes nothing", async () => {
    const first = build("one", "astro:wait");
    await expect.poll(first.output).toContain("astro …");
    const second = await build("two").ended;
    expect(second.code).toBe(1);
    expect(second.output).toContain(
      `another build (process ${first.child.pid}) is at work; mend: wait until it is done`,
    );
    first.child.stdin!.end("go on\n");
    expect((await first.ended).code).toBe(0);
    expect(site()).toEqual(whole("one"));
  });

  test("the lock of a killed one is taken over", async () => {
    await build("one").ended;
    const dead = await build("two", "", { KILL_AT: "5" }).ended;
    expect(dead.signal).toBe("SIGKILL");
    expect(readdirSync(join(project, ".build"))).toContain("lock-dist");
    expect((await build("three").ended).code).toBe(0);
    expect(site()).toEqual(whole("three"));
  });

  test("a lock that a process of another user or kind seems to hold is not taken, and how to remove it is said", async () => {
    const lock = join(project, ".build/lock-dist");
    mkdirSync(dirname(lock), { recursive: true });
    symlinkSync("1", lock);
    const { code, output } = await build("one").ended;
    expect(code).toBe(1);
    expect(output).toContain(`if process 1 is no build, remove ${lock}`);
  });
});
