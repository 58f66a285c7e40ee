import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DomUtils, parseDocument } from "htmlparser2";
import { afterAll, beforeAll, expect, test } from "vitest";
import { routesOf } from "../../src/routes.ts";
import { copyProject } from "./project-copy.ts";
import { shellEnvironment } from "./shell-environment.ts";

// What editors add without touching code: one more draft, an earlier first draft, one more explainer, one more chart.
let project: string;
let root: string;

beforeAll(() => {
  project = copyProject();
  root = join(project, ".build/site");
  mkdirSync(root, { recursive: true });
  for (const command of [
    ["test/build/more-content.ts"],
    ["scripts/check-content.ts"],
    ["node_modules/astro/bin/astro.mjs", "build", "--silent"],
  ])
    execFileSync(process.execPath, command, {
      cwd: project,
      env: { ...shellEnvironment(), BUILD_DIR: root },
      stdio: "pipe",
    });
}, 300_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

const read = (path: string) =>
  readFileSync(join(root, path.endsWith("/") ? `${path}index.html` : path), "utf8");
const pages = () =>
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html"))
    .map((file) => `/${file.replace(/(^|\/)index\.html$/, "$1")}`);

/** What a reader of a page reads, or of the first element in it that passes. */
function textOf(
  path: string,
  passes: (name: string, attributes: Readonly<Record<string, string>>) => boolean = (name) => name === "body",
): string {
  const [found] = DomUtils.findAll(
    ({ name, attribs }) => passes(name, attribs),
    parseDocument(read(path)).children,
  );
  return found ? DomUtils.innerText(found).replace(/\s+/g, " ").trim() : "";
}

test("the front page tells of the first draft and of the one last read out, with what became of the clauses between them", () => {
  const text = textOf("/", (name) => name === "main");
  expect(text).toContain(
    "from the Earliest paper of 5 November 2025 to the Latest paper on 15 September 2026",
  );
  for (const answer of ["500,000", "850,000", "Never", "Some day", "To be left", "To be kept"])
    expect(text).toContain(answer);
  expect(text).toMatch(/Latest text read out point by point\s*Latest\s*15 September 2026/);
});

test("drafts are counted and dated, in lists, charts and downloads", () => {
  expect(textOf("/drafts/")).toContain(
    "14 texts, from 5 November 2025 to 15 September 2026",
  );
  expect(textOf("/about/")).toContain("answers of 14 drafts");
  expect(textOf("/charts/drafts-by-theme/")).toContain("The first draft of 5 November 2025 states");
  expect(textOf("/charts/army-cap/")).toContain("a ceiling of 500,000 became a peacetime level of 850,000");
  expect(JSON.parse(read("/data/drafts.json"))).toHaveLength(14);
});

test("each new draft has its page, its comparisons and its place between its neighbours", () => {
  expect(textOf("/drafts/us-28/")).toContain("with the first draft");
  expect(read("/drafts/us-28/")).toContain('"/compare/earlier/us-28/"');
  expect(textOf("/drafts/earlier/")).not.toContain("with the first draft");
  expect(textOf("/drafts/later/")).toContain("with the first draft");
  expect(pages().filter((path) => routesOf(path).includes("compare"))).toHaveLength((14 * 13) / 2);
  expect(textOf("/compare/earlier/later/")).toContain("850,000");
});

test("the explainer stands in the navigation by its order, is found as one, and has its card", () => {
  for (const path of ["/", "/about/", "/sanctions/"])
    expect(textOf(path, (name) => name === "nav")).toMatch(/^The plan\s*Sanctions\s*Compare/);
  const html = read("/sanctions/");
  expect(html).toMatch(/name="search-kind"[^>]*content="Explainer"/);
  expect(html).toContain("/cards/sanctions.png");
  expect(html).toContain('"@type":"NewsArticle"');
  for (const file of ["/cards/sanctions.png", "/sanctions.md"])
    expect(existsSync(join(root, file)), file).toBe(true);
});

test("the chart has its page, its embed, its files and its place in the gallery", () => {
  expect(read("/charts/")).toContain('"/charts/army-again/"');
  for (const file of [
    "/charts/army-again/index.html",
    "/embed/army-again/index.html",
    "/charts/army-again.svg",
    "/charts/army-again.csv",
    "/oembed/army-again.json",
  ])
    expect(existsSync(join(root, file)), file).toBe(true);
});

test("every page is of one kind, and none shows a hole", () => {
  for (const path of pages()) {
    expect(routesOf(path), path).toHaveLength(1);
    expect(textOf(path), path).not.toMatch(/\b(undefined|NaN|Invalid Date)\b|[,(] ?,|\( ?\)/);
  }
});
