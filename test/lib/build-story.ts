import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { STORY } from "../../vitest.config.ts";
import { collideIds } from "./colliding-ids.ts";
import { copyProject, shellEnvironment } from "./project-copy.ts";

/** The rule of the ledger against < and >: without it, only escaping protects readers. */
const BAN = /\.refine\(\(text\) => !\/\[<>\]\/[^\n]*\)/;
/** Most texts are spoiled. */
const MIN_SPOILED = 500;

/**
 * Before the tests of a story that is not the published one: builds the example as somebody else may, under a path of their host,
 * every free text an attack, and with another chart and explainer, into the folder that they serve.
 */
export default function buildStory(): void {
  const project = copyProject();
  try {
    rmSync(join(project, "content"), { recursive: true, force: true });
    cpSync("examples/philadelphia-1787", join(project, "content"), { recursive: true });
    collideIds(join(project, "content"));
    const fields = join(project, "src/yaml/fields.ts");
    const rules = readFileSync(fields, "utf8");
    if (!BAN.test(rules)) throw new Error(`${fields} has no rule against < and >`);
    writeFileSync(fields, rules.replace(BAN, ""));
    const run = (script: string) =>
      execFileSync(process.execPath, [script], {
        cwd: project,
        encoding: "utf8",
        env: { ...shellEnvironment(), CONTENT_DIR: "content", SITE_URL: `${STORY.host}${STORY.base}/` },
      });
    const spoiled = Number(/spoiled (\d+)/.exec(run("test/lib/hostile-content.ts"))?.[1]);
    if (!(spoiled >= MIN_SPOILED)) throw new Error(`${spoiled} texts are spoiled`);
    run("scripts/build.ts");
    rmSync(STORY.dist, { recursive: true, force: true });
    cpSync(join(project, "dist"), join(STORY.dist, STORY.base), { recursive: true });
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}
