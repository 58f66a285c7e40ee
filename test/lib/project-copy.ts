import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const NOT_SOURCES = ["node_modules", "dist"];

/** The sources in a new folder, as after a clone and `npm ci`; packages are links. The caller removes it. */
export function copyProject(): string {
  const project = mkdtempSync(join(tmpdir(), "draft-by-draft-"));
  for (const name of readdirSync(".").filter((name) => !name.startsWith(".") && !NOT_SOURCES.includes(name)))
    cpSync(name, join(project, name), { recursive: true, filter: (path) => !path.includes("node_modules") });
  const packages = resolve("node_modules");
  mkdirSync(join(project, "node_modules"));
  // Caches of tools begin with a dot; the folder of programs does too.
  for (const name of readdirSync(packages).filter((name) => !name.startsWith(".") || name === ".bin"))
    symlinkSync(join(packages, name), join(project, "node_modules", name));
  return project;
}

const OF_VITEST = /^(VITEST.*|TEST|NODE_ENV|DEV|PROD|SSR|MODE|BASE_URL|SITE)$/;

/** The environment of a command as a shell has it, without what Vitest adds to its own. */
export function shellEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) =>
      value !== undefined && !OF_VITEST.test(key) ? [[key, value]] : [],
    ),
  );
}
