import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

/** The Ghost that is tried, and the pnpm that its package asks for. */
export const VERSION = "6.65.0";
const PNPM = "12.4.2";

const run = promisify(execFile);

/**
 * Folder of an installed Ghost: that in `.cache`, into which it comes from npm where it is not yet. Undefined, and a word on
 * the console, if that cannot be done here, for want of npm's registry for example.
 */
export async function installedGhost(): Promise<string | undefined> {
  const root = resolve(`.cache/ghost-${VERSION}`);
  if (existsSync(root)) return root;
  console.log(`installing Ghost ${VERSION} (570 MB) into .cache, once; this takes some minutes …`);
  const next = resolve(".cache/ghost-next");
  try {
    await rm(next, { recursive: true, force: true });
    await mkdir(next, { recursive: true });
    await run("npm", ["pack", `ghost@${VERSION}`, "--silent"], { cwd: next });
    await run("tar", ["xzf", `ghost-${VERSION}.tgz`], { cwd: next });
    // By the lock file that it brings. Its scripts would compile SQLite, which MariaDB makes needless.
    const install = ["install", "--prod", "--frozen-lockfile", "--ignore-scripts"];
    await run("npm", ["exec", "--yes", `pnpm@${PNPM}`, "--", ...install], {
      cwd: join(next, "package"),
      maxBuffer: 2 ** 26,
    });
    await rename(join(next, "package"), root);
  } catch (error) {
    console.warn(`Ghost ${VERSION} is not tried: it was not installed. ${String(error).slice(0, 500)}`);
    return undefined;
  } finally {
    await rm(next, { recursive: true, force: true });
  }
  return root;
}
