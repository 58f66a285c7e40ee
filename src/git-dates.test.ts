import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readCommitDates } from "./git-dates.ts";

let folder = "";
let repository = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "git-dates-"));
  repository = join(folder, "repository");
  mkdirSync(join(repository, "content/a b"), { recursive: true });
  git("init", "-q");
  commit("2026-01-02", "content/old.yaml", "1");
  commit("2026-02-03", "content/a b/ü.yaml", "1");
  commit("2026-03-04", "content/a b/ü.yaml", "2");
});
afterEach(() => rmSync(folder, { recursive: true }));

const WHO = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"];
function git(...args: string[]): void {
  execFileSync("git", args, { cwd: repository, stdio: "ignore" });
}
function commit(day: string, file: string, text: string): void {
  writeFileSync(join(repository, file), text);
  git("add", ".");
  execFileSync("git", [...WHO, "commit", "-qm", day], {
    cwd: repository,
    env: { ...process.env, GIT_COMMITTER_DATE: `${day}T12:00:00Z` },
  });
}

test("a file has the day of the newest commit that touched it", () => {
  expect(readCommitDates(join(repository, "content"))).toEqual(
    new Map([
      ["old.yaml", "2026-01-02"],
      ["a b/ü.yaml", "2026-03-04"],
    ]),
  );
});

test("a shallow clone, a folder outside of a repository and a folder that is not there have no dates", () => {
  const shallow = join(folder, "shallow");
  git("clone", "-q", "--depth=1", `file://${repository}`, shallow);
  for (const directory of [join(shallow, "content"), folder, join(folder, "nowhere")])
    expect(readCommitDates(directory).size, directory).toBe(0);
});
