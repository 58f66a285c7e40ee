import { expect, test } from "vitest";
import { flatColumns, tableCsv, tableJson } from "./files.ts";
import type { Table } from "./table.ts";

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

test("an item that holds what joins the items of a list is refused", () => {
  const rows = [{ id: "a", figures: [], sources: ["s; t"] }];
  expect(() => tableCsv({ ...nested, rows })).toThrow("`s; t` in the column `sources` holds “; ”");
});
