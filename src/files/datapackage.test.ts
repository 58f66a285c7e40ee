import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { WHOLE } from "../ledger/ledger.fixture.ts";
import { get } from "../ledger/lookup.ts";
import { dataPackage, flatColumns, tableCsv, tableJson } from "./datapackage.ts";
import { readTableDescriptions, type Table, tablesOf } from "./tables.ts";

// The parts of the Data Package 2.0 profiles (datapackage, dataresource, tableschema) that this package uses. Stricter than
// they are: a key that they do not know is an error here.
const path = z.string().regex(/^((?=[^./~])(?!file:)((?!\/\.\.\/)(?!\\)(?!:\/\/).)*|(http|ftp)s?:\/\/.*)$/);
const source = z.strictObject({ title: z.string(), path });
const constraints = z
  .strictObject({
    required: z.boolean(),
    unique: z.boolean(),
    enum: z.array(z.string()).min(1),
    pattern: z.string(),
  })
  .partial();
const field = z.strictObject({
  name: z.string().min(1),
  type: z.enum(["string", "integer", "number", "boolean", "date", "array", "object"]),
  format: z.literal("uri").optional(),
  description: z.string().min(1),
  constraints: constraints.optional(),
});
const foreignKeys = z
  .array(
    z.strictObject({
      fields: z.tuple([z.string()]),
      reference: z.strictObject({ resource: z.string(), fields: z.tuple([z.literal("id")]) }),
    }),
  )
  .min(1);
const resource = z.strictObject({
  name: z.string().regex(/^[-a-z0-9._]+$/),
  title: z.string(),
  description: z.string(),
  sources: z.array(source).optional(),
  type: z.literal("table"),
  path,
  format: z.enum(["csv", "json"]),
  mediatype: z.string().regex(/^.+\/.+$/),
  encoding: z.literal("utf-8"),
  bytes: z.int().positive().optional(),
  dialect: z.strictObject({ delimiter: z.literal(",") }).optional(),
  hash: z.string().regex(/^[^:]+:[a-f0-9]+$/),
  schema: z.strictObject({
    fields: z.array(field).min(1),
    primaryKey: z.array(z.string()).min(1),
    foreignKeys: foreignKeys.optional(),
  }),
});
const profile = z.strictObject({
  $schema: z.literal("https://datapackage.org/profiles/2.0/datapackage.json"),
  name: z.string().regex(/^[-a-z0-9._]+$/),
  title: z.string(),
  description: z.string(),
  homepage: z.url(),
  licenses: z
    .array(z.strictObject({ name: z.string().regex(/^[-a-zA-Z0-9._]+$/), path, title: z.string() }))
    .min(1),
  sources: z.array(source).min(1),
  resources: z.array(resource).min(1),
});

