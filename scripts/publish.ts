import { existsSync, mkdirSync, readdirSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";

/** A step of a build: works on the folder of the next site, and returns every problem that it found. */
export interface Step {
  name: string;
  run(next: string): Promise<readonly string[] | undefined> | readonly string[] | undefined;
}

/** A build that ended without a new site, with the reasons; the site that readers see is as it was. */
export class BuildStopped extends Error {
  constructor(reasons: readonly string[], summary: string) {
    super([...reasons, `build stopped: ${summary}`].join("\n"));
    this.name = "BuildStopped";
  }
}

/**
 * Builds a site by `steps` in a folder of its own, and only if all went well puts it in the place of `live`, by two renames.
 * One build at a time. Returns the seconds of each step. Throws BuildStopped with the reasons if a step finds problems or
 * fails.
 */
export async function publish(
  live: string,
  steps: readonly Step[],
): Promise<[step: string, seconds: number][]> {
  const shown = relative(process.cwd(), live);
  const inBuild = (what: string) => resolve(".build", `${what}-${shown.split(sep).join("-")}`);
  const [next, previous] = [inBuild("next"), inBuild("previous")];
  const prepare: Step = {
    name: "prepare",
    run: async () => {
      if (!mayReplace(live))
        return [
          `${live} is not a built site and would be lost; mend: let DIST_DIR name a new folder inside the project`,
        ];
      takeLock(inBuild("lock"));
      // A build was killed between its two renames.
      if (!existsSync(live) && existsSync(previous)) await rename(previous, live);
      await rm(next, { recursive: true, force: true });
      await mkdir(next, { recursive: true });
      return [];
    },
  };
  const swap: Step = {
    name: "swap",
    run: async () => {
      await rm(previous, { recursive: true, force: true });
      if (existsSync(live)) await rename(live, previous);
      await rename(next, live).catch(async (error: unknown) => {
        if (existsSync(previous)) await rename(previous, live);
        throw error;
      });
      await rm(previous, { recursive: true, force: true });
    },
  };
  const times: [string, number][] = [];
  for (const { name, run } of [prepare, ...steps, swap]) {
    process.stdout.write(`${name} …\n`);
    const started = performance.now();
    let problems: readonly string[];
    try {
      problems = (await run(next)) ?? [];
    } catch (error) {
      throw new BuildStopped([reasonOf(error)], `${name} failed; ${shown}/ is as it was`);
    }
    if (problems.length > 0) {
      const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
      throw new BuildStopped(problems, `${name} found ${count}; ${shown}/ is as it was`);
    }
    times.push([name, (performance.now() - started) / 1000]);
  }
  return times;
}

/**
 * Takes the lock at `path` until this process ends: a symbolic link to its id, made and filled in one step. That of a process
 * that is gone is taken over. Throws if a living one holds it.
 */
function takeLock(path: string): void {
  mkdirSync(resolve(path, ".."), { recursive: true });
  const holder = Number(readlinkOf(path));
  if (holder && isAlive(holder))
    throw new Error(
      `another build (process ${holder}) is at work; mend: wait until it is done, or stop it; ` +
        `if process ${holder} is no build, remove ${path}`,
    );
  rmSync(path, { force: true });
  symlinkSync(String(process.pid), path);
  process.once("exit", () => rmSync(path, { force: true }));
}

function readlinkOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Nothing but a site, or an empty folder, is ever replaced. */
function mayReplace(live: string): boolean {
  const inside = relative(process.cwd(), live);
  if (inside === "" || inside.startsWith("..")) return false;
  return !existsSync(live) || existsSync(join(live, "index.html")) || readdirSync(live).length === 0;
}

const WRITABLE = "make the folder writable for the user who builds";
const MEND: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full: free some space and build again",
  EDQUOT: "your quota on this disk is used up: free some space and build again",
  EACCES: WRITABLE,
  EPERM: WRITABLE,
  EROFS: "the file system is read-only: build in a folder that can be written",
  EMFILE: "too many files are open: raise the limit (ulimit -n 4096) and build again",
  EXDEV: "the site and .build/ must lie on one file system: let DIST_DIR name a folder that is no mount",
  EBUSY: "the folder is in use or a mount: let DIST_DIR name a folder inside the project",
};

/** What went wrong, in words where the system's code is known, else with its trace. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, loc, hint, message } = error as NodeJS.ErrnoException & {
    loc?: { file?: string; line?: number; column?: number };
    hint?: string;
  };
  if (code && MEND[code]) return `${message}; mend: ${MEND[code]}`;
  // Content that only the pages can judge carries its places in the message.
  if (error.name === "ContentError") return message;
  const place = loc?.file && `${relative(process.cwd(), loc.file)}:${loc.line ?? 1}:${loc.column ?? 1}`;
  const what = place ? `${place} ${message}` : (error.stack ?? message);
  return hint ? `${what}\n${hint}` : what;
}
