import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";

// `npm run new` as an editor runs it, on a copy of the content.
let content: string;
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), "draft-by-draft-"));
  onTestFinished(() => rmSync(content, { recursive: true, force: true }));
  cpSync("content", content, { recursive: true });
});

function make(args: string[], typed?: string[]): { code: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/new.ts", ...args], {
    encoding: "utf8",
    env: { ...process.env, CONTENT_DIR: content },
    input: typed?.map((line) => `${line}\n`).join("") ?? "",
  });
  return { code: status, output: stdout + stderr };
}

const read = (path: string) => readFileSync(join(content, path), "utf8");
const check = () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/check-content.ts"], {
    encoding: "utf8",
    env: { ...process.env, CONTENT_DIR: content },
  });
  return { status, output: stdout + stderr };
};
/** What `after` has that `before` lacks; nothing else may differ. */
function added(before: string, after: string): string {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  const length = after.length - before.length;
  expect(before.slice(0, start) + after.slice(start, start + length) + before.slice(start)).toBe(after);
  return after.slice(start, start + length);
}

const EVENT = {
  topic: "plan",
  date: "2025-11-24",
  title: "Envoys: “again” in Geneva",
  statement: "They met, # and talked; 'nothing' was agreed.",
  status: "confirmed",
  sources: "thestar-2025-11-26-leak",
};
const flags = (values: Record<string, string>) =>
  Object.entries(values).flatMap(([key, value]) => [`--${key}`, value]);

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

describe("what will not do is refused, and nothing is written", () => {
  const cases: [name: string, args: string[], ...says: string[]][] = [
    [
      "a kind that does not exist",
      ["person"],
      "`person` cannot be made",
      "event | source | publisher | chart | explainer",
    ],
    ["no kind at all", [], "what shall be made?"],
    [
      "an unknown flag, an id that is taken, a source that does not exist, HTML, nobody who says so",
      [
        "event",
        ...flags({
          ...EVENT,
          colour: "red",
          id: "geneva-talks",
          sources: "nowhere",
          statement: "<script>",
          status: "disputed",
        }),
      ],
      "--colour is unknown; expected one of --topic, --date",
      "`geneva-talks` is taken",
      "`nowhere` does not exist",
      "plain text without < or >",
      "--attributed_to is missing: Who says so",
    ],
    ["a flag without a value", ["event", "--topic"], "`--topic` has no value"],
    [
      "flags that are missing",
      ["event", "--topic", "plan"],
      "--date is missing: When it happened",
      "--sources is missing",
      "--status is missing: How far it is established (confirmed",
    ],
    [
      "an end before its beginning, on a state’s outlet alone",
      ["event", ...flags({ ...EVENT, end: "2025-11-01", sources: "tass-2026-01-21-davos" })],
      "`end` 2025-11-01 lies before `date`",
      "mend: correct one of them",
      "stands on state-controlled outlets alone",
    ],
    [
      "a digest that does not say whose work it carries, at an address that is a script",
      [
        "source",
        ...flags({ topic: "plan", publisher: "newser", title: "T", url: "javascript:x", seen: "part" }),
      ],
      "--relays is missing",
      "--url: `url` is",
    ],
    [
      "a source of publishers that do not exist",
      [
        "source",
        ...flags({
          topic: "plan",
          publisher: "nobody",
          title: "T",
          url: "https://a.example/",
          seen: "part",
          relays: "ap no-one",
        }),
      ],
      "--publisher: `nobody` does not exist; expected ids among publishers (npm run new -- publisher adds one)",
      "--relays: `no-one` does not exist",
    ],
    [
      "a view that does not exist",
      ["chart", ...flags({ view: "nothing", topic: "plan", title: "T", subtitle: "S" })],
      '`view` is "nothing"; expected one of aid-by-donor',
    ],
    [
      "a chart that exists",
      ["chart", ...flags({ view: "army-cap", topic: "plan", title: "T", subtitle: "S" })],
      "`army-cap` is taken",
    ],
    [
      "an explainer that exists",
      ["explainer", ...flags({ id: "plan", topic: "plan", title: "T", description: "D", answer: "A" })],
      "`plan` is taken",
    ],
    [
      "an explainer at the path of other pages",
      ["explainer", ...flags({ id: "people", topic: "plan", title: "T", description: "D", answer: "A" })],
      "`people` is taken",
    ],
  ];
  test.for(cases)("%s", ([, args, ...says]) => {
    const before = read("ledger/events/plan.yaml");
    const { code, output } = make(args);
    expect(code).toBe(1);
    for (const part of [...says, "nothing was written"]) expect(output).toContain(part);
    expect(read("ledger/events/plan.yaml")).toBe(before);
    expect(existsSync(join(content, "ledger/events/plan.yaml.new"))).toBe(false);
  });

  test("answers that end early", () => {
    const { code, output } = make(["event"], ["plan", "2025-12-01"]);
    expect(code).toBe(1);
    expect(output).toContain("the answers ended before the form did\nnothing was written");
  });
});
