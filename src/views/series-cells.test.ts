import { expect, test } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { seriesColumn, seriesColumns, seriesTable } from "./series-cells.ts";

const series = (rows: unknown[][]) =>
  ledgerOf({ series: [{ columns: ["Year", "Ukraine", "Poland"], rows }] }).series[0]!;

test("a number that was worked out is a number, and is known as such", () => {
  const [ukraine, poland] = seriesColumns(
    series([
      [2024, 35, { value: 53, derived: true }],
      [2025, 36, null],
    ]),
  );
  expect(ukraine!.values.map(({ value, derived }) => [value, derived])).toEqual([
    [35, false],
    [36, false],
  ]);
  expect(poland!.values.map(({ value, derived }) => [value, derived])).toEqual([
    [53, true],
    [null, false],
  ]);
});

test("a table names in a column of its own what was worked out", () => {
  const table = seriesTable(
    series([
      [2024, { value: 35, derived: true }, { value: 53, derived: true }],
      [2025, 36, null],
    ]),
  );
  expect(table.columns.at(-1)).toEqual({ id: "derived", label: "Worked out, not read" });
  expect(table.rows).toEqual([
    ["2024", 35, 53, "Ukraine, Poland"],
    ["2025", 36, null, null],
  ]);
});

test("a cell that is no number, and a column that is not there, are refused by name", () => {
  expect(() => seriesColumns(series([[2025, 36, "n/a"]]))).toThrow(
    "series `series`, 2025, Poland: `n/a` is no number",
  );
  expect(seriesColumn(series([[2025, 36, 1]]), "Ukraine").values).toEqual([
    { period: "2025", value: 36, derived: false },
  ]);
  expect(() => seriesColumn(series([[2025, 36, 1]]), "Spain")).toThrow(
    "series `series` has no column `Spain`; it has Year, Ukraine, Poland",
  );
});

test("a column is named by its head in letters and digits, with the unit where it holds numbers", () => {
  const [first, second] = seriesTable({
    ...series([[2025, 36, 1]]),
    columns: ["Year (edition)", "Aid, all"],
    unit: "EUR bn",
  }).columns;
  expect(first).toEqual({ id: "year-edition-", label: "Year (edition)" });
  expect(second).toEqual({ id: "aid-all", label: "Aid, all", unit: "EUR bn" });
});

test("a table without such numbers has no such column", () => {
  expect(seriesTable(series([[2025, 36, null]])).columns.map(({ id }) => id)).toEqual([
    "year",
    "ukraine",
    "poland",
  ]);
});
