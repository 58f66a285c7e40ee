import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { getSite, siteIds } from "../src/site.ts";
import { readLedger } from "../src/ledger/read-ledger.ts";
import { CONTENT_DIR } from "../src/settings.ts";

/** What the check says of another story: of each only one process knows the topics. */
const checkStory = (CONTENT_DIR: string) => {
  const env = { ...process.env, CONTENT_DIR };
  const { status, stderr } = spawnSync(process.execPath, ["scripts/check-content.ts"], {
    env,
    encoding: "utf8",
  });
  return { status, stderr };
};

test.each(["examples/philadelphia-1787", "examples/minimal"])("%s has no problems", (story) => {
  expect(checkStory(story)).toEqual({ status: 0, stderr: "" });
});

mkdirSync(".build", { recursive: true });
const story = mkdtempSync(join(".build", "story-"));
afterAll(() => rmSync(story, { recursive: true }));

test("a story that lacks something is told so without a trace", () => {
  cpSync("examples/minimal", story, { recursive: true });
  writeFileSync(join(story, "ledger/answers.yaml"), "[]");
  const { status, stderr } = checkStory(story);
  expect(stderr).toContain("the draft `first` has no answer to `term-length`; fix: ");
  expect(stderr).not.toContain("    at ");
  expect(status).toBe(1);
});

test("no draft, theme, clause, event or person of the story is named by its id in code", () => {
  const { drafts, themes, events, people } = readLedger(`${CONTENT_DIR}/ledger`, siteIds(getSite()));
  const clauses = themes.flatMap(({ clauses }) => clauses);
  const all = [...drafts, ...themes, ...clauses, ...events, ...people].map(({ id }) => id);
  // Shorter ids of a story may be words that code has for something else.
  const ids = new Set(all.filter((id) => /-.*-/.test(id)));
  const files = execFileSync("git", ["ls-files", "src", "scripts", "test"], { encoding: "utf8" }).split("\n");
  const named = files
    .filter((file) => /\.(ts|tsx|astro|mjs|js)$/.test(file))
    .flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/["'`#/]([a-z0-9]+(?:-[a-z0-9]+)*)["'`#/]/g)]
        .filter(([, id = ""]) => ids.has(id))
        .map(([, id]) => `${file}: ${id}`),
    );
  expect(named).toEqual([]);
});
