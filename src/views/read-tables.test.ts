import { expect, test } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { type MarkedFiles, placeOf, writeMarked } from "../ledger/marked-files.fixture.ts";
import { ContentError } from "../ledger/problem.ts";
import { readTables } from "./read-tables.ts";

const TABLE = "view: exits\ntopic: corruption\ntitle: In {month}\nsubtitle: Who left office\n";
const ledger = ledgerOf({
  sources: [{ id: "ap" }],
  people: [{ id: "minister", name: "A Minister" }],
  exits: [{ id: "exit", date: "2025-11-19", person: "minister", sources: ["ap"] }],
});

test("a table has its words filled in, its rows and its receipts", () => {
  const { directory } = writeMarked({ "left.yaml": `${TABLE}notes: [A caveat]\n` });
  const [table] = readTables(directory, ledger);
  expect(table).toMatchObject({ id: "left", title: "In November 2025", notes: ["A caveat"], topic: "corruption" });
  expect(table!.view.table.rows).toHaveLength(1);
  expect(table!.view.sources).toEqual(["ap"]);
});

test.for<[string, MarkedFiles]>([
  ["a kind, which only a chart has", { "a.yaml": `${TABLE}▸kind: timeline\n` }],
  ["an unknown view", { "a.yaml": TABLE.replace("exits", "▸entrances") }],
  ["a placeholder without a value", { "a.yaml": TABLE.replace("In {month}", "▸In {year}") }],
])("%s is refused, with its place", ([, files]) => {
  const { directory, places } = writeMarked(files);
  try {
    readTables(directory, ledger);
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    expect(error.problems.map((problem) => placeOf(problem, directory))).toEqual(places);
  }
});
