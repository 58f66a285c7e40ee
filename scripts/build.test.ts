import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROUTES } from "../src/routes.ts";
import { unlistedFiles, writeHeaders, writeMarkdown } from "./build.ts";
import { folderOf, pageOf } from "./pages.fixture.ts";

test.each(["\n", "\r\n"])(
  "with lines that end in %j, one rule says who may frame a page, and none for embeds",
  (end) => {
    const urls = Object.values(ROUTES).map(({ path }) => path.replace(/\[\w+\]/g, "a"));
    const rules = readFileSync("public/_headers", "utf8").replaceAll("\n", end);
    const root = folderOf({ _headers: rules });
    writeHeaders(
      root,
      urls.map((url) => pageOf(url)),
    );
    const written = readFileSync(join(root, "_headers"), "utf8").split(/\r?\n(?=\/)/);
    const framing = (url: string) =>
      written.filter((rule) => {
        const path = /^\S+/.exec(rule)?.[0] ?? "";
        const isFor = path.endsWith("*") ? url.startsWith(path.slice(0, -1)) : url === path;
        return isFor && rule.includes("frame-ancestors");
      });
    for (const url of urls) expect(framing(url), url).toHaveLength(url.startsWith("/embed/") ? 0 : 1);
  },
);

test("a file in public/ that nothing lists is named", () => {
  expect(unlistedFiles("public")).toEqual([]);
  expect(unlistedFiles(folderOf({ _headers: "", ".env": "", "icons/new.png": "" })).sort()).toEqual([
    expect.stringContaining("public/.env: would be published"),
    expect.stringContaining("public/icons/new.png: would be published"),
  ]);
});

test("a page at the root that is neither an explainer nor in the routes is named", () => {
  expect(writeMarkdown("nowhere", [pageOf("/about/"), pageOf("/stray/")])).toEqual([
    "stray/index.html: has no entry in src/routes.ts; fix: add one",
  ]);
});
