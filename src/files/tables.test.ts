import { describe, expect, test } from "vitest";
import { ledgerOf, WHOLE } from "../ledger/ledger.fixture.ts";
import { type CollectionName, collections, type Ledger } from "../ledger/ledger.ts";
import { exampleOf, readTableDescriptions, type Table, tableCsv, tableJson, tablesOf } from "./tables.ts";

/** Of a story that describes none: all tables. */
const described = readTableDescriptions("nowhere/data-tables.yaml");

const figure = { id: "bribe", name: "bribe", value: 2.7, unit: "USD million" };
const ledger: Ledger = {
  ...WHOLE,
  events: ledgerOf({
    events: [
      {},
      {
        id: "charge",
        status: "alleged",
        attributed_to: "A bureau",
        figures: [figure, { ...figure, id: "again", certainty: "reported" }],
      },
    ],
  }).events,
  themes: ledgerOf({
    themes: [
      { id: "theme", clauses: [{ id: "clause", text: "What is asked?" }] },
      {
        id: "money",
        clauses: [
          { id: "assets", text: "Whose?" },
          { id: "aid", text: "How much?" },
        ],
      },
    ],
  }).themes,
};
const tables = tablesOf(ledger, described);
const table = (name: string) => tables.find((entry) => entry.name === name)!;

