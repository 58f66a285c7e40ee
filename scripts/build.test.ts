import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, expect, test } from "vitest";
import { mayReplace, writeHeaders, writeMarkdown } from "./build.ts";
import { folderOf, pageOf } from "./pages.fixture.ts";

const folder = resolve(".build/test-of-replacing");
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a build replaces a built site or nothing, and only inside the project", () => {
  expect(mayReplace(folder)).toBe(true);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "notes.txt"), "");
  expect(mayReplace(folder)).toBe(false);
  writeFileSync(join(folder, "index.html"), "");
  expect(mayReplace(folder)).toBe(true);
  expect(mayReplace(process.cwd())).toBe(false);
  expect(mayReplace(resolve(".."))).toBe(false);
});

test("every section without a rule of its own gets one, once", () => {
  const rules =
    "/embed/*\n  Content-Security-Policy: frame-ancestors *\n/data/*\n  Access-Control-Allow-Origin: *\n  Content-Security-Policy: frame-ancestors 'self'\n";
  const root = folderOf({ _headers: rules });
  const urls = ["/", "/404.html", "/data/", "/embed/a/", "/plan/", "/plan/part/", "/other/"];
  writeHeaders(
    root,
    urls.map((url) => pageOf(url)),
  );
  const added = readFileSync(join(root, "_headers"), "utf8").slice(rules.length);
  expect(added.match(/^\/.*$/gm)).toEqual(["/", "/404.html", "/plan/*", "/other/*"]);
  expect(added.match(/frame-ancestors 'self'/g)).toHaveLength(4);
});

test("a page at the root that is neither an explainer nor in the routes is named", () => {
  expect(writeMarkdown("nowhere", [pageOf("/about/"), pageOf("/stray/")])).toEqual([
    "stray/index.html: has no entry in src/routes.ts; fix: add one",
  ]);
});
