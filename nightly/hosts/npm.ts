import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Runs npm in a folder. Throws an Error with what it says if it fails. */
export async function npm(cwd: string, ...args: string[]): Promise<void> {
  await run("npm", args, { cwd, maxBuffer: 2 ** 26 });
}

/** Fetches a package into a folder, unpacked as `package`, which it gives. */
export async function unpacked(folder: string, name: string, version: string): Promise<string> {
  await npm(folder, "pack", `${name}@${version}`);
  await run("tar", ["xzf", `${name}-${version}.tgz`], { cwd: folder });
  return join(folder, "package");
}

/**
 * Folder of software that is not a dependency of the site: `.cache/<name>`. If missing, `fill` installs it into a new folder
 * and returns its path there. Warns and returns undefined if that fails, for example without npm's registry.
 */
export async function fromNpm(
  name: string,
  fill: (folder: string) => Promise<string>,
): Promise<string | undefined> {
  const root = resolve(".cache", name);
  if (existsSync(root)) return root;
  console.log(`installing ${name} into .cache, once; this may take some minutes …`);
  const next = resolve(".cache", `${name}-next`);
  try {
    await rm(next, { recursive: true, force: true });
    await mkdir(next, { recursive: true });
    await rename(await fill(next), root);
    return root;
  } catch (error) {
    console.warn(`${name} is not tested: it was not installed. ${String(error).slice(0, 1000)}`);
    return undefined;
  } finally {
    await rm(next, { recursive: true, force: true });
  }
}
