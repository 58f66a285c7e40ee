import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { builtSiteUrl, findContentDir, parseSiteUrl, UNSET_SITE_URL } from "./settings.ts";

/** A project with these files; `outside` lies next to it. */
function projectOf(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "settings-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [path, text] of Object.entries({ ...files, "../outside/site.yaml": "" })) {
    mkdirSync(dirname(join(root, "project", path)), { recursive: true });
    writeFileSync(join(root, "project", path), text);
  }
  return join(root, "project");
}
const STORIES = {
  "content/site.yaml": "",
  "stories/mine/site.yaml": "",
  "src/fixture-content/site.yaml": "",
};

test("a story is content/, unless story.json names another folder, or CONTENT_DIR a third", () => {
  const project = projectOf(STORIES);
  expect(findContentDir(undefined, project)).toBe("content");
  writeFileSync(join(project, "story.json"), '{\n\t"content": "./stories/mine/"\n}\n');
  expect(findContentDir("", project)).toBe("stories/mine");
  expect(findContentDir(join(project, "content"), project)).toBe("content");
});

test.for([
  [
    '{ "content": "my-storry" }',
    undefined,
    /\bstory\.json:1:14 there is no story in `my-storry`; fix: name a/,
  ],
  [
    '{ "content": "../outside" }',
    undefined,
    /\bstory\.json:1:14 `\.\.\/outside` is outside the project; fix: /,
  ],
  ['{ "content": "linked" }', undefined, /`linked` is outside the project/],
  ['{ "story": "mine" }', undefined, /story\.json:1:3 unknown key `story`/m],
  ["", undefined, /\bstory\.json:1:1 /],
  ["", "nowhere", /^CONTENT_DIR: there is no story in `nowhere`; fix: name .*: content, stories\/mine$/],
] as const)("%s, with CONTENT_DIR %s, is rejected in a sentence", ([json, variable, message]) => {
  const project = projectOf({ ...STORIES, "story.json": json });
  symlinkSync(join(project, "../outside"), join(project, "linked"));
  expect(() => findContentDir(variable, project)).toThrow(message);
});

test.for([
  [undefined, UNSET_SITE_URL],
  ["", UNSET_SITE_URL],
  ["https://example.org", "https://example.org/"],
  ["https://example.org/a", "https://example.org/a/"],
] as const)("the address %s is %s", ([text, address]) => expect(parseSiteUrl(text).href).toBe(address));

test.for([
  "example.org",
  "ftp://example.org/",
  "https://example.org/a b/",
  "https://me@example.org/",
  "https://example.org/?a",
  "https://example.org:99999/",
])("%s is no address of a site", (text) =>
  expect(() => parseSiteUrl(text)).toThrow(`SITE_URL: \`${text}\` cannot be the address of a site; fix: `),
);

test("a preview has the path of its site, and of none the usual one", () => {
  const site = projectOf({ "robots.txt": "Allow: /\n\nSitemap: https://a.example/pact/sitemap-index.xml\n" });
  expect(parseSiteUrl(builtSiteUrl(site)).pathname).toBe("/pact/");
  expect(builtSiteUrl(join(site, "none"))).toBeUndefined();
});