describe("datapackage.json", () => {
  const tables = tablesOf(WHOLE, readTableDescriptions("content/data-tables.yaml"));
  const facts = {
    title: "T",
    description: "D",
    homepage: "https://site.example/data/",
    sourcesPage: "https://site.example/sources/",
    source: (id: string) => ({ ...get(WHOLE, "sources", id), name: "AP" }),
  };
  let described: z.infer<typeof profile>;
  beforeAll(() => {
    described = profile.parse(JSON.parse(JSON.stringify(dataPackage(tables, facts))));
  });

  test("matches the profile and names each table twice, as CSV and as JSON", () => {
    expect(described.resources.map((entry) => entry.path)).toEqual(
      tables.flatMap((table) => [`${table.name}.csv`, `${table.name}.json`]),
    );
    expect(new Set(described.resources.map((entry) => entry.name)).size).toBe(described.resources.length);
  });

  test("has the header of each CSV as its fields, in order", () => {
    for (const table of tables) {
      const [header] = tableCsv(table).split("\r\n");
      const { schema } = described.resources.find((entry) => entry.path === `${table.name}.csv`)!;
      expect(schema.fields.map((entry) => entry.name).join(",")).toBe(header);
    }
  });

  test("has every key of each JSON row among its fields", () => {
    for (const table of tables) {
      const { schema } = described.resources.find((entry) => entry.path === `${table.name}.json`)!;
      const names = schema.fields.map((entry) => entry.name);
      for (const row of JSON.parse(tableJson(table)) as object[])
        for (const key of Object.keys(row)) expect(names).toContain(key);
    }
  });

  test("has the same keys in every row of JSON: tools take the columns from the first", () => {
    for (const table of tables) {
      const rows = JSON.parse(tableJson(table)) as object[];
      for (const row of rows)
        expect(Object.keys(row), table.name).toEqual(table.columns.map(({ name }) => name));
    }
  });

  test("has foreign keys between tables, for fields and resources that are there", () => {
    const keysOf = (name: string) =>
      described.resources
        .find((entry) => entry.name === name)!
        .schema.foreignKeys?.map(({ fields: [field], reference }) => [field, reference.resource]);
    expect(keysOf("answers")).toEqual([
      ["draft", "drafts"],
      ["clause", "clauses"],
      ["quote_source", "sources"],
    ]);
    expect(keysOf("answers-json")).toEqual([
      ["draft", "drafts-json"],
      ["clause", "clauses-json"],
    ]);
    expect(keysOf("clauses")).toEqual([["theme", "themes"]]);
    expect(keysOf("sources")).toEqual([["publisher", "publishers"]]);
    for (const { schema } of described.resources)
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        expect(schema.fields.map(({ name }) => name)).toContain(fields[0]);
        expect(described.resources.map(({ name }) => name)).toContain(reference.resource);
      }
  });

  test("says how CSV is written, and no size of JSON, which tools count otherwise", () => {
    for (const { format, bytes, dialect } of described.resources)
      expect([bytes !== undefined, dialect?.delimiter], format).toEqual(
        format === "csv" ? [true, ","] : [false, undefined],
      );
  });

  test("has a primary key that is a required, unique field", () => {
    for (const { schema } of described.resources)
      for (const key of schema.primaryKey)
        expect(schema.fields.find((entry) => entry.name === key)?.constraints).toMatchObject({
          required: true,
          unique: true,
        });
  });

  test("gives size and hash of the very files", () => {
    for (const table of tables) {
      const csv = described.resources.find((entry) => entry.path === `${table.name}.csv`)!;
      expect(csv.bytes).toBe(Buffer.byteLength(tableCsv(table)));
      expect(csv.hash).toBe(`sha256:${createHash("sha256").update(tableCsv(table)).digest("hex")}`);
    }
  });

  test("names the sources of each series", () => {
    for (const series of WHOLE.series) {
      const { sources } = described.resources.find((entry) => entry.name === series.id)!;
      expect(sources?.map((entry) => entry.path)).toEqual(
        series.sources.map((id) => get(WHOLE, "sources", id).url),
      );
    }
  });
});

const nested: Table = {
  name: "t",
  title: "T",
  description: "",
  group: "",
  sources: [],
  references: [],
  columns: [
    { name: "id", type: "string", description: "", required: true },
    {
      name: "quote",
      type: "object",
      description: "",
      required: false,
      parts: [{ name: "by", type: "string", description: "", required: true }],
    },
    {
      name: "figures",
      type: "array",
      description: "",
      required: true,
      parts: [
        { name: "name", type: "string", description: "", required: true },
        { name: "value", type: "number", description: "", required: true },
      ],
    },
    { name: "sources", type: "array", description: "", required: true },
  ],
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

test("CSV is flat: parts of an object are columns, lists are joined", () => {
  expect(tableCsv(nested)).toBe("id,quote_by,figures,sources\r\na,x,votes | 3; seats | 4,s; t\r\nb,,,s\r\n");
  expect(flatColumns(nested.columns).map((column) => column.required)).toEqual([true, false, true, true]);
});

test("JSON is an array of the rows, each with every key", () => {
  expect(JSON.parse(tableJson(nested))).toEqual([nested.rows[0], { ...nested.rows[1], quote: null }]);
  const [, part] = nested.columns;
  const wider = { ...part!, parts: [...part!.parts!, { ...part!.parts![0]!, name: "source" }] };
  expect(JSON.parse(tableJson({ ...nested, columns: [wider] }))).toEqual([
    { quote: { by: "x", source: null } },
    { quote: null },
  ]);
  expect(JSON.parse(tableJson({ ...nested, rows: [] }))).toEqual([]);
});

test("an item that contains the separator of the list is rejected", () => {
  const rows = [{ id: "a", figures: [], sources: ["s; t"] }];
  expect(() => tableCsv({ ...nested, rows })).toThrow("`s; t` in the column `sources` holds “; ”");
});
