import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { inspectContent } from "./check.ts";

const source = (id: string) =>
  `- {id: ${id}, publisher: ap, title: T, url: 'https://a.example/${id}', lang: en, kind: news, read: part}\n`;
const EVENT =
  "- {id: talks, topic: plan, date: '2025-11-23', title: Talks, statement: They talked., status: confirmed, sources: [ap]}\n";
const FRONT =
  "front: {title: T, heading: H, answer: A, explainer: plan, questions: [{clause: term-length, name: Term}]}\n";
const siteWith = (front: string) =>
  readFileSync("src/fixture-content/site.yaml", "utf8").replace(/^front:.*\n/m, front);
const TEXT = "---\ntitle: T\ndescription: D\ntopic: plan\nanswer: A\n---\n\nNothing yet.\n";

let content = "";
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(content, path)), { recursive: true });
  writeFileSync(join(content, path), text);
};
const inspect = () => {
  const { problems, summary } = inspectContent(content);
  return {
    summary,
    problems: problems.map(({ file, message, fix }) => `${file.split("/").at(-1)}: ${message}; ${fix}`),
  };
};

beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), "content-"));
  onTestFinished(() => rmSync(content, { recursive: true }));
  for (const folder of ["ledger", "charts", "explainers", "pages"])
    mkdirSync(join(content, folder), { recursive: true });
  const ledger = "examples/minimal/ledger";
  cpSync(ledger, join(content, "ledger"), { recursive: true });
  write(
    "ledger/drafts.yaml",
    readFileSync(`${ledger}/drafts.yaml`, "utf8").replaceAll("by: [club]", "by: [europe]"),
  );
  write("site.yaml", siteWith(FRONT));
  for (const name of ["plan", "france", "corruption"]) write(`explainers/${name}.mdx`, TEXT);
  write(
    "ledger/publishers.yaml",
    "- {id: club, name: Club, kind: official-body}\n- {id: ap, name: AP, kind: agency}\n",
  );
  write("ledger/sources.yaml", source("club-drafts") + source("ap"));
  write("ledger/events.yaml", EVENT);
});

test("sound content has none; what the system leaves is passed over", () => {
  for (const folder of ["charts", "explainers"]) write(`${folder}/.DS_Store`, "\0");
  mkdirSync(join(content, "explainers/notes"));
  expect(inspect()).toEqual({ problems: [], summary: "13 rows of the ledger" });
});

test.each([
  [
    "an explainer of its topic",
    "explainer: plan }",
    "explainer: lost }",
    "`lost` does not exist in explainers",
  ],
  [
    "a side that writes its drafts",
    "id: europe",
    "id: asia",
    "`europe` does not exist in `sides` of site.yaml",
  ],
])("a story needs %s", (_, from, to, message) => {
  write("site.yaml", readFileSync(join(content, "site.yaml"), "utf8").replace(from, to));
  expect(inspect().problems.join("\n")).toContain(message);
});

test("a topic that site.yaml does not have is a problem in charts and the glossary", () => {
  write(
    "charts/b.yaml",
    "view: series-lines\ntopic: gone\ntitle: A\nsubtitle: S\ndescription: D\nname: B\noptions: {series: a, marked: b}\n",
  );
  write("glossary.yaml", "- {id: a, term: A, definition: D, topic: gone}\n");
  const missing =
    "`gone` does not exist in `topics` of site.yaml; write one of plan, france, corruption, or add it there";
  expect(inspect().problems).toEqual(
    expect.arrayContaining(["b", "glossary"].map((name) => `${name}.yaml: ${missing}`)),
  );
});

test("a chart that cannot be drawn is found without a build", () => {
  const series = "id: spring, title: T, unit: points, columns: [Season, Value], as_of: 2025, sources: [ap]";
  write("ledger/series.yaml", `- {${series}, rows: [[spring, 1], [autumn, 2]]}\n`);
  write(
    "charts/a.yaml",
    "view: series-lines\ntopic: plan\norder: 1\ntitle: A\nname: A\nsubtitle: S\ndescription: D\noptions: {series: spring, marked: Value}\n",
  );
  expect(inspect().problems).toEqual([expect.stringContaining("a.yaml: the chart cannot be drawn: ")]);
});

test.each([
  ["explainers/plan.md", "rename it to explainers/plan.mdx"],
  ["explainers/more/plan.mdx", "rename it to explainers/plan.mdx"],
  ["pages/about.md", "rename it to pages/about.mdx"],
  ["ledger/first.md", "rename it to end in .yaml, or move it: wordings belong in texts/"],
  ["glossary.yml", "rename it to one of site.yaml, glossary.yaml, changes.yaml, or move it into a folder"],
])("%s, which nothing reads, is a problem", (path, fix) => {
  rmSync(join(content, "explainers/plan.mdx"));
  write(path, TEXT);
  // Nor is anything told of what refers to it.
  expect(inspect().problems).toEqual([`${basename(path)}: nothing reads a file of this name; ${fix}`]);
});

test("a change must name a page of the site", () => {
  const change = (id: string, page: string) =>
    `- {id: ${id}, date: '2025-11-23', page: ${page}, kind: change, note: N}\n`;
  write("changes.yaml", change("a", "/drafts/first/") + change("b", "/drafts/gone/") + change("c", "/"));
  expect(inspect().problems).toEqual([
    "changes.yaml: the site has no page `/drafts/gone/`; correct the path, or name the page that has this now",
  ]);
});

test.each(["charts/a.yaml", "explainers/a.mdx"])(
  "a folder named %s is reported, without a trace",
  (folder) => {
    mkdirSync(join(content, folder));
    expect(inspect().problems).toEqual([
      expect.stringContaining(": the file cannot be read: it is not a file"),
    ]);
  },
);

test("an explainer may have any name that is the path of nothing else, a page of prose no other than in the code", () => {
  for (const name of ["sanctions", "people", "data", "Two_Words", "404", "default"])
    write(`explainers/${name}.mdx`, TEXT);
  for (const name of ["about", "lost"])
    write(
      `pages/${name}.mdx`,
      `---\ntitle: T\ndescription: D\n---\n\n${["corrections", "licence", "standing", "words"].map((id) => `## A {#${id}}`).join("\n\n")}\n`,
    );
  expect(inspect().problems.sort()).toEqual(
    ["404", "Two_Words", "data", "default", "lost", "people"].map((name) =>
      expect.stringContaining(
        `${name}.mdx: nothing reads a file of this name; rename it to ${name === "lost" ? "about.mdx or cases.mdx, or" : "lower-case"}`,
      ),
    ),
  );
});
