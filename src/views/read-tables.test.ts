import { expect, test } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { type MarkedFiles, placeOf, writeMarked } from "../ledger/marked-files.fixture.ts";
import { ContentError } from "../ledger/problem.ts";
import { readTables } from "./read-tables.ts";

const TABLE =
  "view: visits-to-france\ntopic: france\ntitle: Up to {date}\nsubtitle: Visits\noptions: { start: paris }\n";
const ledger = ledgerOf({
  sources: [{ id: "ap" }],
  visits: [{ id: "paris", date: "2025-12-01", sources: ["ap"] }],
});

test("a table has its words filled in, its rows and its receipts", () => {
  const { directory } = writeMarked({ "visits.yaml": `${TABLE}notes: [A caveat]\n` });
  const [table] = readTables(directory, ledger);
  expect(table).toMatchObject({
    id: "visits",
    title: "Up to 1 December 2025",
    notes: ["A caveat"],
    topic: "france",
  });
  expect(table!.view.table.rows).toHaveLength(1);
  expect(table!.view.sources).toEqual(["ap"]);
});

test.for<[string, MarkedFiles]>([
  ["a kind, which only a chart has", { "a.yaml": `${TABLE}▸kind: stages\n` }],
  ["a view that is none of a table", { "a.yaml": TABLE.replace("visits-to-france", "▸army-cap") }],
  ["a placeholder without a value", { "a.yaml": TABLE.replace("Up to {date}", "▸Up to {year}") }],
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
