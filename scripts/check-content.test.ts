import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { inspectContent } from "./check-content.ts";

/** A copy of the content in which one file is changed. */
function contentWith(path: string, change: (text: string) => string): string {
  const directory = mkdtempSync(join(tmpdir(), "draft-by-draft-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  cpSync("content", directory, { recursive: true });
  writeFileSync(join(directory, path), change(readFileSync(join(directory, path), "utf8")));
  return directory;
}

test("the content of the site has no problems, and the summary says how its answers are carried", () => {
  const { problems, summary } = inspectContent("content");
  expect(problems).toEqual([]);
  expect(summary).toMatch(/of \d+ answers \d+ carry .*; \d+ have two origins$/);
});

test("an answer from a source that does not exist is a problem like others, and nothing is counted", () => {
  const directory = contentWith("ledger/provisions/nato.yaml", (text) =>
    text.replace(/(sources:\n\s+- )/, "$1nowhere-"),
  );
  const { problems, summary } = inspectContent(directory);
  expect(problems.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^`nowhere-.*` does not exist in sources$/),
  ]);
  expect(summary).not.toContain("answers");
});

test("a title that the data no longer carry is found without a build", () => {
  const directory = contentWith("charts/corruption-index.yaml", (text) =>
    text.replace("last > first", "last < first"),
  );
  expect(inspectContent(directory).problems.map(({ message }) => message)).toEqual([
    expect.stringContaining("is no longer true"),
  ]);
});

test("a source that nothing uses is a problem, unless it is about to be used", () => {
  const row =
    "- {id: a-new-one, publisher: reuters, title: T, url: 'https://a.example/', lang: en, kind: news, seen: part}\n";
  const directory = contentWith("ledger/sources/plan.yaml", (text) => text + row);
  expect(inspectContent(directory).problems.map(({ message }) => message)).toEqual([
    "nothing stands on the source `a-new-one`",
  ]);
  expect(inspectContent(directory, { mayBeUnused: true }).problems).toEqual([]);
});
