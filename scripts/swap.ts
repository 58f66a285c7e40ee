import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import { isLocked } from "./build-lock.ts";

/** Where a build works, beside the site that readers see: everything under `.build/` of the project. */
export interface Workplace {
  /** The next site, until it is done. */
  next: string;
  /** The last site, between the two halves of a swap. */
  previous: string;
  /** On its way out. */
  discarded: string;
  lock: string;
}

/** The places that belong to the site in `live`, a folder inside the project. */
export function workplaceOf(live: string): Workplace {
  const name = relative(process.cwd(), live).split(sep).join("-");
  const place = (what: string) => resolve(".build", `${what}-${name}`);
  return { next: place("next"), previous: place("previous"), discarded: place("discarded"), lock: place("lock") };
}

/**
 * Puts the site in `next` in the place of `live`: in one step where the system can exchange two folders (mv of coreutils 9.5
 * and later), else in two renames, of which `restoreLive` mends the first if the second does not come.
 */
export async function swap(live: string, { next, previous, discarded }: Workplace): Promise<void> {
  await discard(previous, discarded);
  if (!existsSync(live)) return rename(next, live);
  if (spawnSync("mv", ["--exchange", "--no-target-directory", next, live], { stdio: "ignore" }).status === 0) {
    await discard(next, discarded);
    return;
  }
  await rename(live, previous);
  await rename(next, live).catch(async (error: unknown) => {
    await rename(previous, live);
    throw error;
  });
  await discard(previous, discarded);
}

/** Brings back the last good site after a build that was killed between the two renames of a swap. Says whether it did. */
export async function restoreLive(live: string, { previous, lock }: Workplace, own = false): Promise<boolean> {
  if (existsSync(live) || !existsSync(previous) || (!own && isLocked(lock))) return false;
  await rename(previous, live);
  return true;
}

/** Removes a folder under another name first: half removed, it must not look like a site. */
async function discard(folder: string, discarded: string): Promise<void> {
  await rm(discarded, { recursive: true, force: true });
  if (!existsSync(folder)) return;
  await rename(folder, discarded);
  await rm(discarded, { recursive: true, force: true });
}
