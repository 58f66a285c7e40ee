import { expect, test } from "vitest";
import type { Chart } from "../charts/read-charts.ts";
import { ledgerOf, textOf } from "../ledger/ledger.fixture.ts";
import type { Term } from "../ledger/read-ledger.ts";
import { namesOf, searchRecords } from "./records.ts";

const ledger = ledgerOf(
  {
    drafts: [
      { id: "first", name: "first draft", date: "2025-11-20" },
      { id: "second", based_on: [{ draft: "first", how: "reworked", sources: ["ap-2025"] }] },
    ],
    answers: [
      { draft: "first", clause: "cap" },
      { draft: "second", clause: "cap", says: "Later", open: true },
    ],
    passages: [
      { draft: "first", number: "6", title: "Army capped" },
      { draft: "first", number: "7", title: "No alliance" },
    ],
    themes: [{ id: "theme", clauses: [{ id: "cap", text: "How large?" }] }],
    reasons: [{}],
    sources: [{}, { id: "other", title: "Der Plan", lang: "de" }],
  },
  [
    textOf(
      "first",
      {
        "6a": "At most 600 soldiers.",
        8: "Nor on the migration or importation of persons.",
        9: "word ".repeat(41),
      },
      { rights: "quoted" },
    ),
    textOf("second", { 1: "Nullus homo." }, { lang: "la" }),
    textOf("second", { 1: "No man." }, { translated_by: "ap" }),
  ],
);
const table = {
  columns: [{ label: "Year" }, { label: "Ukraine" }],
  rows: [
    ["Before the war", 30],
    [2025, 36],
  ],
};
const chart = {
  id: "size-of-army",
  title: "It grew",
  subtitle: "“S.”",
  description: "D.",
  topic: "plan",
  also: ["How many soldiers?"],
  table,
} as unknown as Chart;
const term: Term = {
  id: "cap",
  term: "Cap",
  definition: "An upper limit.",
  also: ["ceiling"],
  topic: "plan",
};

const records = searchRecords(ledger, [chart], [term]);
const recordsOf = (kind: string) => records.filter((record) => record.kind === kind);

test("every clause, point, term, reason, question of reasons, chart and source is one record at an address of its own", () => {
  const kinds = ["Clause", "Point", "Term", "Reason", "Chart", "Source"];
  expect(kinds.map((kind) => recordsOf(kind).length)).toEqual([1, 4, 1, 2, 1, 2]);
  expect(new Set(records.map(({ url }) => url)).size).toBe(records.length);
  expect(recordsOf("Clause")[0]?.summary?.isOpen).toBe(true);
});

test("words of a text are searched: of a point with our line, and of a passage of its own, unless too long to quote", () => {
  const points = recordsOf("Point");
  expect(points[0]).toMatchObject({ title: "first draft, point 6: Army capped", date: "2025-11-20" });
  expect(points[0]?.text).toContain("At most 600 soldiers");
  expect(points[2]).toMatchObject({
    url: "/drafts/first/#point-8",
    title: "first draft, point 8: “Nor on the migration or importation of persons.”",
  });
  expect(points[3]?.text).toMatch(/^“No man\.” in translation by .+ “Nullus homo\.”$/);
});

test("the title of a source has its language, if that is not English", () =>
  expect(recordsOf("Source").map(({ title, lang }) => [title, lang])).toEqual([
    ["A page.", undefined],
    ["Der Plan", "de"],
  ]));

test("of a chart are searched the names of columns and rows, the words of its id and the questions that it answers", () => {
  expect(recordsOf("Chart")[0]?.text).toBe(
    "“S.” D. Year, Ukraine, Before the war. Chart: size of army. How many soldiers?",
  );
});

test("people are searched for by a family name only if they have one", () => {
  const people = [{ name: "James II" }, { id: "w", name: "James Wilson", family: "Wilson" }];
  const names = Object.values(namesOf(ledgerOf({ people }), [], [], [], {})).flatMap(({ names }) => names);
  expect(names.map((name) => ["II", "Wilson"].includes(name)).filter(Boolean)).toHaveLength(1);
});
