import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, onTestFinished } from "vitest";

// `npm run new` as an editor runs it, on a copy of the content.
/** Folder of the copy. */
export let content: string;
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), "draft-by-draft-"));
  onTestFinished(() => rmSync(content, { recursive: true, force: true }));
  cpSync("content", content, { recursive: true });
});

/** Runs `npm run new` with these arguments; `typed`: what is answered, line by line. */
export function make(args: string[], typed?: string[]): { code: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/new.ts", ...args], {
    encoding: "utf8",
    env: { ...process.env, CONTENT_DIR: content },
    input: typed?.map((line) => `${line}\n`).join("") ?? "",
  });
  return { code: status, output: stdout + stderr };
}

/** A file of the copy. */
export const read = (path: string) => readFileSync(join(content, path), "utf8");
/** What the check of the copy says. */
export const check = () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/check-content.ts"], {
    encoding: "utf8",
    env: { ...process.env, CONTENT_DIR: content },
  });
  return { status, output: stdout + stderr };
};
/** An event that will do. */
export const EVENT = {
  topic: "plan",
  date: "2025-11-24",
  title: "Envoys: “again” in Geneva",
  statement: "They met, # and talked; 'nothing' was agreed.",
  status: "confirmed",
  sources: "thestar-2025-11-26-leak",
};
/** Answers as flags. */
export const flags = (values: Record<string, string>) =>
  Object.entries(values).flatMap(([key, value]) => [`--${key}`, value]);
