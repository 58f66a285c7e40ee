import { expect, it } from "vitest";
import { kinds } from "../charts/kinds.ts";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { aidOverTime } from "./aid-over-time.ts";

const view = (as_of: string, columns = ["Quarter", "France", "Poland"]) =>
  aidOverTime(
    ledgerOf({
      series: [
        {
          id: "aid-over-time",
          unit: "EUR billion",
          columns,
          rows: [
            ["2025 Q1", 1.5, 0],
            ["2025 Q2", 0, 0.25],
            ["2025 Q3", 4, null],
            ["2025 Q4", 0, 1],
            ["2026 Q1", 0, 0],
          ],
          as_of,
        },
      ],
    }),
  );

it("says in a sentence what fell into the largest quarter and how many are empty, without one that is not over", () => {
  expect(view("2026-02-28").description).toBe(
    [
      "France allocated €5.5bn in 5 quarters; 73 per cent of it fell into the third quarter of 2025, and",
      "in two of 4 whole quarters nothing is booked. Data up to 28 February 2026.",
    ].join(" "),
  );
  expect(view("2026-02-28").values).toEqual({
    share: "73",
    empty: "two",
    quarters: "4",
    asOf: "28 February 2026",
    tallest: "France",
    most: "4.0",
  });
  expect(view("2026-02-28").numbers).toEqual({ empty: 2, share: 73 });
});

it("counts a quarter once the data cover its last day", () => {
  expect(view("2026-03-30").values).toMatchObject({ empty: "two", quarters: "4" });
  expect(view("2026-03-31").values).toMatchObject({ empty: "three", quarters: "5" });
});

it("has a panel a donor, France’s set off, and tells nothing booked from not known", () => {
  const { data } = view("2026-02-28");
  expect(data.panels.map(({ label, marked }) => [label, marked])).toEqual([
    ["France", true],
    ["Poland", false],
  ]);
  expect(data.panels[1]!.bars.map(({ says }) => says)).toEqual([
    "nothing booked",
    "€0.25bn",
    "not known",
    "€1bn",
    "nothing booked",
  ]);
  expect(data.periods.map(({ name, label }) => [name, label]).slice(0, 2)).toEqual([
    ["the first quarter of 2025", "2025"],
    ["the second quarter of 2025", ""],
  ]);
  expect(kinds.multiples.refuse(data)).toEqual([]);
});

it("is not drawn without France", () =>
  expect(() => view("2026-02-28", ["Quarter", "Spain", "Poland"])).toThrow("no column `France`"));
