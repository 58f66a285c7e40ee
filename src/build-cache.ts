import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

// What is slow to make and depends on nothing but its parts is kept between builds under `.cache/`, which may be deleted at any
// time. A folder holds what the last build used, no more.

let packages: string | undefined;

/** Name under which something is kept: a hash of all that it is made of, and of the lock file, which says by which packages. */
export function keyOf(...parts: (string | Buffer)[]): string {
  packages ??= createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
  const hash = createHash("sha256").update(`${packages} ${process.version}`);
  for (const part of parts) hash.update(`\n${part.length}\n`).update(part);
  return hash.digest("hex");
}

/** What `keep` put under that name; undefined if nothing is there. */
export function kept(folder: string, key: string): Buffer | undefined {
  const path = join(folder, key);
  if (!existsSync(path)) return undefined;
  const now = new Date();
  utimesSync(path, now, now);
  return readFileSync(path);
}

/** Keeps the bytes under that name: whole or not at all, also if two builds run at once. */
export function keep(folder: string, key: string, bytes: Uint8Array): void {
  mkdirSync(folder, { recursive: true });
  const unfinished = join(folder, `${key}.${process.pid}`);
  writeFileSync(unfinished, bytes);
  renameSync(unfinished, join(folder, key));
}

/** Removes what nobody has used since that moment. */
export function forget(folder: string, since: Date): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    // A file system may keep time in steps.
    if (statSync(join(folder, name)).mtimeMs < since.getTime() - 2000) rmSync(join(folder, name));
}
