import { execFileSync } from "node:child_process";
import { CONTENT_DIR } from "./content-dir.ts";
import { routesOf } from "./routes.ts";

/**
 * ISO day of the newest commit of each file of the repository in `directory`, by relative path. Empty without
 * Git or history, and in a shallow clone, whose only commit does not date the files.
 */
export function newestCommitDates(directory: string): Map<string, string> {
  const git = (...args: string[]) =>
    execFileSync("git", args, {
      cwd: directory,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 1e8,
    });
  const dates = new Map<string, string>();
  try {
    if (git("rev-parse", "--is-shallow-repository").trim() === "true") return dates;
    let date = "";
    for (const line of git("log", "--format=date:%cs", "--name-only", "--relative", "-z", "--", ".").split(
      /[\0\n]+/,
    )) {
      if (line.startsWith("date:")) date = line.slice("date:".length);
      else if (line && !dates.has(line)) dates.set(line, date);
    }
  } catch {
    // No Git, or no repository: the build goes on without dates.
  }
  return dates;
}

let contentDates: Map<string, string> | undefined;

/**
 * ISO day of the newest commit of the explainer, chart or prose at `path`; undefined for other pages and
 * without history.
 */
export function lastChanged(path: string): string | undefined {
  const file = contentFile(path);
  contentDates ??= newestCommitDates(CONTENT_DIR);
  return file === undefined ? undefined : contentDates.get(file);
}

/** Content file of the page. */
function contentFile(path: string): string | undefined {
  const [name] = routesOf(path);
  const id = path.split("/").at(-2) ?? "";
  if (name === "explainer") return `explainers/${id}.mdx`;
  if (name === "chart") return `charts/${id}.yaml`;
  return name === "about" ? "pages/about.mdx" : undefined;
}
