import { execFileSync } from "node:child_process";
import { CONTENT_DIR } from "./content/content-dir.ts";
import { routesOf } from "./routes.ts";

/**
 * ISO day of the newest commit of a file in `directory`. Undefined without Git or history, and in a shallow
 * clone, whose only commit does not date the files.
 */
export function newestCommitDate(directory: string, file: string): string | undefined {
  const git = (...args: string[]) =>
    execFileSync("git", args, {
      cwd: directory,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  try {
    if (git("rev-parse", "--is-shallow-repository") === "true") return undefined;
    return git("log", "-1", "--format=%cs", "--", file) || undefined;
  } catch {
    // No Git, or no repository: the build goes on without dates.
    return undefined;
  }
}

/** ISO day of the newest commit of the explainer, chart or prose at `path`; undefined for other pages. */
export function lastChanged(path: string): string | undefined {
  const [name] = routesOf(path);
  const id = path.split("/").at(-2) ?? "";
  if (name === "explainer") return newestCommitDate(CONTENT_DIR, `explainers/${id}.mdx`);
  if (name === "chart") return newestCommitDate(CONTENT_DIR, `charts/${id}.yaml`);
  return name === "about" ? newestCommitDate(CONTENT_DIR, "pages/about.mdx") : undefined;
}
