import { describe, expect, test } from "vitest";
import { column, data, row } from "../cases/matrix.cases.ts";
import { matrix, type MatrixData } from "./matrix.tsx";

describe("rows that would mislead are refused, and named", () => {
  const two = [column("a"), column("b")];
  const cases: [name: string, data: MatrixData, reasons: string[]][] = [
    [
      "too few cells",
      data(two, [row("x", ["open", "none"]), row("y", ["open"])]),
      ["row `y` has 1 cells for 2 columns"],
    ],
    [
      "too many cells",
      data(two, [row("x", ["open", "none", "open"])]),
      ["row `x` has 3 cells for 2 columns"],
    ],
    [
      "a sign that the key does not have",
      data(two, [row("x", ["open", "dropped"])]),
      ["row `x` has a cell of unknown state `dropped`"],
    ],
    [
      "a sign that nobody has drawn",
      {
        ...data(two, []),
        states: [
          { glyph: "dropped", label: "dropped" },
          { glyph: "constructor", label: "" },
        ],
      },
      ["there is no glyph `dropped`", "there is no glyph `constructor`"],
    ],
    [
      "a sign that nobody has drawn hollow",
      data([column("a")], [row("x", [], { cells: [{ glyph: "none", reported: true, label: "" }] })]),
      ["there is no glyph `none-hollow`"],
    ],
    [
      "a row that stands twice",
      data(two, [row("x", ["open", "none"]), row("x", ["none", "none"])]),
      ["`x` stands twice"],
    ],
    [
      "a column that stands three times",
      data([column("a"), column("a"), column("a")], []),
      ["`a` stands twice"],
    ],
    ["no columns", data([], []), ["there are no columns"]],
    [
      "several",
      data([column("a"), column("a")], [row("x", ["dropped"])]),
      [
        "row `x` has 1 cells for 2 columns",
        "row `x` has a cell of unknown state `dropped`",
        "`a` stands twice",
      ],
    ],
  ];
  test.for(cases)("%s", ([, data, reasons]) => expect(matrix.refuse(data)).toEqual(reasons));
  test("sound rows are not", () =>
    expect(matrix.refuse(data(two, [row("a", ["open", "none"]), row("b", ["stated", "added"])]))).toEqual(
      [],
    ));
});
