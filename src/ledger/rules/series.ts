import { type Rule, rowOf } from "./rule.ts";

const rowIsAsWideAsTable: Rule = (row, report) => {
  const series = rowOf(row, "series");
  series?.rows.forEach((cells, i) => {
    if (cells.length !== series.columns.length)
      report(
        ["rows", i],
        `the row has ${cells.length} ${cells.length === 1 ? "cell" : "cells"}`,
        `${series.columns.length}, one a column`,
        "add or remove cells; write null for no value",
      );
  });
};

/** What makes a table of numbers a table. */
export const seriesRules: readonly Rule[] = [rowIsAsWideAsTable];
