import { execFileSync } from "node:child_process";
import { CONTENT_DIR } from "./settings.ts";
import { findContentFile } from "./routes.ts";

/**
 * ISO day of the newest commit of each file in `directory`, by its path there, from one `git log`. Empty without
 * Git or history, and in a shallow clone, whose only commit does not date the files.
 */
export function readCommitDates(directory: string): ReadonlyMap<string, string> {
  const git = (...args: string[]) =>
    execFileSync("git", args, {
      cwd: directory,
      encoding: "utf8",
      maxBuffer: Infinity,
      stdio: ["ignore", "pipe", "ignore"],
    });
  const dates = new Map<string, string>();
  try {
    if (git("rev-parse", "--is-shallow-repository").trim() === "true") return dates;
    // After each day the files that its commit touched, all separated by NUL.
    const log = git("log", "-z", "--format=day %cs", "--name-only", "--no-renames", "--relative", "--", ".");
    let day = "";
    for (const part of log.split("\0").map((text) => text.trim())) {
      if (/^day \d/.test(part)) day = part.slice(4);
      else if (part && !dates.has(part)) dates.set(part, day);
    }
  } catch {
    // No Git, or no repository: the build goes on without dates.
  }
  return dates;
}

let dates: ReadonlyMap<string, string> | undefined;

/** ISO day of the newest commit of the file that the page at `path` is made of; undefined for a page of rows. */
export function lastChanged(path: string): string | undefined {
  dates ??= readCommitDates(CONTENT_DIR);
  return dates.get(findContentFile(path) ?? "");
}
