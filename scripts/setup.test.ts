import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

test("where no script of a package ran, the missing Node is told in a sentence", () => {
  const project = mkdtempSync(join(tmpdir(), "draft-by-draft-"));
  onTestFinished(() => rmSync(project, { recursive: true }));
  cpSync("scripts/setup.mjs", join(project, "scripts/setup.mjs"));
  const script = 'import("./scripts/setup.mjs").then(({ runNode }) => runNode(["-v"])).then(process.exit)';
  const { status, stderr } = spawnSync(process.execPath, ["-e", script], { cwd: project, encoding: "utf8" });
  expect(stderr).toMatch(/^the project’s Node cannot be run: .*; fix: run `npm ci .*`\n$/);
  expect(status).toBe(1);
});
