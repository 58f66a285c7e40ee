import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

/** A file that only a built site has. */
const MARK = ".built-site";

/** Nothing but a site that a build made inside the project is ever deleted. */
export function problemOfReplacing(live: string): string | undefined {
  const name = relative(process.cwd(), live);
  if (name === "" || name.startsWith(".."))
    return `${live} is not inside the project; fix: let DIST_DIR name a folder in it`;
  const found = statSync(live, { throwIfNoEntry: false });
  if (!found) return undefined;
  if (!found.isDirectory()) return `${name} is a file; fix: remove it, or let DIST_DIR name a folder`;
  if (lstatSync(live).dev !== statSync(dirname(live)).dev)
    return `${name}/ is a mount, which a build cannot exchange; fix: let DIST_DIR name a folder in it`;
  if (readdirSync(live).length > 0 && !existsSync(join(live, MARK)))
    return `${name}/ would be deleted, and without a file ${MARK} it is not known to be a built site; fix: remove it yourself if you do not need it, or let DIST_DIR name another folder`;
  return undefined;
}

/** Vite reads these signs of a path as parts of an address or a pattern. */
export function problemOfPath(project: string): string | undefined {
  const [sign] = /[#?%[\]{}]/.exec(project) ?? [];
  return sign && `the path of the project has “${sign}” in it: ${project}; fix: rename or move the folder`;
}

/**
 * On the file system of `live`, so that the finished site can be renamed. Removes what builds have left there that were
 * killed.
 */
export function makeWorkFolder(live: string) {
  const usual = resolve(".build");
  for (const folder of [usual, dirname(live)]) mkdirSync(folder, { recursive: true });
  const parent = statSync(usual).dev === statSync(dirname(live)).dev ? usual : `${live}.build`;
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    const [, id] = /^(?:site|old)-(\d+)$/.exec(name) ?? [];
    if (id && !isRunning(Number(id))) rmSync(join(parent, name), { recursive: true, force: true });
  }
  return { site: join(parent, `site-${process.pid}`), old: join(parent, `old-${process.pid}`) };
}

function isRunning(processId: number) {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** Each is needed only if another build ends at the same moment. */
const MAX_ATTEMPTS = 100;

/** Puts `site` in the place of `live`, which is deleted only then. Throws with `live` as it was if that fails. */
export function replaceSite(live: string, { site, old }: ReturnType<typeof makeWorkFolder>) {
  writeFileSync(join(site, MARK), "Made by `npm run build`, which may replace this folder.\n");
  for (let attempt = 1; ; attempt++) {
    try {
      if (existsSync(live)) {
        rmSync(old, { recursive: true, force: true });
        renameSync(live, old);
      }
      renameSync(site, live);
      break;
    } catch (error) {
      // Another build was quicker, and its site is replaced in turn.
      const isRace = existsSync(site) && ["ENOENT", "ENOTEMPTY"].includes(codeOf(error) ?? "");
      if (isRace && attempt < MAX_ATTEMPTS) continue;
      if (existsSync(old) && !existsSync(live)) renameSync(old, live);
      throw error;
    }
  }
  rmSync(old, { recursive: true, force: true });
}

export function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
