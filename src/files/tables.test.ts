import { expect, test } from "vitest";
import { ledgerOf, WHOLE } from "../ledger/ledger.fixture.ts";
import { collections, type Ledger } from "../ledger/ledger.ts";
import { columnsOf, tableCsv, tablesJson, tablesOf } from "./tables.ts";

test("every collection is a table; each row has its key first, its sources, and the same fields as the others", () => {
  const tables = tablesOf(WHOLE);
  expect(tables.map(({ name }) => name)).toEqual(Object.keys(collections));
  for (const { name, rows, description } of tables) {
    expect(description, name).not.toBe("");
    expect(rows, name).toHaveLength(WHOLE[name].length);
    expect(new Set(rows.map(({ id }) => id)).size, name).toBe(rows.length);
    for (const row of rows) expect(Object.keys(row), name).toEqual(["id", ...Object.keys(rows[0]!).slice(1)]);
    if ("sources" in collections[name].shape) expect(rows[0], name).toHaveProperty("sources");
  }
  const all = JSON.parse(tablesJson(tables)) as object;
  expect(all).toEqual(Object.fromEntries(tables.map(({ name, rows }) => [name, rows])));
});

test("a field is described with an example, and left out where no row has a value", () => {
  const [sources] = tablesOf(ledgerOf({ sources: [{ read: "part" }] }));
  const fields = columnsOf(sources!);
  expect(fields.find(({ name }) => name === "read")).toMatchObject({ example: "part" });
  expect(fields.map(({ name }) => name)).not.toContain("carries");
});

test("the origin that a page does not name is no publisher", () =>
  expect(tablesOf(ledgerOf({ publishers: [{}, { id: "unnamed", name: "unnamed" }] }))[0]?.rows).toHaveLength(
    1,
  ));

test("CSV joins the items of a list, and writes what has parts as JSON", () => {
  const rows = [
    { id: "a", quote: { by: "x" }, figures: [{ value: 3 }], sources: ["s", "t"], open: true },
    { id: "b", quote: null, figures: [], sources: ["s"], open: null },
  ];
  expect(tableCsv({ name: "events", title: "", description: "", rows })).toBe(
    'id,quote,figures,sources,open\r\na,"{""by"":""x""}","[{""value"":3}]",s; t,true\r\nb,,,s,\r\n',
  );
});

test("words of a quotation, and of a text that is only quoted, are in no table", () => {
  const ledger = ledgerOf({
    events: [{ quote: { by: "person", lang: "en", words: "Said aloud.", source: "source" } }],
    answers: [{ words: "Written down.", passages: ["1"] }],
  });
  const text = (rights: string) => ({ ...ledger, texts: [{ draft: "draft", rights }] }) as unknown as Ledger;
  expect(tablesJson(tablesOf(text("quoted")))).not.toMatch(/aloud|Written/);
  expect(tablesJson(tablesOf(text("official")))).toContain("Written down.");
});
