import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { check, content, EVENT, flags, make, read } from "./new-command.ts";

/** What `after` has that `before` lacks; nothing else may differ. */
function added(before: string, after: string): string {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  const length = after.length - before.length;
  expect(before.slice(0, start) + after.slice(start, start + length) + before.slice(start)).toBe(after);
  return after.slice(start, start + length);
}

test("an event by flags goes behind the last one that is not later; nothing else in the file changes", () => {
  const before = read("ledger/events/plan.yaml");
  const { code, output } = make(["event", ...flags({ ...EVENT, actors: "witkoff, ushakov" })]);
  expect(output).toContain("written: ");
  expect(code).toBe(0);
  const after = read("ledger/events/plan.yaml");
  const text = added(before, after);
  expect(text).toContain("date: '2025-11-24'");
  const ids = [...after.matchAll(/^- id: (\S+)[\s\S]*?^ {2}date: '?([\d-]+)/gm)];
  const at = ids.findIndex(([, id]) => id === "envoys-again-in-geneva");
  expect(ids[at - 1]![2]! <= "2025-11-24").toBe(true);
  expect(ids[at + 1]![2]! > "2025-11-24").toBe(true);
  expect(Number(/plan\.yaml:(\d+)/.exec(output)![1])).toBe(
    after.slice(0, after.indexOf("- id: envoys-again")).split("\n").length,
  );
  expect(check()).toMatchObject({ status: 0 });
});

test("comments, quotes and the end of a file are kept", () => {
  const path = join(content, "ledger/sources/plan.yaml");
  writeFileSync(path, `# Sources of the plan\n${readFileSync(path, "utf8").trimEnd()} # the last one`);
  const before = read("ledger/sources/plan.yaml");
  const { output } = make([
    "source",
    ...flags({
      topic: "plan",
      publisher: "ap",
      title: "Yes: a plan",
      url: "https://ap.example/a",
      published: "2025-12-02",
      seen: "part",
    }),
  ]);
  expect(output).toContain("written: ");
  const after = read("ledger/sources/plan.yaml");
  expect(after.startsWith(`${before}\n- id: ap-2025-12-02-yes\n`)).toBe(true);
  expect(after.slice(before.length + 1)).toBe(
    "- id: ap-2025-12-02-yes\n  publisher: ap\n  title: 'Yes: a plan'\n  url: https://ap.example/a\n  published: '2025-12-02'\n  lang: en\n  kind: news\n  seen: part\n",
  );
  // A source is written before what stands on it.
  expect(check().output).toMatch(/; 1 problems\n\S+ nothing stands on the source `ap-2025-12-02-yes`.*\n$/);
});

test("a publisher, and a page of it that carries an agency", () => {
  const { output } = make([
    "publisher",
    ...flags({ name: "Évening Post", kind: "regional", country: "GB", languages: "en cy" }),
  ]);
  expect(output).toContain("written: ");
  expect(read("ledger/publishers.yaml")).toMatch(
    /\n- id: evening-post\n {2}name: Évening Post\n {2}kind: regional\n {2}country: GB\n {2}languages:\n {4}- en\n {4}- cy\n$/,
  );
  const page = {
    topic: "plan",
    publisher: "evening-post",
    title: "Plan",
    url: "https://post.example/",
    seen: "part",
    relays: "ap",
    carries: "whole",
  };
  expect(make(["source", ...flags(page)]).output).toContain("written: ");
  expect(read("ledger/sources/plan.yaml")).toContain("  seen: part\n  relays:\n    - ap\n  carries: whole\n");
  expect(check().output).toMatch(/; 1 problems\n\S+ nothing stands on the source `evening-post-plan`.*\n$/);
});

test("by asking: each answer is judged at once, and asked again until it will do", () => {
  const typed = [
    "peace",
    "plan",
    "2025-02-30",
    "2025-12-01",
    "",
    "Talks in Paris",
    "",
    "They talked.",
    "alleged",
    "",
    "An official",
    "nobody",
    "macron",
    "nowhere",
    "thestar-2025-11-26-leak",
    "",
  ];
  const { code, output } = make(["event"], typed);
  for (const part of [
    '`topic` is "peace"; expected one of plan, france, corruption',
    '`date` is "2025-02-30"; expected a date that exists',
    "an answer is needed",
    "`nobody` does not exist; expected ids among people, organisations",
    "`nowhere` does not exist; expected ids among sources (npm run new -- source adds one)",
    "Id [talks-in-paris]",
  ])
    expect(output).toContain(part);
  expect(code).toBe(0);
  expect(read("ledger/events/plan.yaml")).toContain(
    "- id: talks-in-paris\n  topic: plan\n  date: '2025-12-01'\n  title: Talks in Paris\n  statement: They talked.\n  status: alleged\n  attributed_to: An official\n  actors:\n    - macron\n  sources:\n    - thestar-2025-11-26-leak\n",
  );
});

test("a chart takes its kind from its view", () => {
  const { output } = make([
    "chart",
    ...flags({
      view: "who-sat-together",
      id: "talks",
      topic: "plan",
      title: "{meetings} meetings",
      subtitle: "What is drawn",
    }),
  ]);
  expect(output).toContain("charts/talks.yaml:1");
  expect(read("charts/talks.yaml")).toBe(
    'kind: attendance\nview: who-sat-together\ntopic: plan\ntitle: "{meetings} meetings"\nsubtitle: What is drawn\n',
  );
});

test("an explainer comes with its frontmatter and the sections that every explainer has, and passes the check", () => {
  const { output } = make([
    "explainer",
    ...flags({
      topic: "plan",
      title: 'Who "pays": and why?',
      description: "On money.",
      answer: "Nobody yet.",
    }),
  ]);
  expect(output).toContain("explainers/en/who-pays-and-why.mdx:1");
  expect(read("explainers/en/who-pays-and-why.mdx")).toMatch(
    /^---\ntitle: "Who \\"pays\\": and why\?"\ndescription: "On money."\ntopic: "plan"\nanswer: "Nobody yet."\n---\n\n## In short\n/,
  );
  expect(check().status).toBe(0);
});
