import { mkdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Takes the lock at `path` for this process, until it ends. The lock is a symbolic link whose target is the process id: made
 * and filled in one step. The lock of a process that is gone (killed, or a machine that went down) is taken over. Throws if a
 * living process holds it.
 */
export function takeLock(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  for (;;) {
    try {
      symlinkSync(String(process.pid), path);
      process.once("exit", () => rmSync(path, { force: true }));
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = holderOf(path);
    if (holder !== undefined && isAlive(holder))
      throw new Error(
        `another build (process ${holder}) is at work; mend: wait until it is done, or stop it; if process ${holder} is no build, remove ${path}`,
      );
    if (holder !== undefined) removeStale(path, holder);
  }
}

/** Whether a living process holds the lock at `path`. */
export function isLocked(path: string): boolean {
  const holder = holderOf(path);
  return holder !== undefined && isAlive(holder);
}

function holderOf(path: string): number | undefined {
  try {
    return Number(readlinkSync(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Of several builds that find a stale lock at once, one moves it aside; a lock that was new by then goes back. */
function removeStale(path: string, holder: number): void {
  const aside = `${path}-stale-${process.pid}`;
  try {
    renameSync(path, aside);
    if (holderOf(aside) === holder) rmSync(aside, { force: true });
    else renameSync(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