describe("the tables of the ledger", () => {
  test("are the collections, the clauses and each series, each once", () => {
    const names = tables.map((entry) => entry.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(
      expect.arrayContaining([
        ...Object.keys(collections),
        "clauses",
        ...ledger.series.map((series) => series.id),
      ]),
    );
    expect(names).toHaveLength(Object.keys(collections).length + 1 + ledger.series.length);
  });

  test("have no row too many or too few", () => {
    for (const name of Object.keys(collections) as CollectionName[])
      expect(table(name).rows, name).toHaveLength(ledger[name].length);
    for (const series of ledger.series)
      expect(table(series.id).rows, series.id).toHaveLength(series.rows.length);
    expect(table("clauses").rows).toHaveLength(ledger.themes.flatMap((theme) => theme.clauses).length);
  });

  test("have a key in every row, unique in the table and first in order", () => {
    for (const { name, rows, columns } of tables) {
      expect(columns[0]!.name, name).toBe("id");
      const ids = rows.map((row) => row.id);
      expect(new Set(ids).size, name).toBe(ids.length);
      for (const row of rows) expect(Object.keys(row)[0], name).toBe("id");
    }
  });

  test("have named and described columns, each once, also in CSV", () => {
    for (const { name: table, columns } of tables) {
      expect(new Set(columns.map((column) => column.name)).size, table).toBe(columns.length);
      for (const { name, description } of columns) {
        expect(name, table).toMatch(/^[a-z0-9]+(_[a-z0-9]+)*$/);
        expect(description, `${table}.${name}`).not.toBe("");
      }
    }
  });

  test("keep status, attribution and sources next to a statement", () => {
    const alleged = table("events").rows.filter((row) => row.status === "alleged");
    expect(alleged.length).toBeGreaterThan(0);
    for (const row of alleged) expect(row.attributed_to).toBeTruthy();
    for (const row of table("positions").rows) expect(row.sources).not.toHaveLength(0);
    for (const row of table("flows").rows) expect(row.alleged_by).toBeTruthy();
  });

  test("say of every figure how sure it is, where it does not say itself as its event", () => {
    const events = table("events");
    expect((events.rows[1]!.figures as { certainty: string }[]).map(({ certainty }) => certainty)).toEqual([
      "alleged",
      "reported",
    ]);
    expect(tableCsv(events)).toContain(
      '""unit"":""USD million"",""certainty"":""alleged""},{""id"":""again""',
    );
  });

  test("point from themes to clauses and back", () => {
    expect(table("clauses").rows.map((row) => `${row.id} ${row.theme}`)).toEqual([
      "clause theme",
      "assets money",
      "aid money",
    ]);
    expect(table("themes").rows.map((row) => row.clauses)).toEqual([["clause"], ["assets", "aid"]]);
  });
});

describe("a series", () => {
  const series = {
    id: "trust",
    title: "Trust",
    unit: "per cent",
    columns: ["Year", "Hope lost?", "Note"],
    rows: [
      [2023, 59.5, "a"],
      [2024, null, "b"],
    ],
    as_of: "2025",
    sources: ["s"],
  };
  const made = () => tablesOf({ ...ledger, series: [series] }, described).at(-1)!;

  test("takes its key from its first column", () => {
    expect(made().columns.map(({ name }) => name)).toEqual(["id", "year", "hope_lost", "note"]);
    expect(made().rows).toEqual([
      { id: "trust--2023", year: 2023, hope_lost: 59.5, note: "a" },
      { id: "trust--2024", year: 2024, note: "b" },
    ]);
  });

  test("names the numbers of a row that were worked out", () => {
    const rows = [
      [2023, { value: 59.5, derived: true }, "a"],
      [2024, 60, "b"],
    ];
    const table = tablesOf({ ...ledger, series: [{ ...series, rows }] } as Ledger, described).at(-1)!;
    expect(table.columns.at(-1)!.name).toBe("derived");
    expect(table.rows).toEqual([
      { id: "trust--2023", year: 2023, hope_lost: 59.5, note: "a", derived: ["hope_lost"] },
      { id: "trust--2024", year: 2024, hope_lost: 60, note: "b" },
    ]);
  });
});

const column = (path: string) => ({ name: path.replace(".", "_"), path: path.split("."), description: "" });
const nested: Table = {
  name: "t",
  title: "T",
  description: "",
  group: "",
  columns: ["id", "quote.by", "figures", "sources"].map(column),
  rows: [
    {
      id: "a",
      quote: { by: "x" },
      figures: [
        { name: "votes", value: 3 },
        { name: "seats", value: 4 },
      ],
      sources: ["s", "t"],
    },
    { id: "b", figures: [], sources: ["s"] },
  ],
};

test("CSV is flat: parts of an object are columns, lists are joined, lists of objects are JSON", () => {
  expect(tableCsv(nested)).toBe(
    'id,quote_by,figures,sources\r\na,x,"[{""name"":""votes"",""value"":3},{""name"":""seats"",""value"":4}]",s; t\r\nb,,,s\r\n',
  );
});

test("a column is filled if a row has a value", () => {
  const [sources] = tablesOf(ledgerOf({ sources: [{ read: "part" }] }), [
    { group: "All", tables: { sources: { title: "Sources", description: "Pages." } } },
  ]);
  const column = (name: string) => sources!.columns.find((column) => column.name === name)!;
  expect(["read", "carries"].map((name) => exampleOf(column(name), sources!.rows))).toEqual([
    "part",
    undefined,
  ]);
});

test("a choice is described by the values that occur", () => {
  const [publishers, organisations] = tablesOf(
    ledgerOf({
      publishers: [{ kind: "archive" }, { id: "b", kind: "speaker" }],
      organisations: [{ kind: "court" }],
    }),
    described,
  ).filter(({ name }) => ["publishers", "organisations"].includes(name));
  const kindOf = ({ columns }: Table) => columns.find(({ name }) => name === "kind");
  expect(kindOf(publishers!)).toMatchObject({
    description:
      "archive: an archive, a library or a museum. speaker: a person or company on its own account.",
  });
  expect(kindOf(organisations!)).toMatchObject({ description: "Kind.", limits: "court" });
});

test("JSON is an array of the rows, a line each, with the same keys in each", () => {
  const [first, second] = nested.rows;
  expect(JSON.parse(tableJson(nested))).toEqual([first, { ...second, quote: null }]);
  expect(tableJson(nested).split("\n")).toHaveLength(5);
  expect(JSON.parse(tableJson({ ...nested, rows: [] }))).toEqual([]);
});
