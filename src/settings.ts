import { existsSync, globSync, readFileSync, realpathSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { z } from "zod";
import { ContentError, readYamlFile, validate } from "./yaml/yaml-file.ts";

// What is set from outside: which story is built, and where its site will be.

const storySchema = z.strictObject({ content: z.string().trim().min(1, "must not be empty") });

/** CONTENT_DIR, or else `content` in story.json, or else content/, relative to the project. */
export function findContentDir(fromEnvironment: string | undefined, project = "."): string {
  const settings = join(project, "story.json");
  const file = !fromEnvironment && existsSync(settings) ? readYamlFile(settings) : undefined;
  const named = file ? validate(file, storySchema)?.content : fromEnvironment || "content";
  if (named === undefined) throw new ContentError(file?.problems ?? []);
  const folder = resolve(project, named);
  const inProject = (path: string) => relative(realpathSync(project), path).split(sep).join("/");
  const fail = (message: string, fix: string) =>
    file
      ? new ContentError([file.problem(["content"], message, fix)])
      : new Error(`CONTENT_DIR: ${message}; fix: ${fix}`);
  if (!existsSync(join(folder, "site.yaml"))) {
    const stories = globSync("{,*/}*/site.yaml", { cwd: project, exclude: ["{node_modules,src,dist}"] })
      .map((path) => path.split(sep).slice(0, -1).join("/"))
      .sort();
    throw fail(`there is no story in \`${named}\``, `name a folder with a site.yaml: ${stories.join(", ")}`);
  }
  const path = inProject(realpathSync(folder));
  if (path.startsWith("..")) throw fail(`\`${named}\` is outside the project`, "move the folder into it");
  return path;
}

export const UNSET_SITE_URL = "https://draft-by-draft.example/";

/** Adds a missing slash. */
export function parseSiteUrl(text: string | undefined): URL {
  if (!text) return new URL(UNSET_SITE_URL);
  if (!/^https?:\/\/[^\s/?#@\\]+(\/[\w.~-]+)*\/?$/i.test(text) || !URL.canParse(text))
    throw new Error(
      `SITE_URL: \`${text}\` cannot be the address of a site; fix: write https:// or http://, the host and a plain path, such as https://example.org/draft-by-draft/`,
    );
  return new URL(text.replace(/\/?$/, "/"));
}

/** SITE_URL of the build that wrote a site; undefined without one. */
export function builtSiteUrl(site: string): string | undefined {
  const robots = join(site, "robots.txt");
  return existsSync(robots)
    ? /^Sitemap: (.*)sitemap-index\.xml$/m.exec(readFileSync(robots, "utf8"))?.[1]
    : undefined;
}

/** Ends the process with the sentence alone: thrown while a module is imported, it would come with a stack trace. */
function readSetting<Value>(read: () => Value) {
  try {
    return read();
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}

export const CONTENT_DIR = readSetting(() => findContentDir(process.env.CONTENT_DIR));
/** A preview has the path that its site was built for. */
const isPreview = process.argv[2] === "preview";
export const SITE_URL = readSetting(() =>
  parseSiteUrl(isPreview ? builtSiteUrl("dist") : process.env.SITE_URL),
);
