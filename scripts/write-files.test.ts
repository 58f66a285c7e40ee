import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderOf, pageOf } from "./verify/page.fixture.ts";
import { writeHeaders } from "./write-headers.ts";

test("every section without a rule of its own gets one, once", () => {
  const rules =
    "/embed/*\n  Content-Security-Policy: frame-ancestors *\n/data/*\n  Access-Control-Allow-Origin: *\n  Content-Security-Policy: frame-ancestors 'self'\n";
  const root = folderOf({ _headers: rules });
  const pages = ["/", "/404.html", "/data/", "/embed/a/", "/plan/", "/drafts/", "/sanctions/"];
  writeHeaders(
    root,
    pages.map((url) => pageOf(url)),
  );
  const added = readFileSync(join(root, "_headers"), "utf8").slice(rules.length);
  expect(added.match(/^\/.*$/gm)).toEqual(["/", "/404.html", "/plan/*", "/drafts/*", "/sanctions/*"]);
  expect(added.match(/frame-ancestors 'self'/g)).toHaveLength(5);

  const bare = folderOf({ _headers: "" });
  writeHeaders(bare, [pageOf("/embed/a/")]);
  expect(readFileSync(join(bare, "_headers"), "utf8")).toContain(
    "/embed/*\n  Content-Security-Policy: frame-ancestors *\n",
  );
});
