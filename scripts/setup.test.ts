import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { folderOf } from "./pages.fixture.ts";

const lock = (version: string) => JSON.stringify({ packages: { "node_modules/a": { version } } });

/** A project with these files, and with an npm that fails; runs `script` with the functions of setup.mjs. */
function runIn(files: Record<string, string>, script: string) {
  const project = folderOf({ ...files, "bin/npm": "#!/bin/sh\nrm -rf node_modules\nexit 7\n" });
  onTestFinished(() => rmSync(project, { recursive: true }));
  cpSync("scripts/setup.mjs", join(project, "scripts/setup.mjs"));
  spawnSync("chmod", ["+x", join(project, "bin/npm")]);
  const { status, stderr } = spawnSync(
    process.execPath,
    ["-e", `import("./scripts/setup.mjs").then(async ({ runNode, installPackages, stop }) => { ${script} })`],
    {
      cwd: project,
      encoding: "utf8",
      env: { ...process.env, PATH: `${join(project, "bin")}:/usr/bin:/bin` },
    },
  );
  return { project, status, stderr };
}

test("where the packages have no Node, that of the machine is used, or is told to be too old", () => {
  const run = (version: string) =>
    runIn(
      {},
      `Object.defineProperty(process.versions, "node", { value: "${version}" }); process.exit(await runNode(["-v"]))`,
    );
  expect(run("24.2.0").status).toBe(0);
  for (const old of ["20.19.0", "24.1.9"]) {
    const { status, stderr } = run(old);
    expect(stderr).toMatch(new RegExp(`^Node ${old} is too old, .*; fix: .*\n$`));
    expect(status).toBe(1);
  }
});

const INSTALL = "installPackages().catch(stop)";

test("packages of the lock file are not installed again", () => {
  const files = { "package-lock.json": lock("1.0.0"), "node_modules/.package-lock.json": lock("1.0.0") };
  expect(runIn(files, INSTALL)).toMatchObject({ status: 0, stderr: "" });
});

test("packages outlast an npm that fails", () => {
  const files = { "package-lock.json": lock("2.0.0"), "node_modules/.package-lock.json": lock("1.0.0") };
  const { project, status, stderr } = runIn(files, INSTALL);
  expect(stderr).toMatch(/^npm failed \(exit code 7\); the packages are as they were; fix: /);
  expect(status).toBe(1);
  expect(readFileSync(join(project, "node_modules/.package-lock.json"), "utf8")).toBe(lock("1.0.0"));
});
