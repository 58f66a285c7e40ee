import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { afterEach, expect, test } from "vitest";
import { makeWorkFolder, problemOfPath, problemOfReplacing, replaceSite } from "./replace-site.ts";

const folder = resolve(".build/test-of-replacing");
const live = join(folder, "site");
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A folder with a page. */
function write(path: string, page = "index.html"): void {
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, page), "");
}

test("a build replaces what a build made, an empty folder or nothing, and only inside the project", () => {
  expect(problemOfReplacing(live)).toBe(undefined);
  mkdirSync(live, { recursive: true });
  expect(problemOfReplacing(live)).toBe(undefined);
  write(live);
  expect(problemOfReplacing(live)).toContain("would be deleted");
  expect(problemOfReplacing(join(live, "index.html"))).toContain("is a file");
  for (const outside of [".", ".."]) expect(problemOfReplacing(resolve(outside))).toContain("is not inside");

  const work = makeWorkFolder(live);
  write(work.site);
  replaceSite(live, work);
  expect(problemOfReplacing(live)).toBe(undefined);
});

test("a site takes the place of another, which is lost only then", () => {
  write(live, "before.html");
  const work = makeWorkFolder(live);
  // A site that cannot be moved: it is in the folder that is put aside.
  const site = join(live, "inside");
  write(site);
  expect(() => replaceSite(live, { ...work, site })).toThrow("ENOENT");
  expect(readdirSync(live)).toEqual(["before.html", "inside"]);

  write(work.site, "after.html");
  replaceSite(live, work);
  expect(readdirSync(live)).toContain("after.html");
  expect(readdirSync(live)).not.toContain("before.html");
  for (const path of Object.values(work)) expect(existsSync(path), basename(path)).toBe(false);
});

test("what killed builds have left is removed, and no folder of a build that runs", () => {
  const [left, running] = [resolve(".build/site-999999999"), resolve(`.build/old-${process.ppid}`)];
  for (const path of [left, running]) write(path);
  makeWorkFolder(live);
  expect(existsSync(left)).toBe(false);
  expect(existsSync(running)).toBe(true);
  rmSync(running, { recursive: true });
});

test("a project whose path Vite cannot read is named", () => {
  for (const name of ["story #2", "why?", "a%20b", "[id]", "{a}"])
    expect(problemOfPath(`/home/${name}`), name).toMatch(/^the path of the project has “[#?%[{]” in it: /);
  for (const name of ["Übung 1", "it’s & that", "a+b", "日本語"])
    expect(problemOfPath(`/home/${name}`), name).toBe(undefined);
});
