import fc from "fast-check";
import { expect, test } from "vitest";
import { ledgerOf, WHOLE } from "../ledger/ledger.fixture.ts";
import { collections, type Ledger } from "../ledger/ledger.ts";
import { columnsOf, commentLine, tableCsv, tablesJson, tablesOf, toCsv } from "./tables.ts";

test("every collection is a table; each row has its key first, its sources, and the same fields as the others", () => {
  const tables = tablesOf(WHOLE);
  expect(tables.map(({ name }) => name)).toEqual(Object.keys(collections));
  for (const { name, rows, description } of tables) {
    expect(description, name).not.toBe("");
    expect(rows, name).toHaveLength(WHOLE[name].length);
    expect(new Set(rows.map(({ id }) => id)).size, name).toBe(rows.length);
    for (const row of rows) expect(Object.keys(row), name).toEqual(["id", ...Object.keys(rows[0]!).slice(1)]);
    if (WHOLE[name].some((row) => "sources" in row && row.sources.length > 0))
      expect(rows[0], name).toHaveProperty("sources");
  }
  const all = JSON.parse(tablesJson(tables)) as object;
  expect(all).toEqual(Object.fromEntries(tables.map(({ name, rows }) => [name, rows])));
});

test("a field is described with an example and the values in use, and left out where no row has a value", () => {
  const tables = tablesOf(
    ledgerOf({ answers: [{}], people: [{}, { names: { fr: "A" } }], sources: [{ read: "part" }] }),
  );
  expect(columnsOf(tables.find(({ name }) => name === "answers")!)[0]).toMatchObject({
    name: "id",
    example: "draft--clause",
  });
  const [sources] = tables;
  const fields = columnsOf(sources!);
  expect(fields.find(({ name }) => name === "read")).toEqual({
    name: "read",
    example: "part",
    meaning: "How it was read. part: an excerpt.",
  });
  const namesOf = (table: (typeof tables)[number]) => columnsOf(table).map(({ name }) => name);
  for (const table of tables)
    expect(namesOf(table)).toEqual(expect.arrayContaining(Object.keys(table.rows[0]!)));
  expect(namesOf(sources!)).not.toContain("carries");
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

test("words of a quotation and of a text only quoted are in no table", () => {
  const ledger = ledgerOf({
    events: [{ quote: { by: "person", lang: "en", words: "Said aloud.", source: "source" } }],
    answers: [{ words: "Geschrieben.", english: "Written down.", passages: ["1"] }],
    judgements: [{ marks: "[-aloud-]" }],
  });
  const text = (rights: string) => ({ ...ledger, texts: [{ draft: "draft", rights }] }) as unknown as Ledger;
  expect(tablesJson(tablesOf(text("quoted")))).not.toMatch(/aloud|Ges|Written/);
  expect(tablesJson(tablesOf(text("official")))).toContain("Written down.");
});

const cell = (value: string | number | null) => toCsv([[value]]).slice(0, -2);

test("ends every row with CRLF and leaves what is missing empty", () =>
  expect(toCsv([["a"], [1, null], [-2.5, ""]])).toBe("a\r\n1,\r\n-2.5,\r\n"));

test.each(["800,000", 'the "laundry"', "two\r\nlines", ""])("%j survives parsing", (text) => {
  expect(unquote(cell(text))).toBe(text);
});

test.each([
  "=HYPERLINK(0)",
  "+1+1",
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(A1)",
  "\n=1",
  "＝1+1",
  "＠SUM(A1)",
  '="a"", b',
])("keeps a spreadsheet from running %j", (text) => {
  expect(unquote(cell(text))).toBe(`'${text}`);
});

test.each(["-5", "+5", "-0.5", "24/7", "a=b", "'quoted'"])("leaves %j as it is", (text) => {
  expect(cell(text)).toBe(text);
});

/** What a reader of CSV makes of a cell. */
function unquote(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
}

test("whatever the text is, the line is one comment, opens no quotes and starts no formula", () => {
  const text = fc.string({
    unit: fc.constantFrom(...'\r\n\u2028\u0085\u0000\t",;|=+-@＝－# aї\u{1f600}'),
    maxLength: 30,
  });
  fc.assert(
    fc.property(text, (text) => {
      const line = commentLine(text);
      expect(line).toMatch(/^#/);
      expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029"]/);
      for (const cell of line.split(/[,;|]/)) expect(cell.trim()).not.toMatch(/^[=+\-@＝＋－＠]/);
    }),
    { numRuns: 500 },
  );
});
