import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { SMALL } from "./plan-views.fixture.ts";
import { readVersions, renewed, shownHashes, staleVersions, type Version } from "./versions.ts";

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "versions-"));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

const shown = (event: object) =>
  shownHashes(ledgerOf({ events: [{ id: "valdai", ...event }] }), folder()).get("event/valdai");

test("a hash follows what is shown, and nothing else", () => {
  expect(shown({})).toMatch(/^[0-9a-f]{8}$/);
  expect(shown({ actors: ["state"] })).toBe(shown({}));
  for (const change of [
    { title: "Other" },
    { statement: "They did not." },
    { status: "reported", attributed_to: "AP" },
    { sources: ["b"] },
  ])
    expect(shown(change), JSON.stringify(change)).not.toBe(shown({}));
});

test("a clause is what every draft answers, with what carries it", () => {
  const themes = [{ id: "army", questions: [{ id: "cap", text: "How many?" }] }];
  const hash = (answer: string, certainty = "published") =>
    shownHashes(
      ledgerOf({
        themes,
        drafts: [{ id: "us-28" }],
        provisions: [{ draft: "us-28", question: "cap", answer, certainty }],
      }),
      folder(),
    ).get("clause/cap");
  expect(hash("600,000")).toBe(hash("600,000"));
  expect(new Set([hash("600,000"), hash("800,000"), hash("600,000", "reported")]).size).toBe(3);
});

test("a chart is its words, its table and its receipts; a file that is none, or cannot be filled, has no hash", () => {
  const directory = folder();
  const hash = (yaml: string, ledger = SMALL) => {
    writeFileSync(join(directory, "army.yaml"), yaml);
    return shownHashes(ledger, directory).get("chart/army");
  };
  const chart = "kind: lollipop\nview: army-cap\ntopic: plan\ntitle: From {first}\nsubtitle: By draft\n";
  const other = {
    ...SMALL,
    drafts: SMALL.drafts.map((draft) => (draft.id === "geneva" ? { ...draft, name: "Other" } : draft)),
  };
  const receipt = SMALL.provisions.map((row) =>
    row.draft === "geneva" ? { ...row, sources: ["tass"] } : row,
  );
  writeFileSync(join(directory, "read-me.md"), "no chart");
  expect(hash(chart)).toMatch(/^[0-9a-f]{8}$/);
  expect(hash(`${chart}full: true\norder: 3\n`)).toBe(hash(chart));
  const shown = [
    hash(chart),
    hash(`${chart}notes: [A caveat]\n`),
    hash(chart.replace("By", "In")),
    hash(chart, other),
  ];
  expect(new Set([...shown, hash(chart, { ...SMALL, provisions: receipt })]).size).toBe(5);
  expect(hash(chart.replace("army-cap", "nothing"))).toBeUndefined();
});

const known = new Map<string, Version>([
  ["chart/a", { date: "2026-01-01", hash: "00000001" }],
  ["chart/b", { date: "2026-01-02", hash: "00000002" }],
  ["chart/gone", { date: "2026-01-03", hash: "00000003" }],
]);
const now = new Map([
  ["chart/new", "00000005"],
  ["chart/b", "00000004"],
  ["chart/a", "00000001"],
]);

test("what shows the same keeps its day, all else gets the new one, in order of keys", () => {
  expect([...renewed(known, now, "2026-02-01")]).toEqual([
    ["chart/a", { date: "2026-01-01", hash: "00000001" }],
    ["chart/b", { date: "2026-02-01", hash: "00000004" }],
    ["chart/new", { date: "2026-02-01", hash: "00000005" }],
  ]);
});

test("what is out of date is named, with the reason", () => {
  expect(staleVersions(known, now)).toEqual([
    "chart/new is new",
    "chart/b has changed",
    "chart/gone is gone",
  ]);
  expect(staleVersions(renewed(known, now, "2026-02-01"), now)).toEqual([]);
});

test("a file is read as it is written; a broken line is an error, no file no version", () => {
  const path = join(folder(), "versions.yaml");
  expect([...readVersions(path)]).toEqual([]);
  writeFileSync(path, "# words\nchart/a: 2026-01-01 00000001\n");
  expect([...readVersions(path)]).toEqual([["chart/a", { date: "2026-01-01", hash: "00000001" }]]);
  writeFileSync(path, "chart/a: 2026-01-01\n");
  expect(() => readVersions(path)).toThrow();
});
