import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { inspectContent } from "./check-content.ts";

const TEXT = "---\ntitle: T\ndescription: D\ntopic: plan\nanswer: A\n---\n\nNothing yet.\n";
let content = "";
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), "content-"));
  for (const folder of ["ledger", "charts", "tables", "explainers", "pages"])
    mkdirSync(join(content, folder), { recursive: true });
  copyFileSync("src/fixture-content/site.yaml", join(content, "site.yaml"));
  for (const name of ["glossary.yaml", "changes.yaml"]) writeFileSync(join(content, name), "[]\n");
});
const problems = () =>
  inspectContent(content).problems.map(
    ({ file, message, fix }) => `${file.split("/").at(-1)}: ${message}; ${fix}`,
  );

test("what the system leaves in a folder is passed over", () => {
  for (const folder of ["charts", "explainers"]) writeFileSync(join(content, folder, ".DS_Store"), "\0");
  mkdirSync(join(content, "explainers/notes"));
  expect(problems()).toEqual([]);
});

test("a folder that is named like a file is named, without a trace", () => {
  for (const folder of ["charts/a.yaml", "explainers/a.mdx"]) mkdirSync(join(content, folder));
  expect(problems().sort()).toEqual([
    expect.stringContaining("a.mdx: the file cannot be read (EISDIR"),
    expect.stringContaining("a.yaml: the file cannot be read"),
  ]);
});

test("an explainer may have any name that is the path of nothing else", () => {
  for (const name of ["sanctions", "people", "data", "assets", "events", "Two_Words"])
    writeFileSync(join(content, "explainers", `${name}.mdx`), TEXT);
  expect(problems().sort()).toEqual([
    expect.stringContaining("Two_Words.mdx: `Two_Words` is no name for an explainer"),
    ...["assets", "data", "events", "people"].map((name) =>
      expect.stringContaining(`${name}.mdx: \`${name}\` is the path of other pages; rename the file`),
    ),
  ]);
});
